"""Drafts that wait: what was read and not recorded stays with its screening, wherever one goes."""

from dataclasses import replace

from conversations.case import Case
from conversations.focus import Focus, Waiting
from conversations.places import Place, Report
from conversations.report_at import count, report_at
from ectrial.record.subjects import ScreeningId
from ectrial.wording.speech import Say


def draft_of(place: Place) -> Report | None:
    """Give what would be lost if a person left the place for another."""
    return report_at(place)


def waiting_of(focus: Focus, screening: ScreeningId) -> Report | None:
    """Give the draft that waits with a screening."""
    return next((each.place for each in focus.waiting if each.screening == screening), None)


def waiting_report(case: Case, focus: Focus) -> Report | None:
    """Give the report that waits with the open screening."""
    return waiting_of(focus, case.id)


def left_waiting(before: Focus, after: Focus) -> Focus:
    """Keep the draft of the place that was left, and let the one that is opened wait no longer."""
    waiting = after.waiting
    draft = draft_of(before.place)
    is_there = draft_of(after.place) is not None and after.screening == before.screening
    if draft is not None and before.screening is not None and not is_there:
        others = (each for each in waiting if each.screening != before.screening)
        waiting = (Waiting(before.screening, draft), *others)
    if draft_of(after.place) is not None:
        waiting = tuple(each for each in waiting if each.screening != after.screening)
    return after if waiting == after.waiting else replace(after, waiting=waiting)


def waiting_words(say: Say, draft: Report) -> str:
    """Say how many results wait."""
    n = count(draft)
    return say("1 result not recorded yet") if n == 1 else say("{n} results not recorded yet", n=n)
