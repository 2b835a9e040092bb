"""The card of days: the last two weeks, each a tap away; an earlier day is typed."""

from datetime import date, timedelta

from conversations.acts import Go, TakeDay
from conversations.here import Here
from conversations.places import SampleDays
from conversations.sample import day_words, said_day, sample_day
from conversations.screen import Block, Button, Row, note, title
from conversations.turn import Turn
from conversations.words.heading import heading
from ectrial.labs.dates import read_day

DAYS_OFFERED = 14
DAYS_IN_A_ROW = 3


def words(here: Here, place: SampleDays) -> tuple[Block, ...]:
    """Ask for the day."""
    say = here.say
    return (
        title(heading(say, here.case.id)),
        Block(say("When was the sample taken?")),
        note(say("An earlier day is typed, such as {day}.", day=_earlier(here))),
    )


def rows(here: Here, place: SampleDays) -> tuple[Row, ...]:
    """Offer the last two weeks, the present day marked."""
    chosen = sample_day(here.case, here.focus)
    days = [here.world.today - timedelta(days=ago) for ago in range(DAYS_OFFERED)]
    buttons = [
        Button(f"{'• ' if day == chosen else ''}{_label(here, day)}", TakeDay(day)) for day in days
    ]
    rest = buttons[2:]
    return (
        tuple(buttons[:2]),
        *[tuple(rest[n : n + DAYS_IN_A_ROW]) for n in range(0, len(rest), DAYS_IN_A_ROW)],
        (Button(here.say("‹ Back"), Go(place.back)),),
    )


def typed(here: Here, place: SampleDays, text: str) -> Turn:
    """Take a typed day; one that is not clear, or lies ahead, is asked again."""
    day = read_day(text, here.world.today)
    if day is None:
        say = here.say
        return here.stay(
            say("I could not read a day up to today. Type it like {day}.", day=_earlier(here))
        )
    return here.to(place.back, sitting=said_day(here, day))


def _earlier(here: Here) -> str:
    return (here.world.today - timedelta(days=DAYS_OFFERED)).isoformat()


def _label(here: Here, day: date) -> str:
    words = day_words(here.say, here.case, day)
    return f"{day:%m-%d}" if words == day.isoformat() else words.capitalize()
