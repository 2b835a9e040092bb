"""Buttons for the last two weeks; an earlier day is typed."""

from collections.abc import Callable, Collection
from datetime import date, timedelta

from conversations.acts import Act
from conversations.here import Here
from conversations.screen import CHOSEN, Button, Row
from conversations.words.days import day_words, short_day

DAYS_OFFERED = 14
DAYS_IN_A_ROW = 3


def last_days(here: Here) -> list[date]:
    """Give the days that are offered, today first."""
    return [here.world.today - timedelta(days=ago) for ago in range(DAYS_OFFERED)]


def day_rows(
    here: Here, days: Collection[date], act: Callable[[date], Act], chosen: date | None = None
) -> tuple[Row, ...]:
    """Give a button for each day, today and yesterday first; the chosen day is marked."""
    buttons = [
        Button(f"{CHOSEN if day == chosen else ''}{_label(here, day)}", act(day)) for day in days
    ]
    rest = buttons[2:]
    return (
        tuple(buttons[:2]),
        *[tuple(rest[n : n + DAYS_IN_A_ROW]) for n in range(0, len(rest), DAYS_IN_A_ROW)],
    )


def earlier_day(here: Here) -> str:
    """Give a day that has no button, as it may be typed."""
    return (here.world.today - timedelta(days=DAYS_OFFERED)).isoformat()


def no_such_day(here: Here) -> str:
    """Say that a typed text is no day of the last year."""
    return here.say(
        "I could not read a day up to today. Type it like {day}.", day=earlier_day(here)
    )


def _label(here: Here, day: date) -> str:
    today = here.world.today
    is_near = today - day <= timedelta(days=1)
    words = day_words(here.say, today, day) if is_near else short_day(here.say, today, day)
    return words.capitalize() if is_near else words
