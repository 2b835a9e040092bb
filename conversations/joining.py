"""A text added to the report at hand: labs of the same day; other days get a later card."""

from dataclasses import replace
from datetime import date

from conversations.case import Case
from conversations.drafts import DayLines, LabLine
from conversations.labs import LabText, merged
from conversations.places import Report
from ectrial.labs.sampling_days import PrintedDay

MOST_DAYS = 3
"""The most days of each kind that a card offers or shows."""


def joined(case: Case, present: Report, read: LabText) -> Report:
    """Add labs to the report if their days agree, else as a separate card that comes later."""
    own = _day_lines(read)
    parts = read.parts or (own,)
    if present.lines and (read.parts or not _is_of(present, own)):
        return replace(present, later=(*present.later, *parts), fixing=None)
    if read.parts:
        first, *later = parts
        return replace(present, lines=first.lines, sampled=first.sampled, later=tuple(later))
    called = tuple((each.role, each.day) for each in read.printed if each.day and _is_called(each))
    return replace(
        present,
        lines=_recounted(case, merged(present.lines, read.lines), read),
        fixing=None,
        sampled=own.sampled or present.sampled,
        days=(own.days or present.days)[:MOST_DAYS],
        called=tuple(dict.fromkeys((*present.called, *called)))[:MOST_DAYS],
        unclear=present.unclear or own.unclear,
    )


def names_same_day(present: Report, read: LabText) -> bool:
    """Whether a report and a text name the same days; usually neither names any."""
    own = _day_lines(read)
    named = (own.sampled, own.days, own.unclear)
    return not read.parts and named == (present.sampled, present.days, present.unclear)


def unclear_days(read: LabText) -> list[str]:
    """Quote the words that are labelled as a sampling day but are not a clear date."""
    return [each.words for each in read.printed if _is_unclear(each)]


def _is_unclear(printed: PrintedDay) -> bool:
    return printed.role == "sampled" and printed.day is None


def _is_called(printed: PrintedDay) -> bool:
    return printed.role not in ("sampled", "")


def _certain(read: LabText) -> tuple[date, ...]:
    return _once(tuple(each.day for each in read.printed if each.day and each.role == "sampled"))


def _offered(read: LabText) -> tuple[date, ...]:
    """Give the days without a label, and all possible meanings of unclear sampling days."""
    asked = (each for each in read.printed if each.role == "" or _is_unclear(each))
    return _once(tuple(day for each in asked for day in each.readings))


def _once(days: tuple[date, ...]) -> tuple[date, ...]:
    return tuple(dict.fromkeys(days))


def _day_lines(read: LabText) -> DayLines:
    certain = _certain(read)
    is_unclear = bool(unclear_days(read)) or (not certain and _has_unlikely_day(read))
    return DayLines(read.lines, certain, _offered(read), is_unclear)


def _has_unlikely_day(read: LabText) -> bool:
    """Whether an unlabelled day lies ahead or more than a year ago: it may be a birthday."""
    return any(each.role == "" and not each.readings for each in read.printed)


def _is_of(present: Report, own: DayLines) -> bool:
    """Whether labs belong to the report at hand: they name no day, or the same days."""
    named = (own.sampled, own.days, own.unclear)
    return not any(named) or named == (present.sampled, present.days, present.unclear)


def _recounted(case: Case, lines: tuple[LabLine, ...], read: LabText) -> tuple[LabLine, ...]:
    """Ask again for a count that was calculated from a number that was typed again."""
    new = {line.item for line in read.lines}
    return tuple(
        LabLine(line.item, "again", why="percent")
        if line.why == "percent"
        and line.item not in new
        and case.vocabulary[line.item].names.share_of in new
        else line
        for line in lines
    )
