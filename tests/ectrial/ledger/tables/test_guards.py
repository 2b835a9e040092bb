"""Each attack of reliability.md §3.5 on the record, by name, is refused and leaves the guards."""

from pathlib import Path
from typing import cast

import pytest
from sqlite_utils import Database
from sqlite_utils.db import Table

from ectrial.ledger.errors import DamagedLedgerError, LedgerError, RefusedError
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.sqlite.driver import Connection, connect, connect_read_only, in_plain_words
from ectrial.ledger.tables import guards
from tests.ectrial.ledger.samples import NURSE, answered, open_ledger, opened
from tests.tables import of_each

COPIED = "at_utc, site, actor, role, via, trial, screening, kind, item, value, prev_hash, hash"


def copied(verb: str, seq: str, of: str = "seq = 2", columns: str = COPIED) -> str:
    into = ("INTO entries (seq,", COPIED, ") SELECT", seq, ",", columns)
    return " ".join((verb, *into, "FROM entries WHERE", of))


FOLLOWING = COPIED.replace("prev_hash", "(SELECT hash FROM entries WHERE seq = 3)")
PRACTICE = "'sandbox'"
ON_ENTRIES = {
    "update": "UPDATE entries SET value = 'null' WHERE seq = 2",
    "update of nothing but itself": "UPDATE entries SET seq = seq",
    "update or replace": "UPDATE OR REPLACE entries SET seq = 1 WHERE seq = 2",
    "update or ignore": "UPDATE OR IGNORE entries SET actor = 1",
    "delete": "DELETE FROM entries WHERE seq = 3",
    "delete of all": "DELETE FROM entries",
    "upsert": copied("INSERT", "seq") + " ON CONFLICT (seq) DO UPDATE SET value = 'null'",
    "insert or replace": copied("INSERT OR REPLACE", "seq"),
    "replace": copied("REPLACE", "seq", of="seq = 3"),
    "replace via unique key": copied("REPLACE", "4", of="seq = 1", columns=FOLLOWING),
    "insert or ignore": copied("INSERT OR IGNORE", "4"),
    "backdated seq": copied("INSERT", "-1"),
    "seq beyond the next": copied("INSERT", "9"),
    "seq left to chance": copied("INSERT", "NULL"),
    "next seq off the chain": copied("INSERT", "4"),
    "entry of the other world": copied("INSERT", "4", columns=FOLLOWING.replace("via", PRACTICE)),
    "second world": "INSERT OR REPLACE INTO world (id, name) VALUES (1, 'practice')",
    "changed world": "UPDATE world SET name = 'practice'",
    "deleted world": "DELETE FROM world",
}
ON_THE_SCHEMA = {
    "drop trigger": "DROP TRIGGER entries_never_updated",
    "drop table": "DROP TABLE entries",
    "drop index": "DROP INDEX screenings_opened_once",
    "writable schema": "PRAGMA writable_schema = ON",
    "alter by rename": "ALTER TABLE entries RENAME TO old_entries",
    "alter by new column": "ALTER TABLE entries ADD COLUMN extra TEXT",
    "alter by dropped column": "ALTER TABLE entries DROP COLUMN source",
    "recreation": "CREATE TABLE entries_new AS SELECT seq FROM entries",
    "trigger that swallows": "CREATE TRIGGER swallow BEFORE INSERT ON entries"
    " BEGIN SELECT RAISE(IGNORE); END",
    "temporary trigger": "CREATE TEMP TRIGGER swallow BEFORE INSERT ON main.entries"
    " BEGIN SELECT RAISE(IGNORE); END",
    "temporary table of the same name": "CREATE TEMP TABLE entries (seq INTEGER)",
    "view": "CREATE VIEW other AS SELECT seq FROM entries",
    "recursive triggers off": "PRAGMA recursive_triggers = OFF",
    "checks off": "PRAGMA ignore_check_constraints = ON",
    "sync off": "PRAGMA synchronous = OFF",
    "journal off": "PRAGMA journal_mode = OFF",
    "other key": "PRAGMA rekey = 'x'",
    "attached file": "ATTACH ':memory:' AS other",
    "vacuum": "VACUUM",
    "copy by vacuum": "VACUUM INTO '/tmp/never-written.db'",
}


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    ledger.append([opened(), answered("age", 40), answered("ecog", 1)], NURSE)
    return ledger


def test_what_follows_the_head_is_let_in_and_its_false_hash_found(kept: Ledger) -> None:
    attack(kept._shared.writer, copied("INSERT", "4", columns=FOLLOWING))

    assert kept.head()[0] == 4
    assert "entry 4 was altered" in [fault.fault for fault in kept.verify().breaks]


def attack(connection: Connection, sql: str) -> None:
    with in_plain_words():
        connection.execute(sql).fetchall()


@of_each("sql", [*ON_ENTRIES.values(), *ON_THE_SCHEMA.values()], ids=[*ON_ENTRIES, *ON_THE_SCHEMA])
def test_the_application_cannot(kept: Ledger, sql: str) -> None:
    before = tuple(kept.entries())

    with pytest.raises(RefusedError):
        attack(kept._shared.writer, sql)

    assert tuple(kept.entries()) == before
    assert guards.faults(kept._shared.reader) == ()
    assert kept.verify().holds


@pytest.mark.parametrize(
    "sql", ["DELETE FROM sqlite_master WHERE type = 'trigger'", "SELECT load_extension('x')"]
)
def test_what_sqlite_itself_forbids_stays_forbidden(kept: Ledger, sql: str) -> None:
    with pytest.raises(LedgerError):
        attack(kept._shared.writer, sql)

    assert guards.faults(kept._shared.reader) == ()


@of_each("sql", ON_ENTRIES.values(), ids=ON_ENTRIES)
def test_not_even_a_plain_connection_can(kept: Ledger, path: Path, sql: str) -> None:
    before = tuple(kept.entries())
    plain = connect(path)

    with pytest.raises(RefusedError):
        attack(plain, sql)

    plain.close()
    assert tuple(kept.entries()) == before
    assert kept.verify().holds


@pytest.mark.parametrize(
    "name", ["insert or replace", "replace", "replace via unique key", "second world"]
)
def test_nothing_is_replaced_where_recursive_triggers_are_off(
    kept: Ledger, path: Path, name: str
) -> None:
    plain = connect(path)
    plain.execute("PRAGMA recursive_triggers=OFF")

    with pytest.raises(RefusedError):
        attack(plain, ON_ENTRIES[name])

    plain.close()
    assert kept.verify().holds


@pytest.mark.parametrize("restricted", [True, False])
def test_sqlite_utils_cannot_replace_an_entry(kept: Ledger, path: Path, restricted: bool) -> None:
    connection = kept._shared.writer if restricted else connect(path)
    table = cast("Table", Database(connection)["entries"])
    (row,) = table.rows_where("seq = 2")

    with pytest.raises(RefusedError), in_plain_words():
        table.insert({**row, "value": "41"}, replace=True)

    assert kept.verify().holds


def test_sqlite_utils_cannot_transform_the_table(kept: Ledger) -> None:
    table = cast("Table", Database(kept._shared.writer)["entries"])

    with pytest.raises(LedgerError), in_plain_words():
        table.transform(drop={"source"})

    assert guards.faults(kept._shared.reader) == ()
    assert kept.append([answered("age", 41)], NURSE)
    assert kept.verify().holds


def test_the_reading_connection_writes_nothing(kept: Ledger, path: Path) -> None:
    for connection in (kept._shared.reader, connect_read_only(path)):
        with pytest.raises(LedgerError):
            attack(
                connection, "INSERT INTO strangers (user_id, refused_at, count) VALUES (1, '', 1)"
            )

    assert kept.verify().holds


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("DROP TRIGGER entries_never_deleted", "trigger entries_never_deleted is missing"),
        ("DROP INDEX screenings_opened_once", "index screenings_opened_once is missing"),
        ("ALTER TABLE entries ADD COLUMN extra TEXT", "table entries was altered"),
        (
            "CREATE TRIGGER entries BEFORE INSERT ON entries BEGIN SELECT RAISE(IGNORE); END",
            "trigger entries is not ours",
        ),
    ],
)
def test_opening_refuses_a_record_whose_guards_changed(path: Path, sql: str, told: str) -> None:
    open_ledger(path).close()
    owner = connect(path)
    owner.execute(sql)
    owner.close()

    with pytest.raises(DamagedLedgerError, match=told):
        open_ledger(path)
