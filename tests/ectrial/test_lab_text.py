"""What people type for one number: read, asked back, or refused; never guessed."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ectrial.facts import Facts
from ectrial.lab_text import MAX_LENGTH, Reading, Values, read_number
from ectrial.quantity import Quantity
from ectrial.truth import Truth
from tests.ectrial.subjects import SAMPLES, TRIAL

ITEMS = TRIAL.vocabulary
QUANTITIES = sorted(name for name, item in ITEMS.items() if item.kind == "quantity")


def read(name: str, text: str) -> Reading:
    """Read it as the dialogue does: two readings differ when a criterion tells them apart."""
    item = ITEMS[name]
    criteria = [c for c in TRIAL.criteria if name in {read.id for read in c.items}]

    def judge(values: Values) -> Truth:
        facts = Facts(dict(values))
        truths = [criterion.rule.holds(facts, criterion.favours) for criterion in criteria]
        return truths[0] if truths else Truth.UNKNOWN

    return read_number(text, item, ITEMS[item.uln] if item.uln else None, judge)


def amounts(reading: Reading) -> list[str]:
    return [
        " & ".join(f"{q.comparator}{q.value} {q.unit}".lstrip("=") for q in choice.values())
        for choice in reading.choices
    ]


SURE = [
    # a unit as it is printed
    ("hemoglobin", "92 g/L", "92 g/L"),
    ("hemoglobin", "92g/l", "92 g/L"),
    ("hemoglobin", "9.2 g/dL", "9.2 g/dL"),
    ("hemoglobin", "5.70 mmol/L", "5.70 mmol/L"),
    ("hemoglobin", " 92 g/L. ", "92 g/L"),
    ("hemoglobin", "92 克/升", "92 g/L"),
    ("wbc", "5.2×10^9/L", "5.2 10*9/L"),
    ("wbc", "5.2×10⁹/L", "5.2 10*9/L"),
    ("wbc", "5.2*10^9/L", "5.2 10*9/L"),
    ("wbc", "5.2 x109/L", "5.2 10*9/L"),
    ("wbc", "5.2 10*9/L", "5.2 10*9/L"),
    ("wbc", "5.2 K/uL", "5.2 10*3/uL"),
    ("wbc", "5200/µL", "5200 /uL"),
    ("wbc", "5200 /μL", "5200 /uL"),
    ("wbc", "5200/mm³", "5200 /mm3"),
    ("platelets", "12万/µL", "12 10*4/uL"),
    ("platelets", "12万", "12 10*4/uL"),
    ("alt", "30 IU/L", "30 U/L"),
    ("alt", "0.5 ukat/L", "0.5 ukat/L"),
    ("creatinine", "80 μmol/L", "80 umol/L"),
    ("creatinine", "80 微摩尔/升", "80 umol/L"),
    ("creatinine_clearance", "75 mL/min", "75 mL/min"),
    ("creatinine_clearance", "75毫升/分", "75 mL/min"),
    ("life_expectancy", "6个月", "6 mo"),
    ("life_expectancy", "6 months", "6 mo"),
    ("life_expectancy", "18周", "18 wk"),
    ("life_expectancy", "122天", "122 d"),
    ("age", "58岁", "58 a"),
    ("weight", "60公斤", "60 kg"),
    ("chemo_cycles", "4个周期", "4 {cycle}"),
    ("hbv_dna", "500拷贝/mL", "500 {copies}/mL"),
    ("hbv_dna", "2 kIU/mL", "2 k[IU]/mL"),
    ("hbv_dna", "3.30 log10 IU/mL", "3.30 {Log_IU}/mL"),
    ("hbv_dna", "3.3 log₁₀ IU/mL", "3.3 {Log_IU}/mL"),
    ("hbv_dna", "1.5E+03 IU/mL", "1500 [IU]/mL"),
    ("hbv_dna", "1.0e4 copies/mL", "10000 {copies}/mL"),
    # a bare number of an obvious unit
    ("hemoglobin", "92", "92 g/L"),
    ("hemoglobin", "15", "15 g/dL"),
    ("albumin", "38", "38 g/L"),
    ("albumin", "3.8", "3.8 g/dL"),
    ("wbc", "5.2", "5.2 10*9/L"),
    ("wbc", "5200", "5200 /uL"),
    ("platelets", "120", "120 10*9/L"),
    ("platelets", "120000", "120000 /uL"),
    ("creatinine", "80", "80 umol/L"),
    ("creatinine", "1.1", "1.1 mg/dL"),
    ("alt", "30", "30 U/L"),
    ("ecog", "2", "2 {score}"),
    ("chemo_cycles", "4", "4 {cycle}"),
    ("weight", "60", "60 kg"),
    # with its upper limit
    ("total_bilirubin", "15/23 umol/L", "15 umol/L & 23 umol/L"),
    ("total_bilirubin", "15 / 23", "15 umol/L & 23 umol/L"),
    ("total_bilirubin", "0.8/1.2", "0.8 mg/dL & 1.2 mg/dL"),
    ("total_bilirubin", "15 umol/L (3-23)", "15 umol/L & 23 umol/L"),
    ("total_bilirubin", "15 (3~23) umol/L", "15 umol/L & 23 umol/L"),
    ("total_bilirubin", "15（3～23）", "15 umol/L & 23 umol/L"),
    ("total_bilirubin", "15 umol/L (≤23)", "15 umol/L & 23 umol/L"),
    ("total_bilirubin", "15 umol/L (ULN 23)", "15 umol/L & 23 umol/L"),
    ("total_bilirubin", "15 umol/L / 1.2 mg/dL", "15 umol/L & 1.2 mg/dL"),
    ("alt", "30(50)", "30 U/L & 50 U/L"),
    ("alt", "30 (9-50) U/L", "30 U/L & 50 U/L"),
    ("creatinine", "80/104 umol/L", "80 umol/L & 104 umol/L"),
    # a multiple of it
    ("alt", "1.2xULN", "1.2 xULN"),
    ("alt", "1.2 × ULN", "1.2 xULN"),
    ("alt", "1.2倍", "1.2 xULN"),
    ("alt", "2x", "2 xULN"),
    # censored
    ("hbv_dna", "<20 IU/mL", "<20 [IU]/mL"),
    ("hbv_dna", "＜ 20 IU/mL", "<20 [IU]/mL"),
    ("hbv_dna", "≤20 IU/mL", "<=20 [IU]/mL"),
    ("hbv_dna", "<=20 IU/mL", "<=20 [IU]/mL"),
    ("hbv_dna", ">1000 IU/mL", ">1000 [IU]/mL"),
    ("hbv_dna", "≥1000 IU/mL", ">=1000 [IU]/mL"),
    ("hbv_dna", "小于20 IU/mL", "<20 [IU]/mL"),
    ("hbv_dna", "=20 IU/mL", "20 [IU]/mL"),
    ("life_expectancy", "至少5个月", ">=5 mo"),
    ("life_expectancy", "超过4个月", ">4 mo"),
    ("life_expectancy", "大于3个月", ">3 mo"),
    ("life_expectancy", "不超过4个月", "<=4 mo"),
    # commas
    ("hemoglobin", "9,2 g/dL", "9.2 g/dL"),
    ("wbc", "5,2", "5.2 10*9/L"),
    ("wbc", "5,200", "5200 /uL"),
    ("platelets", "120,000/uL", "120000 /uL"),
    ("platelets", "1,000,000/uL", "1000000 /uL"),
    # full-width, as a Chinese keyboard types it
    ("hemoglobin", "９２　ｇ／Ｌ", "92 g/L"),
    ("wbc", "５．２", "5.2 10*9/L"),
    ("wbc", "5。2", "5.2 10*9/L"),
    ("wbc", "５，２", "5.2 10*9/L"),
    ("hemoglobin", "92g/L。", "92 g/L"),
    ("hbv_dna", "＞＝1000 IU/mL", ">=1000 [IU]/mL"),
]


@pytest.mark.parametrize(("item", "text", "expected"), SURE)
def test_a_plain_number_is_read(item: str, text: str, expected: str) -> None:
    reading = read(item, text)

    assert reading.is_settled, reading
    assert reading.why is None
    assert [amount.replace(" & =", " & ") for amount in amounts(reading)] == [expected]


ASKED = [
    ("hemoglobin", "9", ["9 g/dL", "9 mmol/L"]),
    ("hemoglobin", "8", ["8 g/dL", "8 mmol/L"]),
    ("hemoglobin", "12", ["12 g/dL", "12 mmol/L"]),
    ("hemoglobin", "4", ["4 g/dL"]),
    ("hemoglobin", "6", ["6 g/dL", "6 mmol/L"]),
    ("alt", "<5", ["<5 U/L", "<5 ukat/L"]),
    ("hemoglobin", "25", ["25 g/dL", "25 g/L"]),
    ("albumin", "9", ["9 g/L"]),
    ("creatinine", "17", ["17 umol/L", "17 mg/dL"]),
    ("creatinine", "0.088", ["0.088 mmol/L", "0.088 xULN"]),
    ("alt", "0.6", ["0.6 U/L", "0.6 ukat/L", "0.6 xULN"]),
    ("alt", "2", ["2 U/L", "2 ukat/L", "2 xULN"]),
    ("total_bilirubin", "2.5", ["2.5 umol/L", "2.5 mg/dL", "2.5 xULN"]),
    ("wbc", "320", ["320 10*9/L", "320 /uL"]),
    ("anc", "62", ["62 10*9/L", "62 /uL"]),
    ("platelets", "12", ["12 10*9/L", "12 10*4/uL"]),
    ("platelets", "1500", ["1500 10*9/L"]),
    ("platelets", "5000", ["5000 /uL"]),
    ("platelets", "1,200", ["1200 10*9/L", "1.200 10*9/L", "1.200 10*4/uL"]),
    ("hbv_dna", "2000", ["2000 [IU]/mL", "2000 {copies}/mL", "2000 k[IU]/mL", "2000 [IU]/L"]),
    ("life_expectancy", "6", ["6 mo"]),
    ("creatinine_clearance", "75", ["75 mL/min"]),
    ("creatinine_clearance", ">60", [">60 mL/min"]),
    ("weight", "120", ["120 kg"]),
    ("wbc", "400 x10^9/L", ["400 10*9/L"]),
    ("hemoglobin", "30 g/L", ["30 g/L"]),
]


@pytest.mark.parametrize(("item", "text", "choices"), ASKED)
def test_an_ambiguous_or_rare_number_is_asked(item: str, text: str, choices: list[str]) -> None:
    reading = read(item, text)

    assert not reading.is_settled
    assert reading.why is None
    assert amounts(reading) == choices


@pytest.mark.parametrize(
    ("item", "text", "why"),
    [
        ("hemoglobin", "", "not_a_number"),
        ("hemoglobin", "normal", "not_a_number"),
        ("hemoglobin", "正常", "not_a_number"),
        ("hemoglobin", "-9 g/dL", "not_a_number"),
        ("hemoglobin", "g/L 92", "not_a_number"),
        ("hemoglobin", "NaN", "not_a_number"),
        ("ecog", "KPS 80", "not_a_number"),
        ("hcv_rna", "未检出", "not_a_number"),
        ("hemoglobin", "92 kg", "unknown_unit"),
        ("hemoglobin", "92 g/L today", "unknown_unit"),
        ("hemoglobin", "92/50 g/L", "unknown_unit"),
        ("chemo_cycles", "4-6", "unknown_unit"),
        ("creatinine_clearance", "75 mL/min/1.73 m2", "unknown_unit"),
        ("life_expectancy", "3-6个月", "unknown_unit"),
        ("life_expectancy", "4个月以上", "unknown_unit"),
        ("hemoglobin", "300 g/L", "impossible"),
        ("hemoglobin", "1 g/dL", "impossible"),
        ("hemoglobin", "1.2.3 g/L", "impossible"),
        ("hemoglobin", "1,2,3 g/L", "impossible"),
        ("ecog", "5", "impossible"),
        ("ecog", "1.5", "impossible"),
        ("chemo_cycles", "4.5", "impossible"),
        ("hbv_dna", "<0 IU/mL", "impossible"),
        ("hbv_dna", "1e99 IU/mL", "impossible"),
        ("hbv_dna", "13 log IU/mL", "impossible"),
        ("hbv_dna", "31 log IU/mL", "impossible"),
        ("hbv_dna", "999999 log IU/mL", "impossible"),
        ("hbv_dna", "1e20 log IU/mL", "impossible"),
        ("hemoglobin", "9" * (MAX_LENGTH + 1), "too_long"),
    ],
)
def test_what_is_no_possible_number_is_refused(item: str, text: str, why: str) -> None:
    assert read(item, text) == Reading(why=why)  # type: ignore[arg-type] # written as text above


def test_a_text_as_long_as_allowed_is_read() -> None:
    assert read("hemoglobin", "92 g/L" + " " * (MAX_LENGTH - 6)).is_settled
    assert read("hemoglobin", "92 g/L" + " " * (MAX_LENGTH - 5)).why == "too_long"


SAMPLES_HERE = [
    sample
    for sample in SAMPLES["lab_text"]
    if sample.get("value") != "meets"  # words of a judgement are the dialogue's
]


@pytest.mark.parametrize("sample", SAMPLES_HERE, ids=lambda s: f"{s['analyte']} {s['text']}")
def test_a_sample_text_gets_what_must_come_of_it(sample: dict[str, Any]) -> None:
    name = sample["analyte"]

    reading = read(name, sample["text"])

    if sample["expect"] == "value":
        value = Quantity(Decimal(sample["value"]), sample["unit"], sample.get("comparator", "="))
        assert reading == Reading(({name: value},))
    elif sample["expect"] == "confirm":
        assert reading.choices
        assert not reading.sure
    elif sample["expect"] == "reject":
        assert reading == Reading(why="impossible")
    else:
        assert not reading.is_settled


def test_two_readings_of_a_comma_are_asked_when_truths_differ() -> None:
    item = ITEMS["wbc"]

    def judge(values: Values) -> Truth:
        return Truth.TRUE if values["wbc"].value > 100 else Truth.FALSE

    reading = read_number("5,200", item, None, judge)

    assert amounts(reading) == ["5200 /uL", "5.200 10*9/L"]
    assert not reading.is_settled


NEARLY = st.from_regex(
    r"[<>≤≥=]{0,2} ?[0-9０-９.,，。eE+-]{0,12} ?[/(]?[a-zA-Z/μ万倍个月0-9^*()-]{0,10}"
)


@settings(max_examples=400)
@given(st.sampled_from(QUANTITIES), st.one_of(st.text(max_size=70), NEARLY))
def test_no_text_makes_it_raise_or_give_the_impossible(name: str, text: str) -> None:
    reading = read(name, text)

    assert bool(reading.choices) is (reading.why is None)
    for choice in reading.choices:
        for item, quantity in choice.items():
            assert ITEMS[item].is_possible(quantity)


@given(
    st.sampled_from(QUANTITIES),
    st.decimals(0, 100000, places=2),
    st.sampled_from(["=", "<", "<=", ">", ">="]),
    st.data(),
)
def test_a_number_with_its_unit_is_read_as_typed(
    name: str, value: Decimal, comparator: Any, data: st.DataObject
) -> None:
    item = ITEMS[name]
    unit = data.draw(st.sampled_from(sorted(item.units.keys() - {"[IU]/L"})))
    typed = Quantity(value, unit, comparator)

    reading = read(name, f"{comparator}{value} {unit}")

    if item.is_possible(typed):
        assert reading.choices == ({name: typed},)
        assert reading.sure is item.is_plausible(typed)
    else:
        assert reading == Reading(why="impossible")


@pytest.mark.parametrize(
    ("name", "text"),
    [("alt", "60/500"), ("alt", "30/5"), ("total_bilirubin", "1/400"), ("alp", "90/5000 U/L")],
)
def test_an_impossible_upper_limit_is_never_dropped(name: str, text: str) -> None:
    reading = read(name, text)

    assert reading.why == "impossible_limit"


def test_a_rare_upper_limit_is_asked() -> None:
    reading = read("total_bilirubin", "30/50 umol/L")

    assert not reading.is_settled
    assert len(reading.choices) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5×10⁴ IU/mL", "50000 [IU]/mL"),
        ("1.5x10^3 IU/mL", "1500 [IU]/mL"),
        ("10^4 copies/mL", "10000 {copies}/mL"),
        ("10⁴拷贝", "10000 {copies}/mL"),
    ],
)
def test_powers_of_ten_are_read(text: str, expected: str) -> None:
    reading = read("hbv_dna", text)

    assert reading.is_settled
    assert amounts(reading) == [expected]


def test_a_huge_number_of_cycles_is_refused() -> None:
    reading = read("chemo_cycles", "1e30")

    assert reading.why == "impossible"
