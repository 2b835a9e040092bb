"""The report of a place: at the place or kept behind it, its day, and the next report."""

from datetime import date

from conversations.case import Case
from conversations.focus import Focus
from conversations.places import Hold, Place, ReadBack, Report, SampleDays
from conversations.sample import sample_day


def report_at(place: Place) -> Report | None:
    """Give the report that a place shows, or keeps to return to."""
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
    """Whether the text of the report names any day."""
    return bool(report.sampled or report.days or report.called or report.unclear)


def day_of_report(case: Case, focus: Focus, report: Report) -> date | None:
    """Give the sampling day: the chosen day, or the only day printed as such; else None.

    A report that names no day takes the day stated in the same sitting.
    """
    if report.day or report.unclear:
        return report.day
    if names_a_day(report):
        return report.sampled[0] if len(report.sampled) == 1 else None
    return sample_day(case, focus)


def next_report(report: Report) -> Report | None:
    """Give the report of the next day, if the text printed several days."""
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
    """Count the results of the report, with those of further days."""
    return len(report.lines) + sum(len(each.lines) for each in report.later)
