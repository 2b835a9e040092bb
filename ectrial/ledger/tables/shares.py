"""Shares in the record: nothing is shared of a subject who said that they do not take part."""

from collections.abc import Iterable

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.entries import after, of_one_and_kinds
from ectrial.ledger.tables.listing import of_subject
from ectrial.record.consent import NOT_ASKED, Consent, with_consent
from ectrial.record.entries import Entry, Kind
from ectrial.record.subjects import ScreeningId


def refuse_refused(connection: Connection, recorded: Iterable[Entry]) -> None:
    """Refuse a share of who declined or withdrew, in this screening or in the one before."""
    for entry in recorded:
        if entry.said.kind is not Kind.SHARE_MADE:
            continue
        id_ = _opened_by(connection, entry.said.value["screening"])
        if id_ is not None and _said_last(connection, id_).is_refused:
            raise RefusedError("a share of who does not take part; nothing was recorded")


def _opened_by(connection: Connection, seq: int) -> ScreeningId | None:
    found = after(connection, seq - 1, 1)
    return found[0].said.screening if found and found[0].seq == seq else None


def _said_last(connection: Connection, id_: ScreeningId) -> Consent:
    """Give what the subject said last; a voided screening counts, as its words were said."""
    for each in reversed(of_subject(connection, id_.site, id_.trial, id_.subject)):
        stood: tuple[Consent, ...] = ()
        for entry in of_one_and_kinds(connection, each, (Kind.CONSENT,)):
            stood = with_consent(stood, entry)
        if each.episode <= id_.episode and stood and stood[-1].state != NOT_ASKED.state:
            return stood[-1]
    return NOT_ASKED
