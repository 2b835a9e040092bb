"""How many of several rules hold: at least two of these, at most one of those."""

from itertools import product

import pytest
from pydantic import ValidationError

from ectrial.truth import Truth
from tests.ectrial.toy import KEYS, F, T, U, facts, holds, names, rule

TRUTHS = (F, U, T)
SNORES = {"is": "snores"}


def within(truths: tuple[Truth, ...], low: int, high: int) -> Truth:
    """What every completion of the unknown ones agrees on."""
    ways = product(*[(F, T) if each is U else (each,) for each in truths])
    found = {low <= way.count(T) <= high for way in ways}
    return U if len(found) == 2 else T if found.pop() else F


def test_it_is_what_all_completions_of_what_is_unknown_agree_on() -> None:
    for truths in product(TRUTHS, repeat=3):
        rules = [KEYS[each] for each in truths]
        for low, high in ((1, 3), (2, 3), (3, 3), (0, 0), (0, 1), (0, 2)):
            ends = {"at_least": low} if low else {"at_most": high}
            for meets in (T, F):
                got = holds({"number_of": {"rules": rules, **ends}}, meets, snores="yes")
                assert got is within(truths, low, high), (truths, low, high)


def test_open_are_only_items_that_can_still_settle_it() -> None:
    two = {"number_of": {"at_least": 2, "rules": [SNORES, {"is": "naps"}, {"is": "bed"}]}}

    assert names(two) == ["snores", "naps", "bed"]
    assert names(two, snores="yes") == ["naps", "bed"]
    assert names(two, snores="yes", bed="yes") == []
    assert names(two, snores="no", naps="no") == []


@pytest.mark.parametrize(
    ("ends", "shown"),
    [
        ({"at_least": 1}, ["snores"]),
        ({"at_least": 2}, ["naps"]),
        ({"at_most": 1}, ["naps"]),
        ({"at_most": 0}, ["snores"]),
    ],
)
def test_shown_are_the_rules_that_decided(ends: dict[str, int], shown: list[str]) -> None:
    read = rule({"number_of": {"rules": [SNORES, {"is": "naps"}], **ends}})

    found = read.evidence(facts(snores="yes", naps="no"), T)

    assert [item.id for each in found for item in each.rule.items()] == shown


def test_a_judgement_in_place_of_a_number_speaks_for_entry_at_either_end() -> None:
    sleeps = {"at_least": {"item": "sleep", "limit": "6", "unit": "h"}}
    rules = [sleeps, SNORES]

    for meets in (T, F):
        for ends in ({"at_least": 1}, {"at_most": 0}):
            written = {"number_of": {"rules": rules, **ends}}
            assert holds(written, meets, sleep="meets", snores="no") is meets


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ([SNORES], "give at_least or at_most, a whole number; for both join two by all"),
        ({"rules": [SNORES], "at_least": 0}, "at_least: 0 of 1 rules: write a number from 1 to 1"),
        ({"rules": [SNORES], "at_least": 2}, "at_least: 2 of 1 rules: write a number from 1 to 1"),
        ({"rules": [SNORES], "at_most": 1}, "at_most: 1 of 1 rules: write one from 0 to 0"),
        ({"rules": [SNORES] * 3, "at_least": 1, "at_most": 2}, "for both join two by all"),
    ],
)
def test_a_number_that_says_nothing_is_refused(written: object, says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        rule({"number_of": written})
