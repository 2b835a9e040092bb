"""The days that a text names, those it calls days of sampling first: offered, never taken."""

import re
from collections.abc import Iterator
from datetime import date

from ectrial.labs.plain import plain

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = (
    r"(?:(?P<year>(?:19|20)[0-9]{2})(?:[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})"
    r"|\ ?年\ ?(?P<zh_month>[0-9]{1,2})\ ?月\ ?(?P<zh_day>[0-9]{1,2})\ ?[日号])"
    rf"|(?P<en_day>[0-9]{{1,2}})[-\ ](?P<en_month>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?,?[-\ ]"
    r"(?P<en_year>(?:19|20)[0-9]{2}))(?![0-9])"
)
_TIME = r"(?:[ t]{1,2}[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?)?"
_DONE = r"(?:采样|采集|采血|抽血|取样|(?<![a-z])(?:collected|drawn|sampled)(?![a-z]))"
_LABEL = (
    rf"(?:{_DONE}(?:\ ?(?:时间|日期|日|on|at|date|time))?"
    r"|(?<![a-z])(?:date|time)\ (?:of\ )?(?:collection|collected|sampling|drawn)"
    r"|(?<![a-z])(?:sample|sampling|specimen|collection|draw)\ (?:date|time|collected|taken)"
    r"|(?<![a-z])collection)(?:\ ?(?:date|time)){0,2}"
)
_GAP = r"[\ :=(\[,]{0,4}(?:于|on\ |at\ )?\ ?"
_BEHIND = re.compile(rf"{_LABEL}{_GAP}{_DATE}")
# Before the verb only where no other label can stand before the day, and no day behind the verb.
_BEFORE = re.compile(
    rf"(?:^|[\n,;(于在])\ ?{_DATE}{_TIME}\ ?(?:采样|采集|采血|抽血)(?!时间|日期|[\ :]{{0,3}}[0-9])"
)


_ALONE = re.compile(rf"(?<![0-9]){_DATE}")


def dates(text: str) -> tuple[date, ...]:
    """Give every full date, those labelled as days of sampling first, each once.

    >>> [f"{day:%m-%d}" for day in dates("报告 2026-11-21 采样时间：2026-11-20 08:30")]
    ['11-20', '11-21']
    """
    others = (day for match in _ALONE.finditer(plain(text)) for day in _day(match))
    return tuple(dict.fromkeys((*sample_dates(text), *others)))


def sample_dates(text: str) -> tuple[date, ...]:
    """Give the days labelled as days of sampling, in their order, each once.

    >>> sample_dates("出生日期 1961-02-03 采样时间：2026-11-20 08:30 报告时间 2026-11-21")
    (datetime.date(2026, 11, 20),)
    """
    folded = plain(text)
    found = [match for pattern in (_BEHIND, _BEFORE) for match in pattern.finditer(folded)]
    found.sort(key=lambda match: match.start())
    return tuple(dict.fromkeys(day for match in found for day in _day(match)))


def _day(found: re.Match[str]) -> Iterator[date]:
    """Give the day, unless there is none such, as 2026-02-30."""
    year, month = found["year"] or found["en_year"], found["month"] or found["zh_month"]
    day = found["day"] or found["zh_day"] or found["en_day"]
    number = int(month) if month else _MONTHS.index(found["en_month"]) + 1
    try:
        yield date(int(year), number, int(day))
    except ValueError:
        return
