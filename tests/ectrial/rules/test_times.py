"""Days of events against their anchors: exact, clamped at ends of months, unknown if it may be."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from ectrial.event_days import EventDay, Span, on, read_event_day
from ectrial.facts import Facts
from ectrial.rules.language import AnyRule, Evidence
from ectrial.truth import Truth
from ectrial.wording.proofs import evidence_line
from ectrial.wording.speech import speech
from tests.ectrial.toy import ITEMS, F, T, U, rule
from tests.tables import of_each

TODAY = date(2026, 11, 30)
DAYS = {"today": TODAY, "screening": date(2026, 11, 20)}
AFTER_MOVE = {"item": "move", "before": "today", "at_least": {"days": 1}, "at_most": {"days": 42}}


def known(today: date = TODAY, **raw: Any) -> Facts:
    items = {name: ITEMS[name].read(answer) for name, answer in raw.items()}
    return Facts(items, days={**DAYS, "today": today})  # type: ignore[dict-item] # names of anchors


def within(operands: dict[str, Any], today: date = TODAY, **raw: Any) -> Truth:
    return rule({"within": operands}).holds(known(today, **raw), T)


@of_each(
    ("day", "truth"),
    [
        ("2026-11-30", F),
        ("2026-11-29", T),
        ("2026-10-19", T),
        ("2026-10-18", F),
        ("2026-11", U),  # perhaps today
        ("2026-10", U),
        ("2026-09", F),
        ("2025", F),
        ("2026", U),
        ("2026-12-01", U),  # what was cannot lie ahead: a slip, which settles nothing
        ("unknown", U),
    ],
)
def test_1_to_42_days_before_today_include_both_ends(day: str, truth: Truth) -> None:
    assert within(AFTER_MOVE, move=day) is truth


def test_calendar_months_end_where_a_shorter_month_ends() -> None:
    least = {"item": "move", "before": "today", "at_least": {"months": 3}}
    leap = date(2028, 2, 29)

    # three months after the 29th, 30th or 31st of November end on the last of February
    assert {within(least, leap, move=f"2027-11-{day}") for day in (29, 30)} == {T}
    assert within(least, leap, move="2027-12-01") is F
    assert within(least, leap - timedelta(days=1), move="2027-11-29") is F
    assert within(least, leap, move="2027-11") is T
    assert within(least, leap - timedelta(days=1), move="2027-11") is U


def test_an_event_after_its_anchor_is_not_before_it() -> None:
    weeks = {"item": "move", "before": "new_job", "at_most": {"weeks": 12}}

    assert within(weeks, move="2026-10-20", new_job="2026-10-19") is F
    assert within(weeks, move="2026-10-20", new_job="2027-01-12") is T
    assert within(weeks, move="2026-10-20", new_job="2027-01-13") is F
    assert within(weeks, move="2026-10-20") is U


def test_an_anchor_without_its_day_leaves_it_unknown_until_it_has_one() -> None:
    enrolled = {"item": "move", "before": "enrolment", "at_most": {"days": 9}}
    screened = {"item": "move", "after": "screening", "at_most": {"days": 9}}

    assert within(enrolled, move="2026-11-20") is U
    assert within(screened, move="2026-11-20") is T
    assert within(screened, move="2026-11-19") is F


def test_the_longest_of_several_spans_counts_and_an_unknown_one_may_be_longer() -> None:
    longest = {
        "item": "move",
        "before": "today",
        "at_least": [{"days": 28}, {"times": "2.5", "of": "half_life"}],
    }

    assert within(longest, move="2026-11-03") is F  # 27 days
    assert within(longest, move="2026-11-02") is U
    assert within(longest, move="2026-11-02", half_life={"value": 24, "unit": "h"}) is T
    # 2.5 × 13 d = 32.5 days have passed after 33
    assert within(longest, move="2026-10-29", half_life={"value": 13, "unit": "d"}) is F
    assert within(longest, move="2026-10-28", half_life={"value": 13, "unit": "d"}) is T


@pytest.mark.parametrize(("says", "truth"), [("yes", T), ("no", F)])
def test_the_file_says_what_an_event_that_never_was_counts_as(says: str, truth: Truth) -> None:
    ago = {"item": "holiday", "before": "today", "at_least": {"months": 6}, "none": says}

    assert within(ago, holiday="not_applicable") is truth
    assert within(ago, holiday="unknown") is U


# Whatever the days: compared with counting them one by one.

EVENTS = st.dates(date(2024, 1, 1), TODAY)
PARTS = st.sampled_from(["days", "weeks", "months"])
SPANS = st.tuples(PARTS, st.integers(0, 40)).map(lambda each: {each[0]: each[1]})


def members(day: EventDay) -> Iterator[date]:
    first = day.first
    while first <= min(day.last, TODAY):
        yield first
        first += timedelta(days=1)


def counted(event: date, least: dict[str, int], most: dict[str, int]) -> Truth:
    def end(span: dict[str, int]) -> date:
        ((unit, number),) = span.items()
        if unit != "months":
            return event + timedelta(days=number * (7 if unit == "weeks" else 1))
        month = event.year * 12 + event.month - 1 + number
        days = (event.day, 30, 29, 28)
        for day in days:
            try:
                return date(month // 12, month % 12 + 1, min(day, event.day))
            except ValueError:
                continue
        raise AssertionError

    return T if end(least) <= TODAY <= end(most) else F


@given(EVENTS, SPANS, SPANS, st.sampled_from([1, 2, 3]))
def test_a_more_precise_day_never_turns_what_was_settled(
    event: date, least: dict[str, int], most: dict[str, int], parts: int
) -> None:
    written = {"item": "move", "before": "today", "at_least": least, "at_most": most}
    try:
        one = rule({"within": written})
    except ValidationError:
        return
    partial = EventDay(*on(event)[:parts])

    said = one.holds(known(move=partial.written), T)
    truths = {counted(day, least, most) for day in members(partial)}

    assert one.holds(known(move=event.isoformat()), T) is counted(event, least, most)
    assert said is U or truths == {said}
    if parts < len(on(event)):
        finer = EventDay(*on(event)[: parts + 1])
        assert said in (U, one.holds(known(move=finer.written), T))


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(0, 600))
def test_months_keep_the_order_of_days(day: date, months: int) -> None:
    span = Span(months=months)

    assert span.after(day) <= span.after(day + timedelta(days=1))


# Written, read, told.


@pytest.mark.parametrize("raw", ["2026-03-14", "2026-03", "2026", {"date": "2026-03"}])
def test_a_day_is_read_as_far_as_it_is_known(raw: Any) -> None:
    written = raw["date"] if isinstance(raw, dict) else raw

    assert read_event_day(raw).written == written


@of_each(
    "raw",
    ["2026-02-30", "2026-13", "26-03-14", "2026-3", "20260314", "0001", "3026", 2026, {}],
)
def test_what_is_no_day_is_refused(raw: Any) -> None:
    with pytest.raises(ValueError, match=r"date|day"):
        ITEMS["move"].read(raw)


@of_each(
    ("operands", "says"),
    [
        ({"item": "move"}, "give either before or after"),
        ({"item": "move", "before": "today"}, "give at_least, at_most or both"),
        ({"item": "move", "before": "tody", "at_most": {"days": 4}}, "did you mean today?"),
        ({"item": "move", "before": "snores", "at_most": {"days": 4}}, "snores is no date"),
        ({"item": "snores", "before": "today", "at_most": {"days": 4}}, "needs 'kind: date'"),
        ({"item": "move", "before": "move", "at_most": {"days": 4}}, "write another anchor"),
        ({"item": "move", "before": "today", "at_most": 4}, "write {days: 42}"),
        ({"item": "move", "before": "today", "at_most": {"dys": 4}}, "did you mean days"),
        ({"item": "move", "before": "today", "at_most": {"days": "4.5"}}, "such as days: 12"),
        ({"item": "move", "before": "today", "at_most": {"years": 999}}, "a shorter span"),
        ({"item": "move", "before": "today", "at_most": {"of": "half_life"}}, "{times: 5, of:"),
        ({"item": "holiday", "before": "today", "at_most": {"days": 4}}, "add none: yes"),
        ({**AFTER_MOVE, "none": "yes"}, "leave none out"),
        ({**AFTER_MOVE, "at_least": {"days": 43}}, "swap the two"),
    ],
)
def test_a_mistake_is_told_with_what_to_write_instead(operands: Any, says: str) -> None:
    with pytest.raises(ValidationError) as refused:
        rule({"within": operands})

    assert says in str(refused.value)


def test_a_number_and_a_word_are_not_compared_with_a_date() -> None:
    for written in ({"at_least": {"item": "move", "limit": 3, "unit": "d"}}, {"is": "move"}):
        with pytest.raises(ValidationError, match=r"within: \{item: move, before: today"):
            rule(written)


def test_an_older_language_does_not_know_it() -> None:
    context = {"vocabulary": ITEMS, "language": 2}
    with pytest.raises(ValidationError, match="'within' needs 'language: 3'"):
        TypeAdapter(AnyRule).validate_python({"within": AFTER_MOVE}, context=context)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2026-11-30", "搬家：2026年11月30日，今天"),
        ("2026-10-15", "搬家：2026年10月15日，46天前"),
        ("2026-12-02", "搬家：2026年12月2日"),
    ],
)
def test_how_far_today_lies_reads_naturally_in_chinese(day: str, told: str) -> None:
    one, facts = rule({"within": AFTER_MOVE}), known(move=day)

    line = evidence_line(speech("zh"), Evidence(one, one.holds(facts, T), T), facts)
    assert line is not None
    assert str(line).startswith(told)
    assert "今天前" not in str(line)
    assert "今天后" not in str(line)


SPAN = "≥ 1 day, ≤ 42 days"


@of_each(
    ("meets", "day", "told"),
    [
        (T, "2026-10-20", f"Move: 20 Oct 2026, 41 days before today (needs {SPAN}) ✓"),
        (T, "2026-10", f"Move: Oct 2026, 30 to 60 days before today (needs {SPAN}) ?"),
        (F, "2026-09-01", f"Move: 1 Sep 2026, 90 days before today (excludes {SPAN}) ✓"),
        (
            T,
            "2026-12-01",
            f"Move: 1 Dec 2026, lies ahead: check the date (needs {SPAN} before today) ?",
        ),
        (T, "unknown", "Move: not sure ?"),
    ],
)
def test_the_proof_says_how_far_it_lies_and_what_is_asked(
    meets: Truth, day: str, told: str
) -> None:
    one, facts = rule({"within": AFTER_MOVE}), known(move=day)

    line = evidence_line(speech("en"), Evidence(one, one.holds(facts, meets), meets), facts)

    assert str(line) == told


def test_the_proof_asks_for_no_span_where_any_day_will_do() -> None:
    any_day = {"item": "move", "before": "today", "at_least": {"days": 0}}
    one, facts = rule({"within": any_day}), known(move="2026-10-20")

    line = evidence_line(speech("en"), Evidence(one, one.holds(facts, T), T), facts)

    assert str(line) == "Move: 20 Oct 2026, 41 days before today ✓"
