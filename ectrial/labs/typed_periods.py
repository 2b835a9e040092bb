"""A period as people type it: a day, a week, a month or a year, or from one of them to another."""

import re
from datetime import date, timedelta
from typing import Final

from ectrial.event_days import EventDay
from ectrial.labs.characters import normalized
from ectrial.labs.dates import MONTH_NAMES
from ectrial.labs.event_days import read_typed_event

Days = tuple[date, date]

_TO = re.compile(r"\s*(?:\bto\b|\buntil\b|至|到|~)\s*|\s+-\s+")
_FROM = re.compile(r"(?:from\b|since\b|自|从)\s*")
_SINCE = re.compile(r"\s*(?:起|以来|至今)$")
_ISO = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\s*[-\s]\s*([0-9]{4}-[0-9]{2}-[0-9]{2})")
# whole words, as Jan Novak and June Mayer are people
_WORDS = (
    *("january", "february", "march", "april", "june", "july", "august", "sept", "september"),
    *("october", "november", "december", *MONTH_NAMES),
)
_MONTH = re.compile(rf"(?:({'|'.join(_WORDS)})\.?|([0-9]{{1,2}}) ?月)")
_SAID: Final = {
    **dict.fromkeys(("this week", "本周", "这周", "本星期", "这个星期"), ("week", 0)),
    **dict.fromkeys(("last week", "上周", "上星期", "上个星期"), ("week", 1)),
    **dict.fromkeys(("this month", "本月", "这个月", "当月"), ("month", 0)),
    **dict.fromkeys(("last month", "上月", "上个月"), ("month", 1)),
    **dict.fromkeys(("this year", "今年", "本年"), ("year", 0)),
    **dict.fromkeys(("last year", "去年"), ("year", 1)),
}
_LOOKS = re.compile(
    r"(?:19|20|21)[0-9]{2}(?:\s*[-/.年]\s*[0-9]{1,2}(?:\s*[-/.月]\s*[0-9]{1,2}\s*[日号]?|\s*月)?|\s*年)"
)


def read_period(text: str, today: date) -> Days | None:
    """Read the first and the last day that are meant, in either order; None if it is no period.

    One that only begins lasts until today.

    >>> today = date(2026, 11, 30)
    >>> def told(text: str) -> str:
    ...     return " ".join(map(str, read_period(text, today) or ()))
    >>> [told(text) for text in ("2026-11", "本月", "last month", "Dec")]
    ... # doctest: +NORMALIZE_WHITESPACE
    ['2026-11-01 2026-11-30', '2026-11-01 2026-11-30', '2026-10-01 2026-10-31',
     '2025-12-01 2025-12-31']
    >>> [told(text) for text in ("today", "last week", "2026年3月至5月1日", "2026")]
    ... # doctest: +NORMALIZE_WHITESPACE
    ['2026-11-30 2026-11-30', '2026-11-23 2026-11-29', '2026-03-01 2026-05-01',
     '2026-01-01 2026-12-31']
    >>> told("from 2026/12/01 to 1 Nov 2026"), told("S-014"), told("2026-11-31")
    ('2026-11-01 2026-12-01', '', '')
    >>> told("since 1 Nov"), told("自11月1日"), told("2026年11月1日至今"), told("from 2026-10")
    ... # doctest: +NORMALIZE_WHITESPACE
    ('2026-11-01 2026-11-30', '2026-11-01 2026-11-30', '2026-11-01 2026-11-30',
     '2026-10-01 2026-11-30')
    >>> told("Nov to Feb"), told("Jan Novak"), told("June Mayer"), told("Sept.")
    ('2025-11-01 2026-02-28', '', '', '2026-09-01 2026-09-30')
    """
    said = normalized(text).strip().casefold()
    begins = _FROM.match(said)
    since = _SINCE.search(said)
    ends = _ends(said[begins.end() if begins else 0 : since.start() if since else None], today)
    if not ends:
        return None
    first, last = min(first for first, _ in ends), max(last for _, last in ends)
    is_open = (begins or since) and len(ends) == 1
    return first, max(last, today) if is_open else last


def looks_like_days(text: str) -> bool:
    """Whether a text is written as days or months with their years are, real ones or not.

    >>> [looks_like_days(text) for text in ("2026-13", "2026-11-31", "S-014", "01-014", "2026")]
    [True, True, False, False, False]
    """
    said = normalized(text).strip().casefold()
    parts = [_FROM.sub("", part).strip() for part in _TO.split(said)]
    return all(_LOOKS.fullmatch(part) for part in parts)


def _ends(said: str, today: date) -> tuple[Days, ...]:
    if (one := _one(said, today)) is not None:
        return (one,)
    if iso := _ISO.fullmatch(said):
        parts = [*iso.groups()]
    elif len(parts := _TO.split(said)) != len(("first", "last")):
        parts = said.split()
    if len(parts) != len(("first", "last")):
        return ()
    first, last = (_one(part, today) for part in parts)
    if first is None or last is None:
        return ()
    if first > last and all(map(_MONTH.fullmatch, parts)):
        # Nov to Feb is over the turn of a year
        former = EventDay(first[0].year - 1, first[0].month)
        first = former.first, former.last
    return first, last


def _one(said: str, today: date) -> Days | None:
    if (named := _SAID.get(said)) is not None:
        return _named(*named, today)
    if month := _MONTH.fullmatch(said):
        return _latest(month[1], month[2], today)
    event = read_typed_event(said, today)
    return None if event is None else (event.first, event.last)


def _named(what: str, ago: int, today: date) -> Days:
    """Give a week from Monday, a month or a year; the present one until today."""
    if what == "week":
        first = today - timedelta(days=today.weekday() + 7 * ago)
        return first, min(first + timedelta(days=6), today)
    if what == "year":
        return date(today.year - ago, 1, 1), min(date(today.year - ago, 12, 31), today)
    last = today if ago == 0 else today.replace(day=1) - timedelta(days=1)
    return last.replace(day=1), last


def _latest(name: str | None, number: str | None, today: date) -> Days | None:
    """Give the last month of that name, which may be the present one."""
    month = MONTH_NAMES.index(name[:3]) + 1 if name else int(number or 0)
    if month not in range(1, 13):
        return None
    found = EventDay(today.year - (month > today.month), month)
    return found.first, found.last
