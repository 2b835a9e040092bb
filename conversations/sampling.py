"""What a chosen day does: typed numbers and reports get it, recorded numbers change theirs."""

from dataclasses import replace
from datetime import date

from conversations.acts import Go, Record
from conversations.drafts import Values
from conversations.focus import SaidDay
from conversations.here import Here
from conversations.places import Back, Hold, Report, SampleDays
from conversations.recording import came_from, doubt_of, record
from conversations.report_at import names_a_day, report_at
from conversations.sample import dated, lacks_day, said_day
from conversations.turn import Turn
from conversations.walk import asking
from ectrial.given import given


def record_dated(here: Here, question: str, values: Values) -> Turn:
    """Record typed values with the day of the sitting; without a day, ask for it first.

    If the text may be for another question, that is asked before the day.
    """
    values = dated(here, values)
    if lacks_day(here.case, values) and doubt_of(here, values) is None:
        return here.to(SampleDays(_asking(here, question), dict(values)))
    return record(here, values)


def records_dated(
    here: Here, question: str | None, values: Values, back: Back | None = None
) -> Record | Go:
    """Give the act of a button that does the same; `back` is where several answers came from."""
    case, values = here.case, dated(here, values)
    if lacks_day(case, values):
        return Go(SampleDays(back or _asking(here, question), dict(values)))
    return Record(case.id, case.trial.fingerprint, question, values)


def day_chosen(here: Here, day: date) -> Turn:
    """Use the day that a person chose, and continue where the day was asked for."""
    place = here.focus.place
    match place:
        case SampleDays(of=of) if of:
            return _corrected(here, of, day)
        case SampleDays(back=back, values=values) if values is not None:
            said = replace(here.focus, sitting=said_day(here, day), place=back)
            taken = replace(here, focus=said, belongs=None)  # the doubt was settled before
            return record(taken, dated(here, values, day))
        case SampleDays(back=Report() as report) | (Report() as report):
            sitting = here.focus.sitting if names_a_day(report) else said_day(here, day)
            return here.to(replace(report, day=day), sitting=sitting)
        case SampleDays(back=back):
            return here.to(back, sitting=said_day(here, day))
    return here.stay()


def said_with(here: Here, values: Values) -> tuple[SaidDay, ...]:
    """Keep the day that a button stated for a report that names none."""
    report = report_at(here.focus.place)
    days = [value.day for value in values.values() if value.day]
    if report is None or names_a_day(report) or not days:
        return here.focus.sitting
    return said_day(here, days[0])


def same_day(here: Here, of: tuple[str, ...]) -> tuple[str, ...]:
    """Name all recorded numbers with the same day as these; these come first."""
    days = {given(here.case.recorded(item)).day for item in of}
    others = [i for i in here.case.screening.answers if given(here.case.recorded(i)).day in days]
    return tuple(dict.fromkeys((*of, *others)))


def moved_to(here: Here, of: tuple[str, ...], day: date) -> Values:
    """Give recorded numbers with another sampling day."""
    return {item: replace(given(here.case.recorded(item)), day=day) for item in of}


def _corrected(here: Here, of: tuple[str, ...], day: date) -> Turn:
    """Ask why a recorded day changes; the same day changes nothing."""
    back = came_from(here)
    values = here.case.changed(moved_to(here, of, day), corrects=True)
    return here.to(Hold(dict(values), "day", back) if values else back)


def _asking(here: Here, question: str | None) -> Back:
    """Give the place of the question, else the place at hand."""
    asked = here.case.trial.question_by_id.get(question or "")
    return asking(here.case, asked) if asked else came_from(here)
