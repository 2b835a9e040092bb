"""A moment to come, as a person types it: a day, a time of the day, or both."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Final

from ectrial.labs.characters import normalized
from ectrial.labs.typed_days import FURTHEST, read_day_ahead

AFTERNOON: Final = time(14)
_CLOCK = re.compile(
    r"(?P<day>.*?)[ ,]*(?:\bat )?(?<![0-9])(?P<hour>[01]?[0-9]|2[0-3]):(?P<minute>[0-5][0-9])"
)
_MORNING = re.compile(r"(?P<day>.*?)[ ,]*(?:morning|上午|早上)")
_AFTERNOON = re.compile(r"(?P<day>.*?)[ ,]*(?:afternoon|下午)")
_OF_TODAY = ("", "this")


def read_coming_moment(text: str, now: datetime, morning: time) -> datetime | None:
    """Read a moment after now; a day alone means its morning. None if it is not clear.

    None as well if the clocks are put forward over it. Of two such moments of a day on which they
    are put back it is the first that is to come.

    >>> now = datetime(2026, 11, 29, 9, 0)
    >>> said = ("14:30", "tomorrow 9:05", "2 Dec", "this afternoon", "明天上午", "8:00", "3 pm")
    >>> [str(read_coming_moment(text, now, time(7, 45)))[:16] for text in said[:4]]
    ['2026-11-29 14:30', '2026-11-30 09:05', '2026-12-02 07:45', '2026-11-29 14:00']
    >>> [str(read_coming_moment(text, now, time(7, 45)))[:16] for text in said[4:]]
    ['2026-11-30 07:45', 'None', 'None']
    """
    moment = read_moment(text, now, morning)
    if moment is None or is_left_out(moment):
        return None
    both = (moment, moment.replace(fold=1)) if comes_twice(moment) else (moment,)
    return next((each for each in both if each.timestamp() > now.timestamp()), None)


def read_moment(text: str, now: datetime, morning: time) -> datetime | None:
    """Read the moment that is meant where one to come is asked for, though it may be past.

    >>> now = datetime(2026, 11, 29, 9, 0)
    >>> [str(read_moment(text, now, time(7, 45)))[:16] for text in ("8:00", "28 Nov 10:00", "-")]
    ['2026-11-29 08:00', '2026-11-28 10:00', 'None']
    """
    said, today = normalized(text).strip().casefold(), now.date()
    for day_said, at in _parted(said, morning):
        day = today if day_said in _OF_TODAY else read_day_ahead(day_said, today)
        if day is not None and day <= today + FURTHEST:
            return datetime.combine(day, at, now.tzinfo)
    return None


def is_left_out(moment: datetime) -> bool:
    """Whether no clock at the place ever shows the moment, as it is put forward over it.

    >>> from zoneinfo import ZoneInfo
    >>> there = ZoneInfo("America/New_York")
    >>> [is_left_out(datetime(2027, 3, 14, n, 30, tzinfo=there)) for n in (1, 2)]
    [False, True]
    """
    shown = moment.astimezone(UTC).astimezone(moment.tzinfo)
    return shown.replace(tzinfo=None, fold=0) != moment.replace(tzinfo=None, fold=0)


def comes_twice(moment: datetime) -> bool:
    """Whether clocks at the place show the moment twice, as they are put back over it.

    >>> from zoneinfo import ZoneInfo
    >>> there = ZoneInfo("America/New_York")
    >>> [comes_twice(datetime(2027, 11, 7, n, 30, tzinfo=there)) for n in (1, 2)]
    [True, False]
    """
    first, second = (moment.replace(fold=n).utcoffset() for n in (0, 1))
    return first != second and not is_left_out(moment)


def _parted(said: str, morning: time) -> Iterator[tuple[str, time]]:
    if not said:
        return
    if found := _CLOCK.fullmatch(said):
        yield found["day"], time(int(found["hour"]), int(found["minute"]))
    for part_of_day, at in ((_MORNING, morning), (_AFTERNOON, AFTERNOON)):
        if found := part_of_day.fullmatch(said):
            yield found["day"], at
    yield said, morning
