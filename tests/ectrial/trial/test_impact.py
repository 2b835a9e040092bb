"""What a move to another version would change is told before anything is recorded."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from ectrial.record.screenings import Answer, Screening
from ectrial.record.subjects import ScreeningId
from ectrial.trial.impact import Impact, impact
from ectrial.trial.protocol import Protocol
from tests.ectrial.trial.versions_of_sleep import AGES, STRICTER, two_versions

SLEPT_EIGHT: dict[str, Any] = {"sleep": {"value": "8", "unit": "h"}}


ANSWERED = datetime(2026, 11, 23, 9, tzinfo=UTC)


def both(folder: Path, *changes: tuple[str, str]) -> tuple[Protocol, Protocol]:
    trials = two_versions(folder, *changes)
    old, new = (
        trials.of(each.trial, each.version, each.fingerprint)
        for each in trials.versions("SLEEP-1")
    )
    assert old is not None
    assert new is not None
    return old, new


def on(day: date, old: Protocol, new: Protocol, **answers: Any) -> Impact:
    """Compare for a screening all of whose answers are of 23 November."""
    given = {item: Answer(value, 1, ANSWERED, 1) for item, value in answers.items()}
    id_ = ScreeningId("CN", "SLEEP-1", "S-014", 1)
    screening = Screening(id_, ANSWERED, old.version, old.fingerprint, answers=given)
    return impact(old, new, screening, day, datetime.date)


def moved(folder: Path, *changes: tuple[str, str], **answers: Any) -> Impact:
    return on(ANSWERED.date(), *both(folder, *changes), **answers)


def test_a_version_that_asks_and_judges_alike_changes_nothing(tmp_path: Path) -> None:
    assert moved(tmp_path, **SLEPT_EIGHT).is_nothing


def test_a_finding_that_would_come_out_otherwise_is_told(tmp_path: Path) -> None:
    found = moved(tmp_path, STRICTER, **SLEPT_EIGHT)

    (changed,) = found.findings
    assert changed.criterion == "INCL01"
    assert changed.after is not None
    assert changed.after.is_failing
    assert (found.outcome_before, found.outcome_after) == ("undetermined", "not_eligible")
    assert found.changes_outcome


def test_what_no_answer_touches_is_not_told(tmp_path: Path) -> None:
    assert moved(tmp_path, STRICTER, sleep={"value": "10", "unit": "h"}).is_nothing


def test_a_question_in_other_words_is_a_changed_one(tmp_path: Path) -> None:
    found = moved(tmp_path, ("How calm?", "How calm, from 0 to 10?"))

    assert [question.asks.en for question in found.changed_questions] == [
        "How calm, from 0 to 10?"
    ]
    assert found.new_questions == found.dropped_questions == ()


def test_new_and_dropped_questions_are_told(tmp_path: Path) -> None:
    found = moved(tmp_path, ("- id: shift\n", "- id: turn\n"))

    assert [question.id for question in found.new_questions] == ["turn"]
    assert [question.id for question in found.dropped_questions] == ["shift"]


@pytest.mark.parametrize("answers", [{"sleep": "a whole night"}, {"dreams": "yes"}])
def test_answers_that_cannot_be_read_are_listed_not_raised(
    tmp_path: Path, answers: dict[str, Any]
) -> None:
    found = moved(tmp_path, **SLEPT_EIGHT | answers)

    assert found.not_carried == tuple(answers)
    assert not found.is_nothing


def test_a_criterion_that_one_version_has_alone_is_told(tmp_path: Path) -> None:
    found = moved(tmp_path, ("EXCL02", "EXCL03"))

    told = [(each.criterion, each.before is None, each.after is None) for each in found.findings]
    assert told == [("EXCL03", True, False), ("EXCL02", False, True)]


def test_a_judgement_of_another_limit_is_not_carried_over(tmp_path: Path) -> None:
    found = moved(tmp_path, STRICTER, sleep="meets", calm="meets")

    assert found.not_carried == ("sleep",)


@pytest.mark.parametrize(
    ("old", "new"), [("times: 2", "times: 3"), ("low: 3, high", "low: 4, high")]
)
def test_multiples_and_ranges_are_limits_too(tmp_path: Path, old: str, new: str) -> None:
    found = moved(tmp_path, (old, new), sleep="meets", marker="meets", calm="fails")

    assert found.not_carried == (("marker",) if "times" in old else ("calm",))


def test_each_version_judges_by_the_day_and_by_its_own_ages_of_answers(tmp_path: Path) -> None:
    plain, ageing = both(tmp_path, AGES)
    last, after = date(2026, 11, 26), date(2026, 11, 27)

    assert not on(last, plain, ageing, **SLEPT_EIGHT).findings
    for old, new, is_open in ((plain, ageing, [False, True]), (ageing, plain, [True, False])):
        (changed,) = on(after, old, new, **SLEPT_EIGHT).findings
        assert changed.criterion == "INCL01"
        assert changed.before is not None
        assert changed.after is not None
        assert [each.is_unresolved for each in (changed.before, changed.after)] == is_open
