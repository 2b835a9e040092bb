"""A report that was read: its lines made certain one by one, then recorded with one tap."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from conversations.case import Case
from conversations.drafts import LabLine, Values
from conversations.here import Here
from conversations.labs import LabText, first_open, merged, own_item, read_labs, settled
from conversations.limits import missing_limits
from conversations.places import Hold, Place, Report, SampleDays
from conversations.turn import Turn
from conversations.words.labs import ask_words
from conversations.words.quotes import quotes, use_buttons
from ectrial.given import all_given, given
from ectrial.labs.dates import is_recent
from ectrial.text import Text

MOST_DAYS = 2


def open_report(
    here: Here, question: str | None, read: LabText, before: tuple[LabLine, ...] = ()
) -> Turn:
    """Show what was read, below what was read before; a text without labs is refused, not kept."""
    if not read.lines:
        return here.stay(use_buttons(here.say))
    present = report_at(here.focus.place) or Report(before, question=question)
    days = tuple(day for day in read.days if is_recent(day, here.world.today))[:MOST_DAYS]
    report = Report(
        _recounted(here.case, merged(present.lines, read.lines), read),
        tuple(dict.fromkeys((*present.days, *days))),
        question=present.question,
    )
    turn = here.to(report)
    return replace(turn, messages=quotes(here.say, read.unread, read.others))


def report_at(place: Place) -> Report | None:
    """Give the report that waits at a place, or behind it."""
    match place:
        case Report():
            return place
        case Hold(back=Report() as report) | SampleDays(back=Report() as report):
            return report
    return None


def type_more(here: Here, report: Report, text: str) -> Turn:
    """Take more labs, or the answer to the line that is asked about."""
    asked = asked_of(report)
    read = read_labs(here.case.after(settled(report.lines)), text, asked)
    if asked and len(read.lines) == 1 and read.lines[0].state == "again":
        return here.stay(ask_words(here.say, here.case, read.lines[0]))
    return open_report(here, report.question, read)


def lacking(case: Case, lines: Iterable[LabLine]) -> Mapping[str, str]:
    """Give the upper limits that no line brings, each with the unit of its value."""
    return missing_limits(case, settled(lines))


def to_record(case: Case, lines: Iterable[LabLine]) -> Values:
    """Give the values that are certain; a limit recorded for an earlier value is not theirs."""
    answers = case.screening.answers
    lines = tuple(lines)
    earlier = {limit: given("unknown") for limit in lacking(case, lines) if limit in answers}
    return {**settled(lines), **earlier}


def completions(case: Case, lines: Iterable[LabLine]) -> list[tuple[Text, Values]]:
    """Give the answers that usually go with those read, such as "HBsAg negative, DNA not done"."""
    known = {item: answer.value for item, answer in case.screening.answers.items()}
    known |= {item: value.recorded for item, value in settled(lines).items()}
    found: list[tuple[Text, Values]] = []
    presets = [preset for question in case.trial.questions for preset in question.presets]
    for preset in presets:
        rest = {item: value for item, value in preset.sets.items() if item not in known}
        agrees = all(known.get(item, value) == value for item, value in preset.sets.items())
        if preset.adds and rest and agrees and len(rest) < len(preset.sets):
            found.append((preset.adds, all_given(rest)))
    return found


def asked_of(report: Report) -> str | None:
    """Give the item that a bare answer is for: the one being fixed, or asked about."""
    line = first_open(report.lines)
    return report.fixing or (line.item if line else None)


def without(case: Case, report: Report, item: str) -> tuple[LabLine, ...]:
    """Give the lines that are left once one is dropped."""
    return tuple(line for line in report.lines if item not in (line.item, own_item(case, line)))


def _recounted(case: Case, lines: tuple[LabLine, ...], read: LabText) -> tuple[LabLine, ...]:
    """Ask again for a count worked out from a whole that was typed anew."""
    new = {line.item for line in read.lines}
    return tuple(
        LabLine(line.item, "again", why="percent")
        if line.why == "percent"
        and line.item not in new
        and case.vocabulary[line.item].names.share_of in new
        else line
        for line in lines
    )
