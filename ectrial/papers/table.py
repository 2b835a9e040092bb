"""A table as CSV, for a spreadsheet: a cell that looks like a formula is kept from running."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

Table = Sequence[Sequence[str]]
"""The head, then the rows."""
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet may carry out; the last four are wide characters."""


def csv_of(rows: Iterable[Sequence[str]]) -> bytes:
    r"""Give the rows as CSV in UTF-8, with the mark by which a spreadsheet knows that.

    >>> csv_of([["name", "=1+1"]])
    b"\xef\xbb\xbfname,'=1+1\r\n"
    """
    written = StringIO(newline="")
    csv.writer(written).writerows([[_kept(cell) for cell in row] for row in rows])
    return written.getvalue().encode("utf-8-sig")


def csv_lines(rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """Give the same bytes as `csv_of`, a row at a time; the mark comes with the first."""
    written = StringIO(newline="")
    writer = csv.writer(written)
    for number, row in enumerate(rows):
        writer.writerow([_kept(cell) for cell in row])
        yield written.getvalue().encode("utf-8" if number else "utf-8-sig")
        written.seek(0)
        written.truncate()


def _kept(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULAS) else cell
