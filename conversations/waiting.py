"""Waiting drafts: labs read but not recorded stay with their screening when a person leaves."""

from dataclasses import replace

from conversations.focus import Focus, Waiting
from conversations.places import Draft, Place, Report, Whose
from conversations.report_at import count, report_at
from ectrial.record.subjects import ScreeningId
from ectrial.wording.speech import Say


def draft_of(place: Place) -> Draft | None:
    """Give the draft that would be lost if a person left the place."""
    if isinstance(place, Whose):
        is_read = place.mine or place.theirs
        return place if is_read or place.back is None else draft_of(place.back)
    return report_at(place)


def waiting_of(focus: Focus, screening: ScreeningId) -> tuple[Draft, ...]:
    """Give the waiting drafts of a screening, the last one left first."""
    return tuple(each.place for each in focus.waiting if each.screening == screening)


def not_waiting(focus: Focus, screening: ScreeningId | None, draft: Draft | None) -> Focus:
    """Remove a draft from the waiting ones, because its card is shown again."""
    taken = None if screening is None or draft is None else Waiting(screening, draft)
    left = tuple(each for each in focus.waiting if each != taken)
    return focus if left == focus.waiting else replace(focus, waiting=left)


def left_waiting(before: Focus, after: Focus) -> Focus:
    """Keep the draft of the place left, unless the new place continues the same draft.

    If the new place shows a waiting draft, that draft no longer waits; all others still do.
    """
    opened = draft_of(after.place)
    kept = not_waiting(after, after.screening, opened)
    goes_on = opened is not None and kept is after and after.screening == before.screening
    left = draft_of(before.place)
    if left is None or before.screening is None or goes_on:
        return kept
    return replace(kept, waiting=(Waiting(before.screening, left), *kept.waiting))


def behind(focus: Focus) -> Focus:
    """Return to the place before a text for another subject, so that its own report is kept."""
    place = focus.place
    if isinstance(place, Whose) and place.back is not None:
        return focus.at(place.back)
    return focus


def waiting_words(say: Say, *drafts: Draft) -> str:
    """Say how many results wait."""
    n = sum(map(_count, drafts))
    return say("1 result not recorded yet") if n == 1 else say("{n} results not recorded yet", n=n)


def _count(draft: Draft) -> int:
    if isinstance(draft, Report):
        return count(draft)
    read = draft.mine or draft.theirs
    return count(read) if read else 0
