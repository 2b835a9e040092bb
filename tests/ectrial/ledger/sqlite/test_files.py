"""The file of a record: who may read it, and what else is not taken for one."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from ectrial.ledger.errors import LedgerError, NotOurLedgerError, StorageError
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.verify import verify_file
from tests.ectrial.ledger.samples import KEY, NURSE, answered, open_or_make, opened


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "record.db"
    before = os.umask(0)
    try:
        with open_or_make(path) as ledger:
            ledger.append([opened()], NURSE)
            modes = {file.name: mode(file) for file in path.parent.iterdir()}
    finally:
        os.umask(before)

    assert modes == {f"record.db{end}": 0o600 for end in ("", "-wal", "-shm", ".lock")}
    assert mode(path.parent) == 0o700


def test_a_file_others_could_read_is_closed_to_them(path: Path) -> None:
    open_or_make(path).close()
    path.chmod(0o644)

    open_or_make(path).close()

    assert mode(path) == 0o600


def test_a_key_encrypts_and_is_needed(path: Path) -> None:
    with open_or_make(path, key=KEY) as ledger:
        ledger.append([opened("S-777")], NURSE)
        assert ledger.verify().holds

    assert b"S-777" not in path.read_bytes()
    for key in (None, KEY[::-1], "short"):
        with pytest.raises(NotOurLedgerError) as caught:
            open_or_make(path, key=key)
        assert str(key) not in str(caught.value)
    assert verify_file(path, KEY).head[0] == 1


def test_a_plain_record_refuses_a_key(path: Path) -> None:
    open_or_make(path).close()

    with pytest.raises(NotOurLedgerError, match="key is wrong, or this is not our record"):
        open_or_make(path, key=KEY)


def test_a_foreign_file_is_refused_and_left_alone(path: Path) -> None:
    path.write_text("a letter, and nothing like a database" * 40)
    before = path.read_bytes()

    with pytest.raises(NotOurLedgerError):
        open_or_make(path)

    assert path.read_bytes() == before


def test_a_foreign_database_is_refused(path: Path) -> None:
    other = connect_to_new(path)
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()

    with pytest.raises(NotOurLedgerError, match="not our record"):
        open_or_make(path)


def connect_to_new(path: Path) -> sqlite3.Connection:
    path.touch()
    return connect(path)


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        open_or_make(tmp_path)


def test_a_flipped_bit_on_any_encrypted_page_is_told(path: Path) -> None:
    with open_or_make(path, key=KEY) as ledger:
        ledger.append([opened(), *(answered(f"lab_{n}", n) for n in range(200))], NURSE)
    whole = path.read_bytes()

    unnoticed = [at for at in range(100, len(whole), 4096) if is_taken_as_whole(path, whole, at)]

    assert len(whole) > 10 * 4096
    assert unnoticed == []


def is_taken_as_whole(path: Path, whole: bytes, at: int) -> bool:
    flipped = bytearray(whole)
    flipped[at] ^= 1
    path.write_bytes(flipped)
    try:
        return verify_file(path, KEY).holds
    except LedgerError:
        return False


def test_verify_says_when_there_is_no_record(path: Path) -> None:
    with pytest.raises(LedgerError, match="no record"):
        verify_file(path)

    assert not path.exists()


def test_a_place_that_cannot_be_is_told_plainly(path: Path) -> None:
    path.touch()

    with pytest.raises(StorageError, match="cannot be used"):
        open_or_make(path / "record.db")


def test_a_full_disk_records_nothing_and_heals(ledger: Ledger) -> None:
    ledger.append([opened()], NURSE)
    ledger._shared.writer.set_authorizer(None)
    ledger._shared.writer.execute("PRAGMA max_page_count = 1")

    with pytest.raises(StorageError, match="nothing was recorded"):
        ledger.append([answered(f"lab_{n}", "x" * 1000) for n in range(99)], NURSE, update_id=4)

    assert ledger.head()[0] == 1
    assert not ledger.has_seen(4)
    ledger._shared.writer.execute("PRAGMA max_page_count = 100000")
    assert ledger.append([answered("age", 40)], NURSE, update_id=4)
    assert ledger.verify().holds
