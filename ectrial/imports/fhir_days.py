"""On which day at the site a sample of a FHIR Observation was taken."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Any

from ectrial.imports.faults import quoted

_WRITTEN = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?P<time>T([0-9]{2}):([0-9]{2})(?::(?:[0-5][0-9]|60)(?:\.[0-9]+)?)?"
    r"(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?)?"
)


def day_of_sample(observation: Mapping[str, Any], zone: tzinfo) -> date | None:
    """Give the day on which a sample was taken, by the clocks of the site; None if none is told.

    Of a period it is the day on which it begins. ValueError says why a day is not clear.
    """
    days = {day_at(told, zone) for told in _told(observation)}
    if len(days) > 1:
        raise ValueError("has several days")
    return days.pop() if days else None


def day_at(told: object, zone: tzinfo) -> date:
    """Read a day as it is written, and a moment as the day that it is in a zone.

    A time without its offset is against FHIR, and of one of two days: ValueError, as for whatever
    is no whole day.

    >>> from zoneinfo import ZoneInfo
    >>> there = ZoneInfo("Asia/Shanghai")
    >>> [str(day_at(told, there)) for told in ("2026-11-29T20:00:00Z", "2026-11-29")]
    ['2026-11-30', '2026-11-29']
    """
    found = _WRITTEN.fullmatch(told) if isinstance(told, str) else None
    if found is None:
        raise ValueError(f"not a whole day: {quoted(str(told))}")
    if found["time"] and not found["zone"]:
        raise ValueError(f"a time without its offset, such as +08:00: {quoted(str(told))}")
    try:
        day = date.fromisoformat(found[1])
        if not found["time"]:
            return day
        at = datetime.combine(day, time(int(found[3]), int(found[4])), _offset(found["zone"]))
        return at.astimezone(zone).date()
    except (ValueError, OverflowError):
        raise ValueError(f"not a whole day: {quoted(str(told))}") from None


def _told(observation: Mapping[str, Any]) -> Iterator[object]:
    """Give what an Observation says of the time of its sample."""
    for name in ("effectiveDateTime", "effectiveInstant"):
        if observation.get(name) is not None:
            yield observation[name]
    period = observation.get("effectivePeriod")
    if period is not None:
        if not isinstance(period, dict) or period.get("start") is None:
            raise ValueError("a period without its beginning")
        yield period["start"]
    if observation.get("effectiveTiming") is not None:
        raise ValueError("a timing, and no day")


def _offset(written: str) -> timezone:
    if written == "Z":
        return UTC
    hours, minutes = (int(part) for part in written[1:].split(":"))
    away = timedelta(hours=hours, minutes=minutes)
    return timezone(-away if written[0] == "-" else away)
