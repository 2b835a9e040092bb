"""What a turn means for open items: closed, opened again, or handed over by itself.

It is asked of every turn at one point, whatever the turn records, so that no way of answering,
undoing, clearing or moving can forget it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from conversations.asking_allowed import may_be_asked
from conversations.case import Case, make_case
from conversations.checks import concerned, corrections
from conversations.found import screening_before
from conversations.queries import handed_over, is_open
from conversations.turn import Turn, World
from ectrial.record.entries import Entry, Kind, NewEntry
from ectrial.record.folding import fold
from ectrial.record.queries import Closing, Query
from ectrial.record.screenings import Screening
from ectrial.record.subjects import ScreeningId

BY_ITSELF: tuple[Closing, ...] = ("answered", "not_needed", "no_consent")
"""Why a query is closed that opens again by itself."""


def with_queries_settled(world: World, turn: Turn) -> Turn:
    """Add to a turn the closings and openings that follow from its entries."""
    ids = dict.fromkeys(entry.screening for entry in turn.entries if entry.screening)
    added = [each for id_ in ids for each in _following(world, id_, turn.entries)]
    entries = (*turn.entries, *added)
    return replace(turn, entries=entries, pushes=(*turn.pushes, *concerned(world, entries)))


def with_work_handed_over(world: World, turn: Turn) -> Turn:
    """Add to a turn that removes a person the change of owner of each of that person's items."""
    added = [
        entry
        for removal in turn.entries
        if removal.kind is Kind.STAFF_REMOVED and isinstance(removal.value, dict)
        for work in (removal.value.get("work"),)
        if work is not None
        for entry in handed_over(
            world, world.records.open_queries(assignee=int(removal.item or 0)), work
        )
    ]
    return replace(turn, entries=(*turn.entries, *added)) if added else turn


def _following(world: World, id_: ScreeningId, entries: Iterable[NewEntry]) -> Iterator[NewEntry]:
    said = [entry for entry in entries if entry.screening == id_]
    before = screening_before(world, id_)
    if before is None or not (before.queries or any(map(_opens, said))):
        return
    after = fold(_as_recorded(world, before, said), before)
    case = make_case(world, after) if after else None
    if not isinstance(case, Case):
        return  # what cannot be assessed settles nothing
    for query in case.screening.queries.values():
        why = settled_by(case, query)
        if query.is_open and why is not None:
            yield case.entry(Kind.QUERY_CLOSED, query.item, {"why": why})
        elif why is None and query.closed in BY_ITSELF:
            yield case.entry(Kind.QUERY_REOPENED, query.item)
    if isinstance(known := make_case(world, before), Case):
        yield from corrections(known, case)


def settled_by(case: Case, query: Query) -> Closing | None:
    """Give what settles a query by itself: an answer, a verdict that does not need it, or consent.

    A recorded answer that somebody is to check is settled by a person alone, or voided.
    """
    if query.why == "check":
        return "not_needed" if case.screening.voided else None
    if is_open(case, query.item):
        return "no_consent" if _is_refused(case, query) else None
    is_answered = case.facts.is_stated(query.item) and not case.screening.voided
    return "answered" if is_answered else "not_needed"


def _is_refused(case: Case, query: Query) -> bool:
    """Whether a study procedure alone settles what is asked, and the subject wants none."""
    is_over = case.screening.consent.state in ("declined", "withdrawn")
    # once closed so, it waits for a signature, whatever is recorded between
    return (is_over or query.closed == "no_consent") and not may_be_asked(case, query.item)


def _opens(entry: NewEntry) -> bool:
    return entry.kind is Kind.QUERY_OPENED


def _as_recorded(world: World, before: Screening, said: Iterable[NewEntry]) -> Iterator[Entry]:
    """Give the entries as they will be recorded, in the order of the record."""
    for number, entry in enumerate(said, start=1):
        seq, member = before.last_seq + number, world.member
        yield Entry(seq, world.now, member.person, member.role, "telegram", entry)
