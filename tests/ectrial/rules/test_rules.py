"""Every operator over the toy items: its truths, judgements, open items and evidence."""

from fractions import Fraction
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from ectrial.facts import Facts
from ectrial.quantity import Quantity, point
from ectrial.rules.comparisons import Limited
from ectrial.rules.language import AnyRule, Evidence, Rule
from ectrial.rules.ranges import Between
from ectrial.truth import Truth, negate
from tests.ectrial.subjects import amount
from tests.ectrial.toy import ITEMS, KEYS, F, T, U, facts, holds, names, rule
from tests.tables import of_each

SLEEP_7 = {"item": "sleep", "limit": 7, "unit": "h"}
TWICE = {"item": "marker", "other": "marker_uln", "times": 2}
CALM = {"between": {"item": "calm", "low": 3, "high": 8, "unit": "{score}"}}
SHIFT = {"maps": {"item": "shift", "truths": {"day": "false", "night": "true"}}}
LISTED = {
    "any_listed": {
        "item": "noises",
        "truths": {"rain": "false", "traffic": "true", "unsure": "unknown"},
        "complete_when": {"snores": "yes"},
    }
}
BY_UNIT = {
    "by_unit": {
        "results": ["load", "load_again"],
        "at_least": {"mg/L": 10, "{count}/L": 500},
        "otherwise": {
            "false_if": {"all": [{"is": "snores"}, {"is": {"item": "load", "answer": "not_done"}}]}
        },
    }
}
KNOWN: dict[str, Any] = {"snores": "yes"}


def truth_of_three(operator: str, truths: list[Truth], meets: Truth = T) -> Truth:
    return holds({operator: [KEYS[truth] for truth in truths]}, meets, **KNOWN)


# Answers that are words.


@pytest.mark.parametrize(
    ("raw", "truth"),
    [
        ({}, U),
        ({"snores": "unknown"}, U),
        ({"snores": "yes"}, T),
        ({"snores": "no"}, F),
    ],
)
def test_is_holds_for_its_answer_alone(raw: dict[str, Any], truth: Truth) -> None:
    assert holds({"is": "snores"}, **raw) is truth
    assert holds({"is": {"item": "snores", "answer": "yes"}}, **raw) is truth
    assert holds({"is": {"item": "snores", "answer": "no"}}, **raw) is negate(truth)


@pytest.mark.parametrize(
    ("raw", "truth"),
    [
        ({}, F),
        ({"shift": "day"}, F),
        ({"shift": "unknown"}, F),
        ({"shift": "night"}, U),
    ],
)
def test_not_applicable_is_no_unless_it_applies(raw: dict[str, Any], truth: Truth) -> None:
    assert holds({"is": "naps"}, naps="not_applicable", **raw) is truth


def test_not_done_is_an_answer_that_can_be_asked_for() -> None:
    skipped = {"is": {"item": "load", "answer": "not_done"}}

    assert holds(skipped, load="not_done") is T
    assert holds(skipped, load="unknown") is U
    assert holds(skipped, load=amount(1, "mg/L")) is F


@pytest.mark.parametrize(
    ("raw", "truth"),
    [({}, U), ({"shift": "unknown"}, U), ({"shift": "day"}, F), ({"shift": "night"}, T)],
)
def test_maps_looks_the_answer_up(raw: dict[str, Any], truth: Truth) -> None:
    assert holds(SHIFT, **raw) is truth


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_maps_leaves_answers_without_a_truth_unknown(answer: str) -> None:
    table = {"maps": {"item": "snores", "truths": {"yes": "true"}}}

    assert holds(table, snores=answer) is (T if answer == "yes" else U)


@of_each(
    ("ticked", "complete", "truth"),
    [
        (None, "yes", U),
        ([], "yes", U),
        (["rain"], "yes", F),
        (["unsure"], "yes", U),
        (["rain", "unsure"], "yes", U),
        (["traffic"], "yes", T),
        (["unsure", "traffic"], "yes", T),
        (["rain"], "unknown", U),
        (["rain"], None, U),
        (["rain"], "no", U),
        (["traffic"], "unknown", T),
        (["traffic"], None, T),
        ([], None, U),
        ("unknown", "yes", U),
    ],
)
def test_any_listed_needs_a_complete_list_to_fail(
    ticked: Any, complete: str | None, truth: Truth
) -> None:
    raw = {"noises": ticked, "snores": complete}

    assert holds(LISTED, **{k: v for k, v in raw.items() if v is not None}) is truth


@of_each(
    ("raw", "open_items"),
    [
        ({}, ["noises"]),
        ({"snores": "yes"}, ["noises"]),
        ({"snores": "yes", "noises": ["rain"]}, []),
        ({"snores": "no"}, []),
        ({"snores": "unknown"}, []),
    ],
)
def test_a_list_that_cannot_be_complete_is_not_asked(
    raw: dict[str, Any], open_items: list[str]
) -> None:
    assert names(LISTED, **raw) == open_items


@pytest.mark.parametrize(
    ("raw", "truth"),
    [({}, F), ({"shift": "day"}, F), ({"shift": "night"}, F), ({"shift": "unknown"}, T)],
)
def test_stated_is_literal_and_never_unknown(raw: dict[str, Any], truth: Truth) -> None:
    assert holds({"stated": {"item": "shift", "answer": "unknown"}}, **raw) is truth


@of_each(
    ("answer", "truth"),
    [
        (amount(1, "mg/L"), T),
        (amount(1, "ug/L"), T),
        ("meets", F),
        ("unknown", F),
        ("not_done", F),
    ],
)
def test_given_takes_numbers_and_nothing_else(answer: Any, truth: Truth) -> None:
    assert holds({"given": "load"}, load=answer) is truth


def test_given_may_name_the_unit() -> None:
    in_mg = {"given": {"item": "marker", "unit": "mg/L"}}

    assert holds(in_mg, marker=amount(1, "mg/L")) is T
    assert holds(in_mg, marker=amount(1, "ug/L")) is F
    assert holds(in_mg) is holds({"given": "marker"}) is F


@pytest.mark.parametrize(("ticked", "truth"), [([], F), (["rain"], T)])
def test_given_takes_a_list_that_is_not_empty(ticked: list[str], truth: Truth) -> None:
    assert holds({"given": "noises"}, noises=ticked) is truth


# Numbers.


@of_each(
    ("operator", "below", "at", "over"),
    [
        ("at_least", F, T, T),
        ("above", F, F, T),
        ("at_most", T, T, F),
        ("below", T, F, F),
    ],
)
@of_each("unit", ["h", "min"])
def test_comparisons_are_strict_or_not_in_every_unit(
    operator: str, below: Truth, at: Truth, over: Truth, unit: str
) -> None:
    values = ["6.99", "7", "7.01"] if unit == "h" else ["419.9", "420", "420.1"]

    truths = [holds({operator: SLEEP_7}, sleep=amount(value, unit)) for value in values]

    assert truths == [below, at, over]


@of_each(
    ("operator", "comparator", "value", "truth"),
    [
        ("at_least", ">=", 7, T),
        ("at_least", ">", 7, T),
        ("at_least", "<", 7, F),
        ("at_least", "<=", 7, U),
        ("at_least", ">", 6, U),
        ("above", ">=", 7, U),
        ("above", ">", 7, T),
        ("above", "<=", 7, F),
        ("above", "<", 8, U),
        ("at_most", "<=", 7, T),
        ("at_most", "<", 7, T),
        ("at_most", ">", 7, F),
        ("at_most", ">=", 7, U),
        ("below", "<", 7, T),
        ("below", "<=", 7, U),
        ("below", ">=", 7, F),
        ("below", ">", 6, U),
    ],
)
def test_censored_numbers_are_compared_whole(
    operator: str, comparator: str, value: int, truth: Truth
) -> None:
    assert holds({operator: SLEEP_7}, sleep=amount(value, "h", comparator)) is truth


@pytest.mark.parametrize("operator", ["at_least", "above", "at_most", "below"])
def test_a_comparison_without_a_value_is_unknown(operator: str) -> None:
    assert holds({operator: SLEEP_7}) is U
    assert holds({operator: SLEEP_7}, sleep="unknown") is U
    assert holds({operator: TWICE}, marker="unknown") is U


@of_each(
    ("value", "truth"),
    [("2", F), ("3", T), ("5", T), ("8", T), ("9", F)],
)
def test_between_includes_both_ends(value: str, truth: Truth) -> None:
    assert holds(CALM, calm=amount(value, "{score}")) is truth


@of_each(
    ("comparator", "value", "truth"),
    [("<", 3, F), (">", 8, F), (">", 2, U), ("<", 9, U), (">=", 3, U), ("<=", 8, U)],
)
def test_between_compares_whole_censored_scores(comparator: str, value: int, truth: Truth) -> None:
    assert holds(CALM, calm=amount(value, "{score}", comparator)) is truth


def test_between_one_value_and_itself_holds_exactly_there() -> None:
    seven = {"between": {"item": "sleep", "low": 7, "high": 7, "unit": "h"}}

    assert holds(seven, sleep=amount(420, "min")) is T
    assert holds(seven, sleep=amount(421, "min")) is F


def test_between_never_compares_units_of_different_bases() -> None:
    few = {"between": {"item": "marker", "low": 1, "high": 5, "unit": "mg/L"}}

    assert holds(few, marker=amount(2, "mg/L")) is T
    assert holds(few, marker=amount(2000, "ug/L")) is T
    assert holds(few, marker=amount(2, "{count}/L")) is U


@of_each(
    ("marker", "limit", "truth"),
    [
        (amount(20, "mg/L"), amount(10, "mg/L"), T),
        (amount("20.01", "mg/L"), amount(10, "mg/L"), F),
        (amount(20000, "ug/L"), amount(10, "mg/L"), T),
        (amount(20001, "ug/L"), amount(10, "mg/L"), F),
        (amount(20, "mg/L"), amount(10000, "ug/L"), T),
        (amount(20, "mg/L"), None, U),
        (amount(20, "mg/L"), "unknown", U),
        (amount(20, "mg/L"), "meets", U),
        (amount(2, "xULN"), None, T),
        (amount("2.01", "xULN"), None, F),
        (amount(2, "xULN"), amount(1, "mg/L"), T),
        (amount(2, "xULN", ">="), None, U),
        (amount(20, "{count}/L"), amount(10, "mg/L"), U),
        (amount(20, "mg/L"), amount(10, "mg/L", ">="), T),
        (amount(20, "mg/L"), amount(10, "mg/L", "<"), F),
        (amount(20, "mg/L"), amount(10, "mg/L", "<="), U),
        (amount(19, "mg/L"), amount(10, "mg/L", "<"), U),
    ],
)
def test_a_multiple_of_another_item_is_exact(marker: Any, limit: Any, truth: Truth) -> None:
    raw = {"marker": marker, "marker_uln": limit}

    assert holds({"at_most": TWICE}, **{k: v for k, v in raw.items() if v is not None}) is truth


@pytest.mark.parametrize("operator", ["at_least", "above", "at_most", "below"])
def test_every_comparison_takes_a_multiple(operator: str) -> None:
    over = holds({operator: TWICE}, marker=amount(21, "mg/L"), marker_uln=amount(10, "mg/L"))
    at = holds({operator: TWICE}, marker=amount(20, "mg/L"), marker_uln=amount(10, "mg/L"))

    assert over is (T if operator in ("at_least", "above") else F)
    assert at is (T if operator in ("at_least", "at_most") else F)


def test_another_item_without_times_is_taken_as_it_is() -> None:
    over = {"above": {"item": "marker", "other": "load"}}

    assert holds(over, marker=amount(2, "mg/L"), load=amount(1, "mg/L")) is T
    assert holds(over, marker=amount(2, "mg/L"), load=amount(2, "mg/L")) is F
    assert holds(over, marker=amount(2, "mg/L"), load=amount(1, "{count}/L")) is U
    assert holds(over, marker=amount("1.5", "xULN")) is T


@pytest.mark.parametrize("operator", ["at_least", "at_most", "above", "below"])
def test_a_ratio_is_never_held_against_a_fixed_limit(operator: str) -> None:
    fixed = {operator: {"item": "marker", "limit": 10, "unit": "mg/L"}}

    assert holds(fixed, marker=amount(2, "xULN")) is U


def test_a_limit_of_zero_is_a_limit() -> None:
    some = {"above": {"item": "marker", "limit": 0, "unit": "mg/L"}}

    assert holds(some, marker=amount(0, "mg/L")) is F
    assert holds(some, marker=amount("0.001", "ug/L")) is T


# Judgements.

COMPARISONS = [
    {"at_least": SLEEP_7},
    {"above": SLEEP_7},
    {"at_most": SLEEP_7},
    {"below": SLEEP_7},
    {"between": {"item": "sleep", "low": 7, "high": 8, "unit": "h"}},
]


@of_each("written", COMPARISONS, ids=lambda written: next(iter(written)))
@of_each("meets", [T, F])
def test_a_judgement_is_seen_from_the_subjects_side(written: Any, meets: Truth) -> None:
    assert holds(written, meets, sleep="meets") is meets
    assert holds(written, meets, sleep="fails") is negate(meets)
    assert holds(written, U, sleep="meets") is U


@pytest.mark.parametrize("meets", [T, F])
def test_a_judgement_turns_round_under_not(meets: Truth) -> None:
    turned = {"not": {"above": SLEEP_7}}

    assert holds(turned, meets, sleep="meets") is meets
    assert holds(turned, meets, sleep="fails") is negate(meets)
    assert holds({"not": turned}, meets, sleep="meets") is meets


@of_each("operator", ["all", "any", "first_known"])
@of_each("meets", [T, F])
def test_a_judgement_keeps_its_side_among_others(operator: str, meets: Truth) -> None:
    joined = {operator: [{"above": SLEEP_7}, {"not": {"below": SLEEP_7}}]}

    assert holds(joined, meets, sleep="meets") is meets
    assert holds(joined, meets, sleep="fails") is negate(meets)


@pytest.mark.parametrize("meets", [T, F])
def test_a_judged_result_stands_for_its_threshold(meets: Truth) -> None:
    assert holds(BY_UNIT, meets, load="meets") is meets
    assert holds(BY_UNIT, meets, load="fails") is negate(meets)
    assert holds(BY_UNIT, meets, load_again="fails") is negate(meets)


def test_a_judgement_inside_false_if_and_unknown_keeps_its_side() -> None:
    assert holds({"false_if": {"above": SLEEP_7}}, T, sleep="meets") is F
    assert holds({"false_if": {"above": SLEEP_7}}, F, sleep="meets") is U
    assert holds({"unknown": {"above": SLEEP_7}}, F, sleep="meets") is F
    assert holds({"unknown": {"above": SLEEP_7}}, U, sleep="meets") is T


# Results by unit.


@of_each(
    ("raw", "truth"),
    [
        ({"load": amount("9.99", "mg/L")}, F),
        ({"load": amount(10, "mg/L")}, T),
        ({"load": amount(10000, "ug/L")}, T),
        ({"load": amount(9999, "ug/L")}, F),
        ({"load": amount(499, "{count}/L")}, F),
        ({"load": amount(500, "{count}/L")}, T),
        ({"load": amount("2.69", "{Log_count}/L")}, F),
        ({"load": amount("2.70", "{Log_count}/L")}, U),
        ({"load": amount("2.71", "{Log_count}/L")}, T),
        ({"load": amount(10, "mg/L", "<")}, F),
        ({"load": amount(10, "mg/L", "<=")}, U),
        ({"load": amount(5, "mg/L"), "load_again": amount(500, "{count}/L")}, T),
        ({"load": amount(5, "mg/L"), "load_again": amount(499, "{count}/L")}, F),
        ({"load": amount(5, "mg/L"), "load_again": "unknown"}, F),
        ({"load": amount(5, "mg/L", ">"), "load_again": amount(1, "mg/L")}, U),
        ({"load": "unknown", "load_again": amount(1, "mg/L")}, F),
        ({"load": "not_done", "snores": "yes"}, F),
        ({"load": "not_done", "snores": "no"}, U),
        ({"load": "not_done"}, U),
        ({"load": "unknown", "snores": "yes"}, U),
        ({"snores": "yes"}, U),
        ({"load": "not_done", "snores": "yes", "load_again": amount(10, "mg/L")}, T),
    ],
)
def test_a_result_is_held_against_the_bound_of_its_unit(raw: dict[str, Any], truth: Truth) -> None:
    assert holds(BY_UNIT, F, **raw) is truth


@of_each(
    ("raw", "open_items"),
    [
        ({}, ["load", "snores", "load"]),
        ({"load": "not_done"}, ["load", "snores"]),
        ({"load": "not_done", "snores": "yes"}, []),
        ({"load": amount(5, "mg/L", ">")}, ["load"]),
        ({"load_again": amount(5, "mg/L", ">")}, ["load"]),
        ({"load": amount(5, "mg/L")}, []),
    ],
)
def test_an_open_result_is_asked_again(raw: dict[str, Any], open_items: list[str]) -> None:
    assert names(BY_UNIT, F, **raw) == open_items


# Joining rules.


@of_each("left", [T, U, F])
@of_each("right", [T, U, F])
def test_rules_join_like_truths(left: Truth, right: Truth) -> None:
    rank = [F, U, T]
    pair = [left, right]

    assert truth_of_three("all", pair) is min(pair, key=rank.index)
    assert truth_of_three("any", pair) is max(pair, key=rank.index)
    assert truth_of_three("first_known", pair) is (right if left is U else left)


@pytest.mark.parametrize(
    ("inner", "turned", "inferred", "asked"), [(T, F, F, F), (F, T, U, F), (U, U, U, T)]
)
def test_rules_over_one_rule(inner: Truth, turned: Truth, inferred: Truth, asked: Truth) -> None:
    written = KEYS[inner]

    assert holds({"not": written}, **KNOWN) is turned
    assert holds({"false_if": written}, **KNOWN) is inferred
    assert holds({"unknown": written}, **KNOWN) is asked


def test_first_known_prefers_the_earlier_rule() -> None:
    rules = {"first_known": [{"above": SLEEP_7}, {"is": "naps"}]}

    assert holds(rules, sleep=amount(6, "h"), naps="yes") is F
    assert holds(rules, sleep=amount(6, "h", ">"), naps="yes") is T
    assert holds(rules) is U


# Open items.

OPEN = [
    ({"is": "snores"}, {}, ["snores"]),
    ({"is": "snores"}, {"snores": "unknown"}, ["snores"]),
    ({"is": "snores"}, {"snores": "no"}, []),
    (SHIFT, {}, ["shift"]),
    (SHIFT, {"shift": "day"}, []),
    ({"stated": {"item": "snores", "answer": "no"}}, {}, []),
    ({"given": "load"}, {}, []),
    ({"unknown": {"is": "snores"}}, {}, []),
    (CALM, {}, ["calm"]),
    (CALM, {"calm": amount(4, "{score}")}, []),
    (CALM, {"calm": amount(4, "{score}", ">")}, ["calm"]),
    ({"above": SLEEP_7}, {}, ["sleep"]),
    ({"above": SLEEP_7}, {"sleep": "meets"}, []),
    ({"above": SLEEP_7}, {"sleep": amount(6, "h", ">")}, ["sleep"]),
    ({"at_most": TWICE}, {}, ["marker"]),
    ({"at_most": TWICE}, {"marker_uln": amount(10, "mg/L")}, ["marker"]),
    ({"at_most": TWICE}, {"marker": amount(10, "mg/L")}, ["marker_uln"]),
    ({"at_most": TWICE}, {"marker": amount(2, "xULN", ">=")}, ["marker_uln"]),
    (
        {"at_most": TWICE},
        {"marker": amount(9, "mg/L", ">"), "marker_uln": amount(10, "mg/L")},
        ["marker"],
    ),
    ({"at_most": TWICE}, {"marker": amount(1, "xULN")}, []),
    ({"not": {"is": "snores"}}, {}, ["snores"]),
    ({"not": {"is": "snores"}}, {"snores": "yes"}, []),
    ({"not": {"above": SLEEP_7}}, {"sleep": "meets"}, []),
    ({"false_if": {"is": "snores"}}, {}, ["snores"]),
    ({"false_if": {"is": "snores"}}, {"snores": "yes"}, []),
    ({"all": [{"is": "snores"}, {"is": "naps"}]}, {}, ["snores", "naps"]),
    ({"all": [{"is": "snores"}, {"is": "naps"}]}, {"snores": "yes"}, ["naps"]),
    ({"all": [{"is": "snores"}, {"is": "naps"}]}, {"snores": "no"}, []),
    ({"any": [{"is": "snores"}, {"is": "naps"}]}, {"snores": "yes"}, []),
    ({"any": [{"is": "snores"}, {"is": "naps"}]}, {"naps": "no"}, ["snores"]),
    ({"first_known": [{"is": "snores"}, {"is": "naps"}]}, {}, ["snores", "naps"]),
    ({"first_known": [{"is": "snores"}, {"is": "naps"}]}, {"naps": "no"}, []),
]


@of_each(("written", "raw", "open_items"), OPEN)
def test_only_what_can_settle_a_rule_is_open(
    written: Any, raw: dict[str, Any], open_items: list[str]
) -> None:
    assert names(written, **raw) == open_items


EITHER = {"any": [{"above": SLEEP_7}, {"is": "snores"}]}


@of_each(
    ("written", "meets", "judgement", "open_items"),
    [
        (EITHER, T, "fails", ["snores"]),
        (EITHER, T, "meets", []),
        ({"all": [EITHER]}, T, "fails", ["snores"]),
        ({"not": EITHER}, F, "meets", []),
        ({"not": EITHER}, F, "fails", ["snores"]),
        ({"not": EITHER}, T, "meets", ["snores"]),
        ({"not": {"all": EITHER["any"]}}, T, "fails", ["snores"]),
        ({"false_if": EITHER}, T, "fails", ["snores"]),
        ({"by_unit": {**BY_UNIT["by_unit"], "otherwise": EITHER}}, T, "fails", ["load", "snores"]),
        ({"by_unit": {**BY_UNIT["by_unit"], "otherwise": EITHER}}, T, "meets", []),
    ],
)
def test_open_items_take_a_judgement_from_its_side(
    written: Any, meets: Truth, judgement: str, open_items: list[str]
) -> None:
    assert names(written, meets, sleep=judgement) == open_items


# Items and leaves.


@of_each(
    ("written", "items"),
    [
        ({"is": "snores"}, ["snores"]),
        (SHIFT, ["shift"]),
        (LISTED, ["noises"]),
        ({"given": "load"}, ["load"]),
        (CALM, ["calm"]),
        ({"above": SLEEP_7}, ["sleep"]),
        ({"at_most": TWICE}, ["marker", "marker_uln"]),
        (BY_UNIT, ["load", "load_again", "snores", "load"]),
        ({"not": {"is": "naps"}}, ["naps"]),
        ({"unknown": {"is": "naps"}}, ["naps"]),
        ({"false_if": {"is": "naps"}}, ["naps"]),
        ({"any": [{"is": "naps"}, {"all": [{"is": "bed"}]}]}, ["naps", "bed"]),
    ],
)
def test_a_rule_names_every_item_it_reads(written: Any, items: list[str]) -> None:
    assert [item.id for item in rule(written).items()] == items


def test_leaves_carry_the_truth_that_favours_entry() -> None:
    written = {
        "all": [
            {"above": SLEEP_7},
            {"not": {"is": "naps"}},
            {"unknown": {"is": "bed"}},
            {"false_if": {"not": CALM}},
        ]
    }

    leaves = rule(written).leaves(T)

    assert [(leaf.rule.operator, leaf.meets) for leaf in leaves] == [
        ("above", T),
        ("is", F),
        ("is", T),
        ("between", F),
    ]


def test_a_leaf_gives_its_evidence() -> None:
    (leaf,) = rule({"not": {"is": "naps"}}).leaves(T)

    assert leaf.evidence(facts(naps="yes")) == Evidence(leaf.rule, T, F)
    assert leaf.evidence(facts()) == Evidence(leaf.rule, U, F)


@pytest.mark.parametrize("meets", [T, F])
def test_a_leaf_takes_a_judgement_from_its_side(meets: Truth) -> None:
    (leaf,) = rule({"above": SLEEP_7}).leaves(meets)

    assert leaf.evidence(facts(sleep="meets")) == Evidence(leaf.rule, meets, meets)


def test_what_is_first_known_takes_a_judgement_from_its_side() -> None:
    written = {"first_known": [EITHER, {"is": "naps"}]}

    assert shown(written, sleep="fails", naps="no") == [("naps", "false", "true")]


# Evidence.


def shown(written: Any, meets: Truth = T, **raw: Any) -> list[tuple[str, str, str]]:
    return [
        (",".join(item.id for item in leaf.rule.items()), leaf.truth.value, leaf.meets.value)
        for leaf in rule(written).evidence(facts(**raw), meets)
    ]


BOTH = [{"is": "snores"}, {"is": "naps"}]


@of_each(
    ("written", "raw", "expected"),
    [
        ({"is": "snores"}, {}, [("snores", "unknown", "true")]),
        ({"not": {"is": "snores"}}, {"snores": "no"}, [("snores", "false", "false")]),
        (
            {"all": BOTH},
            {"snores": "yes", "naps": "yes"},
            [("snores", "true", "true"), ("naps", "true", "true")],
        ),
        ({"all": BOTH}, {"snores": "no", "naps": "yes"}, [("snores", "false", "true")]),
        ({"all": BOTH}, {"snores": "yes"}, [("naps", "unknown", "true")]),
        ({"any": BOTH}, {"naps": "yes"}, [("naps", "true", "true")]),
        ({"first_known": BOTH}, {"naps": "no"}, [("naps", "false", "true")]),
        ({"first_known": BOTH}, {"snores": "no", "naps": "yes"}, [("snores", "false", "true")]),
        (
            {"first_known": BOTH},
            {},
            [("snores", "unknown", "true"), ("naps", "unknown", "true")],
        ),
        ({"false_if": {"is": "naps"}}, {"naps": "yes"}, [("naps", "true", "false")]),
        ({"at_most": TWICE}, {}, [("marker,marker_uln", "unknown", "true")]),
    ],
)
def test_evidence_is_what_made_the_result(
    written: Any, raw: dict[str, Any], expected: list[tuple[str, str, str]]
) -> None:
    assert shown(written, **raw) == expected


def test_evidence_keeps_judgements_on_their_side() -> None:
    turned = {"all": [{"not": {"above": SLEEP_7}}, {"below": SLEEP_7}]}

    assert shown(turned, T, sleep="meets") == [
        ("sleep", "false", "false"),
        ("sleep", "true", "true"),
    ]


# Near a bound.


def near(written: Any, name: str, value: str, unit: str, comparator: str = "=") -> bool:
    read = rule(written)
    quantity = ITEMS[name].read(amount(value, unit, comparator))
    assert isinstance(read, Limited)
    assert isinstance(quantity, Quantity)
    return read.is_near(quantity)


@of_each(
    ("value", "unit", "expected"),
    [
        ("420", "min", True),
        ("420.5", "min", False),
        ("419.6", "min", False),
        ("421", "min", False),
        ("7.0", "h", True),
        ("7.1", "h", False),
        ("7.05", "h", False),
        ("7.004", "h", False),
        ("4.2E+2", "min", True),
        ("4.3E+2", "min", False),
    ],
)
def test_a_value_is_near_within_half_its_last_place(value: str, unit: str, expected: bool) -> None:
    assert near({"above": SLEEP_7}, "sleep", value, unit) is expected


@of_each(
    ("value", "limit", "expected"),
    [
        ("7", "7.4", True),
        ("7", "6.6", True),
        ("7", "7.5", False),
        ("8", "7.5", False),
        ("7", "7.55", False),
        ("7.0", "7.04", True),
        ("7.0", "7.05", False),
    ],
)
def test_a_printed_value_stands_for_what_rounds_to_it(
    value: str, limit: str, expected: bool
) -> None:
    above = {"above": {"item": "sleep", "limit": limit, "unit": "h"}}

    assert near(above, "sleep", value, "h") is expected


@pytest.mark.parametrize(
    ("value", "expected"), [("2500", False), ("3000", True), ("8000", True), ("5000", False)]
)
def test_both_ends_of_a_range_are_near(value: str, expected: bool) -> None:
    few = {"between": {"item": "marker", "low": 3, "high": 8, "unit": "mg/L"}}

    assert near(few, "marker", value, "ug/L") is expected


def test_only_exact_values_of_the_same_base_are_near() -> None:
    ten = {"at_least": {"item": "load", "limit": 10, "unit": "mg/L"}}
    counts = {"at_least": {"item": "load", "limit": 10, "unit": "{count}/L"}}

    assert near(ten, "load", "10", "mg/L")
    assert not near(ten, "load", "10", "mg/L", "<=")
    assert not near(ten, "load", "10", "{count}/L")
    assert not near(counts, "load", "1.00", "{Log_count}/L")


def test_a_multiple_has_no_fixed_bound_to_be_near() -> None:
    assert not near({"at_most": TWICE}, "marker", "2", "mg/L")
    assert not near({"at_most": TWICE}, "marker", "2", "xULN")


# Rules are written by people.

BAD = [
    ("", "Value error, a rule is a mapping with one operator, such as 'is: sex'"),
    ({}, "a rule is a mapping with one operator"),
    ({"is": "snores", "not": {"is": "snores"}}, "a rule is a mapping with one operator"),
    ({"_": "snores"}, "unknown operator '_'"),
    ({"exactly": "snores"}, "unknown operator 'exactly'"),
    ({"is": "snoring"}, "unknown item 'snoring'"),
    ({"is": {"item": "snores", "answr": "no"}}, "answr"),
    ({"is": {"item": "snores", "answer": "maybe"}}, "not answers of snores: maybe"),
    ({"stated": {"item": "snores", "answer": "maybe"}}, "not answers of snores: maybe"),
    ({"stated": {"item": "snores"}}, "answer"),
    (
        {"maps": {"item": "snores", "truths": {"often": "true", "never": "false"}}},
        "not answers of snores: never, often",
    ),
    ({"maps": {"item": "shift", "truths": {}}}, "these answers of shift: day, night"),
    ({"given": {"item": "load", "unit": "kg"}}, "'kg' is not a unit of load"),
    ({"maps": {"item": "shift", "truths": {"day": "true"}}}, "these answers of shift: night"),
    (
        {"maps": {"item": "shift", "truths": {"day": "true", "night": "true", "noon": "true"}}},
        "not answers of shift: noon",
    ),
    ({"maps": {"item": "shift", "truths": {"day": "maybe", "night": "true"}}}, "truths.day"),
    ({"at_least": {"item": "sleep", "limit": 7}}, "a number needs its unit"),
    ({"at_least": {"item": "sleep", "limit": 7, "unit": "d"}}, "'d' is not a unit of sleep"),
    ({"at_least": {"item": "sleep", "limit": "7 h", "unit": "h"}}, "limit"),
    ({"at_least": {"item": "sleep"}}, "give either limit and unit, or other"),
    ({"above": {**SLEEP_7, "other": "marker"}}, "give either limit and unit, or other"),
    ({"at_least": {"item": "sleep", "other": "nothing"}}, "unknown item 'nothing'"),
    ({"between": {"item": "sleep", "low": 8, "high": 7, "unit": "h"}}, "low is above high"),
    ({"between": {"item": "sleep", "low": 7, "high": 8, "unit": "d"}}, "is not a unit of sleep"),
    ({"all": []}, "at least one entry"),
    ({"any": []}, "at least one entry"),
    ({"first_known": []}, "at least one entry"),
    ({"all": "snores"}, "must be a list"),
    ({"not": "snores"}, "a rule is a mapping with one operator"),
    (
        {"by_unit": {**BY_UNIT["by_unit"], "at_least": {"mg/L": 10}}},
        "needs one bound for each of mg/L, {count}/L",
    ),
]


@of_each(("written", "says"), BAD, ids=lambda part: str(part)[:60])
def test_a_rule_that_means_nothing_is_refused(written: Any, says: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        rule(written)

    assert says in str(refusal.value)


def test_items_are_unknown_without_a_vocabulary() -> None:
    with pytest.raises(ValidationError, match="unknown item 'snores'"):
        TypeAdapter(AnyRule).validate_python({"is": "snores"})

    with pytest.raises(ValidationError, match="unknown item 'snores'"):
        TypeAdapter(AnyRule).validate_python({"is": "snores"}, context={})


def test_logarithms_are_never_compared_as_printed() -> None:
    twice = {"at_most": {"item": "load", "other": "load"}}

    assert holds(twice, load=amount("2.00", "{Log_count}/L")) is U
    assert holds(twice, load=amount("2.00", "mg/L")) is T


def test_shared_parts_are_no_operators() -> None:
    assert sorted(Rule.operators) == [
        "above",
        "all",
        "any",
        "any_listed",
        "at_least",
        "at_most",
        "below",
        "between",
        "by_unit",
        "cases",
        "cockcroft_gault",
        "count",
        "each",
        "false_if",
        "first_known",
        "formula",
        "given",
        "groups",
        "implies",
        "is",
        "largest",
        "maps",
        "most_in_group",
        "not",
        "number_of",
        "same_day",
        "some",
        "stated",
        "unknown",
        "within",
    ]


def test_a_rule_that_was_read_is_taken_as_it_is() -> None:
    snores = rule({"is": "snores"})

    assert rule(snores) is snores
    assert rule({"not": snores}) == rule({"not": {"is": "snores"}})


def test_a_rule_without_meaning_of_its_own_says_so() -> None:
    class Nothing(Rule):
        operator = "_"

    nothing = Nothing()

    for ask in (nothing.holds, nothing.open_items):
        with pytest.raises(TypeError, match=r"^_$"):
            ask(Facts(), T)
    with pytest.raises(TypeError, match=r"^_$"):
        nothing.items()


def test_bounds_are_kept_in_base_units() -> None:
    above = rule({"above": {"item": "sleep", "limit": 90, "unit": "min"}})
    within = rule({"between": {"item": "sleep", "low": 60, "high": 90, "unit": "min"}})

    assert isinstance(above, Limited)
    assert isinstance(within, Between)
    assert above.bounds == (point(Fraction(3, 2)),)
    assert within.bounds == (point(Fraction(1)), point(Fraction(3, 2)))


def test_changed_facts_are_compared_anew() -> None:
    above = rule({"above": SLEEP_7})
    short = facts(sleep=amount(400, "min"))

    before = above.holds(short, T)
    after = above.holds(short.with_items({"sleep": ITEMS["sleep"].read(amount(500, "min"))}), T)
    gone = above.holds(Facts({n: v for n, v in short.items.items() if n != "sleep"}), T)

    assert [before, after, gone] == [F, T, U]
