"""Deviations that were already made: a day, then what it was. None is ever approved here."""

from dataclasses import replace
from datetime import date

from conversations.acts import Go
from conversations.day_rows import day_rows, earlier_day, last_days, no_such_day
from conversations.here import Here
from conversations.places_of_signing import Deviations, DeviationText
from conversations.places_to_look_at import More, Verdict
from conversations.screen import Block, Button, Row, lines, note, title
from conversations.turn import Turn
from conversations.words.days import day_words
from conversations.words.heading import heading
from conversations.words.signatures import deviation_lines
from ectrial.labs.typed_days import read_typed_day
from ectrial.record.entries import Kind
from ectrial.record.signatures import latest_deviation


def words(here: Here, place: Deviations) -> tuple[Block, ...]:
    """Say what this card is not for, and ask for the day."""
    say = here.say
    return (
        title(heading(say, here.case.id)),
        Block(say("Eligibility exceptions are not approved here. The verdict does not change.")),
        *lines("\n".join(deviation_lines(say, here.case))),
        Block(say("On which day was a deviation already made?")),
        note(say("An earlier day is typed, such as {day}.", day=earlier_day(here))),
    )


def rows(here: Here, place: Deviations) -> tuple[Row, ...]:
    """Offer the last days; an earlier one is typed."""
    back: Row = (Button(here.say("‹ Back"), Go(More()), "primary"),)
    return (*day_rows(here, last_days(here), lambda day: Go(_of(here, day))), back)


def typed(here: Here, place: Deviations, text: str) -> Turn:
    """Take a typed day."""
    day = read_typed_day(text, here.world.today)
    return here.stay(no_such_day(here)) if day is None else here.to(_of(here, day))


def _of(here: Here, day: date) -> DeviationText:
    return DeviationText(day, latest_deviation(here.case.screening.deviations))


def text_words(here: Here, place: DeviationText) -> tuple[Block, ...]:
    """Ask what it was."""
    say = here.say
    day = day_words(say, here.world.today, place.day)
    return (
        title(heading(say, here.case.id)),
        Block(say("Deviation of {day}: type what it was, with references.", day=day)),
        note(say("No name and no number of a person. What you type is recorded at once.")),
    )


def text_rows(here: Here, place: DeviationText) -> tuple[Row, ...]:
    """Lead back to the days."""
    return ((Button(here.say("‹ Back"), Go(Deviations()), "primary"),),)


def record_text(here: Here, place: DeviationText, text: str) -> Turn:
    """Record what it was."""
    entry = here.case.entry(Kind.DEVIATION, value={"day": place.day.isoformat()})
    turn = here.to(Verdict(), said=(here.say("Deviation recorded; the verdict is as before."),))
    return replace(turn, entries=(replace(entry, text=text),))
