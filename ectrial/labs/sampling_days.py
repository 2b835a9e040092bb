"""The days that a text names, those it calls days of sampling first: offered, never taken."""

import re
from collections.abc import Iterable
from datetime import date

from ectrial.labs.characters import normalized
from ectrial.labs.dates import FULL_DATE, TIME, day_of

_DONE = r"(?:采样|采集|采血|抽血|取样|(?<![a-z])(?:collected|drawn|sampled)(?![a-z]))"
_LABEL = (
    rf"(?:{_DONE}(?:\ ?(?:时间|日期|日|on|at|date|time))?"
    r"|(?<![a-z])(?:date|time)\ (?:of\ )?(?:collection|collected|sampling|drawn)"
    r"|(?<![a-z])(?:sample|sampling|specimen|collection|draw)\ (?:date|time|collected|taken)"
    r"|(?<![a-z])collection)(?:\ ?(?:date|time)){0,2}"
)
_GAP = r"[\ :=(\[,]{0,4}(?:于|on\ |at\ )?\ ?"
_BEHIND_LABEL = re.compile(rf"{_LABEL}{_GAP}({FULL_DATE})")
# Before the verb only where no other label can stand before the day, and no day behind the verb.
_BEFORE_VERB = re.compile(
    rf"(?:^|[\n,;(于在])\ ?({FULL_DATE})(?:[ t]{{1,2}}{TIME})?"
    r"\ ?(?:采样|采集|采血|抽血)(?!时间|日期|[\ :]{0,3}[0-9])"
)
_ANY = re.compile(rf"(?<![0-9])({FULL_DATE})")


def days(text: str) -> tuple[date, ...]:
    """Give every full date, those labelled as days of sampling first, each once.

    >>> [f"{day:%m-%d}" for day in days("报告 2026-11-21 采样时间：2026-11-20 08:30")]
    ['11-20', '11-21']
    """
    others = _days_of(_ANY.finditer(normalized(text)))
    return tuple(dict.fromkeys((*sampling_days(text), *others)))


def sampling_days(text: str) -> tuple[date, ...]:
    """Give the days labelled as days of sampling, in their order, each once.

    >>> sampling_days("出生日期 1961-02-03 采样时间：2026-11-20 08:30 报告时间 2026-11-21")
    (datetime.date(2026, 11, 20),)
    """
    folded = normalized(text)
    found = [match for form in (_BEHIND_LABEL, _BEFORE_VERB) for match in form.finditer(folded)]
    found.sort(key=lambda match: match.start())
    return tuple(dict.fromkeys(_days_of(found)))


def _days_of(found: Iterable[re.Match[str]]) -> list[date]:
    return [day for match in found if (day := day_of(match[1]))]
