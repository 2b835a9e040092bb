"""The owner of the machine at work on a record, past every guard; and what verify then finds."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from ectrial.ledger.errors import LedgerError
from ectrial.ledger.sqlite.driver import Connection, connect
from ectrial.ledger.tables import listing
from ectrial.ledger.tables.chain import GENESIS, link
from ectrial.ledger.tables.rows import COLUMNS
from ectrial.ledger.verify import entries_of_file, verify_file
from ectrial.ledger.witnesses import witnessed
from ectrial.record.anchors import Anchor
from ectrial.record.entries import Kind, NewEntry
from ectrial.trial.recomputation import recompute
from ectrial.trial.versions import shipped
from tests.conversations.paths import ELIGIBLE, OPENED, at
from tests.ectrial.ledger.samples import NURSE, Clock
from tests.ectrial.ledger.samples import open_ledger as open_at
from tests.ectrial.ledger.tampering import note_head

Rows = list[dict[str, Any]]
Edit = Callable[[Rows], object]
UNNAMED = (
    "DELETE FROM texts WHERE CAST(id AS TEXT) NOT IN"
    " (SELECT key FROM entries, json_each(introduces))"
)
TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


def write_record(path: Path) -> list[Anchor]:
    """Record two screenings and a colleague; give the heads noted elsewhere meanwhile."""
    noted = []
    with open_at(path, clock=Clock()) as ledger:
        colleague = NewEntry(Kind.STAFF_ADDED, "EC-CRT-003", item="7001", value="coordinator")
        ledger.append([colleague], NURSE)
        number = 0
        for steps in ((*ELIGIBLE, "Yes"), ("/new S-015", *OPENED[1:], "3", "Stop here")):
            for entry in at(*steps).records.entries:
                number += 1
                ledger.append([entry.said], NURSE, update_id=number)
                if number % 10 == 0:
                    noted.append(Anchor(ledger.head()[0], ledger.head()[1][:8]))
        ledger.refuse(404)
        noted.append(Anchor(*ledger.head()))
    # opened once more, so that it is noted as checked up to its end
    open_at(path).close()
    return noted


@contextmanager
def owning(path: Path) -> Iterator[Connection]:
    """Give the file without its guards, which are put back at the end."""
    with closing(connect(path)) as owner:
        owner.execute("PRAGMA synchronous=OFF")
        owner.execute("PRAGMA ignore_check_constraints=ON")
        owner.execute("BEGIN")
        guards = owner.execute(TRIGGERS).fetchall()
        for name, _ in guards:
            owner.execute(" ".join(("DROP TRIGGER", name)))
        yield owner
        for _, sql in guards:
            owner.execute(sql)
        owner.execute("COMMIT")


def rewrite(path: Path, edit: Edit, *, with_care: bool = False) -> None:
    """Change the rows of entries; with care, make all that rests on them fit again."""
    with owning(path) as owner:
        names = ", ".join(COLUMNS)
        cells = owner.execute(" ".join(("SELECT", names, "FROM entries ORDER BY seq"))).fetchall()
        rows: Rows = [dict(zip(COLUMNS, row, strict=True)) for row in cells]
        edit(rows)
        if with_care:
            relink(rows)
        owner.execute("DELETE FROM entries")
        marks = ", ".join("?" * len(COLUMNS))
        into = " ".join(("INSERT INTO entries (", names, ") VALUES (", marks, ")"))
        for row in rows:
            owner.execute(into, list(row.values()))
        if with_care:
            # the list of entries that nobody can read stays as it was
            with suppress(LedgerError):
                listing.rebuild(owner)
            owner.execute(UNNAMED)
            note_head(owner)


def relink(rows: Rows) -> None:
    before = GENESIS
    for seq, row in enumerate(rows, start=1):
        row.update(seq=seq, prev_hash=before)
        row["hash"] = before = link(row)


def copied(record: Path) -> Path:
    path = record.with_name("tampered.db")
    shutil.copy(record, path)
    return path


def found(path: Path, anchors: list[Anchor]) -> tuple[list[str], list[str]]:
    """Give what verify finds by itself, and what it finds more against the heads."""
    alone = [each.fault for each in verify_file(path, expected="real").breaks]
    if not alone:
        wrong = recompute(entries_of_file(path), shipped())
        alone += [f"the verdict of entry {seq}" for seq in wrong.wrong]
    known = {} if alone else witnessed(path, None, anchors)
    against = [] if alone else [str(each) for each in anchors if each not in known]
    return alone, against
