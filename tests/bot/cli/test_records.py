"""What an operator does with the record's file, as the documents tell it."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.setup.start import now
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from tests.blank_record import blank
from tests.conversations.paths import ELIGIBLE, at

REAL = Path("real.db")


@pytest.fixture(autouse=True)
def settings(no_settings: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECTRIAL_DATABASE", str(REAL))


def call(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def open_real() -> Ledger:
    return Ledger.open(blank(REAL), site="here", via="telegram", clock=now)


def screened(ledger: Ledger, protocol_version: str = "2", **forged: str) -> int:
    """Record one screening as the dialogue does, its last verdict changed; give that entry."""
    walk = [entry.said for entry in at(*ELIGIBLE, "Yes").records.entries]
    last = max(n for n, said in enumerate(walk) if said.kind is Kind.VERDICT_GIVEN)
    value = {**walk[last].value, **forged}
    walk[last] = replace(walk[last], value=value, protocol_version=protocol_version)
    recorded = ledger.append(walk, Author(7, "coordinator"))
    return recorded[last].seq if recorded else 0


def test_verify_counts_what_it_checked() -> None:
    with open_real() as ledger:
        screened(ledger)
        entries = ledger.head()[0]

        result = call("verify")

    assert result.exit_code == 0
    assert f"entries: {entries}, screenings: 1\n" in result.output
    assert "computed again, the same\n" in result.output


def test_verify_finds_a_verdict_that_does_not_follow() -> None:
    with open_real() as ledger:
        seq = screened(ledger, verdict="not_eligible")
        assert ledger.verify().holds

    result = call("verify")

    assert result.exit_code == 1
    assert result.output.endswith(
        f"broken: the verdict of entry {seq} is not what its answers give\n"
    )


def test_verify_tells_which_screening_it_cannot_read_and_goes_on() -> None:
    with open_real() as ledger:
        screened(ledger)
        about = next(entry.said for entry in ledger.entries() if entry.said.screening)
        answer = replace(about, kind=Kind.ANSWERED, item="of_tomorrow", value="Canary Wei")
        (last,) = ledger.append([answer], Author(7, "coordinator")) or ()

    result = call("verify")

    assert result.exit_code == 0
    assert "computed again, the same\n" in result.output
    assert (
        f"unreadable: the screening of entry {last.seq}:"
        " EC-CRT-003 version 2 cannot read its answer to of_tomorrow\n"
    ) in result.output
    assert "Canary" not in result.output


def test_verify_judges_no_verdict_by_another_version() -> None:
    with open_real() as ledger:
        seq = screened(ledger, verdict="not_eligible", protocol_version="of tomorrow")

    result = call("verify")

    assert result.exit_code == 0
    assert "verdicts: 1 of a trial or version that is not shipped" in result.output
    assert f"entry {seq} is not" not in result.output


def test_verify_of_no_database_is_told_in_plain_words() -> None:
    Path("letter.db").write_text("a letter" * 999)

    result = call("verify", "letter.db")

    assert result.exit_code == 2
    assert result.output == "the key is wrong, or this is not our record\n"


@pytest.mark.long
def test_a_copy_is_made_while_the_bot_works() -> None:
    command = [sys.executable, "-m", "bot", "backup", "copy.db"]
    with open_real() as ledger:
        screened(ledger)
        done = subprocess.run(  # noqa: S603 - our own command
            command,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
            capture_output=True,
            text=True,
            check=False,
        )
        seq, digest = ledger.head()

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"copied: copy.db\nhead: {seq}:{digest}\n"
    assert call("verify", "copy.db").exit_code == 0


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("real.db", "the record's own place"),
        ("taken.db", "is there already"),
        ("nowhere/copy.db", "there is no folder nowhere"),
    ],
)
def test_a_copy_that_cannot_be_made_says_why_and_fails(file: str, words: str) -> None:
    open_real().close()
    Path("taken.db").touch()

    result = call("backup", file)

    assert result.exit_code == 2
    assert words in result.output


def test_a_copy_of_no_record_fails_in_plain_words() -> None:
    result = call("backup", "copy.db")

    assert result.exit_code == 2
    assert result.output == "ECTRIAL_DATABASE: there is no record real.db\n"


def test_restore_tells_the_head_it_goes_back_to() -> None:
    with open_real() as ledger:
        screened(ledger)
        head = ledger.head()
    call("backup", "copy.db")
    REAL.write_bytes(b"")

    result = call("restore", "copy.db")

    assert result.exit_code == 0
    assert result.output.startswith(f"restored: real.db\nhead: {head[0]}:{head[1]}\n")
    assert "(the record in its place cannot be read)" in result.output
    assert "not compared: the record that was in its place cannot be read" in result.output
    assert call("verify").exit_code == 0


def test_restore_tells_what_it_takes_back() -> None:
    with open_real() as ledger:
        screened(ledger)
        call("backup", "copy.db")
        before = ledger.head()[0]
        opened = next(entry.said for entry in ledger.entries() if entry.said.screening)
        again = replace(opened, screening=opened.screening.in_episode(2))
        ledger.append([again], Author(7, "coordinator"))

    result = call("restore", "copy.db")

    (aside,) = Path().glob("*.set-aside-*Z")
    assert f"taken back: 1 entry recorded after it is set aside in {aside}\n" in result.output
    assert f"head: {before}:" in result.output


def test_restore_of_another_record_tells_what_it_takes_back() -> None:
    for name in ("S-001", "S-002"):
        with open_real() as ledger:
            ids = [ScreeningId("here", "T", name, episode) for episode in (1, 2)]
            said = [NewEntry(Kind.OPENED, "T", id_) for id_ in ids]
            ledger.append(said, Author(7, "coordinator"))
        REAL.rename(f"{name}.db")
    Path("S-001.db").rename(REAL)

    result = call("restore", "--other-history", "S-002.db")

    assert "taken back: 2 entries that it does not hold are set aside in" in result.output


def test_restore_while_the_bot_works_is_refused() -> None:
    with open_real() as ledger:
        call("backup", "copy.db")
        screened(ledger)

        result = call("restore", "copy.db")

        assert result.exit_code == 2
        assert "another process" in result.output
        assert ledger.head()[0] > 0
