"""What the starts of the bot left in the record: the last one, and the administrators then."""

from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.entries import SELECT_STORED, of_kinds
from ectrial.ledger.tables.refusals import ADMIN_CHANGES
from ectrial.ledger.tables.rows import entry_of
from ectrial.record.entries import Entry, Kind


def administrators(connection: Connection) -> frozenset[int]:
    """Give the administrators that the settings named at the last start."""
    people: set[int] = set()
    for entry in of_kinds(connection, ADMIN_CHANGES):
        said = entry.said
        (people.add if said.kind is Kind.ADMIN_ADDED else people.discard)(int(said.item or 0))
    return frozenset(people)


def last_start(connection: Connection) -> Entry | None:
    """Give the entry of the last start of the bot; None if the record is older."""
    rows = connection.execute(
        f"{SELECT_STORED} WHERE kind = ? ORDER BY seq DESC LIMIT 1",
        [Kind.STARTED],
    )
    return next((entry_of(row) for row in rows), None)
