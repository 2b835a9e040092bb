"""The day of an event in words, as far as it is known."""

from datetime import date

from ectrial.event_days import EventDay, on
from ectrial.wording.speech import Say

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def event_day_words(say: Say, day: EventDay) -> str:
    """Give a day as far as it is known: "14 Mar 2026", "Mar 2026" or "2026"."""
    if say.language == "zh":
        parts = zip(day, "年月日", strict=True)
        return "".join(f"{part}{unit}" for part, unit in parts if part is not None)
    words = [str(day.year)] if day.month is None else [MONTHS[day.month - 1], str(day.year)]
    return " ".join(words if day.day is None else [str(day.day), *words])


def whole_day_words(say: Say, day: date) -> str:
    """Give a day with its year, as it stands wherever it is read later."""
    return event_day_words(say, on(day))


def month_words(say: Say, day: EventDay) -> str:
    """Give the month of a day without its year: "Mar"."""
    month = day.month or 1
    return f"{month}月" if say.language == "zh" else MONTHS[month - 1]
