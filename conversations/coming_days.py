"""A day to come that a person types on a card, and what is said of one that does not fit."""

from datetime import date, time, timedelta
from typing import Final

from conversations.here import Here
from conversations.words.days import short_day
from ectrial.labs.typed_days import read_coming_day, read_day_ahead
from ectrial.labs.typed_moments import is_left_out, read_moment
from ectrial.wording.speech import Say

FURTHEST: Final = timedelta(days=3653)
"""A later last day is a slip."""
EXAMPLE: Final = timedelta(days=30)


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
    if past := past_day(say, text, today):
        return past
    example = today + EXAMPLE
    short = short_day(say, today, example)
    return say("Not a day to come. Type it as {day} or {short}.", day=example, short=short)


def no_moment_to_come(here: Here, text: str, morning: time, example: str) -> str:
    """Say that a typed text is no moment to come, or why that moment cannot be."""
    say, world = here.say, here.world
    if past := past_day(say, text, world.today):
        return past
    moment = read_moment(text, world.now, morning)
    if moment is None:
        return say("I could not read a time to come. Type it like {moment}.", moment=example)
    when = f"{short_day(say, world.today, moment.date())} {moment:%H:%M}"
    if is_left_out(moment):
        return say("There is no {when}: the clocks go forward then.", when=when)
    return say("{when} is past: a time from now on is needed.", when=when)
