"""Cockcroft and Gault by the worked examples of the criteria (INCL06F, R09)."""

from fractions import Fraction
from typing import Any

import pytest

from ectrial.quantity import Interval, point
from ectrial.rules.clearance import Body, CockcroftGault
from ectrial.truth import Truth
from tests.ectrial.subjects import TRIAL, amount, known, truth, varied
from tests.tables import of_each

F, U, T = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE
LEAVES = [leaf.rule for leaf in TRIAL.criterion_by_id["INCL06F"].leaves]
GAULT = next(rule for rule in LEAVES if isinstance(rule, CockcroftGault))
ASKED = {"derive_crcl": "cockcroft_gault_actual_weight"}


def person(
    sex: str | None, age: object, weight: object, creatinine: object, unit: str = "umol/L"
) -> dict[str, Any]:
    raw = {
        **ASKED,
        "age": amount(age, "a"),
        "weight": amount(weight, "kg"),
        "creatinine": amount(creatinine, unit),
        "sex": sex,
    }
    return {name: answer for name, answer in raw.items() if answer is not None}


def holds(raw: dict[str, Any]) -> Truth:
    return GAULT.holds(known(raw), T)


def body(raw: dict[str, Any]) -> Body:
    found = GAULT.body(known(raw))
    assert found is not None
    return found


def estimate(raw: dict[str, Any]) -> Interval:
    return body(raw).clearance()


def edge(raw: dict[str, Any]) -> bool:
    return GAULT.is_at_the_edge(known(raw))


def open_items(raw: dict[str, Any]) -> list[str]:
    return [item.id for item in GAULT.open_items(known(raw), T)]


MAN_OF_SIXTY = person("male", 32, 80, "2.0", "mg/dL")
WOMAN_ABOVE = person("female", 28, 57, 111)
HEAVY_MAN = person("male", 40, 80, 157)
MEDIAN_MAN = person("male", 62, 55, 170)


def test_exactly_sixty_does_not_pass() -> None:
    assert estimate(MAN_OF_SIXTY) == point(Fraction(60))
    assert holds(MAN_OF_SIXTY) is F


def test_the_exact_constant_lets_the_woman_pass() -> None:
    value = estimate(WOMAN_ABOVE).low

    assert round(value, 2) == Fraction("60.02")
    assert round(Fraction("1.04") * (140 - 28) * 57 / 111, 2) == Fraction("59.81")
    assert holds(WOMAN_ABOVE) is T


@pytest.mark.parametrize(
    ("raw", "shown", "expected"), [(HEAVY_MAN, "62.6", T), (MEDIAN_MAN, "31.0", F)]
)
def test_the_examples_of_the_criteria_come_out(
    raw: dict[str, Any], shown: str, expected: Truth
) -> None:
    assert round(estimate(raw).low, 1) == Fraction(shown)
    assert holds(raw) is expected


def test_the_formula_is_the_published_one() -> None:
    raw = person("female", 52, "61.5", 97)

    value = estimate(raw).low

    assert value == Fraction(88) * Fraction("61.5") * Fraction("0.85") / (
        72 * Fraction(97) / Fraction("88.4")
    )


@pytest.mark.parametrize(
    ("creatinine", "unit"), [("176.8", "umol/L"), ("2", "mg/dL"), ("0.1768", "mmol/L")]
)
def test_creatinine_is_taken_in_every_unit(creatinine: str, unit: str) -> None:
    assert estimate(person("male", 32, 80, creatinine, unit)) == point(Fraction(60))


def test_a_creatinine_ratio_needs_its_limit() -> None:
    ratio = person("male", 32, 80, "1.7", "xULN")
    limit = {"creatinine_uln": amount(104, "umol/L")}

    assert holds(ratio) is U
    assert open_items(ratio) == ["creatinine"]
    assert estimate({**ratio, **limit}) == estimate(person("male", 32, 80, "176.8"))


def test_weight_in_pounds_is_the_same_weight() -> None:
    pounds = {**MAN_OF_SIXTY, "weight": amount(100, "[lb_av]")}
    kilograms = {**MAN_OF_SIXTY, "weight": amount("45.359237", "kg")}

    assert estimate(pounds) == estimate(kilograms)


def test_age_is_taken_in_completed_years() -> None:
    assert estimate({**MAN_OF_SIXTY, "age": amount("32.9", "a")}) == point(Fraction(60))
    assert estimate({**MAN_OF_SIXTY, "age": amount(33, "a")}).low < 60


@of_each("sex", [None, "unknown"])
@of_each(("weight", "expected"), [(60, F), (80, F), ("80.1", U), (94, U), ("94.1", U), (95, T)])
def test_an_unknown_sex_leaves_both_estimates(
    sex: str | None, weight: object, expected: Truth
) -> None:
    raw = person(sex, 32, weight, "2.0", "mg/dL")

    assert holds(raw) is expected
    assert open_items(raw) == (["sex"] if expected is U else [])


def test_an_unknown_sex_spans_from_woman_to_man() -> None:
    span = estimate(person(None, 32, 80, "2.0", "mg/dL"))

    assert span == Interval(Fraction(51), Fraction(60))


@pytest.mark.parametrize(
    ("gone", "asked"),
    [
        ("age", ["age"]),
        ("weight", ["weight"]),
        ("creatinine", ["creatinine"]),
        ("derive_crcl", []),
    ],
)
def test_nothing_is_estimated_while_something_is_missing(gone: str, asked: list[str]) -> None:
    unasked = {name: answer for name, answer in MAN_OF_SIXTY.items() if name != gone}
    unknown = {**MAN_OF_SIXTY, gone: "unknown"}

    assert holds(unasked) is holds(unknown) is U
    assert open_items(unasked) == open_items(unknown) == asked
    assert not edge(unasked)


@of_each("name", ["age", "weight", "creatinine"])
@of_each("comparator", ["<", "<=", ">", ">="])
def test_censored_values_are_not_computed_with(name: str, comparator: str) -> None:
    raw = {**MAN_OF_SIXTY, name: {**MAN_OF_SIXTY[name], "comparator": comparator}}

    assert holds(raw) is U
    assert open_items(raw) == [name]


@pytest.mark.parametrize("judgement", ["meets", "fails"])
def test_a_judged_creatinine_is_not_computed_with(judgement: str) -> None:
    raw = {**MAN_OF_SIXTY, "creatinine": judgement}

    assert holds(raw) is U
    assert open_items(raw) == ["creatinine"]


@pytest.mark.parametrize(
    "measured", [amount(75, "mL/min"), amount(60, "mL/min", ">="), "meets", "fails"]
)
def test_a_recorded_clearance_is_never_estimated_over(measured: Any) -> None:
    raw = {**MAN_OF_SIXTY, "creatinine_clearance": measured}

    assert holds(raw) is U
    assert open_items(raw) == []


def test_a_clearance_known_to_be_unknown_is_estimated() -> None:
    assert holds({**HEAVY_MAN, "creatinine_clearance": "unknown"}) is T


def test_everything_missing_is_asked_once() -> None:
    assert open_items({**ASKED, "sex": "unknown"}) == ["creatinine", "age", "weight", "sex"]
    assert open_items({}) == []


def test_the_rule_names_what_it_computes_with() -> None:
    named = [item.id for item in GAULT.items()]

    assert named == ["derive_crcl", "creatinine", "age", "weight", "sex"]


@of_each(
    ("weight", "expected"),
    [("78.6", False), ("78.7", True), ("80", True), ("81.3", True), ("81.4", False)],
)
def test_an_estimate_within_one_of_sixty_is_at_the_edge(weight: str, expected: bool) -> None:
    assert edge(person("male", 32, weight, "2.0", "mg/dL")) is expected


@pytest.mark.parametrize(("weight", "value"), [("70.8", 59), ("73.2", 61)])
def test_exactly_one_from_sixty_is_at_the_edge(weight: str, value: int) -> None:
    raw = person("male", 20, weight, "2.0", "mg/dL")

    assert estimate(raw) == point(Fraction(value))
    assert edge(raw)


def test_an_adjusted_weight_giving_exactly_sixty_is_at_the_edge() -> None:
    heavy = {**person("male", 20, 105, "2.0", "mg/dL"), "height": amount("152.4", "cm")}

    assert body(heavy).clearance(Fraction(72)) == point(Fraction(60))
    assert edge(heavy)


def test_either_end_of_an_unknown_sex_may_be_at_the_edge() -> None:
    assert edge(person(None, 32, 80, "2.0", "mg/dL"))
    assert edge(person(None, 32, "94.1", "2.0", "mg/dL"))
    assert not edge(person(None, 32, 87, "2.0", "mg/dL"))


OVERWEIGHT = person("male", 32, 91, "2.0", "mg/dL")


@pytest.mark.parametrize(
    ("height", "expected"), [(None, False), ("unknown", False), (174, True), (175, False)]
)
def test_weight_above_130_percent_of_ideal_is_at_the_edge(height: object, expected: bool) -> None:
    raw = dict(OVERWEIGHT)
    if height is not None:
        raw["height"] = height if height == "unknown" else amount(height, "cm")

    assert holds(raw) is T
    assert edge(raw) is expected


def test_an_adjusted_weight_still_above_sixty_is_not_at_the_edge() -> None:
    assert not edge({**person("male", 32, 200, "2.0", "mg/dL"), "height": amount(170, "cm")})


@of_each(
    ("sexes", "weight", "height", "adjusted"),
    [
        (("male",), "65", "152.4", None),
        (("male",), "65.1", "152.4", "56.04"),
        (("female",), "59.15", "152.4", None),
        (("female",), "60", "152.4", "51.3"),
        (("male", "female"), "60", "152.4", "51.3"),
        (("male",), "80", "162.4", "67.436"),
    ],
)
def test_the_adjusted_weight_starts_above_130_percent(
    sexes: tuple[str, ...], weight: str, height: str, adjusted: str | None
) -> None:
    subject = Body(Fraction(50), Fraction(weight), Fraction(100), sexes)

    found = subject.adjusted_weight(Fraction(height))

    assert found == (None if adjusted is None else Fraction(adjusted))


def test_another_weight_may_be_tried_for_the_same_body() -> None:
    subject = body(MAN_OF_SIXTY)

    assert subject.clearance(Fraction(40)) == point(Fraction(30))
    assert subject.clearance() == point(Fraction(60))


@of_each(
    ("raw", "expected"),
    [
        ({**MAN_OF_SIXTY}, F),
        ({**HEAVY_MAN}, T),
        ({**MEDIAN_MAN}, F),
        ({**MEDIAN_MAN, "creatinine_clearance": amount("60.1", "mL/min")}, T),
        ({**HEAVY_MAN, "creatinine_clearance": amount(60, "mL/min")}, F),
        ({**HEAVY_MAN, "weight": None}, U),
        ({**HEAVY_MAN, "derive_crcl": None}, U),
    ],
)
def test_the_estimate_settles_the_criterion_when_nothing_is_measured(
    raw: dict[str, Any], expected: Truth
) -> None:
    base = varied({"creatinine_uln": amount(90, "umol/L"), "creatinine_clearance": None})

    assert truth(varied(raw, base), "INCL06F") is expected
