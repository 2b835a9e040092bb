"""A day to come, as a person types it on a card that asks for a last day."""

import re
from datetime import date, timedelta
from typing import Final

from ectrial.labs.characters import normalized
from ectrial.labs.dates import FULL_DATE, NAMED_MONTH, day_of, readings_of
from ectrial.wording.speech import Say

FURTHEST: Final = timedelta(days=3653)
"""A later day is a slip."""

_NAMED: Final = {"today": 0, "今天": 0, "今日": 0, "tomorrow": 1, "明天": 1, "明日": 1, "后天": 2}
_IN_DAYS = re.compile(r"in ([0-9]{1,3}) ?days?|([0-9]{1,3}) ?[天日]后")
_WITHOUT_YEAR = re.compile(NAMED_MONTH)
_WITH_YEAR = re.compile(rf"{FULL_DATE}|[0-9]{{1,2}}[-/.][0-9]{{1,2}}[-/.]20[0-9]{{2}}")


def read_coming_day(text: str, today: date) -> date | None:
    """Read today or a later day; None if the text may mean several days, or none.

    >>> today = date(2026, 11, 29)
    >>> [str(read_coming_day(text, today)) for text in ("31 Dec", "1月5日", "in 7 days")]
    ['2026-12-31', '2027-01-05', '2026-12-06']
    >>> [str(read_coming_day(text, today)) for text in ("2026-12-31", "5/1/2027", "28 Nov 2026")]
    ['2026-12-31', 'None', 'None']
    """
    said = normalized(text).strip().casefold()
    days = {day for day in _readings(said, today) if today <= day <= today + FURTHEST}
    return days.pop() if len(days) == 1 else None


def no_day_to_come(say: Say) -> str:
    """Say that a typed text is no day to come."""
    return say("Not a day to come. Type it as 2026-12-31 or 31 Dec.")


def _readings(said: str, today: date) -> list[date]:
    if found := _IN_DAYS.fullmatch(said):
        return [today + timedelta(days=int(found[1] or found[2]))]
    if said in _NAMED:
        return [today + timedelta(days=_NAMED[said])]
    if _WITH_YEAR.fullmatch(said):
        return list(readings_of(said, today))
    if _WITHOUT_YEAR.fullmatch(said) is None:
        return []
    days = (day_of(said, year) for year in (today.year, today.year + 1))
    return [day for day in days if day is not None and day >= today][:1]
