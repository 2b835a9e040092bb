import pytest

from ectrial.facts import Facts
from ectrial.labs.lab_reading import LabReading
from ectrial.labs.reader import reader_of
from ectrial.labs.usual_units import UnitsError, usual_units
from ectrial.quantity import Quantity
from ectrial.trial.truth_of_values import truth_under
from tests.ectrial.lab_corpus import TRIAL
from tests.tables import of_each

ITEMS = TRIAL.vocabulary
USUAL = {"TBil": "µmol/l", "Creatinine": "umol/L", "血红蛋白": "g/dL"}


def read(text: str, card: str | None = None) -> LabReading:
    reader = reader_of(ITEMS, usual_units(ITEMS, USUAL))
    (reading,) = reader.read(text, truth_under(TRIAL, Facts()), None, card)
    return reading


def written(reading: LabReading) -> str:
    assert isinstance(reading.value, Quantity)
    return f"{reading.value.value} {reading.value.unit}"


@of_each(
    ("text", "value"),
    [
        ("TBIL 15", "15 umol/L"),
        ("TBIL 2.1", "2.1 umol/L"),
        ("creatinine 80", "80 umol/L"),
        ("Hb 12", "12 g/dL"),
        ("TBIL 1.2 mg/dL", "1.2 mg/dL"),
    ],
)
def test_number_is_read_in_the_unit_of_the_site_unless_another_is_typed(
    text: str, value: str
) -> None:
    assert read(text).status == "value"
    assert written(read(text)) == value


@pytest.mark.parametrize("text", ["Hb 120", "creatinine 1.1"])
def test_number_that_the_unit_makes_unlikely_is_read_as_without_it(text: str) -> None:
    plain = reader_of(ITEMS).read(text, truth_under(TRIAL, Facts()))

    assert (read(text),) == plain


def test_card_takes_a_bare_number_in_the_unit_of_the_site() -> None:
    assert written(read("15", "total_bilirubin")) == "15 umol/L"
    assert read("15", "total_bilirubin").status == "value"


def test_limit_has_the_unit_of_its_lab() -> None:
    assert usual_units(ITEMS, USUAL)["total_bilirubin_uln"] == "umol/L"


def test_every_unit_that_cannot_be_used_is_named() -> None:
    with pytest.raises(UnitsError) as raised:
        usual_units(ITEMS, {"bilirubine": "umol/L", "hemoglobin": "mmHg", "ecog": "g/L"})

    assert len(raised.value.faults) >= 2
    assert "bilirubine: there is no such lab" in raised.value.faults
    assert any(fault.startswith("hemoglobin: mmHg is none of") for fault in raised.value.faults)
