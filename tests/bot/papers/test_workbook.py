"""A workbook of the screening log, read back by a library that did not write it."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bot.papers.workbook import write_workbook
from ectrial.papers.log import COLUMNS, LogRow, cells_of, text_of
from ectrial.record.entries import Kind
from tests.ectrial.papers.told import NOT_ELIGIBLE, SIGNED, Told, log_of

LOG = log_of(
    Told("S-001").judged(NOT_ELIGIBLE).tells(Kind.CONSENT, SIGNED),
    Told("=1+1"),
    Told("https://x"),
)


def read(path: Path) -> list[list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(path)
    assert all(cell.data_type != "f" for sheet in book for row in sheet for cell in row)
    return [[*sheet.iter_rows(values_only=True)] for sheet in book]


def plain(cell: Any) -> str:
    return text_of(cell.date() if isinstance(cell, datetime) else cell)


def test_a_workbook_read_back_is_the_projection_with_chinese_text(tmp_path: Path) -> None:
    write_workbook(tmp_path / "log.xlsx", LOG)

    ((head, *rows),) = read(tmp_path / "log.xlsx")

    assert head == COLUMNS
    assert [[*map(plain, row)] for row in rows] == [[*map(text_of, cells_of(r))] for r in LOG]
    assert "陈护士 (coordinator)" in rows[0]
    assert rows[0][COLUMNS.index("consent_date")] == datetime(2026, 11, 24)  # noqa: DTZ001
    assert rows[1][COLUMNS.index("screening_no")] == "=1+1"


def test_equal_rows_give_equal_bytes_and_leave_nothing_beside(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(tmp_path / name, LOG)

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xlsx", "b.xlsx"]


def test_a_long_log_goes_on_in_a_second_sheet(tmp_path: Path) -> None:
    write_workbook(tmp_path / "log.xlsx", [*LOG, LOG[0]], most_rows=3)

    first, second = read(tmp_path / "log.xlsx")

    assert [len(first), len(second)] == [4, 2]
    assert second[0] == COLUMNS
    assert second[1] == first[1]


def test_a_workbook_that_is_broken_off_leaves_nothing_beside(tmp_path: Path) -> None:
    def broken_off() -> Iterator[LogRow]:
        yield LOG[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_workbook(tmp_path / "log.xlsx", broken_off())

    assert not [*tmp_path.iterdir()]


def test_a_day_is_a_day_and_a_number_a_number(tmp_path: Path) -> None:
    write_workbook(tmp_path / "log.xlsx", LOG)

    ((_, row, *_),) = read(tmp_path / "log.xlsx")

    told = dict(zip(COLUMNS, row, strict=True))
    assert isinstance(told["date_screened"], date)
    assert told["screenings_n"] == 1
