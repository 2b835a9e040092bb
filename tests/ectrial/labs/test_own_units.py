"""The units of any trial's items can be typed, and change nothing for other items."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ectrial.item_files import item_of
from ectrial.labs.characters import normalized
from ectrial.labs.examples import faults_of_examples, typed_as
from ectrial.labs.lab_reading import LabReading
from ectrial.labs.reader import reader_of
from ectrial.labs.units import forms_by_code, own_spellings, unit_of
from ectrial.quantity import Quantity
from ectrial.trial.versions import shipped
from ectrial.truth import UNKNOWN
from ectrial.vocabulary import Item
from tests.campaigns import campaign
from tests.ectrial.lab_corpus import fragments
from tests.ectrial.subjects import TRIAL
from tests.ectrial.toy import ITEMS as TOY
from tests.tables import of_each

SHIPPED = [
    trial
    for each in map(shipped().versions, shipped().ids)
    for version in each
    if (trial := shipped().of(version.trial, version.version, version.fingerprint))
]
WRITTEN = {
    "nt_probnp": ("pg/mL", "900 pg/mL"),
    "qtc": ("ms", "430 ms"),
    "sbp": ("mm[Hg]", "118 mmHg"),
    "egfr": ("mL/min/{1.73_m2}", "58 mL/min/1.73m2"),
    "dose": ("Gy", "50.4 Gy"),
    "lvef": ("%", "62 %"),
    "tumour": ("cm", "7.5 cm"),
}
OTHERS = (
    *(
        "kg/m2",
        "{beats}/min",
        "/min",
        "Cel",
        "ng/mL",
        "ug/L",
        "m[IU]/L",
        "nmol/L",
        "h",
        "min",
        "s",
    ),
    *(
        "g",
        "mg",
        "mL",
        "L",
        "mg/kg",
        "mg/kg/d",
        "mg/(kg.d)",
        "10*12/L",
        "10*6/L",
        "10*6/kg",
        "mm2",
    ),
    *(
        "%{saturation}",
        "{lesion}",
        "meq/L",
        "mosm/kg",
        "cm[H2O]",
        "kPa",
        "L/min",
        "{packs}.a",
        "cm3",
    ),
    *("g.m2", "m/s", "mmol/mol", "[degF]", "dB", "[in_i]", "mm/h", "mg/g", "{Log_count}/L", "fL"),
)


def number(code: str, example: str | None = None, name: str = "own", **unit: object) -> Item:
    units = {code: {"base": code, "soft": [1, 100_000], "hard": [0, 1_000_000], **unit}}
    body = {"kind": "quantity", "name": {"en": "Own", "zh": "自有"}, "units": units}
    shown = {"example": {"en": example, "zh": example}} if example else {}
    return item_of(name, {**body, **shown})


HF = {name: number(*more, name=name) for name, more in WRITTEN.items()}


def quantities() -> Iterator[Item]:
    for trial in SHIPPED:
        for item in trial.vocabulary.values():
            yield from (each for each in (item, *item.properties.values()) if each.units)
    yield from (item for item in TOY.values() if item.units)
    yield from HF.values()
    yield from (number(code) for code in OTHERS)


def read(item: Item, text: str) -> tuple[LabReading, ...]:
    return reader_of({item.id: item}).read(text, lambda _: UNKNOWN, card=item.id)


def numbers(item: Item, code: str) -> Iterator[Decimal]:
    """One usual number of the unit, if there is one: in many units 7 is rare."""
    tried = map(Decimal, ("7", "4.5", "30", "120", "0.9", "1500", "0.02", "52000", "0.0004"))
    usual = (n for n in tried if item.is_possible(q := Quantity(n, code)) and item.is_plausible(q))
    yield from list(usual)[:1]


@pytest.mark.parametrize("step", campaign({"some": 11, "all": 1}, "some"))
def test_every_spelling_of_every_unit_is_read_as_that_unit(step: int) -> None:
    """Of every item that is shipped, of the toys, and of trials written elsewhere."""
    seen: set[tuple[str, ...]] = set()
    wrong = []
    for item in quantities():
        if (units := tuple(item.units)) in seen:
            continue
        seen.add(units)
        own = own_spellings(item)
        assert set(units) <= {*own.values(), *forms_by_code()}
        exact = [(code, code) for code in units]
        for form, code in (*exact, *list(own.items())[::step]):
            for value in numbers(item, code):
                (got, *more) = read(item, f"{value} {form}")
                if more or got.value != Quantity(value, code):
                    wrong.append((item.id, code, form, got))

    assert wrong == []


@given(st.sampled_from(OTHERS), st.data())
def test_the_case_of_letters_and_blanks_around_signs_do_not_matter(
    code: str, data: st.DataObject
) -> None:
    item = number(code)
    form = data.draw(st.sampled_from(sorted(own_spellings(item))))
    typed = "".join(data.draw(st.sampled_from((c, c.upper()))) for c in form)

    assert unit_of(normalized(typed.replace("/", " / ")), item) == code


@of_each("name", WRITTEN)
def test_an_item_can_be_typed_as_its_own_example(name: str) -> None:
    (code, example) = WRITTEN[name]

    (got,) = read(HF[name], example)

    assert (got.status, got.value) == ("value", Quantity(Decimal(example.split()[0]), code))
    assert list(faults_of_examples(HF[name], HF)) == []


@of_each(
    ("code", "typed"),
    [
        ("mm[Hg]", "118毫米汞柱"),
        ("ms", "430毫秒"),
        ("Gy", "50.4戈瑞"),
        ("cm", "7.5厘米"),
        ("mm", "42毫米"),
        ("kg/m2", "23.4 kg/m²"),
        ("kg/m2", "23.4 千克/平方米"),
        ("mL/min/{1.73_m2}", "58 mL/min/(1.73 m^2)"),
        ("mL/min/{1.73_m2}", "58毫升/分钟/1.73㎡"),
        ("{beats}/min", "72 bpm"),
        ("{beats}/min", "72次/分"),
        ("ug/L", "15 µg/L"),
        ("mmol/mol", "42 mmol·mol⁻¹"),
        ("10*12/L", "4.5×10¹²/L"),
        ("Cel", "36.5℃"),
    ],
)
def test_units_are_typed_as_people_do(code: str, typed: str) -> None:
    (got,) = read(number(code), typed)

    assert (got.status, got.value and got.value.unit) == ("value", code)  # type: ignore[union-attr]


def test_what_changes_the_meaning_is_not_left_out() -> None:
    assert read(HF["egfr"], "58 mL/min")[0].status == "ask"
    assert unit_of("/l", number("{Log_count}/L")) is None
    both = item_of(
        "pressure",
        {
            "kind": "quantity",
            "name": {"en": "Pressure", "zh": "压力"},
            "units": {"mPa": {"base": "mPa"}, "MPa": {"base": "mPa", "factor": "1e9"}},
        },
    )
    assert read(both, "5 MPa")[0].status == "ask"


def test_own_units_change_the_reading_of_no_other_item() -> None:
    """Their letters are flags and words of reports: `H` is hours only behind hours."""
    plain = reader_of(TRIAL.vocabulary)
    own = {f"own{n}": number(code, name=f"own{n}") for n, code in enumerate((*OTHERS, "U", "m"))}
    beside = reader_of({**TRIAL.vocabulary, **own})

    for text in (
        *(text for text, _ in fragments()),
        "WBC 12.3 H\nHb 98 L g/L",
        "ALT 41 h, AST 30 s",
    ):
        assert beside.read(text, lambda _: UNKNOWN) == plain.read(text, lambda _: UNKNOWN)


def test_every_example_that_is_shipped_is_read_by_the_reader() -> None:
    for trial in SHIPPED:
        reader = reader_of(trial.vocabulary)
        for item in trial.vocabulary.values():
            if item.kind == "quantity" and item.example:
                for example in (item.example.en, item.example.zh):
                    got = reader.read(example, lambda _: UNKNOWN, card=item.id)
                    assert got[0].status == "value", example
            assert list(faults_of_examples(item, trial.vocabulary)) == []


@pytest.mark.parametrize(
    ("example", "instead"),
    [
        ("118 torr", ", such as '118 mmHg'"),
        ("a few", ""),
        ("9000000 mmHg", ""),
        ("118/70 mmHg", ", such as '118 mmHg'"),
    ],
)
def test_an_example_that_cannot_be_typed_is_a_fault(example: str, instead: str) -> None:
    item = number("mm[Hg]", example)

    told = f"{example!r} cannot be typed: write a possible number and its unit (mmHg){instead}"
    wanted = [(("example", language), told) for language in ("en", "zh")]
    assert list(faults_of_examples(item, {})) == wanted


def test_a_unit_is_written_as_people_type_it() -> None:
    shown = {code: typed_as(code, number(code)) for code in ("mm[Hg]", "mL/min/{1.73_m2}", "g.m2")}

    assert shown == {"mm[Hg]": "mmHg", "mL/min/{1.73_m2}": "mL/min/1.73m2", "g.m2": "g.m2"}


def test_a_bare_number_of_an_own_item_is_asked_where_two_units_are_usual() -> None:
    units = {"mmol/L": {"base": "mmol/L", "soft": [2, 40], "hard": [1, 60]}}
    units |= {"mg/dL": {"base": "mmol/L", "factor": "0.0555"}}
    bare = [{"low": 1, "high": 60, "unit": "mmol/L"}, {"low": 61, "high": 900, "unit": "mg/dL"}]
    glucose = item_of(
        "glucose",
        {"kind": "quantity", "name": {"en": "x", "zh": "x"}, "units": units, "bare": bare},
    )

    assert [q.unit for q in read(glucose, "39")[0].choices] == ["mmol/L", "mg/dL"]
    assert read(glucose, "5.2")[0].status == "value"
    assert read(glucose, "120")[0].value == Quantity(Decimal(120), "mg/dL")
