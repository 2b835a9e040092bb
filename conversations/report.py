"""A report that was read: unclear lines are settled one by one, then one tap records all."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from conversations.case import Case
from conversations.drafts import LabLine, Values
from conversations.here import Here
from conversations.joining import joined, names_same_day, unclear_days
from conversations.labs import LabText, first_open, own_item, read_labs, settled
from conversations.limits import missing_limits
from conversations.places import Report
from conversations.report_at import report_at
from conversations.turn import Turn
from conversations.waiting import not_waiting, waiting_of
from conversations.words.labs import ask_words
from conversations.words.quotes import quotes, use_buttons
from ectrial.given import given
from ectrial.labs.dates import read_day


def open_report(
    here: Here, question: str | None, read: LabText, before: tuple[LabLine, ...] = ()
) -> Turn:
    """Show the labs of a text, below those in `before`; a text without labs is not kept."""
    if not read.lines:
        return here.stay(use_buttons(here.say))
    present = report_at(here.focus.place) or _waiting_for(here, read)
    report = joined(here.case, present or Report(before, question=question), read)
    focus = not_waiting(here.focus, here.focus.screening, present).at(report)
    return Turn(focus, messages=quotes(here.say, read.unread, read.others, unclear_days(read)))


def _waiting_for(here: Here, read: LabText) -> Report | None:
    """Give the waiting report that these labs belong to; a report without a day is separate."""
    waiting = waiting_of(here.focus, here.case.id)
    reports = (each for each in waiting if isinstance(each, Report))
    return next((each for each in reports if names_same_day(each, read)), None)


def type_more(here: Here, report: Report, text: str) -> Turn:
    """Take more labs, or the answer for the line that is asked about."""
    if (day := read_day(text, here.world.today)) and first_open(report.lines) is None:
        return here.to(replace(report, day=day))
    asked = asked_of(report)
    read = read_labs(here.case.after(settled(report.lines)), text, asked)
    if asked and len(read.lines) == 1 and read.lines[0].state == "again":
        return here.stay(ask_words(here.say, here.case, read.lines[0]))
    return open_report(here, report.question, read)


def lacking(case: Case, lines: Iterable[LabLine]) -> Mapping[str, str]:
    """Give the upper limits that no line has, each with the unit of its value."""
    return missing_limits(case, settled(lines))


def to_record(case: Case, lines: Iterable[LabLine]) -> Values:
    """Give the certain values; the limit of an earlier value is not used for a new value."""
    answers = case.screening.answers
    lines = tuple(lines)
    earlier = {limit: given("unknown") for limit in lacking(case, lines) if limit in answers}
    return {**settled(lines), **earlier}


def asked_of(report: Report) -> str | None:
    """Give the item that a bare answer is for: the item being corrected, or asked about."""
    line = first_open(report.lines)
    return report.fixing or (line.item if line else None)


def without(case: Case, report: Report, item: str) -> tuple[LabLine, ...]:
    """Give the lines without the line of one item."""
    return tuple(line for line in report.lines if item not in (line.item, own_item(case, line)))
