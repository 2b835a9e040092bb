"""A verdict over time: answers too old to count, and the day on which it changes by itself."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.cli.assess import verdict_object
from ectrial.trial.facts_file import FactsError, read_subjects
from ectrial.trial.protocol import Protocol
from ectrial.trial.protocol_file import load_protocol
from ectrial.trial.verdict import Verdict, assess
from ectrial.wording.ages import change_words, stale_words
from ectrial.wording.speech import speech
from ectrial.yaml_file import SourceError
from tests.ectrial.toy import ITEMS, TOY
from tests.tables import of_each

TODAY = date(2026, 11, 30)
AGES = (
    "ages: {marker: {days: 7}, calm: {days: 3}, half_life: {days: 2}, "
    "sleep: {months: 1, before: new_job}}\n"
)
MOVED = """
        - any:
            - within: {item: move, before: today, at_least: {months: 1}, at_most: {months: 3}}
            - within: {item: move, after: new_job, at_least: {days: 2}}
            - within: {item: new_job, after: today, at_most: {weeks: 2}}
            - within: {item: move, before: today, at_most: [{days: 2}, {times: 5, of: half_life}]}
"""
ASKED = """
  - {id: move, criterion: INCL02A, items: [move], asks: {en: "Moved?", zh: "搬家？"}}
  - {id: new_job, criterion: INCL02A, items: [new_job], asks: {en: "Job?", zh: "工作？"}}
  - {id: half, criterion: INCL02A, items: [half_life], asks: {en: "Half-life?", zh: "半衰期？"}}

questions:"""
WELL: Mapping[str, Any] = {
    "sleep": {"value": 8, "unit": "h", "date": "2026-11-20"},
    "calm": {"value": 5, "unit": "{score}", "date": "2026-11-29"},
    "marker": {"value": 1, "unit": "xULN", "date": "2026-11-27"},
    "snores": "no",
    "naps": "no",
    "noises": [],
    "bed": "yes",
    "move": "2026-10-10",
}


def text(ages: str = AGES) -> str:
    sleep = (TOY / "sleep.yaml").read_text("utf-8")
    limit = "        - at_most: {item: marker, other: marker_uln, times: 2}\n"
    assert limit in sleep
    sleep = sleep.replace(limit, limit + MOVED.lstrip("\n"))
    head, questions = sleep.split("\nquestions:", 1)
    asked = ASKED.replace("\n\nquestions:", "")
    return f"language: 3\n{ages}{head}\nquestions:{asked}{questions}"


def load(folder: Path, ages: str = AGES) -> Protocol:
    file = folder / "trial.yaml"
    file.write_text(text(ages), "utf-8")
    return load_protocol(file, ITEMS)


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Protocol:
    return load(tmp_path_factory.mktemp("trial"))


def judge(trial: Protocol, raw: Mapping[str, Any], today: date = TODAY, **days: str) -> Verdict:
    line = json.dumps({"id": "S-1", "facts": raw, "days": {"answered": "2026-11-28", **days}})
    (subject,) = read_subjects([line], trial)
    return assess(trial, subject.facts, today)


def test_an_answer_that_is_too_old_counts_as_not_known_and_is_asked_again(trial: Protocol) -> None:
    on_the_last_day = judge(trial, WELL, date(2026, 12, 2))
    old = judge(trial, WELL, date(2026, 12, 5))

    assert on_the_last_day.outcome == "eligible"
    assert old.outcome == "undetermined"
    assert list(old.stale) == ["marker", "calm"]
    assert [item.id for item in old.open_items["INCL02A"]] == ["calm", "marker"]
    assert stale_words(speech("en"), old.stale["marker"]) == (
        "Marker of 27 Nov 2026 is older than 7 days: repeat"
    )


def test_a_verdict_says_on_which_day_it_changes_by_itself(trial: Protocol) -> None:
    verdict = judge(trial, WELL)

    assert verdict.changes_on == date(2026, 12, 3)
    assert list(change_words(speech("en"), verdict)) == [
        "From 3 Dec 2026: undetermined",
        "Calm of 29 Nov 2026 counts until 2 Dec 2026: repeat",
    ]
    assert verdict_object("S-1", verdict)["changes_on"] == "2026-12-03"


def test_without_a_day_nobody_knows_that_an_answer_is_young_enough(trial: Protocol) -> None:
    undated = {**WELL, "calm": {"value": 5, "unit": "{score}"}}

    assert judge(trial, undated).outcome == "eligible"
    assert judge(trial, undated, calm="2026-11-26").outcome == "undetermined"
    (subject,) = read_subjects([json.dumps({"id": "S-1", "facts": undated})], trial)
    verdict = assess(trial, subject.facts, TODAY)
    assert verdict.outcome == "undetermined"
    assert stale_words(speech("en"), verdict.stale["calm"]) == (
        "Calm has no day, and may be older than 3 days: repeat"
    )


@pytest.mark.parametrize(
    ("answer", "old"), [("not_applicable", ["naps"]), ("no", ["naps"]), ("unknown", [])]
)
def test_that_there_is_none_grows_old_as_any_answer_does(
    tmp_path: Path, answer: str, old: list[str]
) -> None:
    trial = load(tmp_path, "ages: {naps: {days: 3}}\n")

    assert list(judge(trial, {**WELL, "naps": answer}, naps="2026-11-26").stale) == old


def test_an_age_may_be_counted_to_a_day_that_is_planned(trial: Protocol) -> None:
    assert judge(trial, {**WELL, "new_job": "2026-12-20"}).outcome == "eligible"
    assert list(judge(trial, {**WELL, "new_job": "2026-12-21"}).stale) == ["sleep"]


def test_a_sample_of_a_later_day_counts_from_that_day_on(trial: Protocol) -> None:
    ahead = {**WELL, "marker": {**WELL["marker"], "date": "2026-12-01"}}

    now, enrolled = judge(trial, ahead), judge(trial, ahead, enrolment="2026-11-30")

    assert (now.outcome, now.changes_on) == ("undetermined", date(2026, 12, 1))
    assert (enrolled.outcome, enrolled.changes_on) == ("undetermined", None)
    assert "marker" not in now.facts.items


def test_once_enrolled_the_verdict_is_as_of_that_day(trial: Protocol) -> None:
    later = judge(trial, WELL, date(2027, 6, 1), enrolment="2026-11-30")

    assert later.outcome == "eligible"
    assert later.today == date(2026, 11, 30)
    assert later.changes_on is None


@of_each(
    ("ages", "says"),
    [
        ("ages: {markr: {days: 7}}\n", "did you mean marker"),
        ("ages: {marker: 7}\n", "write {days: 42}"),
        ("ages: {marker: {dys: 7}}\n", "did you mean days"),
        ("ages: {marker: {days: -7}}\n", "ages.marker: days must be 0 or more"),
        ("ages: {marker: {days: 7, before: snores}}\n", "unknown date 'snores'"),
    ],
)
def test_a_mistake_in_ages_is_told(tmp_path: Path, ages: str, says: str) -> None:
    with pytest.raises(SourceError) as refused:
        load(tmp_path, ages)

    (fault,) = refused.value.faults
    assert fault.line == 2
    assert says in str(fault)


def test_a_day_of_a_record_belongs_to_an_answer_or_an_anchor(trial: Protocol) -> None:
    with pytest.raises(FactsError, match="did you mean calm"):
        judge(trial, WELL, clam="2026-11-20")


DAYS = st.dates(date(2026, 8, 1), date(2027, 3, 1)).map(date.isoformat)
PARTS = st.one_of(DAYS, DAYS.map(lambda day: day[:7]), st.just("2026"), st.just("unknown"))


@given(DAYS, DAYS, PARTS, PARTS, st.integers(0, 400), DAYS)
@example("2026-11-30", "2026-11-30", "2026-11-29", "unknown", 48, "2026-11-20")
def test_it_changes_on_no_earlier_day_and_on_that_day(
    trial: Protocol, marker: str, calm: str, move: str, job: str, hours: int, half_life: str
) -> None:
    raw = {
        **WELL,
        "marker": {"value": 1, "unit": "xULN", "date": marker},
        "calm": {"value": 5, "unit": "{score}", "date": calm},
        "move": move,
        "new_job": job,
        "half_life": {"value": hours, "unit": "h", "date": half_life},
    }
    verdict = judge(trial, raw)

    days = (TODAY + timedelta(days=ahead) for ahead in range(1, 500))
    expected = next(
        (day for day in days if judge(trial, raw, day).as_json() != verdict.as_json()), None
    )

    assert verdict.changes_on == expected
