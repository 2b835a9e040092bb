"""The screening log as a workbook (XLSX), in constant memory; a long one has several sheets."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

from bot.papers.scratch import scratch_beside
from ectrial.papers.libraries import needs_a_library
from ectrial.papers.log import COLUMNS, Cell, LogRow, cells_of, text_of

LIBRARY = "xlsxwriter"
MOST_ROWS = 1_048_575
"""The most rows of a sheet below its head."""
HOW_TO_INSTALL = needs_a_library("a workbook")
WIDTH = 16
# the same for every file, as equal rows give equal bytes
MADE = datetime(2020, 1, 1, tzinfo=UTC)


def can_write_workbooks() -> bool:
    """Whether the library for workbooks is installed."""
    return find_spec(LIBRARY) is not None


def write_workbook(
    path: Path,
    rows: Iterable[LogRow],
    look: Callable[[], None] = lambda: None,
    most_rows: int = MOST_ROWS,
) -> None:
    """Write the log to a path, which must be of nobody else; OSError if the disk does not take it.

    `look` breaks it off by an error of its own: it is called before each piece that is copied or
    packed, as the library does both when all rows are written. What is unfinished lies in a folder
    beside it, which goes whatever happens.
    """
    # imported here: few commands write a workbook, and it is not always installed
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    with scratch_beside(path) as folder:
        # nothing that was typed ever becomes a formula, a link or another number
        as_typed = dict.fromkeys(
            ("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False
        )
        book = Workbook(str(path), {"constant_memory": True, "tmpdir": str(folder), **as_typed})
        try:
            book.set_properties({"created": MADE.replace(tzinfo=None)})
            _Sheets(book, most_rows).write(rows)
            _finish(book, path, look)
        except FileCreateError as error:
            raise OSError(str(error)) from None
        finally:
            for sheet in book.worksheets():
                _close(sheet)


def _finish(book: Any, path: Path, look: Callable[[], None]) -> None:
    """Have the library copy the rows into the sheets, and pack them."""
    for sheet in book.worksheets():
        _look_after(sheet, look)
    with path.open("wb") as file:
        book.filename = packed = _LookedAfter(file, look)
        try:
            book.close()
        finally:
            packed.is_over = True


def _look_after(sheet: Any, look: Callable[[], None]) -> None:
    """Look before each piece of the rows so far that the library copies into the sheet."""
    rows = sheet.row_data_fh
    read = rows.read

    def looked(size: int) -> str:
        look()
        return str(read(size))

    rows.read = looked


def _close(sheet: Any) -> None:
    """Close the unfinished parts of a sheet, which the library closes only with the whole book."""
    for handle in (sheet.row_data_fh, sheet.fh):
        if handle is not None and not handle.closed:
            handle.close()


class _LookedAfter:
    """What the library packs into: it looks before each piece, then hands it to a file.

    Once that is over, done or broken off, nothing goes anywhere: the library has last words still
    when its parts are collected.
    """

    def __init__(self, file: IO[bytes], look: Callable[[], None]) -> None:
        self._file, self._look = file, look
        self._at, self.is_over = 0, False

    def write(self, data: bytes) -> int:
        if not self.is_over:
            self._look()
            self._file.write(data)
        self._at += len(data)
        return len(data)

    def seek(self, target: int) -> int:
        if not self.is_over:
            self._file.seek(target)
        self._at = target
        return target

    def tell(self) -> int:
        return self._at

    def flush(self) -> None:
        """Do nothing: who opened the file closes it."""


class _Sheets:
    """The sheets so far: each begins with the names of the columns, which stay in sight."""

    def __init__(self, book: Any, most_rows: int) -> None:
        self._book, self._most = book, most_rows
        self._head = book.add_format({"bold": True})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._sheet: Any = None
        self._row = self._number = 0

    def write(self, rows: Iterable[LogRow]) -> None:
        self._begin()
        for row in rows:
            if self._row > self._most:
                self._end()
                self._begin()
            for column, cell in enumerate(cells_of(row)):
                self._cell(column, cell)
            self._row += 1
        self._end()

    def _begin(self) -> None:
        self._number += 1
        name = "Screening log" if self._number == 1 else f"Screening log {self._number}"
        self._sheet = self._book.add_worksheet(name)
        self._sheet.set_column(0, len(COLUMNS) - 1, WIDTH)
        self._sheet.freeze_panes(1, 0)
        for column, told in enumerate(COLUMNS):
            self._sheet.write_string(0, column, told, self._head)
        self._row = 1

    def _end(self) -> None:
        self._sheet.autofilter(0, 0, self._row - 1, len(COLUMNS) - 1)

    def _cell(self, column: int, cell: Cell) -> None:
        if isinstance(cell, date):
            day = datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001 - a day has no zone
            self._sheet.write_datetime(self._row, column, day, self._day)
        elif isinstance(cell, int):
            self._sheet.write_number(self._row, column, cell)
        elif text := text_of(cell):
            self._sheet.write_string(self._row, column, text)
