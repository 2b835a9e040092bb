"""The rows of a CSV file, in the encodings in which spreadsheets here save them."""

import codecs
import csv
from collections.abc import Iterator
from io import StringIO
from unicodedata import category, east_asian_width

from ectrial.imports.table import Row, Unread

SEPARATORS = ",;\t"
MOST_ROWS = 10_000
MOST_COLUMNS = 300
_MARKS = {
    codecs.BOM_UTF8: ("utf-8-sig", "UTF-8"),
    codecs.BOM_UTF16_LE: ("utf-16", "UTF-16"),
    codecs.BOM_UTF16_BE: ("utf-16", "UTF-16"),
}
# GBK's signs beside Chinese (↓, Ⅳ, ①, ℃, ㎎, the wide space), and some that GB 18030 adds
_OF_GBK = (bytes((row, at)) for row in (0xA1, 0xA2, 0xA6, 0xA8, 0xA9) for at in range(0x40, 0xFF))
_SIGNS = frozenset("µ¹²³⁹≠‘’“”√").union(*(each.decode("gbk", "ignore") for each in _OF_GBK))
_WIDE = frozenset(("Lo", "Lu", "Ll", "Nd", "Po", "Ps", "Pe", "Pd", "Sm"))
"""The kinds of full-width signs that are expected: letters, digits, and what stands between."""


class TableError(ValueError):
    """A table that cannot be read at all; the message says why, and what to do."""


def csv_text(data: bytes) -> tuple[str, str]:
    """Give the text of a CSV file, and the name of its encoding; TableError if it is not clear.

    >>> csv_text("编号,性别".encode("gb18030")), csv_text("a,b".encode("utf-8-sig"))
    (('编号,性别', 'GB 18030'), ('a,b', 'UTF-8'))
    """
    for mark, (encoding, name) in _MARKS.items():
        if data.startswith(mark) and (text := _decoded(data, encoding)) is not None:
            return text, name
    is_wide = b"\0" in data
    if not is_wide and (text := _decoded(data, "utf-8")) is not None:
        return text, "UTF-8"
    text = None if is_wide else _decoded(data, "gb18030")
    if text is None or not all(map(_is_expected, text)):
        raise TableError("its encoding is not clear: save it as CSV UTF-8, or as a workbook")
    return text, "GB 18030"


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_expected(sign: str) -> bool:
    """Whether a sign is one that a list in Chinese has; other bytes give signs that none has."""
    is_wide = east_asian_width(sign) in "WF" and category(sign) in _WIDE
    return sign.isascii() or sign in _SIGNS or is_wide


def csv_rows(text: str) -> Iterator[Row]:
    """Give the rows of a CSV text, that of the titles first; TableError if it is no table."""
    separator = max(SEPARATORS, key=text.partition("\n")[0].count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    width = 0
    try:
        for number, cells in enumerate(reader, start=1):
            within(number, len(cells))
            width = width or len(cells)
            if number > 1 and any(cells) and len(cells) != width:
                yield number, [Unread(f"has {len(cells)} cells, and there are {width} titles")]
            else:
                yield number, cells
    except csv.Error as error:
        raise TableError(f"row {reader.line_num}: not CSV ({error})") from None


def within(rows: int, columns: int) -> None:
    """Raise TableError if a table is larger than a list of subjects is."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        most = f"{MOST_ROWS} rows or {MOST_COLUMNS} columns"
        raise TableError(f"more than {most}: put parts of it into other files")
