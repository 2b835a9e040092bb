"""The card of days: buttons for the last two weeks; an earlier day is typed."""

from collections.abc import Iterable
from datetime import date

from conversations.acts import Go, TakeDay
from conversations.case import Case
from conversations.changes import day_of
from conversations.day_rows import day_rows, earlier_day, last_days, no_such_day
from conversations.here import Here
from conversations.places import Report, SampleDays
from conversations.report_at import day_of_report
from conversations.sample import sample_day
from conversations.sampling import day_chosen
from conversations.screen import Block, Button, Row, lines, note, title
from conversations.turn import Turn
from conversations.words.days import day_words
from conversations.words.heading import heading
from conversations.words.quotes import too_early
from conversations.words.read_back import read_back
from ectrial.labs.typed_days import read_typed_day


def words(here: Here, place: SampleDays) -> tuple[Block, ...]:
    """Ask for the day, below the values that wait for their day."""
    say, case = here.say, here.case
    told: Iterable[str] = ()
    if place.values is not None:
        told = map(str, read_back(say, case.after(place.values), place.values))
    return (
        title(heading(say, case.id)),
        *lines(*told),
        Block(say("When was the sample taken?")),
        *([note(say("Not recorded yet."))] if place.values is not None else []),
        note(say("An earlier day is typed, such as {day}.", day=earlier_day(here))),
    )


def rows(here: Here, place: SampleDays) -> tuple[Row, ...]:
    """Offer the day of the recorded sample, then the last two weeks; the chosen day is marked."""
    say, today = here.say, here.world.today
    recorded = _recorded(here.case, place.values or ())
    days = [day for day in last_days(here) if day not in recorded]
    same = [
        (Button(say("Same sample: {day}", day=day_words(say, today, day)), TakeDay(day)),)
        for day in recorded
    ]
    back = say("‹ Type it again") if place.values is not None else say("‹ Back")
    return (
        *same,
        *day_rows(here, days, TakeDay, _present(here, place)),
        (Button(back, Go(place.back)),),
    )


def typed(here: Here, place: SampleDays, text: str) -> Turn:
    """Take a typed day; ask again if the day is unclear or in the future."""
    if here.belongs != "yes":
        return here.stay(too_early(here.say))
    day = read_typed_day(text, here.world.today)
    if day is None:
        return here.stay(no_such_day(here))
    return day_chosen(here, day)


def _present(here: Here, place: SampleDays) -> date | None:
    """Give the present day of the sample: recorded, of the report, or said."""
    if place.of:
        return next(iter(_recorded(here.case, place.of)), None)
    if isinstance(place.back, Report):
        return day_of_report(here.case, here.focus, place.back)
    return sample_day(here.case, here.focus)


def _recorded(case: Case, items: Iterable[str]) -> list[date]:
    days = (day_of(case.recorded(item)) for item in items)
    return list(dict.fromkeys(day for day in days if day))
