"""The period of a card over screenings: chosen by a button, or typed as one day or two."""

import re
from collections.abc import Callable
from datetime import date

from conversations.acts import Go
from conversations.here import Here
from conversations.places import Place
from conversations.screen import Button, Row
from conversations.turn import Turn
from conversations.who_and_when import as_chosen
from conversations.words.papers import Period, last_month, month_words, this_month

_DAY = r"(\d{4}-\d\d-\d\d)"
_DAYS = re.compile(rf"{_DAY}(?:\s*(?:-|–|~|to|至|\s)\s*{_DAY})?")


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


def is_period(text: str) -> bool:
    """Whether a text is nothing but one day or two."""
    return _DAYS.fullmatch(text.strip()) is not None


def typed_period(here: Here, text: str, to: Callable[[Period], Place]) -> Turn | None:
    """Go to the period that was typed, in either order; None if the text is no day."""
    if (found := _DAYS.fullmatch(text.strip())) is None:
        return None
    try:
        first, last = sorted(date.fromisoformat(each or found[1]) for each in found.groups())
    except ValueError:
        return here.stay(here.say("There is no such day."))
    return here.to(to((first, last)))
