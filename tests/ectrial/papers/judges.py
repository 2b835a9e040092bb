"""What reads a screening log back, by libraries that did not write it: it is the projection."""

import csv
import json
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO, StringIO
from typing import Any

import openpyxl

from ectrial.papers.log import COLUMNS, LogRow, cells_of, text_of

FORMULAS = tuple("=+-@\t\r＝＋－＠")


def texts(log: Sequence[LogRow]) -> list[list[str]]:
    return [[*map(text_of, cells_of(row))] for row in log]


def judge_csv(data: bytes, log: Sequence[LogRow]) -> None:
    """Complain unless the csv module reads the projection, and no spreadsheet a formula."""
    assert data.startswith(b"\xef\xbb\xbf"), "a spreadsheet would read no Chinese"
    head, *rows = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    assert tuple(head) == COLUMNS
    assert not [cell for row in rows for cell in row if cell.startswith(FORMULAS)]
    assert rows == [[_guarded(text) for text in row] for row in texts(log)]


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULAS) else text


def judge_json(data: bytes, log: Sequence[LogRow]) -> None:
    """Complain unless the json module reads the projection, each row with every column."""
    rows = json.loads(data)
    assert [tuple(row) for row in rows] == [COLUMNS] * len(log)
    assert [[_text(cell) for cell in row.values()] for row in rows] == texts(log)


def judge_book(data: bytes, log: Sequence[LogRow]) -> None:
    """Complain unless openpyxl reads the projection in all sheets, and nowhere a formula."""
    read: list[tuple[Any, ...]] = []
    for sheet in openpyxl.load_workbook(BytesIO(data)):
        assert not [
            cell for row in sheet for cell in row if cell.data_type == "f" or cell.hyperlink
        ]
        head, *rows = sheet.iter_rows(values_only=True)
        assert head == COLUMNS
        read += rows
    assert [[_text(cell) for cell in row] for row in read] == texts(log)


def _text(cell: Any) -> str:
    if isinstance(cell, list):
        return text_of(tuple(cell))
    return text_of(cell.date() if isinstance(cell, datetime) else cell)
