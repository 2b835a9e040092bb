"""A cell is read as what is typed on a card; what would be asked there is a fault here."""

from typing import Any

from ectrial.facts import Facts
from ectrial.imports.cells import CellReader
from ectrial.labs.reader import reader_of
from ectrial.trial.own_items import own_items
from ectrial.trial.truth_of_values import truth_under
from ectrial.trial.versions import shipped
from tests.tables import of_each

TRIAL = shipped().default
ITEMS = own_items(TRIAL)
CELLS = CellReader(ITEMS, reader_of(ITEMS), truth_under(TRIAL, Facts()))


def amount(value: str, unit: str, **more: str) -> dict[str, str]:
    return {"value": value, "unit": unit, **more}


@of_each(
    ("item", "text", "unit", "answer"),
    [
        ("sex", "女", "", "female"),
        ("sex", "f", "", "female"),
        ("pregnant", "否", "", "no"),
        ("pregnant", "Not applicable", "", "not_applicable"),
        ("wbc", "3,70", "10^9/L", amount("3.70", "10*9/L")),
        ("wbc", "未做", "", "not_done"),
        ("wbc", "< 0.5", "×10⁹/L", amount("0.5", "10*9/L", comparator="<")),
        ("wbc", "4900 /uL", "10^9/L", amount("4900", "/uL")),
        ("hbv_dna", "未检出", "IU/mL", {"result": "not_detected"}),
        ("hbv_dna", "1500000", "IU/mL", amount("1500000", "[IU]/mL")),
        ("age", "58岁", "", amount("58", "a")),
        ("chemo_regimen", "Taxane+platinum", "", "taxane_plus_platinum"),
        (
            "other_malignancy_types",
            "宫颈原位癌；其他",
            "",
            ["cervical_carcinoma_in_situ", "other"],
        ),
    ],
)
def test_a_cell_is_an_answer(item: str, text: str, unit: str, answer: Any) -> None:
    read = CELLS.read(item, text, unit)

    assert (read.answers, read.fault) == ({item: answer}, "")


@of_each(
    ("item", "text", "says"),
    [
        ("pregnant", "1", "not an answer to pregnant: write unknown, "),
        ("pregnant", "NA", "not an answer"),
        ("wbc", "5.2 2026-11-20", "a day beside the number"),
        ("wbc", "5.2; ALT 30", "not only wbc"),
        ("wbc", "3.1-4.2", "not clear"),
        ("ecog", "1.5", "outside every possible range"),
        ("hbv_dna", "1500000", "which unit? one of [IU]/mL, "),
        ("other_malignancy_types", "skin", "not answers to"),
    ],
)
def test_what_the_chat_would_ask_about_is_a_fault(item: str, text: str, says: str) -> None:
    read = CELLS.read(item, text)

    assert says in read.fault
    assert not read.answers


def test_a_rare_number_is_taken_once_somebody_has_looked_at_it() -> None:
    read = CELLS.read("wbc", "0.03", "10^9/L")

    assert (read.fault, read.rare) == ("", "0.03 10*9/L")
    assert read.answers == {"wbc": amount("0.03", "10*9/L")}
