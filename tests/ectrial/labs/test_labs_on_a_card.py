"""What is typed on the card of one lab: read, asked back, or refused; never guessed."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ectrial.facts import Facts
from ectrial.labs.lab_reading import LabReading
from ectrial.labs.units import forms_by_code, unit_of
from ectrial.quantity import Quantity
from ectrial.trial.truth_of_values import truth_under
from ectrial.truth import Truth
from tests.campaigns import by_name, campaign
from tests.ectrial.lab_corpus import reader
from tests.ectrial.subjects import TRIAL
from tests.tables import of_each

ITEMS = TRIAL.vocabulary
NUMBERS = sorted(name for name, item in ITEMS.items() if item.kind == "quantity")
FORMS = forms_by_code()


def read(name: str, text: str) -> tuple[LabReading, ...]:
    """Read it as the dialogue does: two readings differ when a criterion tells them apart."""
    return reader().read(text, truth_under(TRIAL, Facts()), Facts(), name)


def taken(name: str, text: str) -> tuple[dict[str, Quantity], bool]:
    """What is taken, and whether without a question."""
    readings = read(name, text)
    values = {r.item: r.value for r in readings if r.item and isinstance(r.value, Quantity)}
    return values, all(reading.status == "value" for reading in readings)


def in_short(quantity: Quantity) -> str:
    return f"{quantity.comparator}{quantity.value} {quantity.unit}".removeprefix("=")


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
    # powers of ten, and a word that says nothing
    ("hbv_dna", "5×10⁴ IU/mL", "50000 [IU]/mL"),
    ("hbv_dna", "1.5x10^3 IU/mL", "1500 [IU]/mL"),
    ("hbv_dna", "10^4 copies/mL", "10000 {copies}/mL"),
    ("hbv_dna", "10⁴拷贝", "10000 {copies}/mL"),
    ("hemoglobin", "92 g/L today", "92 g/L"),
]


@of_each(("item", "text", "expected"), SURE)
def test_a_plain_number_is_read(item: str, text: str, expected: str) -> None:
    values, is_sure = taken(item, text)

    assert is_sure
    assert " & ".join(map(in_short, values.values())) == expected


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
    ("anc", "62", []),  # it looks like a percentage
    ("life_expectancy", "4个月以上", [">=4 mo"]),
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


@of_each(("item", "text", "choices"), ASKED)
def test_an_ambiguous_or_rare_number_is_asked(item: str, text: str, choices: list[str]) -> None:
    (reading,) = read(item, text)

    offered = reading.choices or ((reading.value,) if reading.value else ())
    assert reading.status in ("ask", "ask_unit", "confirm")
    assert [in_short(each) for each in offered if isinstance(each, Quantity)] == choices


@of_each(
    ("item", "text"),
    [
        ("hemoglobin", ""),
        ("hemoglobin", "normal"),
        ("hemoglobin", "正常"),
        ("hemoglobin", "-9 g/dL"),
        ("hemoglobin", "g/L 92"),
        ("hemoglobin", "NaN"),
        ("ecog", "KPS 80"),
        ("hemoglobin", "92 kg"),
        ("hemoglobin", "92/50 g/L"),
        ("chemo_cycles", "4-6"),
        ("creatinine_clearance", "75 mL/min/1.73 m2"),
        ("life_expectancy", "3-6个月"),
        ("hemoglobin", "300 g/L"),
        ("hemoglobin", "1 g/dL"),
        ("hemoglobin", "1.2.3 g/L"),
        ("hemoglobin", "1,2,3 g/L"),
        ("ecog", "5"),
        ("ecog", "1.5"),
        ("chemo_cycles", "4.5"),
        ("hbv_dna", "<0 IU/mL"),
        ("hbv_dna", "1e99 IU/mL"),
        ("hbv_dna", "13 log IU/mL"),
        ("hbv_dna", "31 log IU/mL"),
        ("hbv_dna", "999999 log IU/mL"),
        ("hbv_dna", "1e20 log IU/mL"),
    ],
)
def test_what_is_no_possible_number_is_refused(item: str, text: str) -> None:
    for reading in read(item, text):
        assert reading.status in ("ask", "reject", "unread")
        assert not reading.choices


@pytest.mark.parametrize(
    ("name", "text"),
    [("alt", "60/500"), ("alt", "30/5"), ("total_bilirubin", "1/400"), ("alp", "90/5000 U/L")],
)
def test_an_impossible_upper_limit_is_never_dropped(name: str, text: str) -> None:
    readings = read(name, text)

    assert "impossible_limit" in {reading.why for reading in readings}
    assert not any(reading.status == "value" for reading in readings)


def test_a_rare_upper_limit_is_asked() -> None:
    assert not taken("total_bilirubin", "30/50 umol/L")[1]


def test_two_readings_of_a_comma_are_asked_when_truths_differ() -> None:
    def judge(values: Mapping[str, Quantity]) -> Truth:
        return Truth.TRUE if values["wbc"].value > 100 else Truth.FALSE

    (reading,) = reader().read("5,200", judge, Facts(), "wbc")

    assert reading.status in ("ask", "ask_unit")
    assert [in_short(choice) for choice in reading.choices] == ["5200 /uL", "5.200 10*9/L"]


@given(
    st.sampled_from(NUMBERS),
    st.decimals(0, 100000, places=2),
    st.sampled_from(["", "<", "<=", ">", ">="]),
    st.data(),
)
def test_a_number_with_its_unit_is_read_as_typed_or_not_taken(
    name: str, value: Decimal, sign: str, data: st.DataObject
) -> None:
    item = ITEMS[name]
    unit = data.draw(st.sampled_from(sorted(item.units.keys() - {"[IU]/L", "[lb_av]"})))

    values, is_sure = taken(name, f"{sign}{value} {unit}")

    if is_sure:
        (quantity,) = values.values()
        assert (quantity.value, quantity.unit) == (value, unit)
        assert item.is_possible(quantity)
        assert item.is_plausible(quantity)


def typed(name: str) -> Iterator[tuple[str, Quantity]]:
    """A plausible number in every form of every unit of the item."""
    item = ITEMS[name]
    forms = ((form, code) for code, more in FORMS.items() for form in (code, *more))
    for form, code in forms:
        for number in ("4", "5.2", "30", "120", "5200", "0.9"):
            quantity = Quantity(Decimal(number), code)
            if unit_of(form, item) != code:
                continue
            if item.is_possible(quantity) and item.is_plausible(quantity):
                # in small letters g/l is grams: asked for a count
                unit = "G/L" if (code, form) == ("10*9/L", "g/l") else form
                yield f"{number}{'' if form == 'k' else ' '}{unit}", quantity


@pytest.mark.parametrize("name", campaign(by_name(NUMBERS), "creatinine", "hemoglobin", "wbc"))
def test_every_form_of_every_unit_is_read_on_its_card(name: str) -> None:
    for text, quantity in typed(name):
        values, is_sure = taken(name, text)

        assert is_sure, text
        assert ITEMS[name].interval(values[name]) == ITEMS[name].interval(quantity)


@of_each("text", ["23", "23 umol/L", "0-23", "(3-23)", "ULN 23", "≤23", "3～23 μmol/L"])
def test_the_upper_limit_alone_is_read_on_its_card(text: str) -> None:
    now, is_sure = taken("total_bilirubin_uln", text)

    assert is_sure
    assert now == {"total_bilirubin_uln": Quantity(Decimal(23), "umol/L")}


@of_each("text", [">23", "≥23 umol/L", "15/23", "23 24", "30-23", "about 23"])
def test_what_is_no_upper_limit_is_asked_on_its_card(text: str) -> None:
    assert not taken("total_bilirubin_uln", text)[1]


@of_each("name", sorted(item.uln for item in ITEMS.values() if item.uln))
def test_every_upper_limit_is_read_as_its_example_says(name: str) -> None:
    example = ITEMS[name].example
    assert example is not None

    now, is_sure = taken(name, example.en)

    assert is_sure
    assert list(now) == [name]
