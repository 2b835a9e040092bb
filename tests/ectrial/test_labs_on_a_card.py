"""What one card's reader accepts, the reader of labs accepts on that card, as safely or safer."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ectrial.facts import Facts
from ectrial.lab_text import read_number
from ectrial.labs.judge import Values, judge_under
from ectrial.labs.result import LabReading
from ectrial.quantity import Quantity
from ectrial.source import Source
from ectrial.typed_units import FILE, units_of
from tests.ectrial.lab_corpus import reader
from tests.ectrial.subjects import SAMPLES, TRIAL
from tests.ectrial.test_lab_text import ASKED, SURE

ITEMS = TRIAL.vocabulary
NUMBERS = sorted(name for name, item in ITEMS.items() if item.kind == "quantity")
FORMS = Source(FILE).data


def taken(name: str, text: str) -> tuple[Values, bool]:
    """What the reader of labs takes, and whether without a question."""
    facts = Facts()
    readings = reader().read(text, judge_under(TRIAL, facts), facts, name)
    return _values(readings), all(reading.status == "value" for reading in readings)


def _values(readings: tuple[LabReading, ...]) -> Values:
    return {r.item: r.value for r in readings if r.item and isinstance(r.value, Quantity)}


def accepted(name: str, text: str) -> tuple[Values, bool]:
    """What the reader of one number takes, and whether without a question."""
    item = ITEMS[name]
    limit = ITEMS[item.uln] if item.uln else None
    reading = read_number(text, item, limit, judge_under(TRIAL, Facts()))
    return (reading.choices[0] if len(reading.choices) == 1 else {}), reading.is_settled


def typed() -> Iterator[tuple[str, str]]:
    """A plausible number in every form of every unit of every item, tight and with a blank."""
    for name in NUMBERS:
        item = ITEMS[name]
        for code, forms in FORMS.items():
            for form in (code, *forms):
                unit = units_of(form, item)
                for number in ("4", "5.2", "30", "120", "5200", "0.9"):
                    if unit == (code,) and item.is_plausible(Quantity(Decimal(number), code)):
                        yield name, f"{number}{form}"
                        yield name, f"{number} {form}"


CASES = [
    *((name, text) for name, text, _ in SURE),
    *((name, text) for name, text, _ in ASKED),
    *(
        (sample["analyte"], sample["text"])
        for sample in SAMPLES["lab_text"]
        if sample.get("value") != "meets"  # the words of a judgement are read here alone
    ),
]


@pytest.mark.parametrize(("name", "text"), CASES)
def test_what_was_accepted_is_accepted_still(name: str, text: str) -> None:
    before, was_sure = accepted(name, text)

    now, is_sure = taken(name, text)

    assert is_sure == was_sure
    if was_sure:
        assert now == before


def test_every_form_of_every_unit_is_accepted() -> None:
    sure = [case for case in typed() if accepted(*case)[1]]

    lost = [case for case in sure if not taken(*case)[1] or not same(*case)]

    assert len(sure) > 400
    assert not lost


def same(name: str, text: str) -> bool:
    """Whether both readers take as much, in whatever unit: pounds are worked out at once."""
    (now,), (before,) = taken(name, text)[0].values(), accepted(name, text)[0].values()
    return ITEMS[name].interval(now) == ITEMS[name].interval(before)


AMOUNTS = st.decimals(0, 300, places=1) | st.decimals(0, 9999, places=0)
LIMITED = sorted(name for name, item in ITEMS.items() if item.uln)


@given(
    st.sampled_from([name for name in NUMBERS if not name.endswith("_uln")]),
    st.sampled_from(["", "<", "≤", ">", ">=", "至少", "不超过", "大于"]),
    AMOUNTS,
    st.sampled_from(["", " "]),
    st.data(),
)
@settings(max_examples=1000)
def test_a_number_is_read_the_same_or_asked(
    name: str, sign: str, number: Decimal, gap: str, data: st.DataObject
) -> None:
    unit = data.draw(st.sampled_from(["", *ITEMS[name].units]))

    before, was_sure = accepted(name, f"{sign}{number}{gap}{unit}")
    now, is_sure = taken(name, f"{sign}{number}{gap}{unit}")

    if is_sure:
        assert was_sure
        assert same(name, f"{sign}{number}{gap}{unit}")
    elif was_sure:
        (quantity,) = before.values()
        assert sign in ("至少", "不超过"), (before, now)
        assert quantity.comparator in (">=", "<=")


@given(
    st.sampled_from(LIMITED),
    AMOUNTS,
    AMOUNTS,
    st.sampled_from(
        ["{}/{}", "{} / {}", "{}({})", "{} ({})", "{} (ULN {})", "{} (0-{})", "{}（≤{}）"]
    ),
    st.data(),
)
@settings(max_examples=1000)
def test_a_number_with_its_limit_is_read_the_same_or_asked(
    name: str, number: Decimal, limit: Decimal, form: str, data: st.DataObject
) -> None:
    units = ["", *ITEMS[ITEMS[name].uln or ""].units]
    own, behind = data.draw(st.sampled_from(units)), data.draw(st.sampled_from(units))
    text = form.format(f"{number}{own}", f"{limit} {behind}")

    before, was_sure = accepted(name, text)
    now, is_sure = taken(name, text)

    if is_sure:
        assert (before, was_sure) == (now, True)


@pytest.mark.parametrize(
    "text", ["23", "23 umol/L", "0-23", "(3-23)", "ULN 23", "≤23", "3～23 μmol/L"]
)
def test_the_upper_limit_alone_is_read_on_its_card(text: str) -> None:
    now, is_sure = taken("total_bilirubin_uln", text)

    assert is_sure
    assert now == {"total_bilirubin_uln": Quantity(Decimal(23), "umol/L")}


@pytest.mark.parametrize("text", [">23", "≥23 umol/L", "15/23", "23 24", "30-23", "about 23"])
def test_what_is_no_upper_limit_is_asked_on_its_card(text: str) -> None:
    assert not taken("total_bilirubin_uln", text)[1]


@pytest.mark.parametrize("name", sorted(item.uln for item in ITEMS.values() if item.uln))
def test_every_upper_limit_is_read_as_its_example_says(name: str) -> None:
    example = ITEMS[name].example
    assert example is not None

    now, is_sure = taken(name, example.en)

    assert is_sure
    assert list(now) == [name]
