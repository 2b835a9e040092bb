"""What is never recorded, because the record could not be read from then on."""

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.rows import Occasion
from ectrial.record.consent import consent_of
from ectrial.record.entries import Entry, Kind, NewEntry
from ectrial.record.team_folding import OF_THE_TEAM, fold_team

ADMIN_CHANGES = (Kind.ADMIN_ADDED, Kind.ADMIN_REMOVED)


def refuse_second_opening(connection: Connection, new: NewEntry) -> None:
    """Refuse to open a screening that was opened by its code; the guards know numbers alone."""
    if new.kind is not Kind.OPENED or new.screening is None:
        return
    found = connection.execute(
        "SELECT 1 FROM entries WHERE kind = 'opened' AND site = ? AND trial = ? AND screening = ?",
        [new.screening.site, new.screening.trial, new.screening.name],
    )
    if found.fetchall():
        raise RefusedError("a screening that is on file; nothing was recorded")


def lacks_person(said: NewEntry) -> bool:
    """Whether an entry changes the team without a person."""
    if said.kind is Kind.STAFF_INVITED:
        # nobody knows yet who will open it
        return False
    return said.kind in (*OF_THE_TEAM, *ADMIN_CHANGES) and not (said.item or "").isdecimal()


def refuse_unreadable_team(new: NewEntry, occasion: Occasion) -> None:
    """Refuse an entry that would make the team unreadable from then on."""
    if new.kind not in (*OF_THE_TEAM, *ADMIN_CHANGES):
        return
    if lacks_person(new):
        raise RefusedError("a change of the team without a person; nothing was recorded")
    try:
        fold_team([Entry(0, occasion.at_utc, 0, "", occasion.via, new)])
    except (KeyError, TypeError, ValueError):
        raise RefusedError("terms of the team that make no sense; nothing was recorded") from None


def refuse_unreadable_consent(new: NewEntry, occasion: Occasion) -> None:
    """Refuse an entry that would make the consent of a screening unreadable from then on."""
    if new.kind is not Kind.CONSENT:
        return
    if new.screening is None:
        raise RefusedError("consent to no screening; nothing was recorded")
    try:
        consent_of(Entry(0, occasion.at_utc, 0, "", occasion.via, new))
    except (TypeError, ValueError):
        raise RefusedError("a consent that makes no sense; nothing was recorded") from None
