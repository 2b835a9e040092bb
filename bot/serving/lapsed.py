"""Who is told that used answers count no more, when a turn in another trial changes their origin.

Whoever makes that turn may know nothing of the trials that used the answer, so it is no matter of
the dialogue: here alone the links of all trials are read.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from bot.serving.teams import Teams
from conversations.lapsed_answers import owner, pending
from conversations.turn import Turn
from ectrial.ledger.ledger import Ledger
from ectrial.record.entries import Kind
from ectrial.record.links import Code
from ectrial.record.subjects import ScreeningId

OF_ORIGINS = (
    *(Kind.ANSWERED, Kind.CORRECTED, Kind.CLEARED, Kind.VOIDED),
    *(Kind.UNLINKED, Kind.LAPSED),
)
"""Kinds after which an answer elsewhere may have lost its origin."""


def kept_and_told(
    ledger: Ledger, teams: Teams, turn: Turn, today: date, keep: Callable[[], bool]
) -> Turn | None:
    """Keep a turn, with a push for whose answers it makes lapse; None if it was not kept."""
    about = {e.screening for e in turn.entries if e.kind in OF_ORIGINS and e.screening}
    links = ledger.links() if about else None
    codes = {code for id_ in about for code in links.same_patient(id_)} if links else set()
    before = set(_waiting(ledger, teams, codes, today))
    if not keep():
        return None
    new = set(_waiting(ledger, teams, codes, today)) - before
    people = tuple(sorted({person for person, _, _ in new}))
    return replace(turn, pushes=(*turn.pushes, *people)) if people else turn


def _waiting(
    ledger: Ledger, teams: Teams, codes: Iterable[Code], today: date
) -> Iterator[tuple[int, ScreeningId, str]]:
    """Give who has to confirm which answer of which screening."""
    for code in codes:
        if code.trial not in teams.trials:
            continue
        records, team = ledger.of(code.trial), teams.of(code.trial)
        for screening in records.episodes(code.trial, code.subject):
            for item, lapse in pending(records, screening).items():
                person = owner(records, team, screening, lapse)
                yield team.asked_instead_of(person, today), screening.id, item
