"""A day to come that a person types on a card, and what is said of one that does not fit."""

from datetime import date, timedelta
from typing import Final

from ectrial.labs.typed_days import read_coming_day, read_day_ahead
from ectrial.wording.speech import Say

FURTHEST: Final = timedelta(days=3653)
"""A later last day is a slip."""


def read_last_day(text: str, today: date) -> date | None:
    """Read today or a later day, also one that lies years ahead."""
    return read_coming_day(text, today, FURTHEST)


def past_day(say: Say, text: str, today: date) -> str:
    """Say which day was read, if it is past; nothing of any other text."""
    day = read_day_ahead(text, today)
    if day is None or day >= today:
        return ""
    return say("{day} is past: a day from today on is needed.", day=day.isoformat())


def no_day_to_come(say: Say, text: str, today: date) -> str:
    """Say that a typed text is no day to come, or that the day is past."""
    return past_day(say, text, today) or say("Not a day to come. Type it as 2026-12-31 or 31 Dec.")
