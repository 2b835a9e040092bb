"""The day of an event as people type it: a day of any year, a month, or a year."""

import re
from datetime import date
from typing import Final

from ectrial.event_days import EARLIEST, LATEST, EventDay, on
from ectrial.labs.characters import normalized
from ectrial.labs.dates import MONTH_NAMES, WRITTEN_DAY, readings_of
from ectrial.labs.typed_days import read_day_ahead, read_typed_day

_YEAR: Final = "(?:19|20|21)[0-9]{2}"
_ALONE = re.compile(rf"({_YEAR}) ?年?")
_MONTHS = "|".join(MONTH_NAMES)
_OF_A_YEAR = (
    re.compile(rf"(?P<year>{_YEAR}) ?[-/.年] ?(?P<month>[0-9]{{1,2}}) ?月?"),
    re.compile(rf"(?P<month>[0-9]{{1,2}}) ?[-/.] ?(?P<year>{_YEAR})"),
    re.compile(rf"(?P<name>{_MONTHS})[a-z]{{0,6}}\.?,?[- ]?(?P<year>{_YEAR})"),
    re.compile(rf"(?P<year>{_YEAR})[- ]?(?P<name>{_MONTHS})[a-z]{{0,6}}\.?"),
)
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


def read_typed_event(text: str, today: date, *, ahead: bool = False) -> EventDay | None:
    """Read a day, a month or a year; None if the text may mean several days, or none.

    `ahead`: a day without its year is the next one, not the last one.

    >>> today = date(2026, 11, 30)
    >>> [read_typed_event(text, today).written for text in ("14 Mar 2021", "2021.3", "2021年")]
    ['2021-03-14', '2021-03', '2021']
    >>> [read_typed_event(text, today).written for text in ("Mar 2021", "yesterday", "3/2021")]
    ['2021-03', '2026-11-29', '2021-03']
    >>> [read_typed_event(text, today) for text in ("3/4/2021", "13/2021", "30 Feb 2021", "soon")]
    [None, None, None, None]
    """
    said = normalized(text).strip().casefold()
    if found := _ALONE.fullmatch(said):
        return EventDay(int(found[1]))
    for form in _OF_A_YEAR:
        if found := form.fullmatch(said):
            return _month(found.groupdict())
    day = read_day_ahead(text, today) if ahead else read_typed_day(text, today)
    return on(day) if day is not None else _of_any_year(said, today)


def _month(parts: dict[str, str | None]) -> EventDay | None:
    name = parts.get("name")
    month = MONTH_NAMES.index(name) + 1 if name else int(parts["month"] or 0)
    return EventDay(int(parts["year"] or 0), month) if month in range(1, 13) else None


def _of_any_year(said: str, today: date) -> EventDay | None:
    if dotted := _DOTTED.fullmatch(said):
        said = "/".join(dotted.groups())
    if re.fullmatch(WRITTEN_DAY, said) is None or not re.search(_YEAR, said):
        return None
    days = [day for day in readings_of(said, today) if EARLIEST <= day.year <= LATEST]
    return on(days[0]) if len(days) == 1 else None
