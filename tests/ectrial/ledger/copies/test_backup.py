"""A copy is made while the record is written to, is whole, and is never half there."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from ectrial.ledger.copies.backup import back_up
from ectrial.ledger.errors import DamagedLedgerError, LedgerError, NotOurLedgerError, StorageError
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.sqlite import files
from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.verify import verify_file
from tests.blank_record import blank
from tests.ectrial.ledger.samples import KEY, NURSE, answered, open_ledger, opened
from tests.ectrial.ledger.troubles import kept_busy, no_file_longer_than


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder / "copy.db"


@pytest.mark.long
@pytest.mark.parametrize("key", [None, pytest.param(KEY, marks=pytest.mark.long)])
def test_copies_under_load_hold_all_that_was_acknowledged(
    path: Path, copy: Path, key: str | None
) -> None:
    with open_ledger(blank(path, key=key), key=key) as ledger:
        ledger.append([opened()], NURSE)
        with kept_busy(ledger) as acknowledged:
            for _ in range(10):
                before = max(acknowledged, default=1)
                head = back_up(path, copy, key)
                found = verify_file(copy, key)
                assert (found.holds, found.head, head[0] >= before) == (True, head, True)
                copy.unlink()
        assert ledger.verify().holds


def test_a_copy_is_one_private_file(ledger: Ledger, path: Path, copy: Path) -> None:
    ledger.append([opened()], NURSE)
    before = os.umask(0)
    try:
        back_up(path, copy)
    finally:
        os.umask(before)

    assert verify_file(copy).holds
    assert list(copy.parent.iterdir()) == [copy]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_copy_of_an_encrypted_record_takes_the_same_key(path: Path, copy: Path) -> None:
    with open_ledger(path, key=KEY) as ledger:
        ledger.append([opened("S-777")], NURSE)
        back_up(path, copy, KEY)

    assert b"S-777" not in copy.read_bytes()
    with pytest.raises(NotOurLedgerError):
        verify_file(copy)


@pytest.mark.parametrize("suffix", ["", "-wal", "-shm", "-journal", ".lock"])
def test_the_records_own_place_is_refused(ledger: Ledger, path: Path, suffix: str) -> None:
    with pytest.raises(StorageError, match="the record's own place"):
        back_up(path, Path(f"{path.parent}/./{path.name}{suffix}"))

    assert ledger.append([opened()], NURSE)


def test_no_file_is_written_over(ledger: Ledger, path: Path, copy: Path) -> None:
    copy.write_text("a letter")

    with pytest.raises(StorageError, match="is there already"):
        back_up(path, copy)

    assert copy.read_text() == "a letter"


def test_a_link_to_nowhere_is_not_followed(ledger: Ledger, path: Path, copy: Path) -> None:
    copy.symlink_to(copy.parent / "nowhere")

    with pytest.raises(StorageError, match="is there already"):
        back_up(path, copy)


def test_a_folder_that_is_not_there_is_told(ledger: Ledger, path: Path, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="there is no folder"):
        back_up(path, tmp_path / "nowhere" / "copy.db")


def test_a_record_that_is_not_there_is_told(path: Path, copy: Path) -> None:
    with pytest.raises(StorageError, match="there is no record"):
        back_up(path, copy)


def test_a_full_disk_leaves_no_half_copy(ledger: Ledger, path: Path, copy: Path) -> None:
    ledger.append([opened(), *(answered(f"lab_{n}", "x" * 1000) for n in range(99))], NURSE)

    with no_file_longer_than(50_000), pytest.raises(StorageError, match="no copy was made"):
        back_up(path, copy)

    assert list(copy.parent.iterdir()) == []
    back_up(path, copy)
    assert verify_file(copy).holds


def test_a_copy_never_takes_the_last_room(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"no copy was made: it takes \d+ MiB free"):
        files.have_room(tmp_path, 2**60)


def test_a_damaged_record_is_told_instead_of_copied(path: Path, copy: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.append([opened(), answered("age", 40)], NURSE)
    with closing(connect(path)) as owner:
        owner.execute("DROP TRIGGER entries_never_updated")

    with pytest.raises(DamagedLedgerError, match="entries_never_updated is missing"):
        back_up(path, copy)

    assert list(copy.parent.iterdir()) == []


def test_a_database_of_somebody_else_is_not_copied(path: Path, copy: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")

    with pytest.raises(LedgerError):
        back_up(path, copy)

    assert list(copy.parent.iterdir()) == []
