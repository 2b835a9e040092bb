"""The rows of one sheet of a workbook (XLSX): values alone, no formula, within a size."""

import re
import warnings
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, time
from decimal import Decimal
from functools import partial
from importlib.util import find_spec
from io import BytesIO
from typing import Any
from zipfile import ZipFile, ZipInfo

from bot.imports.csv_rows import TableError, within
from bot.imports.merged_cells import MergedCells
from ectrial.imports.table import Cell, Row, Unread
from ectrial.papers.libraries import needs_a_library

LIBRARY = "openpyxl"
MOST_BYTES = 64 * 2**20
"""The most that a workbook may hold once it is unpacked."""
MOST_PARTS = 2000
DIGITS, SHOWN, FEW = ".15g", ".10g", 7
"""A spreadsheet has 15 digits and shows some 10 in a cell; of few digits is what was meant."""
HOW_TO_INSTALL = f"{needs_a_library('a workbook')}; or save the list as CSV"
_ALTERED = re.compile(r'"[^"]*[^"\s][^"]*"|[<>≤≥]|\\[^()\s\-_.,]|[0#?],+(?![0#?])')
"""What a format of numbers shows beside the number, such as `"<"0`; or thousands, left out."""
_HIDDEN = re.compile(rb"<(?:\w+:)?row\b[^>]*\shidden=[\"'](?:1|true)[\"']")
_BROKEN = "not a workbook that can be read: save it as XLSX or CSV anew"


def can_read_workbooks() -> bool:
    """Whether the library for workbooks is installed."""
    return find_spec(LIBRARY) is not None


def workbook_rows(
    data: bytes, sheet: str | None, most_bytes: int = MOST_BYTES
) -> tuple[str, Iterator[Row]]:
    """Give words for a sheet, and its rows; without a name, of the only one that has any.

    The words tell what of it nobody sees who opens the workbook: it is read like the rest.

    TableError if it cannot be read, is too large, or it is not clear which sheet is meant.
    """
    _refuse_bombs(data, most_bytes)
    # imported here: it takes a while, and is not always installed
    from openpyxl import load_workbook  # type: ignore[import-untyped] # it has no types

    with warnings.catch_warnings():
        # of what it leaves out, such as validations; of cells nothing is left out
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(BytesIO(data), read_only=True, data_only=False)
        except Exception:  # noqa: BLE001 - the library raises whatever a broken part makes it
            raise TableError(_BROKEN) from None
    found = _sheet_of(book, sheet)
    part = _part(found)
    return _words(found, part), _rows(book, found, MergedCells(part))


def _refuse_bombs(data: bytes, most_bytes: int) -> None:
    try:
        with ZipFile(BytesIO(data)) as parts:
            infos = parts.infolist()
            is_large = len(infos) > MOST_PARTS or sum(i.file_size for i in infos) > most_bytes
            has_types = not is_large and any(map(partial(_has_types, parts), infos))
    except Exception:  # noqa: BLE001 - a broken part makes it raise whatever it may
        raise TableError(_BROKEN) from None
    if is_large:
        raise TableError(f"holds more than {most_bytes} bytes once it is unpacked")
    if has_types:
        raise TableError(_BROKEN)


def _has_types(parts: ZipFile, info: ZipInfo) -> bool:
    """Whether a part declares types of its own, by which a few bytes can become very many."""
    with parts.open(info) as part:
        return b"<!DOCTYPE" in part.read(4096)


def _sheet_of(book: Any, wanted: str | None) -> Any:
    sheets = {each.title: each for each in book.worksheets}
    if wanted is not None:
        if wanted not in sheets:
            raise TableError(f"there is no sheet {wanted!r}; there is {', '.join(sheets)}")
        return sheets[wanted]
    filled = [each for each in sheets.values() if _is_filled(each)]
    if len(filled) != 1:
        raise TableError(f"say which sheet with --sheet; there is {', '.join(sheets) or 'none'}")
    return filled[0]


def _is_filled(sheet: Any) -> bool:
    try:
        sheet.reset_dimensions()
        return any(any(cell.value is not None for cell in row) for row in sheet.iter_rows())
    except Exception:  # noqa: BLE001 - as above
        raise TableError(_BROKEN) from None


def _part(sheet: Any) -> bytes:
    """Give a sheet as its file has it, with what reading row by row tells nothing of."""
    try:
        with sheet._get_source() as part:  # noqa: SLF001 - it has no other way
            return bytes(part.read())
    except Exception:  # noqa: BLE001 - as above
        raise TableError(_BROKEN) from None


def _words(sheet: Any, part: bytes) -> str:
    """Name a sheet, and say what of it is hidden; rows that a filter leaves out are hidden too."""
    is_hidden = ", which is hidden" if sheet.sheet_state != "visible" else ""
    rows = sum(1 for _ in _HIDDEN.finditer(part))
    hidden = f", hidden or filtered rows that are read as well: {rows}" if rows else ""
    return f"sheet {sheet.title!r}{is_hidden}{hidden}"


def _rows(book: Any, sheet: Any, merged: MergedCells) -> Iterator[Row]:
    with closing(book):
        try:
            # what a workbook says of its own size may be wrong
            sheet.reset_dimensions()
            width = 0
            for number, cells in enumerate(sheet.iter_rows(), start=1):
                told = merged.told(number, [_cell(each) for each in cells], width)
                while told and told[-1] == "":
                    told.pop()
                width = width or len(told)
                within(number, len(told))
                if number > 1 and len(told) > width:
                    yield number, [Unread(f"has {len(told)} cells, and there are {width} titles")]
                else:
                    yield number, told
        except TableError:
            raise
        except Exception:  # noqa: BLE001 - as above
            raise TableError(_BROKEN) from None


def _cell(cell: Any) -> Cell:
    """Give a cell as text; a formula is not trusted, nor what somebody computed by it."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return Unread("a formula: paste its value in its place")
    if cell.data_type == "e":
        return Unread(f"an error of the spreadsheet ({value})")
    if isinstance(value, int | float) and "%" in (cell.number_format or ""):
        return Unread("is shown as a percentage: write it as a number")
    if isinstance(value, int | float) and _ALTERED.search(_plain(cell.number_format)):
        return Unread("is shown with more than its number, or in another size: write it as shown")
    return _text(value)


def _plain(number_format: str | None) -> str:
    """Give a format of numbers without its colours and conditions."""
    return re.sub(r"\[[^\]]*\]", "", number_format or "")


def _text(value: Any) -> Cell:
    match value:
        case bool():
            return "yes" if value else "no"
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date():
            return str(value)
        case int() | float():
            return _number(value)
        case str():
            return value
    return Unread("neither text, number nor day")


def _number(value: float) -> Cell:
    """Give a number with the digits that a spreadsheet has; the rest is left over from arithmetic.

    Where more of that is left, the cell shows a short number and holds another: 64.1 - 60.1.
    """
    number, shown = Decimal(format(value, DIGITS)), Decimal(format(value, SHOWN))
    if number != shown and len(shown.normalize().as_tuple().digits) <= FEW:
        return Unread(f"holds {number:f} and is shown as {shown:f}: round it, and paste its value")
    return f"{number:f}"
