"""A monitor's check: the answers of one card are compared with their source, and marked."""

from conversations.acts_of_sources import Unverify, Verify
from conversations.case import Case
from conversations.here import Here
from conversations.screen import Button, Row
from conversations.turn import Turn
from ectrial.record.entries import Kind, NewEntry
from ectrial.trial.protocol import Question


def check_rows(here: Here, question: Question) -> tuple[Row, ...]:
    """Offer the mark for the answers of a card, or to take it back."""
    say, case = here.say, here.case
    items = answered_items(case, question)
    if not items:
        return ()
    seq = case.screening.last_seq
    if all(case.screening.verification(item) for item in items):
        return ((Button(say("Verified. Take it back"), Unverify(case.id, seq, question.id)),),)
    verify = Verify(case.id, seq, question.id)
    return ((Button(say("Verified against source"), verify, "primary"),),)


def answered_items(case: Case, question: Question) -> list[str]:
    """Give the items of a card that have an answer."""
    return [item.id for item in question.items if item.id in case.screening.answers]


def shown_answers(case: Case, question: str) -> tuple[int, ...]:
    """Give the entries of the answers that a card shows: others mean that it shows others now."""
    items = answered_items(case, case.trial.question_by_id[question])
    return tuple(case.screening.answers[item].seq for item in items)


def verify(here: Here, act: Verify) -> Turn:
    """Record the mark for each answer of the card, and return to where it was opened."""
    case = here.case
    answers = case.screening.answers
    entries = [
        case.entry(Kind.VERIFIED, item, {"seq": answers[item].seq})
        for item in answered_items(case, case.trial.question_by_id[act.question])
    ]
    return _marked(here, entries)


def unverify(here: Here, act: Unverify) -> Turn:
    """Take back the marks of a card."""
    case = here.case
    items = answered_items(case, case.trial.question_by_id[act.question])
    marked = [item for item in items if case.screening.verification(item)]
    return _marked(here, [case.entry(Kind.UNVERIFIED, item) for item in marked])


def _marked(here: Here, entries: list[NewEntry]) -> Turn:
    there = here.focus.opener or here.focus.place
    return Turn(here.focus.at(there), tuple(entries))
