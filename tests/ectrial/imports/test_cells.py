"""A cell is read as what is typed on a card; what would be asked there is a fault here."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

import pytest

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
        ("other_malignancy_types", "other", "", ["other"]),
        ("other_malignancy_types", "不详", "", "unknown"),
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


DECORATED = (
    *("{} ↑", "{} ↓", "{}↑", "↑{}", "{} H", "{} L", "{} *", "*{}", "{} !", "{}!", "{} (H)"),
    *("({})", "[{}]", "【{}】", " {} ", "<{}", "＜{}", "> {}", "＞{}", "≤{}", "≥{}", "＞{} *"),
    *("{} 高", "{} 偏低", "{} (ULN 40)", "{}/40", "{} (1.2×ULN)", "{}（参考 3-50）", "={}"),
    *("~{}", "{}+", "{}²", "约{}"),
)
WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")


def decorated(
    items: Iterable[str], numbers: Sequence[str]
) -> Iterator[tuple[str, str, str, str, str]]:
    """Give item, unit, cell, what is typed for it, and the number, of every lab in every unit."""
    for item in items:
        for unit in ITEMS[item].units:
            for number in numbers:
                for cell in DECORATED:
                    for width in (number, number.translate(WIDE)):
                        text = cell.format(width)
                        yield item, unit, text, cell.format(f"{width} {unit}"), number


LABS = [item.id for item in ITEMS.values() if item.kind == "quantity"]


@pytest.mark.parametrize(
    ("items", "numbers"),
    [
        (("creatinine", "life_expectancy"), ("0.5",)),
        pytest.param(LABS, ("0.5", "3", "16", "120", "5200"), marks=pytest.mark.long),
    ],
)
def test_the_unit_of_a_column_counts_whatever_stands_beside_the_number(
    items: Iterable[str], numbers: Sequence[str]
) -> None:
    read = 0
    for item, unit, text, typed, number in decorated(items, numbers):
        cell = CELLS.read(item, text, unit)
        if cell.fault:
            continue
        read += 1
        codes = {value["unit"] for value in cell.answers.values() if isinstance(value, dict)}
        assert codes == {unit}, (item, unit, text, cell)
        assert Decimal(cell.answers[item]["value"]) == Decimal(number)
        chat = CELLS.read(item, typed)
        assert chat.answers == cell.answers, (item, unit, text, cell, chat)
    assert read > len(DECORATED)


def test_a_cell_in_another_unit_than_its_column_is_told() -> None:
    assert CELLS.read("wbc", "4900 /uL ↓", "10^9/L").other == "4900 /uL"
    assert not CELLS.read("wbc", "4.9 10^3/uL", "10^9/L").other
    assert not CELLS.read("alt", "1.2×ULN", "U/L").other


def test_a_number_with_a_flag_is_counted_with_those_that_have_no_unit() -> None:
    assert CELLS.read("wbc", "5200 ↓").guessed == "/uL"


def test_the_worse_score_of_a_range_is_taken_once_somebody_has_looked_at_it() -> None:
    read = CELLS.read("ecog", "0-1")

    assert read.answers == {"ecog": amount("1", "{score}")}
    assert (read.fault, read.rare) == ("", "1 {score}, the worse of '0-1'")


def test_a_rare_number_is_taken_once_somebody_has_looked_at_it() -> None:
    read = CELLS.read("wbc", "0.03", "10^9/L")

    assert (read.fault, read.rare) == ("", "rare: 0.03 10*9/L")
    assert read.answers == {"wbc": amount("0.03", "10*9/L")}
