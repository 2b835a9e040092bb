"""Dates among the properties of a list: lines of therapy are held against days."""

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from ectrial.facts import Facts
from ectrial.rules.language import AnyRule, Evidence, Rule
from ectrial.rules.over_things import OverThings
from ectrial.trial.given_trials import shipped_items
from ectrial.trial.protocol_file import OPERATORS
from ectrial.truth import TRUE, Truth
from ectrial.wording.answers import value_words
from ectrial.wording.proofs import evidence_line
from ectrial.wording.speech import speech
from tests.ectrial.toy import F, T, U
from tests.tables import of_each

assert OPERATORS
ITEMS = shipped_items().vocabulary
LINES = ITEMS["lines_of_therapy"]
TODAY = date(2026, 11, 30)
CHEMO = {"class": "chemotherapy", "drug": "platinum_taxane", "start": "2025-11"}
CHEMO |= {"reason": "progression"}
PD1 = {"class": "immunotherapy", "drug": "anti_pd1", "start": "2026-07-01"}
PD1 |= {"end": "not_applicable"}
CLASS = {"is": {"item": "class", "answer": "chemotherapy"}}
LAST_CHEMO = {"things": "lines_of_therapy", "where": CLASS}
HALF_A_YEAR = {"item": "end", "before": "today", "at_least": {"months": 6}, "none": "no"}
ENDED = {"each": {**LAST_CHEMO, "that": {"within": HALF_A_YEAR}}}


def rule(written: Any) -> Rule:
    context = {"vocabulary": ITEMS, "language": 3}
    return TypeAdapter(AnyRule).validate_python(written, context=context)  # type: ignore[no-any-return] # a rule


def known(*lines: Any, complete: str = "yes", today: date = TODAY) -> Facts:
    read = LINES.read({"things": list(lines), "complete": complete})
    return Facts({"lines_of_therapy": read}, days={"today": today})


def truth(written: Any, *lines: Any, complete: str = "yes") -> Truth:
    return rule(written).holds(known(*lines, complete=complete), T)


@of_each(
    ("end", "expected"),
    [
        ("2026-05-31", T),  # six months end with the shorter month, on 30 November
        ("2026-06-01", F),
        ("2026-05", T),
        ("2026", U),
        ("unknown", U),
        ("not_applicable", F),
    ],
)
def test_a_line_ended_half_a_year_ago_as_far_as_its_end_is_known(
    end: str, expected: Truth
) -> None:
    assert truth(ENDED, {**CHEMO, "end": end}, PD1) is expected


def test_one_date_of_a_line_is_held_against_another() -> None:
    short = {"within": {"item": "end", "after": "start", "at_most": {"days": 60}, "none": "no"}}
    some = {"some": {"things": "lines_of_therapy", "that": short}}

    assert truth(some, {**CHEMO, "start": "2026-01-01", "end": "2026-02-01"}) is T
    assert truth(some, {**CHEMO, "start": "2026-01-01", "end": "2026-05-01"}) is F
    assert truth(some, CHEMO) is U


def test_a_line_that_ends_before_it_starts_settles_nothing_by_its_days() -> None:
    odd = {**CHEMO, "start": "2026-05-05", "end": "2026-01-29"}
    long = {"within": {"item": "start", "before": "end", "at_least": {"weeks": 12}}}
    found, facts = rule({"some": {"things": "lines_of_therapy", "that": long}}), known(odd)
    count = {"count": {"things": "lines_of_therapy", "where": CLASS, "at_most": 1}}

    assert isinstance(found, OverThings)
    assert found.holds(facts, T) is truth(ENDED, odd, PD1) is U
    assert found.clash(facts) == tuple(found.open_items(facts, T)) == (LINES,)
    assert truth(count, odd) is T


def test_lines_are_counted_by_their_days() -> None:
    recent = {"within": {"item": "start", "before": "today", "at_most": {"years": 1}}}
    count = {"count": {"things": "lines_of_therapy", "where": recent, "at_most": 1}}

    assert truth(count, {**CHEMO, "start": "2024"}, PD1) is T
    assert truth(count, CHEMO, PD1) is U  # of November 2025: perhaps a year ago
    assert truth(count, {**CHEMO, "start": "2026-02"}, PD1) is F


def test_the_day_on_which_it_turns_by_itself_is_among_those_that_are_tried() -> None:
    found = rule(ENDED)
    facts = known({**CHEMO, "end": "2026-07-15"})
    assert isinstance(found, OverThings)
    turn = date(2027, 1, 15)

    assert found.timed
    assert turn in set(found.turns(facts))
    later = known({**CHEMO, "end": "2026-07-15"}, today=turn)
    assert (found.holds(facts, T), found.holds(later, T)) == (F, T)


def test_a_line_and_what_is_asked_of_it_are_told_in_both_languages() -> None:
    facts = known({**CHEMO, "end": "2026-05-01"}, PD1)
    leaf = Evidence(rule(ENDED), TRUE, TRUE)

    assert value_words(speech("en"), LINES, facts) == (
        "Chemotherapy, platinum + taxane, start: Nov 2025, end: 1 May 2026, progression · "
        "PD-1/PD-L1 alone, Anti-PD-1, start: 1 Jul 2026, end: there was none · that is all"
    )
    assert "end ≥ 6 months before today: 1 of 1 (needs each one)" in str(
        evidence_line(speech("en"), leaf, facts)
    )
    assert "结束" in str(evidence_line(speech("zh"), leaf, facts))
    assert "2025年11月" in value_words(speech("zh"), LINES, facts)


@pytest.mark.parametrize(
    ("within", "says"),
    [
        ({"item": "drug", "before": "today", "at_most": {"days": 9}}, "drug is no date"),
        ({"item": "ends", "before": "today", "at_most": {"days": 9}}, "did you mean end?"),
        ({"item": "start", "before": "today", "at_most": {"days": 9}, "none": "no"}, "leave none"),
        ({"item": "end", "before": "dose", "at_most": {"days": 9}}, "unknown anchor 'dose'"),
    ],
)
def test_a_mistake_names_the_properties(within: Any, says: str) -> None:
    with pytest.raises(ValidationError) as refused:
        rule({"each": {"things": "lines_of_therapy", "that": {"within": within}}})

    assert says in str(refused.value)
