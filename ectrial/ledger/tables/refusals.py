"""What is never recorded, because the record could not be read from then on."""

from dataclasses import replace

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.rows import Occasion
from ectrial.record.carried import OF_CARRYING
from ectrial.record.conduct import OF_CONDUCT, fold_conduct
from ectrial.record.entries import Entry, Kind, NewEntry
from ectrial.record.exports import export_of
from ectrial.record.folding import fold
from ectrial.record.imports import import_of
from ectrial.record.links import OF_LINKS
from ectrial.record.participation import is_numbered
from ectrial.record.referrals import fold_referrals
from ectrial.record.repeats import OF_REPEATS
from ectrial.record.shares import OF_SHARES, fold_shares
from ectrial.record.shifts import OF_SHIFTS, fold_shifts
from ectrial.record.signatures import with_requests
from ectrial.record.stops import check_stop
from ectrial.record.team_folding import OF_THE_TEAM, fold_team
from ectrial.record.what_follows import OF_WHAT_FOLLOWS

ADMIN_CHANGES = (Kind.ADMIN_ADDED, Kind.ADMIN_REMOVED)
OF_PEOPLE = (Kind.ENROLLED, Kind.LOCKED, Kind.PROVED, Kind.PHONE_LOST, Kind.PHONE_FOUND)
"""Kinds about a person's authenticator app and phone."""
ABOUT_A_PERSON = (*{*OF_THE_TEAM, *ADMIN_CHANGES, *OF_PEOPLE} - {Kind.STAFF_INVITED},)
"""Kinds whose item is a number; nobody knows yet who will open an invite."""
ABOUT_A_SCREENING = (
    *(Kind.CONSENT, Kind.SOURCED, Kind.VERIFIED, Kind.UNVERIFIED, Kind.DEVIATION),
    *(Kind.SIGNATURE_ASKED, Kind.TAKEN_OVER, Kind.SIGNED, Kind.SIGNATURE_RETURNED),
    *(*OF_WHAT_FOLLOWS, *OF_LINKS, *OF_CARRYING, *OF_REPEATS),
)
"""Kinds that the list takes without reading them; it reads the others, and so do the queries."""
READ_ALONE = (
    *(*ABOUT_A_PERSON, Kind.STAFF_INVITED, *OF_SHIFTS, *ABOUT_A_SCREENING),
    *(Kind.IDENTIFIER_STOPPED, Kind.EXPORTED, Kind.IMPORTED),
    *OF_SHARES,
    *OF_CONDUCT,
)


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


def refuse_senseless(new: NewEntry, occasion: Occasion) -> None:
    """Refuse an entry after which a screening, the team, or what waits could not be read."""
    if new.kind not in READ_ALONE:
        return
    if new.kind in ABOUT_A_SCREENING and new.screening is None:
        raise RefusedError(f"{new.kind} of no screening; nothing was recorded")
    if new.kind is Kind.PARTICIPATION and not is_numbered(new):
        raise RefusedError("an enrolment without a subject number; nothing was recorded")
    is_back = new.kind is Kind.CLARIFICATION_WITHDRAWN
    if new.kind in OF_CONDUCT and bool(new.text) is is_back:
        raise RefusedError(f"{new.kind} without its text, or with one; nothing was recorded")
    if not makes_sense(Entry(0, occasion.at_utc, 0, "", occasion.via, new)):
        raise RefusedError(f"{new.kind} that makes no sense; nothing was recorded")


def makes_sense(entry: Entry) -> bool:
    """Whether an entry of `READ_ALONE` can be read by all that is computed from it."""
    said, item = entry.said, entry.said.item or ""
    if said.kind in ABOUT_A_PERSON and not (item.isascii() and item.isdecimal()):
        return False
    try:
        if said.kind is Kind.IDENTIFIER_STOPPED:
            check_stop(said)
        if said.kind is Kind.EXPORTED:
            export_of(said)
        if said.kind is Kind.IMPORTED:
            import_of(said)
        fold_team([entry])
        fold_shifts([entry])
        fold_shares([entry])
        fold_conduct([entry])
        if said.kind in ABOUT_A_SCREENING:
            opening = replace(said, kind=Kind.OPENED, value=None)
            fold([replace(entry, said=opening), entry])
            with_requests([entry], {})
            fold_referrals([entry])
    except (AttributeError, KeyError, TypeError, ValueError):
        return False
    return True
