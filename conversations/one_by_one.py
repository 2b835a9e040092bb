"""At a bed, from one answer to the next question there, for who wants to ask them one by one."""

from collections.abc import Iterable
from dataclasses import replace

from conversations.bedside import to_ask
from conversations.case import Case
from conversations.found import find_case
from conversations.places_of_ward_rounds import AtStop
from conversations.turn import Turn, World
from conversations.walk import asking
from ectrial.record.entries import Kind, NewEntry
from ectrial.trial.protocol import Question

OF_ONE_QUESTION = (Kind.ANSWERED, Kind.CORRECTED, Kind.SKIPPED)


def one_by_one(world: World, turn: Turn) -> Turn:
    """Lead on if an answer would return to the stop; the stop is shown when none is left."""
    place = turn.focus.place
    case = find_case(world, turn.focus)
    if case is None or not turn.entries or not (isinstance(place, AtStop) and place.through):
        return turn
    after = case.with_entries(turn.entries)
    left = following(after, _done(case, turn.entries)) if isinstance(after, Case) else ()
    if not isinstance(after, Case) or not left:
        return replace(turn, focus=turn.focus.at(AtStop(), said=turn.focus.said))
    there = asking(after, left[0])
    return replace(turn, focus=turn.focus.at(there, opener=place, said=turn.focus.said))


def following(case: Case, done: Iterable[str] = ()) -> tuple[Question, ...]:
    """Give what is asked or looked at here, in protocol order, behind the questions done.

    So one that was answered "not sure" does not come again.
    """
    names = [each.id for each in case.trial.questions]
    start = max((names.index(each) + 1 for each in done if each in names), default=0)
    open_here = {each.question.id for each in to_ask(case)}
    return tuple(each for each in case.trial.questions[start:] if each.id in open_here)


def _done(case: Case, entries: Iterable[NewEntry]) -> set[str]:
    """Name the questions that a turn has answered or skipped."""
    items = [each.item or "" for each in entries if each.kind in OF_ONE_QUESTION]
    questions = case.trial.question_of
    return {questions[item].id if item in questions else item for item in items}
