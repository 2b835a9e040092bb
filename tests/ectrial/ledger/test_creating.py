"""A new record is made where nothing is, by whoever asks for it, and never in silence."""

import stat
from pathlib import Path

import pytest

from ectrial.ledger.copies.rotation import folder_of, keep_copy
from ectrial.ledger.creating import create, remains
from ectrial.ledger.errors import NoLedgerError, NotOurLedgerError, StorageError
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.sqlite.driver import connect
from tests.ectrial.ledger.copies.test_restore import NOW
from tests.ectrial.ledger.samples import KEY, NURSE, SITE, Clock, open_or_make, opened


def open_only(path: Path) -> Ledger:
    return Ledger.open(path, site=SITE, via="telegram", clock=Clock(), may_create=False)


def test_record_that_is_not_there_is_not_made_by_opening(tmp_path: Path) -> None:
    path = tmp_path / "unmounted" / "record.db"

    with pytest.raises(NoLedgerError, match="there is no record"):
        open_only(path)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("key", [None, KEY])
def test_new_record_is_private_empty_and_whole(tmp_path: Path, key: str | None) -> None:
    path = tmp_path / "data" / "record.db"

    create(path, "real", key)

    assert [file.name for file in path.parent.iterdir()] == ["record.db"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with open_or_make(path, key=key) as ledger:
        assert ledger.head()[0] == 0
        assert ledger.append([opened()], NURSE)
        assert ledger.verify().holds


def test_new_record_takes_the_place_of_no_file(path: Path) -> None:
    path.write_text("a letter")

    with pytest.raises(StorageError, match="is there already"):
        create(path, "real")

    assert path.read_text() == "a letter"
    assert [file.name for file in path.parent.iterdir()] == ["record.db"]


def test_database_without_tables_is_no_record(path: Path) -> None:
    path.touch()
    connect(path).close()
    assert path.stat().st_size > 0

    with pytest.raises(NotOurLedgerError):
        open_or_make(path)


def test_log_of_a_record_that_was_moved_away_is_not_played_into_the_new(path: Path) -> None:
    with open_or_make(path, via="sandbox") as ledger:
        ledger.append([opened()], NURSE)
        log = path.with_name("record.db-wal").read_bytes()
    path.rename(path.with_name("elsewhere.db"))
    path.with_name("record.db-wal").write_bytes(log)

    with open_or_make(path, via="sandbox") as ledger:
        assert ledger.head()[0] == 0
        assert ledger.verify().holds


def test_everything_that_a_record_leaves_is_named(path: Path) -> None:
    assert remains(path, folder_of(path)) == ()
    with open_or_make(path):
        keep_copy(path, folder_of(path), NOW, "hourly")
    path.rename(path.with_name("elsewhere.db"))
    for name in ("record.db.a1b2c3d4.part", "record.db.set-aside-20261123T090000Z"):
        path.with_name(name).write_text("all that there is")

    assert [file.name for file in remains(path, folder_of(path))] == [
        "record.db.lock",
        "record.db.a1b2c3d4.part",
        "record.db.set-aside-20261123T090000Z",
        "record-20261123T090000Z-hourly.db",
    ]
