"""A day that a person types, past or to come: alone on a card, or beside one number."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from ectrial.labs.characters import normalized
from ectrial.labs.dates import NAMED_MONTH, WRITTEN_DAY, is_recent, read_day, readings_of

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
_COMING: Final = {
    "today": 0,
    "今天": 0,
    "今日": 0,
    "tomorrow": 1,
    "明天": 1,
    "明日": 1,
    "day after tomorrow": 2,
    "后天": 2,
    "next week": 7,
    "下周": 7,
}
_IN_DAYS = re.compile(r"(?:in )?([0-9]{1,3}) ?(?:days?|d|[天日]后?)")
_AGO = re.compile(r"([0-9]{1,2}) ?(?:(?:days?|d) ago|[天日]前)")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.?((?:19|20)[0-9]{2})?")
_TWO_NUMBERS = re.compile(r"([0-9]{1,2})[-/]([0-9]{1,2})(?:[-/][0-9]{4})?")
_WITHOUT_YEAR = re.compile(r"([0-9]{1,2}(?=[-/])|[a-z]{3,9}(?=\.?[- ]))\.?[-/ ]([0-9]{1,2})")
_WRITTEN = re.compile(WRITTEN_DAY)
_WORDS = "|".join((_AGO.pattern.replace("(", "(?:", 1), *sorted(_DAYS_AGO, key=len, reverse=True)))
# no day in digits alone: beside `5.2`, `20.11` may be a second number
_DAY = rf"(?:on )?(?P<day>{_WORDS}|{NAMED_MONTH})(?![a-z])"
_PARTED = r"(?<![a-z])(?:(?![0-9])|(?<![0-9.,]))"
_BEHIND = re.compile(rf"(?P<rest>.*?[^ ,;(\[]) ?[,;(\[]? ?{_PARTED}{_DAY}[)\].]?", re.DOTALL)
_BEFORE = re.compile(rf"{_DAY}(?:(?<=[天日号前])|(?![0-9]))[:,;]? ?(?P<rest>.+)", re.DOTALL)
MONTHS = 12
FURTHEST: Final = timedelta(days=180)
"""How far a day to come may lie ahead, unless more is asked for."""
NEXT: Final = timedelta(days=335)
"""How far ahead a day without its year is looked for; one of the month before is past."""


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


def read_coming_day(text: str, today: date, furthest: timedelta = FURTHEST) -> date | None:
    """Read today or a later day; None if the text may mean several days, or none.

    >>> today = date(2026, 11, 29)
    >>> [str(read_coming_day(text, today)) for text in ("tomorrow", "3天后", "2 Dec", "15 Jan")]
    ['2026-11-30', '2026-12-02', '2026-12-02', '2027-01-15']
    >>> [str(read_coming_day(text, today)) for text in ("yesterday", "2 days ago", "20 Nov 2026")]
    ['None', 'None', 'None']
    """
    day = read_day_ahead(text, today)
    return day if day is not None and today <= day <= today + furthest else None


def read_day_ahead(text: str, today: date) -> date | None:
    """Read the one day that is meant where a day to come is asked for, though it may be past.

    Without its year it is the next such day, unless one was within the last month.

    >>> today = date(2026, 11, 29)
    >>> [f"{read_day_ahead(text, today):%m-%d}" for text in ("28.12.2026", "28/12", "12月28日")]
    ['12-28', '12-28', '12-28']
    >>> [str(read_day_ahead(text, today)) for text in ("28.11.2026", "28 Nov", "Mar 3", "3/4")]
    ['2026-11-28', '2026-11-28', '2027-03-03', 'None']
    """
    said = normalized(text).strip().casefold().replace("号", "日")
    if (away := _days_away(said)) is not None:
        return today + timedelta(days=away)
    if dotted := _DOTTED.fullmatch(said):
        said = "/".join(filter(None, dotted.groups()))
    days = {*_days_meant(said, today + NEXT)}
    return days.pop() if len(days) == 1 else None


def _days_away(said: str) -> int | None:
    """Give how far away a day in words lies; negative for a day that is past."""
    after = int(found[1]) if (found := _IN_DAYS.fullmatch(said)) else _COMING.get(said)
    if after is not None:
        return after
    ago = int(found[1]) if (found := _AGO.fullmatch(said)) else _DAYS_AGO.get(said)
    return None if ago is None else -ago


def _days_meant(said: str, latest: date) -> Iterable[date]:
    """Give every day that a written day may mean; without a year, the last one up to `latest`."""
    if day := read_day(said, latest):
        return [day]
    if found := _WITHOUT_YEAR.fullmatch(said):
        # as the grammar reads it without a year: month and day in numbers, or a day and its month
        orders = ((found[1], found[2]), (found[2], found[1]))
        days = [read_day(f"{first}-{second}", latest) for first, second in orders]
        return [day for day in days if day]
    return readings_of(said, latest) if _WRITTEN.fullmatch(said) else []


def without_day(text: str, today: date) -> tuple[str, date] | None:
    """Part a text into an answer and the day beside it; None if no day stands at either end.

    >>> [without_day(text, date(2026, 11, 29)) for text in ("5.2 yesterday", "5.2 20.11")]
    [('5.2', datetime.date(2026, 11, 28)), None]
    >>> without_day("昨天5.2", date(2026, 11, 29))
    ('5.2', datetime.date(2026, 11, 28))
    """
    said = normalized(text)
    found = _BEHIND.fullmatch(said.rstrip()) or _BEFORE.fullmatch(said)
    day = read_typed_day(found["day"], today) if found else None
    return None if found is None or day is None else (text[slice(*found.span("rest"))], day)


def _is_either(said: str) -> bool:
    """Whether both numbers may be the month, so that the day is not clear."""
    found = _TWO_NUMBERS.fullmatch(said)
    return found is not None and found[1] != found[2] and max(map(int, found.groups())) <= MONTHS
