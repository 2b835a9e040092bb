"""`verify` finds everything that would refuse a start, and whatever else is not ours."""

from contextlib import closing
from pathlib import Path

import pytest

from ectrial.ledger.errors import LedgerError
from ectrial.ledger.ledger import Chat, Ledger
from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.verify import verify_file
from ectrial.record.entries import Kind
from tests.blank_record import blank
from tests.ectrial.ledger.samples import NURSE, answered, open_ledger, opened, said

# SQL of the owner, and what verify says of it
REFUSING = {
    "migration": (
        "DELETE FROM _sqlite_migrations WHERE name = 'what_is_not_clinical'",
        "its migration what_is_not_clinical is not noted",
    ),
    "migrations": ("DELETE FROM _sqlite_migrations", "its migration the_record is not noted"),
    "newer": (
        "UPDATE _sqlite_migrations SET name = 'of_tomorrow' WHERE name = 'codes_alike'",
        "it was written by a newer version of ectrial, which can verify it",
    ),
    "no world": (
        "DROP TRIGGER world_never_deleted; DELETE FROM world",
        "it does not say whether it is real or practice",
    ),
    "second note": (
        "INSERT INTO checked VALUES (2, 1, 'x')",
        "it is not noted up to which entry it was checked",
    ),
    "other world": (
        "DROP TRIGGER world_never_updated; UPDATE world SET name = 'practice'",
        "entry 1 is of the other world: practice and real were mixed",
    ),
}
NOT_REFUSING = {
    "place": ("UPDATE chats SET focus = '{'", "the place of chat 1 of all chats cannot be read"),
    "language": (
        "UPDATE chats SET language = 'xx'",
        "the language of chat 1 of all chats cannot be read",
    ),
    "round": (
        "UPDATE chats SET round = 9223372036854775807",
        "the round of chat 1 of all chats cannot be read",
    ),
    "card": ("UPDATE chats SET card = -1", "the card of chat 1 of all chats cannot be read"),
    "negative round": (
        "UPDATE chats SET round = -1",
        "the round of chat 1 of all chats cannot be read",
    ),
    "table": ("CREATE TABLE more (a)", "table more is not ours"),
    "view": ("CREATE VIEW more AS SELECT 1 AS a", "view more is not ours"),
    "index": ("CREATE INDEX more ON chats (round)", "index more is not ours"),
    "column": ("ALTER TABLE chats ADD COLUMN more TEXT", "table chats was altered"),
    "lost index": ("DROP INDEX screenings_by_activity", "index screenings_by_activity is missing"),
    "checked": ("DELETE FROM checked", "it is not noted up to which entry it was checked"),
}


@pytest.fixture
def record(path: Path) -> Path:
    with open_ledger(blank(path)) as ledger:
        ledger.append([opened(), answered("age", 40), said(Kind.STOPPED)], NURSE)
        ledger.save_chat(Chat(7, language="zh", round=9, focus={}, card=3, shown="last"))
    return path


def edit(path: Path, sql: str) -> None:
    with closing(connect(path)) as owner:
        owner.execute("PRAGMA ignore_check_constraints=ON")
        triggers = dict(
            owner.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        )
        for one in sql.split("; "):
            owner.execute(one)
        for name, definition in triggers.items():
            if f"DROP TRIGGER {name}" in sql:
                owner.execute(definition)


def faults(path: Path) -> list[str]:
    return [each.fault for each in verify_file(path).breaks]


@pytest.mark.parametrize(("sql", "told"), REFUSING.values(), ids=REFUSING)
def test_what_refuses_a_start_is_found(record: Path, sql: str, told: str) -> None:
    edit(record, sql)

    assert told in faults(record)
    with pytest.raises(LedgerError):
        open_ledger(record)
    assert told in faults(record)


@pytest.mark.parametrize(("sql", "told"), NOT_REFUSING.values(), ids=NOT_REFUSING)
def test_what_a_start_bears_is_found_as_well(record: Path, sql: str, told: str) -> None:
    edit(record, sql)

    assert faults(record) == [told]
    open_ledger(record).close()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE chats SET focus = '{'",
        "UPDATE chats SET language = 'xx'",
        "UPDATE chats SET round = 9223372036854775807",
        "UPDATE chats SET round = -5",
    ],
)
def test_a_chat_that_cannot_be_read_begins_anew_and_is_told(
    record: Path, sql: str, caplog: pytest.LogCaptureFixture
) -> None:
    edit(record, sql)

    with open_ledger(record) as ledger:
        chat = ledger.chat(7)
        assert verify_file(record).holds

    assert chat is not None
    assert (chat.language, chat.focus, chat.card, chat.shown) == (None, None, 3, None)
    assert chat.round > 1_700_000_000
    assert [each.levelname for each in caplog.records] == ["ERROR"]
    assert "7" not in caplog.records[0].getMessage()


def test_a_chat_that_is_broken_under_the_open_record_is_borne(ledger: Ledger, path: Path) -> None:
    ledger.save_chat(Chat(7, language="zh", round=9, card=3))
    edit(path, "UPDATE chats SET language = 'xx'")

    assert ledger.chat(7) == Chat(7, card=3)
    assert ledger.chats() == (Chat(7, card=3),)


def test_a_world_that_is_not_the_expected_one_is_found(path: Path) -> None:
    open_ledger(path).close()

    found = verify_file(path, expected="practice")

    assert [each.fault for each in found.breaks] == [
        "it is a real record, where a practice one belongs"
    ]
