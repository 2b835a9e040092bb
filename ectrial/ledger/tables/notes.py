"""Notes in the record: refused if they make no sense after those before them, and verified."""

from collections.abc import Iterable, Iterator

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.entries import of_kinds, of_one_and_kinds
from ectrial.ledger.tables.guards import applied
from ectrial.record.entries import Entry
from ectrial.record.notes import OF_NOTES, Notes, fold_notes
from ectrial.record.subjects import ScreeningId

STEP = "notes_beside_screenings"
IS_LISTED = "SELECT 1 FROM screenings WHERE site = ? AND trial = ? AND subject = ? AND episode = ?"


def refuse_senseless(connection: Connection, recorded: Iterable[Entry]) -> None:
    """Refuse what was just written about notes if the notes of a screening do not add up."""
    said = [each.said for each in recorded if each.said.kind in OF_NOTES]
    if any(each.text == "" for each in said):
        # later a text may be empty to whoever reads it, as it was redacted
        raise RefusedError("a note without words; nothing was recorded")
    for id_ in {each.screening for each in said}:
        if id_ is None or not _is_listed(connection, id_):
            raise RefusedError("a note of no screening; nothing was recorded")
        try:
            fold_notes(of_one_and_kinds(connection, id_, OF_NOTES))
        except (KeyError, TypeError, ValueError):
            # without the cause, whose message can contain a value
            raise RefusedError("a note that makes no sense; nothing was recorded") from None


def faults(connection: Connection) -> Iterator[str]:
    """Read every note again; an older copy has none."""
    if STEP not in applied(connection):
        return
    notes = Notes()
    for entry in of_kinds(connection, OF_NOTES):
        id_ = entry.said.screening
        try:
            notes = fold_notes([entry], notes)
        except (KeyError, TypeError, ValueError):
            yield f"entry {entry.seq}, {entry.said.kind}, makes no sense"
        if id_ is None and entry.said.value is not None:
            yield f"entry {entry.seq}, {entry.said.kind}, makes no sense"
        elif id_ is not None and not _is_listed(connection, id_):
            yield f"entry {entry.seq} is a note of a screening never opened"


def _is_listed(connection: Connection, id_: ScreeningId) -> bool:
    return bool(connection.execute(IS_LISTED, [*id_]).fetchall())
