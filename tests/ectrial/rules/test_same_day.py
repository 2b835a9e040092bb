"""Answers of one day: those of different days leave a rule open, and exclude nobody."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from ectrial.facts import Facts
from ectrial.rules.language import Evidence, Rule
from ectrial.truth import Truth
from ectrial.wording.proofs import evidence_line
from ectrial.wording.speech import speech
from tests.ectrial.rules.test_dates_of_things import ITEMS, rule
from tests.ectrial.toy import T, U
from tests.tables import of_each

BOTH: Rule = rule({"same_day": ["wbc", "platelets"]})
ONE, OTHER = date(2026, 11, 3), date(2026, 11, 5)


def facts(**days: date | None) -> Facts:
    number: Any = {"value": 5, "unit": "10*9/L"}
    items = {
        name: ITEMS[name].read({**number, "date": day.isoformat()} if day else number)
        for name, day in days.items()
    }
    return Facts(items)


def opens(known: Facts) -> list[str]:
    return [item.id for item in BOTH.open_items(known, T)]


@of_each(
    ("known", "expected", "names"),
    [
        (facts(wbc=ONE, platelets=ONE), T, []),
        (facts(wbc=ONE, platelets=OTHER), U, ["wbc"]),
        (facts(wbc=ONE), U, ["platelets"]),
        (facts(wbc=ONE, platelets=None), U, ["platelets"]),
        (facts(), U, ["wbc", "platelets"]),
    ],
)
def test_answers_of_other_days_are_to_be_repeated(
    known: Facts, expected: Truth, names: list[str]
) -> None:
    assert BOTH.holds(known, T) is expected
    assert opens(known) == names


def test_without_a_day_of_its_sample_the_day_of_answering_counts() -> None:
    known = facts(wbc=ONE, platelets=None)

    assert BOTH.holds(Facts(known.items, answered={"platelets": ONE}), T) is T
    assert BOTH.holds(Facts(known.items, answered={"platelets": OTHER}), T) is U


def test_each_day_is_told_in_both_languages() -> None:
    known = facts(wbc=ONE, platelets=OTHER)
    leaf = Evidence(BOTH, U, T)

    assert str(evidence_line(speech("en"), leaf, known)) == (
        "WBC: 3 Nov 2026 · Platelets: 5 Nov 2026 (needs one day for all) ?"
    )
    assert "2026年11月3日" in str(evidence_line(speech("zh"), leaf, known))
    assert "须为同一天" in str(evidence_line(speech("zh"), leaf, facts(wbc=ONE)))


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (["wbc"], "name two items or more"),
        (["wbc", "wbc"], "'wbc' stands twice: leave one of them out"),
        (["wbc", "plateletts"], "did you mean platelets?"),
        ("wbc", "must be a list"),
    ],
)
def test_a_mistake_is_told_with_its_remedy(written: Any, says: str) -> None:
    with pytest.raises(ValidationError) as refused:
        rule({"same_day": written})

    assert says in str(refused.value)
