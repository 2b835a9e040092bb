"""The grammar of dates: how reports write a day, and how people type one on a card."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from ectrial.labs.characters import normalized

OLDEST: Final = timedelta(days=366)
"""The greatest age of a sample: within the last year, leap years included."""

MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = "(?:19|20)[0-9]{2}"
_ONE_OR_TWO = "[0-9]{1,2}"
LAST_OF_MONTH = 31
_MONTH_NAME = f"(?:{'|'.join(MONTH_NAMES)})[a-z]{{0,6}}"

FULL_DATE: Final = (
    rf"(?:{_YEAR}[-/.]{_ONE_OR_TWO}[-/.]{_ONE_OR_TWO}"
    rf"|{_YEAR} ?年 ?{_ONE_OR_TWO} ?月 ?{_ONE_OR_TWO} ?[日号]"
    rf"|{_ONE_OR_TWO}[- ]{_MONTH_NAME}\.?,?[- ]{_YEAR})(?![0-9])"
)
"""A date with its year in a normalized text (see characters.py); the pattern has no groups."""

NAMED_MONTH: Final = (
    rf"{_ONE_OR_TWO} ?月 ?{_ONE_OR_TWO} ?[日号]"
    rf"|{_MONTH_NAME}\.?[- ]{_ONE_OR_TWO}|{_ONE_OR_TWO}[- ]{_MONTH_NAME}"
)
"""A day without its year whose month is named, so that it is no number; no groups."""

WRITTEN_DAY: Final = (
    rf"(?:{FULL_DATE}|(?:{_MONTH_NAME}\.?[- ]{_ONE_OR_TWO},?[- ]{_YEAR}"
    rf"|{_ONE_OR_TWO}[-/.]{_ONE_OR_TWO}[-/.]{_YEAR}"
    r"|20[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
    rf"|{NAMED_MONTH}|{_ONE_OR_TWO}[-/]{_ONE_OR_TWO}(?![-/.][0-9]))(?![0-9]))"
)
"""A day behind a label, in any form of reports, with or without its year; no groups."""

LONGEST_WITHOUT_YEAR: Final = timedelta(days=90)
"""The greatest age of a day that was printed without its year; an older day is asked about."""

TIME: Final = "[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?"

DATE_OR_TIME: Final = re.compile(
    rf"(?:{_YEAR}(?:[-/.](?:0?[1-9]|1[0-2])[-/.](?:[12][0-9]|3[01]|0?[1-9])"
    rf"|年{_ONE_OR_TWO}月(?:{_ONE_OR_TWO}[日号])?)"
    rf"|{_ONE_OR_TWO}月{_ONE_OR_TWO}[日号]"
    rf"|{_ONE_OR_TWO}[-/.]{_ONE_OR_TWO}[-/.]{_YEAR}"
    rf"|{_ONE_OR_TWO} ?{_MONTH_NAME} {_YEAR}"
    rf"|{TIME}(?![.,][0-9]))(?![0-9])"
)
"""Text that the lab reader leaves out: a date of any precision, or a time of day."""

_TYPED = re.compile(
    rf"{_YEAR}\s*[-/.年]\s*{_ONE_OR_TWO}\s*[-/.月]\s*{_ONE_OR_TWO}\s*日?"
    # without a year, `11.2` could be a value, and `5/11` could be one of two days
    rf"|{_ONE_OR_TWO}\s*[-月]\s*{_ONE_OR_TWO}\s*日?"
    rf"|{_ONE_OR_TWO}[- ]?{_MONTH_NAME}\.?(?:,?[- ]{_YEAR})?"
)


def read_day(text: str, today: date) -> date | None:
    """Read a typed day of the last year, with or without its year; None for anything else.

    >>> today = date(2026, 1, 5)
    >>> [str(read_day(text, today)) for text in ("2025/12/30", "12月30日", "1-6", "5/11")]
    ['2025-12-30', '2025-12-30', '2025-01-06', 'None']
    >>> [str(read_day(text, today)) for text in ("30 Dec 2025", "6 January")]
    ['2025-12-30', '2025-01-06']
    """
    typed = normalized(text).strip()
    if _TYPED.fullmatch(typed) is None:
        return None
    candidates = (day_of(typed, year) for year in (today.year, today.year - 1))
    return next((day for day in candidates if day and is_recent(day, today)), None)


def day_of(parsed: str, year: int | None = None) -> date | None:
    """Give the day of a date in the forms above; None if it does not exist, as 2026-02-30.

    `year` is added to a date that was written without one; otherwise such a date gives None.

    >>> day_of("2026年11月20日"), day_of("20 nov 2026"), day_of("11-20", 2026)
    (datetime.date(2026, 11, 20), datetime.date(2026, 11, 20), datetime.date(2026, 11, 20))
    """
    try:
        return date(*_year_month_day(parsed, year))
    except ValueError:
        return None


def readings_of(written: str, today: date, *, month_first: bool = False) -> tuple[date, ...]:
    """Give every day that a `WRITTEN_DAY` of a normalized text may mean, none if it is no day.

    `month_first`: the text is Chinese, where a day without its year starts with the month.

    >>> today = date(2026, 11, 28)
    >>> [[f"{day:%m-%d}" for day in readings_of(text, today)]
    ...     for text in ("20/11/2026", "10/11/2026", "nov 20, 2026", "11-20", "1-20")]
    [['11-20'], ['11-10', '10-11'], ['11-20'], ['11-20'], []]
    """
    numbers = [int(number) for number in re.findall("[0-9]+", written)]
    if name := re.search("[a-z]{3}", written):
        numbers = _after_month(numbers, MONTH_NAMES.index(name[0]) + 1)
    elif len(numbers) == 1:
        numbers = [int(written[:4]), int(written[4:6]), int(written[6:])]
    orders = _orders(numbers, month_first=month_first or "月" in written or name is not None)
    found = (_day(order, today) for order in orders)
    return tuple(dict.fromkeys(day for day in found if day))


def _after_month(numbers: Sequence[int], month: int) -> list[int]:
    day, *year = numbers
    return [*year, month, day]


def _orders(numbers: Sequence[int], *, month_first: bool) -> list[Sequence[int]]:
    """Give the numbers as year, month and day, or as month and day, in every possible order.

    In most of the world the day comes before the month, so that order is given first.
    """
    if len(numbers) == len(("month", "day")):
        return [numbers] if month_first else [numbers[::-1], numbers]
    first, second, third = numbers
    is_year_last = third > LAST_OF_MONTH
    return [[third, second, first], [third, first, second]] if is_year_last else [numbers]


def _day(numbers: Sequence[int], today: date) -> date | None:
    """Give the day; without a year, the latest such day, but only if it is recent."""
    try:
        if len(numbers) > len(("month", "day")):
            return date(*numbers)
        years = (today.year, today.year - 1)
        days = [date(year, *numbers) for year in years if _is_day(year, *numbers)]
    except ValueError:
        return None
    past = (day for day in days if timedelta() <= today - day <= LONGEST_WITHOUT_YEAR)
    return next(past, None)


def _is_day(year: int, month: int, day: int) -> bool:
    return day_of(f"{year}-{month}-{day}") is not None


def is_recent(day: date, today: date) -> bool:
    """Whether a sample may be from this day: within the last year, and not in the future."""
    return today - OLDEST <= day <= today


def _year_month_day(parsed: str, year: int | None) -> Sequence[int]:
    numbers = [int(number) for number in re.findall("[0-9]+", parsed)]
    if name := re.search("[a-z]{3}", parsed):
        written = numbers[1] if len(numbers) > 1 else year or 0
        return written, MONTH_NAMES.index(name[0]) + 1, numbers[0]
    without_year = len(numbers) == len(("month", "day"))
    return (year or 0, *numbers) if without_year else numbers
