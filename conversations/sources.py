"""Where answers were seen: said once, then kept for the sitting with one screening."""

from collections.abc import Iterable
from dataclasses import replace

from conversations.acts_of_sources import TakeSource
from conversations.case import Case
from conversations.checking import answered_items
from conversations.focus import Focus, SaidSource
from conversations.here import Here
from conversations.places import Question
from conversations.sample import SAME_SITTING
from conversations.turn import Turn
from ectrial.record.entries import Kind, NewEntry, Reason
from ectrial.record.sources import Source

ANSWERING = (Kind.ANSWERED, Kind.CORRECTED)


def sitting_source(case: Case, focus: Focus) -> Source | None:
    """Give the source said in this sitting with this screening; None if none was said."""
    said = (each for each in focus.sources if each.screening == case.id)
    return next((each.source for each in said if _holds(each, case)), None)


def said_source(here: Here, source: Source | None) -> tuple[SaidSource, ...]:
    """Keep a source, or that there is none, for the sitting; those of other screenings stay."""
    case = here.case
    others = (s for s in here.focus.sources if s.screening != case.id and _holds(s, case))
    said = () if source is None else (SaidSource(case.id, source, here.world.now),)
    return (*said, *others)


def sourced(case: Case, source: Source, items: Iterable[str]) -> NewEntry:
    """Give the entry that says where the answers to these items were seen."""
    return case.entry(Kind.SOURCED, value={"source": source, "items": sorted(items)})


def with_source(here: Here, turn: Turn) -> tuple[NewEntry, ...]:
    """Give the entries of a turn, with the source of the answers among them.

    An answer that is taken back, or comes back by that, was not seen now.
    """
    case = here.found
    if not isinstance(case, Case) or (source := sitting_source(case, turn.focus)) is None:
        return turn.entries
    items = [
        entry.item for entry in turn.entries if _is_seen(entry) and entry.screening == case.id
    ]
    given = [item for item in items if item]
    return (*turn.entries, sourced(case, source, given)) if given else turn.entries


def take_source(here: Here, act: TakeSource) -> Turn:
    """Keep the source for the sitting; the answers on the card were seen there as well."""
    case = here.case
    kept = replace(here.focus.at(Question(act.question)), sources=said_source(here, act.source))
    answers = case.screening.answers
    items = answered_items(case, case.trial.question_by_id[act.question])
    shown = [item for item in items if answers[item].seq in act.shown]
    known = [item for item in shown if case.screening.source(item) != act.source]
    entries = (sourced(case, act.source, known),) if act.source and known else ()
    return Turn(kept, entries)


def _is_seen(entry: NewEntry) -> bool:
    is_answer = entry.kind in ANSWERING and entry.reason is not Reason.MIS_TAP
    return is_answer and entry.value is not None


def _holds(said: SaidSource, case: Case) -> bool:
    return case.world.now - said.at < SAME_SITTING
