"""Formulas are exact at their limits, give a range for a range, and follow their sources."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from ectrial.facts import Facts
from ectrial.item_files import item_of
from ectrial.quantity import Quantity
from ectrial.rules.formula import Computed
from ectrial.rules.language import AnyRule
from ectrial.trial.sense import named
from ectrial.truth import Truth
from ectrial.wording.formulas import computed_words
from ectrial.wording.speech import speech
from tests.ectrial.subjects import amount
from tests.ectrial.toy import F, T, U
from tests.tables import of_each


def number(name: str, *units: str) -> Any:
    """A number in base units."""
    text = {"en": name, "zh": name}
    bases = {unit: {"base": unit} for unit in units}
    return item_of(name, {"kind": "quantity", "name": text, "units": bases})


ITEMS = {
    "age": number("age", "a"),
    "weight": number("weight", "kg"),
    "height": number("height", "cm"),
    "creatinine": number("creatinine", "umol/L", "mg/dL", "xULN"),
    "albumin": number("albumin", "g/L"),
    "calcium": number("calcium", "mmol/L", "mg/dL"),
    "qt": number("qt", "ms"),
    "rate": number("rate", "/min"),
    "ast": number("ast", "U/L"),
    "alt": number("alt", "U/L"),
    "sex": item_of(
        "sex",
        {
            "kind": "choice",
            "name": {"en": "Sex", "zh": "性别"},
            "options": {
                "male": {"en": "Male", "zh": "男"},
                "female": {"en": "Female", "zh": "女"},
            },
        },
    ),
}
OF = {
    "cockcroft_gault": {n: n for n in ("age", "weight", "creatinine", "sex")},
    "ckd_epi_2021": {n: n for n in ("age", "creatinine", "sex")},
    "bmi": {"weight": "weight", "height": "height"},
    "bsa_mosteller": {"weight": "weight", "height": "height"},
    "bsa_du_bois": {"weight": "weight", "height": "height"},
    "qtcf": {"qt": "qt", "heart_rate": "rate"},
    "corrected_calcium": {"calcium": "calcium", "albumin": "albumin"},
    "ratio": {"part": "ast", "whole": "alt"},
}
UNIT = {
    "cockcroft_gault": "mL/min",
    "ckd_epi_2021": "mL/min/1.73m2",
    "bmi": "kg/m2",
    "bsa_mosteller": "m2",
    "bsa_du_bois": "m2",
    "qtcf": "ms",
    "corrected_calcium": "mmol/L",
    "ratio": "1",
}
SUBJECT = {
    "age": amount(68, "a"),
    "weight": amount(60, "kg"),
    "height": amount(170, "cm"),
    "creatinine": amount("1.0", "mg/dL"),
    "albumin": amount(30, "g/L"),
    "calcium": amount("2.2", "mmol/L"),
    "qt": amount(400, "ms"),
    "rate": amount(75, "/min"),
    "ast": amount(40, "U/L"),
    "alt": amount(20, "U/L"),
    "sex": "male",
}


def read(name: str, **operands: Any) -> Computed:
    written = {"name": name, "of": OF.get(name, {}), "unit": UNIT.get(name, "1"), **operands}
    rule: Computed = TypeAdapter(AnyRule).validate_python(
        {"formula": written}, context={"vocabulary": ITEMS}
    )
    return rule


def facts(**changes: Any) -> Facts:
    raw = {**SUBJECT, **changes}
    return Facts({name: ITEMS[name].read(v) for name, v in raw.items() if v is not None})


def holds(name: str, comparison: str, limit: Any, **changes: Any) -> Truth:
    return read(name, **{comparison: limit}).holds(facts(**changes), T)


@pytest.mark.parametrize(
    ("comparison", "truth"), [("at_least", T), ("above", F), ("at_most", T), ("below", F)]
)
def test_a_clearance_of_exactly_60_is_at_least_and_not_above_60(
    comparison: str, truth: Truth
) -> None:
    assert holds("cockcroft_gault", comparison, 60) is truth


@of_each(
    ("comparison", "limit"), [("at_most", 59), ("below", 59), ("at_least", 61), ("above", 61)]
)
def test_a_clearance_of_60_beyond_a_limit_does_not_hold_it(comparison: str, limit: int) -> None:
    assert holds("cockcroft_gault", comparison, limit) is F


@of_each(
    ("sign", "at_most", "below", "at_least", "above"),
    [("<", F, F, T, T), ("<=", U, F, T, U), (">", T, T, F, F), (">=", T, U, U, F)],
)
def test_a_creatinine_reported_as_less_gives_more_than_a_clearance(
    sign: str, at_most: Truth, below: Truth, at_least: Truth, above: Truth
) -> None:
    given = {"creatinine": amount("1.0", "mg/dL", sign)}
    expected = {"at_most": at_most, "below": below, "at_least": at_least, "above": above}

    assert {each: holds("cockcroft_gault", each, 60, **given) for each in expected} == expected


@of_each(
    ("name", "changes", "low", "high"),
    [
        # 60 x 170 / 3600 under the root; Mosteller 1987
        ("bsa_mosteller", {}, "1.6832", "1.6833"),
        ("bsa_mosteller", {"weight": amount(36, "kg"), "height": amount(100, "cm")}, "1", "1"),
        # Du Bois 1916: 70 kg, 170 cm give 1.81 m2
        ("bsa_du_bois", {"weight": amount(70, "kg")}, "1.80", "1.82"),
        ("bmi", {}, "20.76", "20.77"),
        ("qtcf", {}, "430.8", "430.9"),
        ("qtcf", {"rate": amount(60, "/min")}, "400", "400"),
        # a man of 50 with 1.0 mg/dL has 92, a woman of 50 with 0.7 mg/dL 105 (CKD-EPI 2021)
        ("ckd_epi_2021", {"age": amount(50, "a")}, "91.5", "92.5"),
        (
            "ckd_epi_2021",
            {"age": amount(50, "a"), "sex": "female", "creatinine": amount("0.7", "mg/dL")},
            "105.2",
            "105.3",
        ),
        ("corrected_calcium", {}, "2.4", "2.4"),
        ("ratio", {}, "2", "2"),
    ],
)
def test_a_formula_gives_what_its_source_does(
    name: str, changes: dict[str, Any], low: str, high: str
) -> None:
    assert holds(name, "at_least", low, **changes) is T
    assert holds(name, "at_most", high, **changes) is T


# 65 inches: an ideal weight of 61.5 kg
@pytest.mark.parametrize(
    ("weight", "expected"), [("ideal", "61.5"), ("adjusted", "66.5"), ("actual", "74")]
)
def test_the_weight_is_chosen_and_never_more_than_the_actual_one(
    weight: str, expected: str
) -> None:
    height = {} if weight == "actual" else {"height": "height"}
    of = {**OF["cockcroft_gault"], **height}
    heavy = facts(weight=amount(74, "kg"), height=amount("165.1", "cm"))
    slim = facts(weight=amount(50, "kg"))

    rule = read("cockcroft_gault", of=of, weight=weight, at_least=60)

    assert rule.results(heavy)[0].low.power == Fraction(expected)
    assert rule.results(slim)[0].low.power == 50


def test_the_ideal_weight_of_a_woman_is_4_5_kg_less() -> None:
    of = {**OF["cockcroft_gault"], "height": "height"}
    woman = facts(weight=amount(74, "kg"), height=amount("165.1", "cm"), sex="female")

    rule = read("cockcroft_gault", of=of, weight="ideal", at_least=60)

    assert rule.results(woman)[0].low.power == Fraction("0.85") * 57


def test_calcium_in_milligrams_is_corrected_in_milligrams() -> None:
    rule = read("corrected_calcium", unit="mg/dL", at_least="9.6")
    given = facts(calcium=amount("8.8", "mg/dL"))

    assert rule.results(given)[0].low.power == Fraction("9.6")


def test_an_unknown_sex_settles_what_both_sexes_agree_on() -> None:
    assert holds("cockcroft_gault", "at_least", 50, sex=None) is T
    assert holds("cockcroft_gault", "at_least", 55, sex=None) is U
    assert holds("cockcroft_gault", "at_least", 61, sex=None) is F


@of_each(
    ("creatinine", "truth"),
    [
        (amount("1.0", "mg/dL", "<"), T),
        (amount("2.0", "mg/dL", ">"), F),
        (amount("0.5", "mg/dL", ">"), U),
        (amount("1.0", "xULN"), U),
        ("meets", U),
        (None, U),
    ],
)
def test_a_range_gives_a_range_and_a_multiple_nothing(creatinine: Any, truth: Truth) -> None:
    assert holds("cockcroft_gault", "at_least", 60, creatinine=creatinine) is truth


@pytest.mark.parametrize("creatinine", [amount(5, "mg/dL", ">"), amount(5, "mg/dL")])
def test_a_weight_that_may_be_none_settles_nothing_whatever_else_is_known(creatinine: Any) -> None:
    of = {**OF["cockcroft_gault"], "height": "height"}
    rule = read("cockcroft_gault", below=60, weight="ideal", of=of)

    assert rule.holds(facts(height=amount(160, "cm", "<"), creatinine=creatinine), T) is U


def test_open_are_the_operands_that_are_not_known() -> None:
    rule = read("cockcroft_gault", at_least=60)

    def opened(**changes: Any) -> list[str]:
        return [item.id for item in rule.open_items(facts(**changes), T)]

    assert opened(weight=None, sex=None) == ["weight", "sex"]
    assert opened(creatinine=amount("1.0", "xULN")) == ["creatinine"]
    assert opened() == []


@of_each("name", sorted(OF))
def test_the_operands_of_a_formula_may_have_a_question_of_their_own(name: str) -> None:
    """A question may ask what its criterion names, and its operands are that."""
    rule = read(name, at_least=60)

    assert {item.id for item in rule.items()} <= {*named(rule)}


@given(
    name=st.sampled_from(sorted(OF)),
    comparison=st.sampled_from(["at_least", "at_most", "above", "below"]),
    numbers=st.lists(st.integers(1, 200), min_size=10, max_size=10),
    limit=st.integers(1, 150),
    sign=st.sampled_from(["<", "<=", ">", ">="]),
    data=st.data(),
)
def test_learning_an_operand_exactly_never_turns_what_its_range_settled(
    name: str, comparison: str, numbers: list[int], limit: int, sign: Any, data: st.DataObject
) -> None:
    values = dict(zip((n for n in ITEMS if n != "sex"), map(Decimal, numbers), strict=True))
    values["age"] = min(values["age"], Decimal(120))
    values["height"] = max(values["height"], Decimal(130))
    units = {n: next(iter(ITEMS[n].units)) for n in values}
    rule = read(name, **{comparison: limit})
    learned = data.draw(st.sampled_from([i.id for i in rule.items()]))
    known = {n: Quantity(v, units[n]) for n, v in values.items()}
    exact = Facts({**known, "sex": data.draw(st.sampled_from(["male", "female"]))})
    if learned == "sex":
        before = Facts({n: v for n, v in exact.items.items() if n != "sex"})
    else:
        step = Decimal(data.draw(st.integers(0, 5))) + (1 if len(sign) == 1 else 0)
        end = values[learned] + (step if sign[0] == "<" else -step)
        before = exact.with_items({learned: Quantity(max(end, Decimal(0)), units[learned], sign)})

    was = rule.holds(before, T)

    assert was in (U, rule.holds(exact, T))


@pytest.mark.parametrize(
    ("written", "subject", "known", "learned", "truth"),
    [
        # above 64 are also 64 completed years: (140 - 64) x 72 / 72 = 76
        (("cockcroft_gault", "below", 76), {"weight": 72}, ("age", ">", 64), "64.5", F),
        # the actual 40 kg are less than the ideal ones, however tall: (140 - 68) x 40 / 72 = 40
        (("cockcroft_gault", "at_most", 40), {"weight": 40}, ("height", ">", 160), 170, T),
        (("ratio", "above", 0), {"ast": 0}, ("alt", "<", 30), 20, F),
    ],
)
def test_a_result_at_the_end_of_its_range_is_not_left_out(
    written: Any, subject: dict[str, Any], known: Any, learned: Any, truth: Truth
) -> None:
    (name, sign, limit), (item, comparator, end) = written, known
    ideal = {"weight": "ideal", "of": {**OF[name], "height": "height"}} if item == "height" else {}
    rule = read(name, **{sign: limit}, **ideal)
    unit = {each: next(iter(ITEMS[each].units)) for each in (*subject, item)}
    rest = {each: amount(value, unit[each]) for each, value in subject.items()}

    assert rule.holds(facts(**rest, **{item: amount(learned, unit[item])}), T) is truth
    assert rule.holds(facts(**rest, **{item: amount(end, unit[item], comparator)}), T) is U


@of_each(
    ("operands", "says"),
    [
        ({"name": "bim"}, "unknown formula 'bim': did you mean bmi?"),
        ({"name": "bmi", "of": {"weight": "weight"}}, "bmi needs height: add it to of"),
        ({"name": "bmi", "of": {**OF["bmi"], "sex": "sex"}}, "bmi does not use sex"),
        ({"name": "bmi", "of": {"weight": "weight", "height": "weight"}}, "in no unit of height"),
        ({"name": "bmi", "of": {"weight": "weight", "height": "sex"}}, "sex is no number"),
        ({"name": "bmi", "unit": "kg"}, "'kg' is no unit of bmi"),
        ({"name": "bmi", "above": 18}, "give one limit: at_least or at_most or above or below"),
        ({"name": "bmi", "weight": "ideal"}, "bmi has no choice of weight"),
        ({"name": "bmi", "at_least": -1}, "must be 0 or more"),
    ],
)
def test_a_mistake_in_a_formula_is_told(operands: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError) as refused:
        read(**{"at_least": 20, "unit": "kg/m2", "of": OF["bmi"], **operands})

    assert says in str(refused.value)


def test_a_proof_shows_the_result_its_limit_and_its_operands() -> None:
    rule = read("cockcroft_gault", at_least=60)

    assert computed_words(speech("en"), rule, facts()) == (
        "clearance (Cockcroft–Gault) 60 mL/min (needs ≥ 60), "
        "from age: 68 a · weight: 60 kg · creatinine: 1.0 mg/dL · Sex: Male"
    )
    assert "51–60 mL/min" in computed_words(speech("en"), rule, facts(sex=None))
    assert computed_words(speech("zh"), rule, facts(weight=None)) == (
        "肌酐清除率（Cockcroft–Gault）：尚无法计算（缺 weight）"
    )
    assert "BMI 20.76" in computed_words(speech("en"), read("bmi", at_least=18), facts())
