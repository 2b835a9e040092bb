"""Changes to a record's file such as its owner can make, past every guard."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from ectrial.ledger.sqlite.driver import Connection, connect
from ectrial.ledger.tables import listing
from ectrial.ledger.tables.chain import GENESIS, link
from ectrial.ledger.tables.guards import NEVER_REPLACED_IN_TRIAL, TEXT_TRIGGERS
from ectrial.ledger.tables.guards import TRIGGERS as FIRST_TRIGGERS
from ectrial.ledger.tables.rows import COLUMNS

LENGTH = 24
SEQ = st.integers(1, LENGTH)
TRIGGERS = {**FIRST_TRIGGERS, "entries_never_replaced": NEVER_REPLACED_IN_TRIAL}
Rows = dict[int, dict[str, Any]]
Tamper = Callable[[Rows], None]


def rewritten(record: Path, tamper: Tamper) -> Path:
    """Copy the record and change its rows as the owner of the file can, guards put back after."""
    path = record.with_name("tampered.db")
    shutil.copy(record, path)
    with closing(connect(path)) as owner:
        owner.execute("PRAGMA synchronous=OFF")
        owner.execute("PRAGMA ignore_check_constraints=ON")
        owner.execute("BEGIN")
        for name in TRIGGERS:
            owner.execute(f"DROP TRIGGER {name}")
        replace_rows(owner, tamper)
        for sql in TRIGGERS.values():
            owner.execute(sql)
        owner.execute("COMMIT")
    return path


def replace_rows(owner: Connection, tamper: Tamper) -> None:
    names = ", ".join(COLUMNS)
    stored = owner.execute("SELECT * FROM entries")
    rows: Rows = {row[0]: dict(zip(COLUMNS, row, strict=True)) for row in stored}
    tamper(rows)
    owner.execute("DELETE FROM entries")
    marks = ", ".join("?" * len(COLUMNS))
    into = " ".join(("INSERT INTO entries (", names, ") VALUES (", marks, ")"))
    for row in rows.values():
        owner.execute(into, list(row.values()))


def relink(rows: Rows, first: int = 1) -> None:
    for seq in sorted(rows):
        if seq >= first:
            rows[seq]["prev_hash"] = rows[seq - 1]["hash"] if seq > 1 else GENESIS
            rows[seq]["hash"] = link(rows[seq])


def cover_tracks(path: Path) -> None:
    with closing(connect(path)) as owner:
        owner.execute("DROP TRIGGER texts_never_deleted")
        owner.execute("DELETE FROM texts WHERE '#' || id NOT IN (SELECT subject FROM entries)")
        owner.execute(TEXT_TRIGGERS["texts_never_deleted"])
        listing.rebuild(owner)
        note_head(owner)


def note_head(owner: Connection) -> None:
    owner.execute(
        "UPDATE checked SET (seq, hash) ="
        " (SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1)"
    )


@st.composite
def edits(draw: st.DrawFn) -> Tamper:
    seq, column = draw(SEQ), draw(st.sampled_from(COLUMNS[1:]))
    number, text = draw(st.integers(1, 9)), draw(st.text("abc~ 0", min_size=1, max_size=3))
    with_hash = seq < LENGTH and column not in {"hash", "prev_hash"} and draw(st.booleans())

    def edit(rows: Rows) -> None:
        present = rows[seq][column]
        wants_number = column in {"actor", "episode", "update_id"}
        rows[seq][column] = (present or 0) + number if wants_number else (present or "") + text
        if with_hash:
            rows[seq]["hash"] = link(rows[seq])

    return edit


@st.composite
def deletions(draw: st.DrawFn) -> Tamper:
    doomed = draw(st.sets(st.integers(1, LENGTH - 1), min_size=1, max_size=4))

    def delete(rows: Rows) -> None:
        for seq in doomed:
            del rows[seq]

    return delete


@st.composite
def removals(draw: st.DrawFn) -> Tamper:
    """Cut one out and close the ranks, without the skill to link anew."""
    seq = draw(st.integers(1, LENGTH - 1))

    def remove(rows: Rows) -> None:
        del rows[seq]
        for later in range(seq + 1, LENGTH + 1):
            rows[later - 1] = {**rows.pop(later), "seq": later - 1}

    return remove


@st.composite
def swaps(draw: st.DrawFn) -> Tamper:
    first, second = sorted(draw(st.sets(SEQ, min_size=2, max_size=2)))

    def swap(rows: Rows) -> None:
        one, other = rows[first], rows[second]
        rows[first], rows[second] = {**other, "seq": first}, {**one, "seq": second}

    return swap


@st.composite
def insertions(draw: st.DrawFn) -> Tamper:
    model, gap = draw(SEQ), draw(st.integers(1, 3))

    def insert(rows: Rows) -> None:
        rows[LENGTH + gap] = {**rows[model], "seq": LENGTH + gap, "kind": "answered"}

    return insert


def tampers() -> st.SearchStrategy[Tamper]:
    """Give every kind of change but one that cuts or forges the very end."""
    return st.one_of(edits(), edits(), deletions(), removals(), swaps(), insertions())
