"""Drafts that wait: what was read and not recorded stays with its screening, wherever one goes."""

from dataclasses import replace

from conversations.case import Case
from conversations.focus import Focus, Waiting
from conversations.places import Draft, Place, Report, Whose
from conversations.report_at import count, report_at
from ectrial.record.subjects import ScreeningId
from ectrial.wording.speech import Say


def draft_of(place: Place) -> Draft | None:
    """Give what would be lost if a person left the place for another."""
    if isinstance(place, Whose):
        is_read = place.mine or place.theirs
        return place if is_read or place.back is None else draft_of(place.back)
    return report_at(place)


def waiting_of(focus: Focus, screening: ScreeningId) -> Draft | None:
    """Give the draft that waits with a screening."""
    return next((each.place for each in focus.waiting if each.screening == screening), None)


def waiting_report(case: Case, focus: Focus) -> Report | None:
    """Give the report that waits with the open screening."""
    draft = waiting_of(focus, case.id)
    return draft if isinstance(draft, Report) else None


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


def behind(focus: Focus) -> Focus:
    """Stand before the text that was another's: a report read before it stays behind and waits."""
    place = focus.place
    if isinstance(place, Whose) and place.back is not None:
        return focus.at(place.back)
    return focus


def waiting_words(say: Say, draft: Draft) -> str:
    """Say how many results wait."""
    report = draft if isinstance(draft, Report) else draft.mine or draft.theirs
    n = count(report) if report else 0
    return say("1 result not recorded yet") if n == 1 else say("{n} results not recorded yet", n=n)
