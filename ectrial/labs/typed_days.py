"""A day typed on a card that asks only for a day: in words, or in any unambiguous form."""

import re
from datetime import date, timedelta
from typing import Final

from ectrial.labs.characters import normalized
from ectrial.labs.dates import WRITTEN_DAY, is_recent, read_day, readings_of

_DAYS_AGO: Final = {
    "today": 0,
    "今天": 0,
    "今日": 0,
    "yesterday": 1,
    "昨天": 1,
    "昨日": 1,
    "day before yesterday": 2,
    "前天": 2,
}
_AGO = re.compile(r"([0-9]{1,2}) ?(?:(?:days?|d) ago|天前|日前)")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.?((?:19|20)[0-9]{2})?")
_TWO_NUMBERS = re.compile(r"([0-9]{1,2})[-/]([0-9]{1,2})(?:[-/][0-9]{4})?")
_WRITTEN = re.compile(WRITTEN_DAY)
MONTHS = 12


def read_typed_day(text: str, today: date) -> date | None:
    """Read a day of the last year; None if the text may mean several days, or none.

    >>> today = date(2026, 11, 29)
    >>> [str(read_typed_day(text, today)) for text in ("yesterday", "前天", "3 days ago", "20.11")]
    ['2026-11-28', '2026-11-27', '2026-11-26', '2026-11-20']
    >>> [str(read_typed_day(text, today)) for text in ("11/20/2026", "Nov 20", "5/11", "5.2")]
    ['2026-11-20', '2026-11-20', 'None', 'None']
    """
    said = normalized(text).strip().casefold()
    ago = int(found[1]) if (found := _AGO.fullmatch(said)) else _DAYS_AGO.get(said)
    if ago is not None:
        return today - timedelta(days=ago)
    if day := read_day(text, today):
        return day
    if dotted := _DOTTED.fullmatch(said):
        said = "/".join(filter(None, dotted.groups()))
    if _WRITTEN.fullmatch(said) is None or _is_either(said):
        return None
    days = [day for day in readings_of(said, today) if is_recent(day, today)]
    return days[0] if len(days) == 1 else None


def _is_either(said: str) -> bool:
    """Whether both numbers may be the month, so that the day is not clear."""
    found = _TWO_NUMBERS.fullmatch(said)
    return found is not None and found[1] != found[2] and max(map(int, found.groups())) <= MONTHS
