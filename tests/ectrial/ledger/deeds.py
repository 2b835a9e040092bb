"""What the owner of a machine can do to a record, one deed each."""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from ectrial.ledger.copies.redaction import Wish
from ectrial.ledger.copies.rotation import folder_of
from ectrial.ledger.redacting import redact
from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.tables.chain import canonical
from ectrial.ledger.tables.texts import seal
from ectrial.record.entries import Kind, NewEntry, Reason
from ectrial.record.subjects import ScreeningId
from tests.ectrial.ledger.owner import Rows, owning, rewrite
from tests.ectrial.ledger.samples import NURSE, TRIAL, Clock, open_ledger
from tests.ectrial.ledger.tampering import note_head
from tests.records import SITE

Deed = Callable[[Path], object]
OF = ScreeningId(SITE, TRIAL, "S-014", 1)
WEIGHT = {"date": "2026-11-23", "unit": "kg", "value": "70"}
NUMBERS = {"seq", "actor", "episode", "update_id"}


def sql(*statements: str) -> Deed:
    """Edit past the guards, which are put back."""

    def does(path: Path) -> None:
        with owning(path) as owner:
            for each in statements:
                owner.execute(each)

    return does


def schema(*statements: str) -> Deed:
    """Edit the definitions and leave them so."""

    def does(path: Path) -> None:
        with closing(connect(path)) as owner:
            for each in statements:
                owner.execute(each)

    return does


def rows(edit: Callable[[Rows], object], *, with_care: bool = False) -> Deed:
    return partial(rewrite, edit=edit, with_care=with_care)


def column(name: str) -> Deed:
    """Change one cell of an entry in the middle of the record."""

    def edit(found: Rows) -> None:
        row = found[20]
        row[name] = (row[name] or 0) + 1 if name in NUMBERS else f"{row[name] or ''}x"

    return rows(edit)


def set_last(kind: Kind, **cells: object) -> Callable[[Rows], object]:
    """Change the last entry of a kind."""

    def edit(found: Rows) -> None:
        next(row for row in reversed(found) if row["kind"] == kind).update(cells)

    return edit


def set_of_item(of: str, **cells: object) -> Callable[[Rows], object]:
    return lambda found: next(row for row in found if row["item"] == of).update(cells)


def one_pasted_in(found: Rows) -> None:
    """Put a copy of an entry behind the last, linked to it."""
    row = {**found[20], "seq": found[-1]["seq"] + 1, "prev_hash": found[-1]["hash"]}
    found.append({**row, "hash": "0" * 64})


def cut_off(count: int) -> Callable[[Rows], object]:
    return lambda found: found.__delitem__(slice(-count, None))


def cut_off_noting_the_head(path: Path) -> None:
    with owning(path) as owner:
        owner.execute("DELETE FROM entries WHERE seq > 50")
        note_head(owner)


def forged(path: Path) -> None:
    """Append as the program does, without it."""
    with open_ledger(path) as ledger:
        ledger.append([NewEntry(Kind.ANSWERED, TRIAL, OF, "weight", WEIGHT)], NURSE)


def swap(found: Rows) -> None:
    first, second = found[5], found[6]
    found[5], found[6] = {**second, "seq": first["seq"]}, {**first, "seq": second["seq"]}


def renumber(found: Rows) -> None:
    for row in found[20:]:
        row["seq"] += 1


def without_the_second_screening(found: Rows) -> None:
    found[:] = [row for row in found if row["subject"] != "#2"]


def renamed(path: Path) -> None:
    """Let another code stand for a subject, with the hash that the entry holds of it."""
    with owning(path) as owner:
        owner.execute("UPDATE texts SET text = 'S-016' WHERE id = 2")
        ((site, trial, salt, text),) = owner.execute(
            "SELECT site, trial, salt, text FROM texts WHERE id = 2"
        ).fetchall()
    sealed = canonical({"2": seal(salt, (site, trial), text)})

    def edit(found: Rows) -> None:
        next(row for row in found if (row["introduces"] or "").startswith('{"2"')).update(
            introduces=sealed
        )

    rewrite(path, edit, with_care=True)


def redacted_by_the_owner(path: Path) -> None:
    wish = Wish((SITE, TRIAL), "S-015", Reason.OTHER, NURSE, with_answers=True)
    redact(path, wish, Clock()(), None, folder_of(path))


def other_record(path: Path) -> None:
    other = path.with_name("another.db")
    open_ledger(other).close()
    other.replace(path)


def bytes_of(change: Callable[[bytes], bytes]) -> Deed:
    return lambda path: path.write_bytes(change(path.read_bytes()))


def earlier_copy(path: Path) -> None:
    """Put back what the whole file was some entries ago."""
    rewrite(path, cut_off(12), with_care=True)
