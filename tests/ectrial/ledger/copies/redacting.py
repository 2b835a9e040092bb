"""Records in which a name is a code, and its redaction."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from ectrial.ledger.copies.redaction import Done, Wish
from ectrial.ledger.copies.rotation import folder_of
from ectrial.ledger.ledger import Author, Chat, Ledger
from ectrial.ledger.redacting import redact
from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.tables.guards import TRIGGERS
from ectrial.record.entries import Kind, NewEntry, Reason
from tests import version_0_3_0 as older
from tests.blank_record import blank
from tests.ectrial.ledger.samples import (
    NURSE,
    SITE,
    TRIAL,
    Clock,
    answered,
    called,
    open_ledger,
    opened,
)

NOW = datetime(2026, 12, 2, 9, tzinfo=UTC)
NAME = "ZHANGWEI-7"
OPERATOR = Author(0, "operator")


def wish(code: str = NAME, site: str = SITE, **more: object) -> Wish:
    return Wish((site, TRIAL), code, Reason.PERSONAL_DATA, OPERATOR, **more)  # type: ignore[arg-type]


def redacted(path: Path, wanted: Wish, key: str | None = None) -> Done:
    return redact(path, wanted, NOW, key, folder_of(path))


def record_new(path: Path, key: str | None = None) -> Path:
    """Record a name as a code, and another subject with a limit from its report."""
    focus = {"screening": [SITE, TRIAL, NAME, 1]}
    with open_ledger(blank(path, key=key), key=key) as ledger:
        ledger.append([opened("S-001"), answered("age", 40)], NURSE)
        ledger.append([opened(NAME), answered("age", 58, f"{NAME}/1")], NURSE)
        limit = NewEntry(
            Kind.ANSWERED, TRIAL, called("S-001/1"), "alt_uln", {"value": "50"}, source=NAME
        )
        ledger.append([limit], NURSE, chat=Chat(7, "en", 3, focus, 30, "last"))
        ledger.append([], NURSE, chat=Chat(8, "en", 3, {"place": {"place": "home"}}, 31, "last"))
    return path


def open_older(path: Path) -> Ledger:
    clock = Clock()
    clock.now = NOW
    return Ledger.open(path, site=older.SITE, via="telegram", clock=clock)


def spoken_in(folder: Path, text: str) -> list[str]:
    """Name the files of a folder that hold a text, in any case."""
    found = [file for file in folder.rglob("*") if file.is_file()]
    return [file.name for file in found if text.lower().encode() in file.read_bytes().lower()]


def tampered(path: Path, sql: str, *cells: object) -> Path:
    """Change a record as its owner can, guards put back after."""
    with closing(connect(path)) as owner:
        owner.execute("DROP TRIGGER entries_never_updated")
        owner.execute(sql, cells)
        owner.execute(TRIGGERS["entries_never_updated"])
    return path
