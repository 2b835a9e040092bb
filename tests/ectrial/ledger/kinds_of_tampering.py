"""Every kind of tampering that was thought of, sorted by what it takes to find it.

Those found by heads alone, and those not found, bear the words of docs/tampering.md.
"""

from ectrial.ledger.tables.chain import canonical, link
from ectrial.ledger.tables.rows import COLUMNS
from ectrial.record.entries import Kind
from tests.ectrial.ledger.deeds import (
    WEIGHT,
    Deed,
    bytes_of,
    column,
    cut_off,
    cut_off_noting_the_head,
    earlier_copy,
    forged,
    one_pasted_in,
    other_record,
    redacted_by_the_owner,
    renamed,
    renumber,
    rows,
    schema,
    set_last,
    set_of_item,
    sql,
    swap,
    without_the_second_screening,
)

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
    "a code changed": sql("UPDATE texts SET text = 'S-016' WHERE id = 2"),
    "a code's salt changed": sql("UPDATE texts SET salt = substr(salt, 2) || '0' WHERE id = 2"),
    "a code deleted": sql("DELETE FROM texts WHERE id = 2"),
    "a code added": sql("INSERT INTO texts SELECT 9, site, trial, salt, 'S-9' FROM texts LIMIT 1"),
    "an answer emptied as if redacted": sql(
        "UPDATE entries SET subject = NULL, screening = NULL, episode = NULL, item = NULL,"
        " value = NULL WHERE seq = 53"
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
        "INSERT INTO screenings VALUES ('CRT-01', 'T', 'X', 1, '', '', 'open', NULL, 1, 9, '')"
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
    "the code of a subject, with everything after linked anew": renamed,
    "an entry put in the middle, with everything after linked anew": rows(
        lambda found: found.insert(20, dict(found[20], item="weight", value=canonical(WEIGHT))),
        with_care=True,
    ),
}

NOT_FOUND: dict[str, Deed] = {
    "an entry appended by the program's own means, as if a person had said it": forged,
    "a redaction that nobody asked for: verify tells of it, with its entry": redacted_by_the_owner,
    "the updates seen, emptied": sql("DELETE FROM updates"),
    "the strangers refused, emptied": sql("DELETE FROM strangers"),
    "what is to ring a phone, emptied": sql("DELETE FROM due"),
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
