"""What each kill of a sweep begins with: a folder with a record in use, an older one, or none."""

import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.setup.start import now
from ectrial.ledger.copies.backup import back_up
from ectrial.ledger.copies.rotation import folder_of, keep_copy
from ectrial.ledger.ledger import Author, Chat, Ledger
from ectrial.ledger.sqlite.driver import connect, in_plain_words
from ectrial.ledger.verify import snapshot
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from tests import version_0_4_0, version_0_5_0

RECORD, COPY, NEW = Path("data/real.db"), Path("usb/copy.db"), Path("usb/new.db")
LOG, LIST = Path("usb/log.json"), Path("usb/list.csv")
ON_THE_LIST = 2
PERSON, NAME = 1001, "ZHANGWEI-7"
OPERATOR = Author(0, "operator")


@dataclass(frozen=True)
class Case:
    """A command, or none, to be followed by starts; and the folder in which that happens."""

    begin: Callable[[Path], None]
    words: tuple[str, ...] = ()
    """Paths in them are from that folder."""
    restores: bool = False
    typed: str = ""
    """What is answered to its questions."""


def empty(folder: Path) -> None:
    (folder / "usb").mkdir(parents=True)


def in_use(folder: Path) -> None:
    """Leave what a killed bot leaves: a log with the last entry, and copies from before it."""
    with tempfile.TemporaryDirectory() as living:
        record, copy = Path(living) / RECORD, Path(living) / COPY
        copy.parent.mkdir()
        with Ledger.open(record, site="site-1", via="telegram", clock=now) as ledger:
            ledger.append([_added("9")], OPERATOR, chat=Chat(PERSON, round=5))
            back_up(record, copy)
            keep_copy(record, folder_of(record), now(), "hourly")
            ledger.append([_added("10")], OPERATOR, chat=Chat(PERSON, round=6))
            shutil.copytree(living, folder, ignore=shutil.ignore_patterns("*-shm"))


def with_a_list(folder: Path) -> None:
    in_use(folder)
    (folder / LIST).write_text("code,sex,WBC\nS-001,male,5.2\nS-002,female,3.1\n", "utf-8")


def lost(folder: Path) -> None:
    in_use(folder)
    for suffix in ("", "-wal"):
        (folder / f"{RECORD}{suffix}").unlink()


def named(folder: Path) -> None:
    """Leave a record in which a name is the code of a subject."""
    in_use(folder)
    with Ledger.open(folder / RECORD, site="site-1", via="telegram", clock=now) as ledger:
        id_ = ScreeningId("site-1", "EC-CRT-003", NAME, 1)
        ledger.append([NewEntry(Kind.OPENED, "EC-CRT-003", id_)], OPERATOR)


def older(folder: Path) -> None:
    """Leave a record without the latest changes of the tables."""
    in_use(folder)
    with closing(connect(folder / RECORD)) as owner, in_plain_words():
        owner.execute("DROP INDEX screenings_by_likeness")
        for name in ("codes_alike", "screenings_may_be_restored"):
            owner.execute("DELETE FROM _sqlite_migrations WHERE name = ?", [name])


def of_0_4_0(folder: Path) -> None:
    """Leave the record that version 0.4.0 left: a team, screenings and chats."""
    empty(folder)
    (folder / RECORD).parent.mkdir(mode=0o700)
    version_0_4_0.write_record(folder / RECORD)


def of_0_5_0(folder: Path) -> None:
    """Leave the record that version 0.5.0 left: a team with all that it does, and chats."""
    empty(folder)
    (folder / RECORD).parent.mkdir(mode=0o700)
    version_0_5_0.write_record(folder / RECORD)


def _added(number: str) -> NewEntry:
    return NewEntry(Kind.STAFF_ADDED, "EC-CRT-003", item=number, value="coordinator")


CASES: Mapping[str, Case] = {
    "init": Case(empty, ("init",)),
    "restore": Case(in_use, ("restore", str(COPY)), restores=True),
    "restore of a lost record": Case(lost, ("restore", str(COPY)), restores=True),
    "backup": Case(in_use, ("backup", str(NEW))),
    "export": Case(in_use, ("export", str(LOG), "--for", "site")),
    "import": Case(with_a_list, ("import", str(LIST), "--yes")),
    "migration": Case(older),
    "migration of version 0.4.0": Case(of_0_4_0),
    "migration of version 0.5.0": Case(of_0_5_0),
    "staff": Case(in_use, ("staff", "add", "42")),
    "redact": Case(named, ("redact", "--reason", "other"), typed=f"{NAME}\nredact\ndelete\n"),
    "verify": Case(in_use, ("verify",)),
}


def hashes(file: Path) -> list[str]:
    """Give the hash of each entry; none of a file that is not there."""
    if not file.exists():
        return []
    with snapshot(file, None) as connection, in_plain_words():
        return [each for (each,) in connection.execute("SELECT hash FROM entries ORDER BY seq")]


def opened(file: Path) -> int:
    """Count the screenings that were opened in a record."""
    with snapshot(file, None) as connection, in_plain_words():
        rows = connection.execute("SELECT count(*) FROM entries WHERE kind = 'opened'")
        return sum(count for (count,) in rows)


def round_of_the_card(file: Path) -> int:
    """Give how many turns the chat of the person in these records has taken."""
    with snapshot(file, None) as connection, in_plain_words():
        rows = connection.execute("SELECT round FROM chats WHERE id = ?", [PERSON])
        return max((each for (each,) in rows), default=0)
