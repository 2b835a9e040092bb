"""All that papers say of one screening is assessed again, as of the day that was recorded."""

from datetime import date
from typing import Any

from ectrial.papers.screening_file import ScreeningFile, screening_files
from ectrial.record.entries import Kind
from ectrial.trial.facts_file import read_facts
from ectrial.trial.verdict import assess
from ectrial.trial.versions import shipped
from tests.ectrial.papers.told import WORDS, Told

TRIALS = shipped()
EC = TRIALS.current("EC-CRT-003")
UNDER = (EC.id, EC.version, EC.fingerprint)
EARLIER_STAGE: dict[str, Any] = {"age": {"value": "16", "unit": "a"}, "stage_ivb_uicc8": "no"}
DAY = date(2026, 11, 24)


def file_of(told: Told) -> ScreeningFile:
    (file,) = screening_files([tuple(told.entries)], TRIALS, WORDS)
    return file


def screened(answers: dict[str, Any], under: tuple[str, str, str] = UNDER) -> Told:
    told = Told(under=under)
    for item, value in answers.items():
        told.tells(Kind.ANSWERED, value, item=item)
    return told


def recorded_verdict(answers: dict[str, Any]) -> dict[str, Any]:
    return {**assess(EC, read_facts(answers, EC), DAY).as_json(), "as_of": DAY.isoformat()}


def test_the_verdict_of_a_file_is_the_recorded_one_as_of_its_day() -> None:
    file = file_of(screened(EARLIER_STAGE).judged(recorded_verdict(EARLIER_STAGE)))

    assert file.verdict is not None
    assert (file.verdict.outcome, file.verdict.today) == ("not_eligible", DAY)
    assert file.is_as_recorded
    assert (file.row.eligible, file.row.age_years) == ("N", "16")


def test_a_file_whose_record_says_another_verdict_is_told_from_one_that_agrees() -> None:
    said = {**recorded_verdict(EARLIER_STAGE), "verdict": "eligible", "failing": []}

    assert not file_of(screened(EARLIER_STAGE).judged(said)).is_as_recorded


def test_a_version_that_nobody_has_any_more_has_neither_criteria_nor_verdict() -> None:
    file = file_of(screened(EARLIER_STAGE, (EC.id, "9", "ab")))

    assert (file.protocol, file.verdict, file.row.screening_no) == (None, None, "S-014")


def test_without_a_recorded_verdict_a_file_is_as_of_its_last_entry() -> None:
    told = screened(EARLIER_STAGE)

    verdict = file_of(told).verdict

    assert verdict is not None
    assert verdict.today == WORDS.day(told.entries[-1].at_utc)
