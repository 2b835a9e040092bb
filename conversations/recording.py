"""Recording of answers: held where they contradict or change something, then read back."""

from typing import Literal

from conversations.case import Case
from conversations.drafts import Values
from conversations.here import Here
from conversations.places import (
    Back,
    Failed,
    Hold,
    Limit,
    OpenQuestions,
    Question,
    Reading,
    Report,
    Review,
    SampleDays,
    Verdict,
)
from conversations.turn import Turn
from conversations.walk import asking, next_place
from conversations.words.read_back import echo
from ectrial.record.entries import Kind, NewEntry, Reason


def record(
    here: Here, values: Values, reason: Reason | None = None, *, anyway: bool = False
) -> Turn:
    """Record answers, asking first where they contradict, or where a known one would change."""
    case = here.case
    after = case.after(values)
    if not anyway and case.conflicts(after):
        return _held(here, values, "contradiction")
    if reason is None and case.needs_reason(values):
        return _held(here, values, "reason", anyway=anyway)
    entries = case.recording(values, reason)
    return follow(here, case, after, entries, echo(here.say, after, values))


def _held(
    here: Here, values: Values, why: Literal["contradiction", "reason"], *, anyway: bool = False
) -> Turn:
    return here.to(Hold(dict(values), why, came_from(here), anyway))


def came_from(here: Here) -> Back:
    """Give the place to come back to from a question aside; a card begun anew has no ticks."""
    match here.focus.place:
        case Hold(back=back) | SampleDays(back=back):
            return back
        case Question(id=question) | Limit(question=question) | Reading(question=question):
            asked = here.case.trial.question_by_id.get(question)
            return asking(here.case, asked) if asked else next_place(here.case)
        case Report() | Failed() | Verdict() | OpenQuestions() | Review() as place:
            return place
    return next_place(here.case)


def follow(
    here: Here, before: Case, after: Case, entries: list[NewEntry], said: tuple[str, ...]
) -> Turn:
    """Go where a change of answers leads: first failure, review, the next card, verdict."""
    page = here.focus.review
    stopped = before.screening.stopped
    if stopped and not after.verdict.failing:
        entries = [*entries, before.entry(Kind.CONTINUED)]
    upcoming = after.next_question
    leaves = upcoming is None or page is not None or stopped
    is_finished = leaves and upcoming is None and not after.is_undecided
    entries = [*entries, *verdict_given(before, after, is_finished=is_finished)]
    focus = here.focus.at(Verdict(), screening=before.id, said=said)
    if after.is_undecided:
        return Turn(focus.at(Failed()), tuple(entries))
    if page is not None:
        return Turn(focus.at(Review(page), said=said), tuple(entries))
    if upcoming is None or stopped:
        return Turn(focus, tuple(entries))
    return Turn(focus.at(asking(after, upcoming), said=said), tuple(entries))


def verdict_given(before: Case, after: Case, *, is_finished: bool) -> list[NewEntry]:
    """Record a verdict once all is asked, and again whenever a recorded one no longer holds."""
    now = after.verdict.as_json()
    last = before.screening.verdict
    due = is_finished or last is not None
    return [before.entry(Kind.VERDICT_GIVEN, value=now)] if due and now != last else []
