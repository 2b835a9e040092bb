"""How often and how soon a subject may be screened again, as a protocol file says it."""

from datetime import date
from pathlib import Path

import pytest

from ectrial.trial.protocol import Protocol
from ectrial.trial.protocol_file import load_protocol, read_written
from ectrial.yaml_file import SourceError
from tests.ectrial.toy import ITEMS, TOY
from tests.tables import of_each

TEXT = (TOY / "sleep.yaml").read_text("utf-8")


def load(folder: Path, written: str, language: str = "language: 3\n") -> Protocol:
    file = folder / "trial.yaml"
    file.write_text(f"{language}{written}{TEXT}", "utf-8")
    return load_protocol(file, ITEMS)


def test_file_says_how_often_and_how_soon(tmp_path: Path) -> None:
    trial = load(tmp_path, "rescreening: {times: 2, after: {months: 1}}\n")

    rule = trial.rescreening
    assert rule is not None
    assert [rule.is_used_up(number) for number in (1, 2, 3)] == [False, False, True]
    assert rule.first_day(date(2027, 1, 31)) == date(2027, 2, 28)
    again = read_written(trial.written, ITEMS, fingerprint=trial.fingerprint)
    assert again.rescreening == rule


@pytest.mark.parametrize("written", ["{times: 2}", "{after: {weeks: 4}}", "{times: 0}"])
def test_what_is_not_said_has_no_limit(tmp_path: Path, written: str) -> None:
    rule = load(tmp_path, f"rescreening: {written}\n").rescreening

    assert rule is not None
    assert rule.is_used_up(99) is ("times" in written)
    assert (rule.first_day(date(2026, 11, 3)) > date(2026, 11, 3)) is ("after" in written)


def test_file_that_says_nothing_has_no_rule(tmp_path: Path) -> None:
    assert load(tmp_path, "").rescreening is None


@of_each(
    ("written", "says"),
    [
        ("{times: often}", "rescreening.times: times is no whole number from 0 to 99: write"),
        ("{times: -1}", "such as times: 2"),
        ("{times: 100}", "from 0 to 99"),
        ("{times: 1.5}", "no whole number"),
        ("{after: 28}", "rescreening.after: a span of time needs its unit: write {days: 42}"),
        ("{after: {dys: 28}}", "did you mean days"),
        ("{after: {days: -28}}", "write it without a sign"),
        ("{time: 2}", "did you mean times"),
        ("{}", "says neither how often nor how soon: write {times: 2, after: {days: 28}}"),
        ("{times: 0, after: {days: 28}}", "leave after out"),
        ("2", "says how often and how soon: write {times: 2, after: {days: 28}}"),
        ("", "says how often and how soon: write {times: 2, after: {days: 28}}"),
    ],
)
def test_mistake_is_told_with_line_cause_and_remedy(
    tmp_path: Path, written: str, says: str
) -> None:
    with pytest.raises(SourceError) as refused:
        load(tmp_path, f"rescreening: {written}\n")

    (fault,) = map(str, refused.value.faults)
    assert fault.startswith("trial.yaml:2: rescreening")
    assert says in fault


def test_older_language_has_no_such_field(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="'rescreening' needs 'language: 3'"):
        load(tmp_path, "rescreening: {times: 2}\n", language="")
