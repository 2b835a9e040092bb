"""Every kind of tampering that was thought of, sorted by what it takes to find it.

Those found by heads alone, and those not found, bear the words of docs/tampering.md.
"""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.tables.chain import canonical, link
from ectrial.ledger.tables.rows import COLUMNS
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from tests.ectrial.ledger.owner import Rows, owning, rewrite
from tests.ectrial.ledger.samples import NURSE, TRIAL, open_ledger
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
    found[:] = [row for row in found if row["subject"] != "S-015"]


def other_record(path: Path) -> None:
    other = path.with_name("another.db")
    open_ledger(other).close()
    other.replace(path)


def bytes_of(change: Callable[[bytes], bytes]) -> Deed:
    return lambda path: path.write_bytes(change(path.read_bytes()))


def earlier_copy(path: Path) -> None:
    """Put back what the whole file was some entries ago."""
    rewrite(path, cut_off(12), with_care=True)


FOUND: dict[str, Deed] = {
    **{f"{name} of an entry changed": column(name) for name in COLUMNS[1:]},
    "an answer changed and hashed anew alone": rows(
        lambda found: found[20].update(value='"x"', hash=link({**found[20], "value": '"x"'}))
    ),
    "an entry deleted": sql("DELETE FROM entries WHERE seq = 30"),
    "the first entry deleted": sql("DELETE FROM entries WHERE seq = 1"),
    "the last entry deleted": sql("DELETE FROM entries WHERE seq = 55"),
    "an end cut off, and the head noted": cut_off_noting_the_head,
    "all entries deleted": sql("DELETE FROM entries"),
    "two entries swapped": rows(swap),
    "entries renumbered": rows(renumber),
    "an entry appended with a false hash": rows(one_pasted_in),
    "an answer changed that a verdict rests on, all linked anew": rows(
        set_of_item("hiv", value='"positive"'), with_care=True
    ),
    "a verdict changed, all linked anew": rows(
        set_last(Kind.VERDICT_GIVEN, value='{"failing":[],"verdict":"eligible"}'), with_care=True
    ),
    "an entry made unreadable, all linked anew": rows(
        set_of_item("7001", kind="stuff_added"), with_care=True
    ),
    "a colleague without a number, all linked anew": rows(
        set_of_item("7001", item="x"), with_care=True
    ),
    **{
        f"the guard {name} removed": schema(" ".join(("DROP TRIGGER", name)))
        for name in (
            "entries_never_updated",
            "entries_never_deleted",
            "entries_never_replaced",
            "entries_follow_the_head",
            "entries_of_one_world",
            "world_never_updated",
        )
    },
    "a guard altered": schema(
        "DROP TRIGGER entries_never_deleted",
        "CREATE TRIGGER entries_never_deleted BEFORE DELETE ON entries BEGIN SELECT 1; END",
    ),
    "a foreign trigger": schema("CREATE TRIGGER more AFTER INSERT ON chats BEGIN SELECT 1; END"),
    "a column added to the entries": schema("ALTER TABLE entries ADD COLUMN more TEXT"),
    "a unique index removed": schema("DROP INDEX screenings_opened_once"),
    "another index removed": schema("DROP INDEX screenings_by_code"),
    "a table added": schema("CREATE TABLE more (a)"),
    "a view added": schema("CREATE VIEW more AS SELECT 1 AS a"),
    "a column added to the chats": schema("ALTER TABLE chats ADD COLUMN more TEXT"),
    "a table removed": schema("DROP TABLE strangers"),
    "a migration no longer noted": schema(
        "DELETE FROM _sqlite_migrations WHERE name = 'highest_code'"
    ),
    "the world changed": sql("UPDATE world SET name = 'practice'"),
    "the world deleted": sql("DELETE FROM world"),
    "the note of the last check deleted": sql("DELETE FROM checked"),
    "the note of the last check set ahead": sql("UPDATE checked SET seq = 99"),
    "the note of the last check set to another hash": sql(
        "UPDATE checked SET hash = substr(hash, 2) || '0'"
    ),
    "a status in the list changed": sql("UPDATE screenings SET status = 'voided'"),
    "a verdict in the list changed": sql("UPDATE screenings SET verdict = 'eligible'"),
    "a row of the list deleted": sql("DELETE FROM screenings WHERE subject = 'S-014'"),
    "a row added to the list": sql(
        "INSERT INTO screenings VALUES ('CRT-01', 'T', 'X', 1, '', '', 'open', NULL, 1, 9)"
    ),
    "the list ahead of the entries": sql("UPDATE screenings SET last_seq = last_seq + 9"),
    "an entry noted for another site": sql("INSERT INTO screening_sites VALUES (9, 'elsewhere')"),
    "a chat's place broken": sql("INSERT INTO chats (id, round, focus) VALUES (7, 1, '{')"),
    "a chat's language broken": sql("INSERT INTO chats (id, round, language) VALUES (7, 1, 'xx')"),
    "a chat's round broken": sql("INSERT INTO chats (id, round) VALUES (7, 9223372036854775807)"),
    "a bit flipped in a page": bytes_of(
        lambda file: file.replace(b"able_to_understand", b"able_to_unterstand", 1)
    ),
    "the file cut in half": bytes_of(lambda file: file[: len(file) // 2]),
    "the file overwritten": bytes_of(lambda file: b"\xa5" * len(file)),
}

BY_HEADS: dict[str, Deed] = {
    "who answered, with everything after linked anew": rows(
        lambda found: found[20].update(actor=8_001), with_care=True
    ),
    "the role of who answered, with everything after linked anew": rows(
        lambda found: found[20].update(role="investigator"), with_care=True
    ),
    "the time of an entry, with everything after linked anew": rows(
        lambda found: found[20].update(at_utc="2026-01-01T07:00:00.000000+00:00"), with_care=True
    ),
    "an answer that no verdict rests on, with everything after linked anew": rows(
        set_of_item("wbc", value='{"date":"2026-11-23","unit":"10*9/L","value":"5.9"}'),
        with_care=True,
    ),
    "an answer together with its verdict, with everything after linked anew": rows(
        lambda found: found.__delitem__(slice(48, None)), with_care=True
    ),
    "two entries swapped, with everything after linked anew": rows(swap, with_care=True),
    "a whole screening taken out, with everything after linked anew": rows(
        without_the_second_screening, with_care=True
    ),
    "a colleague taken out, with everything after linked anew": rows(
        lambda found: found.pop(0), with_care=True
    ),
    "an end cut off, with the list and the note of the last check set back": rows(
        cut_off(5), with_care=True
    ),
    "the whole file, or its log after a kill, put back to an earlier state": earlier_copy,
    "another sound record put in its place": other_record,
    "an entry put in the middle, with everything after linked anew": rows(
        lambda found: found.insert(20, dict(found[20], item="weight", value=canonical(WEIGHT))),
        with_care=True,
    ),
}

NOT_FOUND: dict[str, Deed] = {
    "an entry appended by the program's own means, as if a person had said it": forged,
    "the updates seen, emptied": sql("DELETE FROM updates"),
    "the strangers refused, emptied": sql("DELETE FROM strangers"),
    "the chats, emptied or set to another place that is in order": sql(
        "DELETE FROM chats", "INSERT INTO chats (id, round) VALUES (7, 3)"
    ),
    "the note of the last check, set back to an earlier entry": sql(
        "UPDATE checked SET (seq, hash) = (SELECT seq, hash FROM entries WHERE seq = 9)"
    ),
    "numbers in the head of the file that SQLite leaves to the program": schema(
        "PRAGMA user_version = 7", "PRAGMA application_id = 7"
    ),
}
