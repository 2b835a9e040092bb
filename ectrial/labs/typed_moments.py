"""A moment to come, as a person types it: a day, a time of the day, or both."""

import re
from collections.abc import Iterator
from datetime import datetime, time
from typing import Final

from ectrial.labs.characters import normalized
from ectrial.labs.typed_days import read_coming_day

AFTERNOON: Final = time(14)
_CLOCK = re.compile(
    r"(?P<day>.*?)[ ,]*(?:\bat )?(?<![0-9])(?P<hour>[01]?[0-9]|2[0-3]):(?P<minute>[0-5][0-9])"
)
_MORNING = re.compile(r"(?P<day>.*?)[ ,]*(?:morning|上午|早上)")
_AFTERNOON = re.compile(r"(?P<day>.*?)[ ,]*(?:afternoon|下午)")
_OF_TODAY = ("", "this")


def read_coming_moment(text: str, now: datetime, morning: time) -> datetime | None:
    """Read a moment after now; a day alone means its morning. None if it is not clear.

    >>> now = datetime(2026, 11, 29, 9, 0)
    >>> said = ("14:30", "tomorrow 9:05", "2 Dec", "this afternoon", "明天上午", "8:00", "3 pm")
    >>> [str(read_coming_moment(text, now, time(7, 45)))[:16] for text in said[:4]]
    ['2026-11-29 14:30', '2026-11-30 09:05', '2026-12-02 07:45', '2026-11-29 14:00']
    >>> [str(read_coming_moment(text, now, time(7, 45)))[:16] for text in said[4:]]
    ['2026-11-30 07:45', 'None', 'None']
    """
    said = normalized(text).strip().casefold()
    for day_said, at in _parted(said, morning):
        day = now.date() if day_said in _OF_TODAY else read_coming_day(day_said, now.date())
        if day is not None:
            moment = datetime.combine(day, at, now.tzinfo)
            return moment if moment > now else None
    return None


def _parted(said: str, morning: time) -> Iterator[tuple[str, time]]:
    if not said:
        return
    if found := _CLOCK.fullmatch(said):
        yield found["day"], time(int(found["hour"]), int(found["minute"]))
    for part_of_day, at in ((_MORNING, morning), (_AFTERNOON, AFTERNOON)):
        if found := part_of_day.fullmatch(said):
            yield found["day"], at
    yield said, morning
