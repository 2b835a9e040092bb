"""Rules that count only where a condition holds, and rules for each case."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from ectrial.text import Language
from ectrial.trial.protocol import Protocol
from ectrial.trial.protocol_file import load_protocol
from ectrial.trial.verdict import Verdict, assess
from ectrial.truth import Truth, any_of, negate
from ectrial.wording.proofs import proof
from ectrial.wording.speech import speech
from tests.ectrial.subjects import TODAY
from tests.ectrial.toy import ITEMS, KEYS, TOY, F, T, U, facts, holds, names, rule
from tests.tables import of_each

TRUTHS = (F, U, T)
TEXT = "language: 3\n" + (TOY / "sleep.yaml").read_text("utf-8")


def by_item(day: Any, night: Any) -> Any:
    return {"cases": {"item": "shift", "when": {"day": day, "night": night}}}


def trial(folder: Path, criterion: str, condition: str) -> Protocol:
    """The toy trial, in which one criterion concerns some subjects only."""
    head, found, rest = TEXT.partition(f"id: {criterion}\n")
    told = rest.replace("    rule:", f"    applies_to:\n      {condition}\n    rule:", 1)
    file = folder / "trial.yaml"
    file.write_text(head + found + told, "utf-8")
    return load_protocol(file, ITEMS)


def judge(protocol: Protocol, **raw: Any) -> Verdict:
    return assess(protocol, facts(**raw), TODAY)


def shown(verdict: Verdict, number: int, language: Language = "en") -> list[str]:
    lines = proof(speech(language), verdict.findings[number], verdict.facts)
    return [str(line) for line in lines]


@of_each(("condition", "then"), list(product(TRUTHS, TRUTHS)))
def test_implies_is_not_if_or_then(condition: Truth, then: Truth) -> None:
    written = {"implies": {"if": KEYS[condition], "then": KEYS[then]}}

    for meets in (T, F):
        assert holds(written, meets, snores="yes") is any_of((negate(condition), then))


@of_each(("day", "night"), list(product(TRUTHS, TRUTHS)))
def test_a_case_is_that_of_the_answer_and_without_one_that_on_which_all_agree(
    day: Truth, night: Truth
) -> None:
    written = by_item(KEYS[day], KEYS[night])

    assert holds(written, snores="yes", shift="day") is day
    assert holds(written, snores="yes", shift="night") is night
    for unknown in ({}, {"shift": "unknown"}):
        assert holds(written, snores="yes", **unknown) is (day if day is night else U)


@of_each(("first", "then", "last"), list(product(TRUTHS, TRUTHS, TRUTHS)))
def test_cases_in_turn_are_if_then_else(first: Truth, then: Truth, last: Truth) -> None:
    written = {"cases": [{"if": KEYS[first], "then": KEYS[then]}, {"else": KEYS[last]}]}
    expected = {T: then, F: last, U: then if then is last else U}

    assert holds(written, snores="yes") is expected[first]


def test_otherwise_is_the_case_of_every_answer_not_named() -> None:
    written = {
        "cases": {"item": "shift", "when": {"day": {"is": "snores"}}, "otherwise": {"is": "naps"}}
    }

    assert holds(written, shift="night", snores="no", naps="yes") is T
    assert holds(written, shift="day", snores="no", naps="yes") is F
    assert holds(written, snores="yes", naps="yes") is T


def test_what_does_not_apply_is_a_case_only_where_it_is_named() -> None:
    two = {"item": "naps", "when": {"yes": {"is": "snores"}, "no": {"not": {"is": "snores"}}}}
    three = {"item": "naps", "when": {**two["when"], "not_applicable": {"is": "snores"}}}  # type: ignore[dict-item] # a mapping

    assert holds({"cases": two}, naps="not_applicable", snores="yes") is U
    assert holds({"cases": three}, naps="not_applicable", snores="yes") is T


def test_open_are_the_item_and_what_its_cases_leave_open() -> None:
    written = by_item(
        {"at_least": {"item": "sleep", "limit": "6", "unit": "h"}},
        {"at_least": {"item": "sleep", "limit": "4", "unit": "h"}},
    )
    sleeps = {"value": "5", "unit": "h"}

    assert names(written) == ["shift", "sleep", "sleep"]
    assert names(written, sleep=sleeps) == ["shift"]
    assert names(written, sleep={"value": "8", "unit": "h"}) == []
    assert names(written, shift="day") == ["sleep"]
    assert names({"implies": {"if": {"is": "snores"}, "then": {"is": "bed"}}}) == ["snores", "bed"]
    assert names({"implies": {"if": {"is": "snores"}, "then": {"is": "bed"}}}, snores="no") == []


def test_a_judgement_in_place_of_a_number_says_nothing_about_a_condition() -> None:
    sleeps = {"at_least": {"item": "sleep", "limit": "6", "unit": "h"}}
    written = {"implies": {"if": sleeps, "then": {"is": "snores"}}}

    assert holds(written, sleep="meets", snores="no") is U
    assert holds(written, sleep="fails", snores="no") is U


def test_a_criterion_that_does_not_apply_favours_entry_and_says_so(tmp_path: Path) -> None:
    included = trial(tmp_path, "INCL01", "is: {item: shift, answer: night}")
    excluded = trial(tmp_path, "EXCL02", "is: {item: shift, answer: night}")
    by_day = {"shift": "day", "sleep": {"value": "5", "unit": "h"}}
    noise = {"snores": "yes", "noises": ["traffic"]}

    kept = judge(included, **by_day)
    quiet = judge(excluded, **by_day, **noise)

    assert (kept.findings[0].truth, quiet.findings[3].truth) == (T, F)
    assert kept.findings[0].does_not_apply(kept.facts)
    assert quiet.findings[3].does_not_apply(quiet.facts)
    assert shown(kept, 0) == ["does not apply: Shift: Day"]
    assert shown(quiet, 3, "zh") == ["不适用：班次：白班"]


def test_a_criterion_that_applies_is_decided_by_its_rule(tmp_path: Path) -> None:
    verdict = judge(
        trial(tmp_path, "INCL01", "is: {item: shift, answer: night}"),
        shift="night",
        sleep={"value": "5", "unit": "h"},
    )

    assert verdict.findings[0].is_failing
    assert not verdict.findings[0].does_not_apply(verdict.facts)
    assert shown(verdict, 0) == ["applies: Shift: Night", "Sleep 5 h ≤ 7 ✗"]


def test_a_criterion_stays_open_while_it_may_apply_unless_its_rule_favours_entry(
    tmp_path: Path,
) -> None:
    protocol = trial(tmp_path, "INCL01", "is: {item: shift, answer: night}")
    short = judge(protocol, sleep={"value": "5", "unit": "h"})
    long = judge(protocol, sleep={"value": "8", "unit": "h"})

    assert short.findings[0].truth is U
    assert [item.id for item in short.open_items["INCL01"]] == ["shift"]
    assert shown(short, 0) == ["whether it applies: Shift: not asked ?", "Sleep 5 h ≤ 7 ✗"]
    assert long.findings[0].truth is T
    assert shown(long, 0) == ["Sleep 8 h > 7 ✓"]


def test_a_proof_says_which_case_holds_or_that_every_case_agrees() -> None:
    limit = {"item": "sleep", "unit": "h"}
    written = by_item({"above": {**limit, "limit": 7}}, {"above": {**limit, "limit": 6}})
    known = facts(shift="night", sleep={"value": "8", "unit": "h"})
    unknown = facts(sleep={"value": "8", "unit": "h"})

    of_case = [leaf.part for leaf in rule(written).evidence(known, T)]
    of_every = [leaf.part for leaf in rule(written).evidence(unknown, T)]

    assert of_case == ["case", "decides"]
    assert of_every == ["every_case", "decides", "decides"]


WHETHER = {"yes": {"is": "naps"}, "no": {"is": "snores"}}


@of_each(
    ("written", "says"),
    [
        ({"cases": {"item": "shift", "when": {"dya": {"is": "naps"}}}}, "did you mean day?"),
        ({"cases": {"item": "shift", "when": {"day": {"is": "naps"}}}}, "no case for these"),
        ({"cases": {"item": "sleep", "when": {}}}, "sleep is no choice between cases"),
        ({"cases": {"item": "move", "when": WHETHER}}, "move is no choice between cases"),
        ({"cases": [{"if": {"is": "naps"}, "then": {"is": "snores"}}]}, "one else, and that"),
        ({"cases": []}, "one else, and that is the last"),
        ({"implies": [{"is": "naps"}]}, "write implies: {if: …, then: …}"),
        ({"implies": {"if": {"is": "naps"}}}, "is missing: add 'then: …'"),
    ],
)
def test_a_case_written_by_mistake_is_told(written: Any, says: str) -> None:
    with pytest.raises(ValidationError) as refused:
        rule(written)

    assert says in str(refused.value)


def test_what_an_answer_reverses_may_be_no_condition_of_a_criterion(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="a later answer could turn its truth round"):
        trial(tmp_path, "INCL01", "stated: {item: shift, answer: night}")
