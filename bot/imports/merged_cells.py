"""Merged cells of a sheet: their value stands in the first one alone, so the others are faults.

A list that is filled by guess is no list: whether a day in a merged cell is that of every row
below, or the rows below have none, only who wrote it knows.
"""

import re
from collections import defaultdict

from bot.imports.csv_rows import MOST_ROWS, TableError
from ectrial.imports.table import Cell, Unread

WHY = "is merged with {first}: take the merged cells apart, and write the value in each row"
MOST_MERGED = 200_000
"""The most rows of merged cells in all; a sheet with more was made to keep a machine busy."""
_RANGE = re.compile(
    rb"<(?:\w+:)?mergeCell\b[^>]*\sref=[\"']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})[\"']"
)


class MergedCells:
    """Says of each row, one after the other, which of its cells are merged with one before."""

    def __init__(self, sheet: bytes) -> None:
        self._of_row: dict[int, list[tuple[str, int, int]]] = defaultdict(list)
        self._filled: set[str] = set()
        number = 0
        for left, top, right, bottom in _RANGE.findall(sheet):
            name = f"{left.decode()}{int(top)}"
            for row in range(int(top), min(int(bottom), MOST_ROWS + 1) + 1):
                self._of_row[row].append((name, _column(left), _column(right)))
                number += 1
                if number > MOST_MERGED:
                    raise TableError("has too many merged cells: take them apart")

    def told(self, row: int, cells: list[Cell], width: int) -> list[Cell]:
        """Give the cells of a row; each that is merged with a filled one before it is a fault."""
        for name, left, right in self._of_row.pop(row, ()):
            at = left - 1
            if name == f"{_letters(left)}{row}" and at < len(cells) and cells[at] != "":
                self._filled.add(name)
            if name not in self._filled:
                continue
            cells += [""] * (min(right, width) - len(cells))
            for place in range(at, min(right, width)):
                if f"{_letters(place + 1)}{row}" != name:
                    cells[place] = Unread(WHY.format(first=name))
        return cells


def _column(letters: bytes) -> int:
    """Give the number of a column.

    >>> _column(b"A"), _column(b"AB")
    (1, 28)
    """
    number = 0
    for each in letters:
        number = number * 26 + each - 64
    return number


def _letters(column: int) -> str:
    """Give the letters of a column.

    >>> _letters(1), _letters(26), _letters(28)
    ('A', 'Z', 'AB')
    """
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found
