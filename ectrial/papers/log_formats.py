"""The screening log as bytes, a row at a time: CSV for spreadsheets, JSON for programs.

Equal rows give equal bytes. A workbook is written in `bot`, as that takes a library and a file.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from ectrial.papers.log import COLUMNS, Cell, LogRow, cells_of, text_of
from ectrial.papers.table import csv_lines


def log_csv(rows: Iterable[LogRow]) -> Iterator[bytes]:
    """Give the head, then a line for each row."""
    yield from csv_lines(_texts(rows))


def _texts(rows: Iterable[LogRow]) -> Iterator[tuple[str, ...]]:
    yield COLUMNS
    for row in rows:
        yield tuple(map(text_of, cells_of(row)))


def log_json(rows: Iterable[LogRow]) -> Iterator[bytes]:
    """Give one array with an object for each row, each on a line of its own."""
    before = "["
    for row in rows:
        told = {name: _plain(cell) for name, cell in zip(COLUMNS, cells_of(row), strict=True)}
        yield f"{before}\n{json.dumps(told, ensure_ascii=False)}".encode()
        before = ","
    yield b"[]\n" if before == "[" else b"\n]\n"


def _plain(cell: Cell) -> object:
    return cell.isoformat() if isinstance(cell, date) else cell
