"""A workbook of the screening log, read back by a library that did not write it."""

import gc
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from traceback import walk_stack
from typing import Any

import openpyxl
import pytest
from xlsxwriter import Workbook

from bot.papers.progress import StoppedError
from bot.papers.scratch import PREFIX, scratch_beside
from bot.papers.workbook import write_workbook
from ectrial.papers.log import COLUMNS, LogRow
from ectrial.record.entries import Kind
from tests.ectrial.papers.judges import judge_book, texts
from tests.ectrial.papers.told import NOT_ELIGIBLE, SIGNED, Told, log_of

LOG = log_of(
    Told("S-001").judged(NOT_ELIGIBLE).tells(Kind.CONSENT, SIGNED),
    Told("=1+1"),
    Told("https://x"),
)


def told(path: Path) -> list[dict[str, Any]]:
    head, *rows = openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_a_workbook_read_back_is_the_projection_with_chinese_text(tmp_path: Path) -> None:
    write_workbook(tmp_path / "log.xlsx", LOG)

    judge_book((tmp_path / "log.xlsx").read_bytes(), LOG)
    first, second, _ = told(tmp_path / "log.xlsx")
    assert first["screened_by"] == "陈护士 (coordinator)"
    assert str(first["consent_date"]) == "2026-11-24 00:00:00"
    assert (first["screenings_n"], second["screening_no"]) == (1, "=1+1")


SWITCHES = ("strings_to_formulas", "strings_to_urls")


@pytest.mark.parametrize("switch", [*SWITCHES, None])
def test_its_judge_complains_of_a_formula_or_a_link(switch: str | None, tmp_path: Path) -> None:
    book = Workbook(str(tmp_path / "log.xlsx"), {each: each == switch for each in SWITCHES})
    sheet = book.add_worksheet()
    for number, row in enumerate([COLUMNS, *texts(LOG)]):
        for column, text in enumerate(row):
            # as the library takes whatever it is given: by what it begins with
            sheet.write(number, column, text or None)
    book.close()

    with pytest.raises(AssertionError) if switch else nullcontext():
        judge_book((tmp_path / "log.xlsx").read_bytes(), LOG)


def test_equal_rows_give_equal_bytes_and_leave_nothing_beside(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(tmp_path / name, LOG)

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xlsx", "b.xlsx"]


def test_a_long_log_goes_on_in_a_second_sheet(tmp_path: Path) -> None:
    long = [*LOG, LOG[0]]

    write_workbook(tmp_path / "log.xlsx", long, most_rows=3)

    judge_book((tmp_path / "log.xlsx").read_bytes(), long)
    sheets = openpyxl.load_workbook(tmp_path / "log.xlsx").worksheets
    assert [sheet.max_row for sheet in sheets] == [4, 2]


def test_what_a_kill_left_is_swept_by_the_next_workbook(tmp_path: Path) -> None:
    left, busy = tmp_path / f"{PREFIX}left", tmp_path / "busy.xlsx"
    left.mkdir()
    (left / "tmp1").write_text("a row")

    with scratch_beside(busy) as folder:
        write_workbook(tmp_path / "log.xlsx", LOG)

        assert sorted(path.name for path in tmp_path.iterdir()) == [folder.name, "log.xlsx"]


def test_a_workbook_that_is_broken_off_leaves_nothing_beside(tmp_path: Path) -> None:
    def broken_off() -> Iterator[LogRow]:
        yield LOG[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_workbook(tmp_path / "log.xlsx", broken_off())

    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("error", [StoppedError, KeyboardInterrupt])
def test_a_workbook_is_broken_off_while_it_is_copied_or_packed(
    error: type[BaseException], tmp_path: Path
) -> None:
    every = Looks()
    write_workbook(tmp_path / "log.xlsx", LOG, every, most_rows=2)
    judge_book((tmp_path / "log.xlsx").read_bytes(), LOG)

    copied, packed = every.kinds.index("copied"), every.kinds.index("packed")
    for number in (copied, packed, len(every.kinds) - 1):
        with pytest.raises(error):
            write_workbook(tmp_path / "log.xlsx", LOG, Looks(number, error), most_rows=2)
        gc.collect()
        assert [each.name for each in tmp_path.iterdir()] == ["log.xlsx"]


class Looks:
    """Breaks off the work at one of the looks, counted from 0."""

    def __init__(
        self, stop_at: int | None = None, error: type[BaseException] = StoppedError
    ) -> None:
        self._stop_at, self._error, self.kinds = stop_at, error, list[str]()

    def __call__(self) -> None:
        if len(self.kinds) == self._stop_at:
            raise self._error
        frames = (each.f_code.co_name for each, _ in walk_stack(None))
        is_copied = "_write_optimized_sheet_data" in frames
        self.kinds.append("copied" if is_copied else "packed")
