"""A card shown again after another card or another screening: its buttons carry the code."""

from dataclasses import replace
from typing import get_args

from conversations.acts import Go, Record
from conversations.case import Case
from conversations.events import Commanded, Event
from conversations.focus import ANSWERING, Focus
from conversations.places import SampleDays, WithoutScreening
from conversations.screen import LABEL_WIDTH, Button, Row, packed, width
from conversations.turn import Turn
from ectrial.facts import Absence
from ectrial.record.entries import Kind

WITHOUT_SCREENING = get_args(WithoutScreening)


def shown_anew(before: Focus, event: Event, turn: Turn) -> Turn:
    """Mark a card that takes an answer, if the person returns to this card from elsewhere.

    Whoever changes to practice, or back, returns to the card as if from another screening.
    """
    after = turn.focus
    is_begun = any(entry.kind is Kind.OPENED for entry in turn.entries)
    if is_begun or not isinstance(after.place, ANSWERING):
        return turn
    if after.screening != before.screening or turn.practice is not None:
        return replace(
            turn, focus=replace(after, anew="switched" if before.screening else "again")
        )
    has_ticks = bool(getattr(after.place, "ticks", ()))  # the person has not left that card
    asked_for = isinstance(event, Commanded) and not has_ticks
    if asked_for or isinstance(before.place, WITHOUT_SCREENING):
        return replace(turn, focus=replace(after, anew="again"))
    return turn


def under_code(case: Case, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Add the subject code to the labels of answers if there is room; a row may become several."""
    return tuple(each for row in rows for each in _under_code(case, row))


def _under_code(case: Case, row: Row) -> list[Row]:
    if not any(map(_answers, row)):
        return [row]
    named = packed([_named(case, each) if _answers(each) else each for each in row])
    # "Not sure" can be corrected without a reason, so it may lack the code to save screen space
    return [row] if len(named) > 1 and all(map(_is_open, row)) else named


def _is_open(button: Button) -> bool:
    """Whether the button records that there is no answer."""
    match button.act:
        case Record(values=values):
            return all(value.value in tuple(Absence) for value in values.values())
    return False


def _named(case: Case, button: Button) -> Button:
    label = f"{button.label} · {case.id.subject}"
    return button if width(label) > LABEL_WIDTH else replace(button, label=label)


def _answers(button: Button) -> bool:
    match button.act:
        case Record() | Go(SampleDays(values=dict())):
            return True
    return False
