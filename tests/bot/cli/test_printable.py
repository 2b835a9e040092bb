"""No command prints what steers a terminal, whatever its files and arguments hold."""

import io
import json
from pathlib import Path
from unicodedata import category

import click
import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given
from hypothesis import strategies as st

from bot.cli.endings import Commands
from bot.cli.main import main
from bot.monitoring.printable import Printable, printable

STEERING = (
    "\x1b]0;owned\x07\x1b[2J\x9b31m\x08\r\x7f\u202eabc\u2066\u2028\u2029\u200b\ufeff\U000e0041"
)
FORBIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def call(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def forbidden(text: str) -> list[str]:
    return [each for each in text if category(each) in FORBIDDEN and each != "\n"]


@given(st.text() | st.text(st.characters(categories=("Cc", "Cf", "Zl", "Zp", "Zs"))))
@example(STEERING)
def test_whatever_is_printed_can_be_seen(text: str) -> None:
    out = io.StringIO()
    Printable(out).write(text)  # type: ignore[arg-type]

    assert forbidden(out.getvalue()) == []
    assert "\n" not in printable(text)


@given(st.dictionaries(st.text(), st.text()))
@example({"id": STEERING})
def test_a_line_of_json_keeps_its_values(values: dict[str, str]) -> None:
    line = printable(json.dumps(values, ensure_ascii=False))

    assert json.loads(line) == values
    assert forbidden(line) == []


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs"))))
@example("患者　S-014 ≥ 9 g/dL ✓")
def test_what_can_be_seen_is_printed_as_it_is(text: str) -> None:
    assert printable(text) == text


@pytest.fixture
def named(no_settings: None, tmp_path: Path) -> Path:
    """A file whose name and content steer a terminal."""
    file = tmp_path / "a\x1b[31mb\u202ec"
    record = {"id": f"S{STEERING}\n", "facts": {f"{STEERING}\n": "yes"}}
    file.write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    return file


@pytest.mark.parametrize(
    "words",
    [
        ("assess",),
        ("labs", "--file"),
        ("labs", "--item", STEERING, "--file"),
        ("labs", "--known"),
        ("verify",),
        ("backup",),
        ("restore",),
        ("staff", "add"),
        ("run",),
        (f"--{STEERING}",),
        ("status", f"--{STEERING}"),
    ],
    ids=lambda words: " ".join(words)[:12].replace("\x1b", ""),
)
def test_no_command_prints_what_steers_a_terminal(named: Path, words: tuple[str, ...]) -> None:
    result = call(*words, str(named))

    assert result.exit_code != 0
    assert result.output
    assert forbidden(result.output) == []


def test_no_end_of_a_line_comes_from_a_file(named: Path) -> None:
    assert len(call("assess", str(named)).output.splitlines()) == 1


@pytest.mark.parametrize(
    "words", [("verify",), ("restore",), ("backup",), ("assess",), ("labs", "--file")], ids=str
)
def test_no_end_of_a_line_comes_from_the_name_of_a_file(
    no_settings: None, words: tuple[str, ...]
) -> None:
    name = "a\nentries: 5, whole\nb"
    Path(name).touch()

    assert "entries: 5, whole" not in call(*words, name).output.splitlines()


@pytest.mark.parametrize("name", ["ECTRIAL_DATABASE", "ECTRIAL_BACKUPS", "ECTRIAL_SITE"])
def test_setting_of_several_lines_is_refused(
    no_settings: None, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "a\nentries: 5, whole")
    monkeypatch.setenv("ECTRIAL_A\nB", "1")

    result = call("status")

    assert result.exit_code == 2
    assert result.output.splitlines() == [
        "ECTRIAL_A\\u000aB: there is no such setting",
        f"{name}: must be one line of characters that can be seen",
    ]


def test_settings_that_steer_a_terminal_are_printed_without(
    named: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ECTRIAL_DATABASE", f"{named}/x.db")
    monkeypatch.setenv("ECTRIAL_SITE", STEERING)
    monkeypatch.setenv(f"ECTRIAL_{STEERING}", "1")

    for command in ("status", "run", "verify"):
        assert forbidden(call(command).output) == []


def test_verdict_of_a_steering_subject_is_json_with_that_subject(no_settings: None) -> None:
    Path("facts.json").write_text(json.dumps({"id": STEERING, "facts": {}}), "utf-8")

    result = call("assess", "facts.json")

    assert json.loads(result.stdout)["id"] == STEERING
    assert forbidden(result.output) == []


def test_endless_message_is_cut(no_settings: None) -> None:
    Path("facts.json").write_text(json.dumps({"id": "x" * 10**6, "facts": 1}), "utf-8")
    Path("more.json").write_text(json.dumps({"id": "x", "facts": {"y" * 10**6: 1}}), "utf-8")

    for name in ("facts.json", "more.json"):
        assert len(call("assess", name).output) < 3000


def test_error_of_our_own_is_told_without_its_words(no_settings: None) -> None:
    @click.group(cls=Commands)
    def group() -> None:
        """Hold one command."""

    @group.command()
    def broken() -> None:
        int("said by somebody")

    result = CliRunner().invoke(group, ["broken"])

    assert result.exit_code == 1
    assert result.output.startswith("an error of its own: ValueError at cli/test_printable.py:")
    assert "said" not in result.output
