"""The period of a card over screenings: chosen by a button, or typed in words or numbers."""

import re
from collections.abc import Callable
from datetime import UTC, date

from conversations.acts import Go
from conversations.here import Here
from conversations.places import Place
from conversations.places_of_papers import (
    ScreeningFunnel,
    ScreeningLog,
    WorksheetCard,
    WorksheetOf,
)
from conversations.screen import Button, Row
from conversations.turn import Turn, World
from conversations.who_and_when import as_chosen
from conversations.words.papers import Period, last_month, month_words, this_month
from ectrial.labs.typed_periods import looks_like_days, read_period
from ectrial.record.periods import FIRST_DAY, LAST_DAY, Moments, is_within, moments_of

_DAY = re.compile(r"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
OVER_DAYS = (ScreeningLog, ScreeningFunnel, WorksheetOf, WorksheetCard)
"""Cards on which a day is a day, whatever the codes of the site look like."""


def period_row(here: Here, chosen: Period | None, to: Callable[[Period], Place]) -> Row:
    """Give a button for all, this month and the last; `chosen` is the period of the card."""
    say, today = here.say, here.world.today
    months = (this_month(today), last_month(today))
    choices: tuple[tuple[Period, str], ...] = (
        ((None, None), say("All")),
        *((month, month_words(say, month[0])) for month in months),
    )
    return tuple(
        Button(as_chosen(label, is_chosen=chosen == period), Go(to(period)))
        for period, label in choices
    )


def is_period(text: str, today: date) -> bool:
    """Whether a text is nothing but a period, or written like one."""
    return looks_like_days(text) or read_period(text, today) is not None


def is_no_subject(place: Place, text: str) -> bool:
    """Whether a text at a card over many screenings is of days, so that it is no new code."""
    return isinstance(place, OVER_DAYS) and looks_like_days(text)


def typed_period(here: Here, text: str, to: Callable[[Period], Place]) -> Turn | None:
    """Go to the period that was typed, in either order; None if the text is no day."""
    found = read_period(text, here.world.today)
    if found is not None and is_within(*found):
        return here.to(to(found))
    first, last, days = FIRST_DAY.isoformat(), LAST_DAY.isoformat(), _DAY.findall(text)
    if found is not None or not all(first <= each <= last for each in days):
        between = here.say("Please type days between {first} and {last}.", first=first, last=last)
        return here.stay(between)
    if days or looks_like_days(text):
        return here.stay(here.say("There is no such day."))
    return None


def moments(world: World, since: date | None, until: date | None) -> Moments:
    """Give when a period begins at the site, and when it is over."""
    return moments_of(since, until, world.now.tzinfo or UTC)
