"""The report at hand: at a place or behind it, its day, and the one that follows it."""

from datetime import date

from conversations.case import Case
from conversations.focus import Focus
from conversations.places import Hold, Place, ReadBack, Report, SampleDays
from conversations.sample import sample_day


def report_at(place: Place) -> Report | None:
    """Give the report that waits at a place, or behind it."""
    match place:
        case Report():
            return place
        case (
            Hold(back=Report() as r)
            | ReadBack(back=Report() as r)
            | SampleDays(back=Report() as r)
        ):
            return r
    return None


def names_a_day(report: Report) -> bool:
    """Whether the text of the report says anything of a day."""
    return bool(report.sampled or report.days or report.called or report.unclear)


def day_of_report(case: Case, focus: Focus, report: Report) -> date | None:
    """Give the day of its sample: chosen, or the only one printed as such; else None.

    A report that names no day is of the day said in the same sitting.
    """
    if report.day or report.unclear:
        return report.day
    if names_a_day(report):
        return report.sampled[0] if len(report.sampled) == 1 else None
    return sample_day(case, focus)


def next_report(report: Report) -> Report | None:
    """Give the card of the next day, where the text printed several."""
    if not report.later:
        return None
    following, *rest = report.later
    return Report(
        following.lines,
        question=report.question,
        sampled=following.sampled,
        days=following.days,
        unclear=following.unclear,
        later=tuple(rest),
    )


def count(report: Report) -> int:
    """Count its results, those of further days as well."""
    return len(report.lines) + sum(len(each.lines) for each in report.later)
