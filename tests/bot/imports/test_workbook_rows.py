"""A workbook is read within a size, or plainly refused, whatever is wrong with its parts."""

from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from bot.imports.csv_rows import TableError
from bot.imports.workbook_rows import workbook_rows
from ectrial.imports.table import Unread
from tests.bot.cli.test_import import workbook

LIST = (("code", "sex", "WBC"), ("S-001", "男", 5.2))


def with_part(name: str, content: bytes) -> bytes:
    """Give the list with one part replaced."""
    file = BytesIO()
    with ZipFile(BytesIO(workbook(*LIST))) as whole, ZipFile(file, "w", ZIP_DEFLATED) as changed:
        for each in whole.namelist():
            changed.writestr(each, content if each == name else whole.read(each))
    return file.getvalue()


def rows(data: bytes, sheet: str | None = None) -> list[Any]:
    return list(workbook_rows(data, sheet)[1])


def test_cells_are_texts_as_the_spreadsheet_shows_them() -> None:
    book = openpyxl.Workbook()
    book.active.append(("code", "a", "b", "c", "d", None))
    book.active.append((7, True, 1e-7, 0.85, "=1+1", None))
    book.active["D2"].number_format = "0%"
    book.create_sheet("empty")
    file = BytesIO()
    book.save(file)

    head, (number, cells) = rows(file.getvalue())

    assert head == (1, ["code", "a", "b", "c", "d"])
    assert (number, cells[:3]) == (2, ["7", "yes", "0.0000001"])
    assert [type(each) for each in cells[3:]] == [Unread, Unread]


def test_hidden_rows_and_sheets_are_read_and_told() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("front")
    for each in (*LIST, ("S-002", "女", 4.1), ("S-003", "女", 4.4)):
        book.active.append(each)
    for number in (2, 4):
        book.active.row_dimensions[number].hidden = True
    book.active.sheet_state = "hidden"
    file = BytesIO()
    book.save(file)

    told, read = workbook_rows(file.getvalue(), None)

    assert told == (
        "sheet 'Sheet', which is hidden, hidden or filtered rows that are read as well: 2"
    )
    assert len([*read]) == 4


def test_a_cell_that_is_merged_with_a_filled_one_is_told_and_never_taken_as_empty() -> None:
    book = openpyxl.Workbook()
    book.active.append(("code", "sampled", "WBC", "ALT"))
    for each in (("S-001", "2026-11-20", 5.2, 20), ("S-002", None, 4.1), ("S-003", None, 4.4)):
        book.active.append(each)
    for each in ("B2:B4", "C4:D4", "D2:D3", "A1:A1"):
        book.active.merge_cells(each)
    book.active.merge_cells("F2:F4")
    file = BytesIO()
    book.save(file)

    told = [cells for _, cells in rows(file.getvalue())]

    assert told[:2] == [["code", "sampled", "WBC", "ALT"], ["S-001", "2026-11-20", "5.2", "20"]]
    whys = [[c.why[:21] if isinstance(c, Unread) else c for c in cells] for cells in told[2:]]
    assert whys == [
        ["S-002", "is merged with B2: ta", "4.1", "is merged with D2: ta"],
        ["S-003", "is merged with B2: ta", "4.4", "is merged with C4: ta"],
    ]


def test_numbers_made_by_arithmetic_are_as_shown_or_a_fault() -> None:
    tenths = [Decimal(number) / 10 for number in (*range(1, 61, 2), 641, 601)]
    made = [(float(one) - float(other), one - other) for one in tenths for other in tenths]

    found = rows(workbook(("code",), *((number,) for number, _ in made)))[1:]

    read = [cells[0] for _, cells in found]
    for cell, (number, exact) in zip(read, made, strict=True):
        assert isinstance(cell, Unread) or Decimal(cell) == exact, number
    assert "holds 3.99999999999999 and is shown as 4:" in str(read)


def test_a_number_has_the_digits_of_a_spreadsheet() -> None:
    (_, head), (_, cells) = rows(workbook((4.1 - 0.1, 2**53, 80 / 88.4), ("a", "b", "c")))

    assert head == ["4", "9007199254740990", "0.904977375565611"]
    assert cells == ["a", "b", "c"]


def test_a_number_that_is_shown_with_more_than_itself_is_a_fault() -> None:
    shown = {
        **dict.fromkeys(('"<"0', '0.0" mmol/L"', "0.0,,,", "\\<0", '0;"no"0'), Unread),
        **dict.fromkeys(("General", "#,##0.00", "0.00_ ", "0.0_);[Red]\\(0.0\\)", "@"), str),
    }
    book, file = openpyxl.Workbook(), BytesIO()
    for row, form in enumerate(shown, 1):
        book.active.cell(row, 1, 20).number_format = form
    book.save(file)

    assert [type(cells[0]) for _, cells in rows(file.getvalue())] == [*shown.values()]


def test_a_broken_or_large_workbook_is_refused() -> None:
    good = workbook(*LIST)
    middle = good.index(b"xl/worksheets/sheet1.xml") + 60
    far = openpyxl.Workbook()
    far.active["A1"], far.active["XFD1048576"], file = "code", "x", BytesIO()
    far.save(file)
    sheet = "xl/worksheets/sheet1.xml"
    for data, says in (
        (good[:middle] + bytes(20) + good[middle + 20 :], "not a workbook"),
        (good[: len(good) // 2], "not a workbook"),
        (with_part(sheet, b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "not a workbook"),
        (with_part(sheet, b"<worksheet"), "not a workbook"),
        (file.getvalue(), "more than 10000 rows"),
    ):
        with pytest.raises(TableError, match=says):
            rows(data)
    with pytest.raises(TableError, match="holds more than 1000 bytes"):
        workbook_rows(good, None, most_bytes=1000)


def test_of_several_sheets_one_is_named() -> None:
    book = openpyxl.Workbook()
    book.active.append(("code",))
    book.create_sheet("old").append(("code", "x"))
    file = BytesIO()
    book.save(file)

    assert rows(file.getvalue(), "old") == [(1, ["code", "x"])]
    with pytest.raises(TableError, match="say which sheet with --sheet; there is Sheet, old"):
        rows(file.getvalue())
    with pytest.raises(TableError, match="there is no sheet 'new'"):
        rows(file.getvalue(), "new")
