"""Links between trials in the record: refused if they make no sense after those before them."""

from collections.abc import Iterator, Sequence

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.entries import of_kinds
from ectrial.ledger.tables.guards import applied
from ectrial.record.entries import Entry
from ectrial.record.links import OF_LINKS, Links, fold_links, halves

STEP = "one_patient_in_two_trials"


def refuse_senseless(connection: Connection, recorded: Sequence[Entry]) -> None:
    """Refuse what was just written about links if they do not add up; both sides come at once."""
    if all(each.said.kind not in OF_LINKS for each in recorded):
        return
    try:
        one_sided = [*halves(fold_links(of_kinds(connection, OF_LINKS)), recorded)]
    except (AttributeError, KeyError, TypeError, ValueError):
        # without the cause, whose message can contain a value
        raise RefusedError("a link that makes no sense; nothing was recorded") from None
    if one_sided:
        raise RefusedError("one side of a link alone; nothing was recorded")


def faults(connection: Connection) -> Iterator[str]:
    """Read every link again; an older copy has none. Neither trial is named."""
    if STEP not in applied(connection):
        return
    links = Links()
    for entry in of_kinds(connection, OF_LINKS):
        try:
            links = fold_links([entry], links)
        except (AttributeError, KeyError, TypeError, ValueError):
            yield f"entry {entry.seq}, {entry.said.kind}, makes no sense"
