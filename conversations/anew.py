"""A card shown again after something else, or after another screening: it says whose it is."""

from dataclasses import replace
from typing import get_args

from conversations.acts import Go, Record
from conversations.case import Case
from conversations.focus import ANSWERING, Focus
from conversations.places import SampleDays, WithoutScreening
from conversations.screen import LABEL_WIDTH, Button, Row, packed, width
from conversations.turn import Commanded, Event, Turn
from ectrial.facts import Absence
from ectrial.record.entries import Kind

WITHOUT_SCREENING = get_args(WithoutScreening)


def shown_anew(before: Focus, event: Event, turn: Turn) -> Turn:
    """Mark a card that takes an answer, if the person comes to it from elsewhere."""
    after = turn.focus
    is_begun = any(entry.kind is Kind.OPENED for entry in turn.entries)
    if is_begun or not isinstance(after.place, ANSWERING):
        return turn
    if after.screening != before.screening:
        return replace(
            turn, focus=replace(after, anew="switched" if before.screening else "again")
        )
    has_ticks = bool(getattr(after.place, "ticks", ()))  # that card was not left
    asked_for = isinstance(event, Commanded) and not has_ticks
    if asked_for or isinstance(before.place, WITHOUT_SCREENING):
        return replace(turn, focus=replace(after, anew="again"))
    return turn


def under_code(case: Case, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Put the subject code on the buttons that answer, where it fits; a row may become several."""
    return tuple(each for row in rows for each in _under_code(case, row))


def _under_code(case: Case, row: Row) -> list[Row]:
    if not any(map(_answers, row)):
        return [row]
    named = packed([_named(case, each) if _answers(each) else each for each in row])
    # "not sure" is made good without a reason: rather that than buttons off the screen
    return [row] if len(named) > 1 and all(map(_is_open, row)) else named


def _is_open(button: Button) -> bool:
    """Whether it answers that there is no answer."""
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
