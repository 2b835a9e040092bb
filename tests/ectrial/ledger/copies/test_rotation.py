"""Copies made without being asked: which stay, which go, and what is never touched."""

import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ectrial.ledger.copies.rotation import Copy, copies, folder_of, keep_copy, outdated
from ectrial.ledger.errors import (
    LedgerError,
    MixedWorldsError,
    NewerLedgerError,
    StorageError,
)
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.verify import verify_file
from tests.ectrial.ledger.samples import KEY, NURSE, open_ledger, opened
from tests.version_0_3_0 import write_record

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def copy_of(made: datetime, occasion: str = "hourly") -> Copy:
    return Copy(made, occasion, Path(f"{made:%Y%m%d%H%M%S}-{occasion}"))  # type: ignore[arg-type]


def hourly(hours: int) -> tuple[Copy, ...]:
    return tuple(copy_of(NOW - HOUR * n) for n in range(hours))


def kept(found: tuple[Copy, ...]) -> list[Copy]:
    gone = outdated(found, NOW)
    return [copy for copy in found if copy not in gone]


def test_a_day_of_hours_and_a_month_of_days_stay() -> None:
    stay = kept(hourly(24 * 60))

    assert stay[:24] == list(hourly(24))
    last_of_day = {copy.made.hour for copy in stay[24:]}
    assert last_of_day == {23}
    assert len({copy.made.date() for copy in stay}) == 30


def test_the_last_three_before_a_migration_stay_as_well() -> None:
    before = tuple(copy_of(NOW - timedelta(days=90 + n), "before-migration") for n in range(5))

    stay = kept((*hourly(24 * 40), *before))

    assert stay[-3:] == list(before[:3])


def test_a_bot_that_was_off_for_long_keeps_what_it_has() -> None:
    old = tuple(copy_of(NOW - timedelta(days=400 + n)) for n in range(20))

    assert kept(old) == list(old)


def test_copies_of_a_clock_gone_wrong_push_out_nothing() -> None:
    future = tuple(copy_of(NOW + timedelta(days=400) + HOUR * n) for n in range(99))

    assert outdated((*future, *hourly(24)), NOW) == ()


MOMENTS = st.datetimes(datetime(2026, 9, 1), datetime(2026, 12, 24), timezones=st.just(UTC))  # noqa: DTZ001


@given(st.sets(MOMENTS, max_size=99))
def test_the_newest_copy_is_never_let_go(moments: set[datetime]) -> None:
    found = tuple(copy_of(made) for made in sorted({*moments, NOW}, reverse=True))

    assert copy_of(NOW) not in outdated(found, NOW)


def test_copies_stand_in_a_private_folder_beside(ledger: Ledger, path: Path) -> None:
    ledger.append([opened()], NURSE)

    head = keep_copy(path, folder_of(path), NOW, "hourly")

    folder = path.with_name("record.db.backups")
    assert [file.name for file in folder.iterdir()] == ["record-20261123T090000Z-hourly.db"]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    (copy,) = copies(path, folder)
    assert (copy.made, copy.occasion) == (NOW, "hourly")
    assert verify_file(copy.path).head == head == ledger.head()


def test_what_is_not_ours_is_never_deleted(ledger: Ledger, path: Path) -> None:
    folder = folder_of(path)
    folder.mkdir()
    foreign = {
        "other-20200101T000000Z-hourly.db",
        "record-20200101T000000Z-hourly.db.gz",
        "record-20200101T000000Z-weekly.db",
        "record-20200101-hourly.db",
        "xrecord-20200101T000000Z-hourly.db",
        "record-20200101T000000Z-hourly.db.part.txt",
        "notes.txt",
    }
    for name in foreign:
        (folder / name).write_text("not ours")
    (folder / "record-20200103T000000Z-hourly.db").mkdir()
    (folder / "record-20200104T000000Z-hourly.db").symlink_to(path)
    left = folder / "record-20200102T000000Z-hourly.db.x1_y2abc.part"
    left.write_text("left by a crash")
    for day in range(40):
        keep_copy(path, folder, NOW - timedelta(days=40 - day), "hourly")

    names = {file.name for file in folder.iterdir()}

    assert foreign <= names
    assert path.exists()
    assert not left.exists()
    assert len(copies(path, folder)) == 30
    assert len(names) == 30 + len(foreign) + 2


@pytest.mark.long
def test_a_copy_that_fails_lets_none_of_the_others_go(ledger: Ledger, path: Path) -> None:
    folder = folder_of(path)
    for day in range(40):
        keep_copy(path, folder, NOW - timedelta(days=40 - day), "hourly")
    before = copies(path, folder)

    with pytest.raises(StorageError):
        keep_copy(path, folder, before[0].made, "hourly")

    assert copies(path, folder) == before


@pytest.mark.parametrize("key", [None, KEY])
def test_an_older_record_is_copied_before_its_tables_change(path: Path, key: str | None) -> None:
    write_record(path, key)
    head = verify_file(path, key).head

    with open_ledger(path, key=key) as ledger:
        assert ledger.verify().holds

    (copy,) = copies(path, folder_of(path))
    assert copy.occasion == "before-migration"
    assert verify_file(copy.path, key).head == head
    assert "texts" not in tables(copy.path, key)
    open_ledger(path, key=key).close()
    assert len(copies(path, folder_of(path))) == 1


def test_a_change_of_tables_may_be_tried_again_within_the_second(path: Path) -> None:
    write_record(path)
    with pytest.raises(MixedWorldsError):
        open_ledger(path, via="sandbox")

    open_ledger(path).close()

    assert len(copies(path, folder_of(path))) == 2


def tables(path: Path, key: str | None) -> set[str]:
    with closing(connect(path, key)) as owner:
        return {name for (name,) in owner.execute("SELECT name FROM sqlite_master")}


def test_without_a_copy_the_tables_do_not_change(path: Path) -> None:
    write_record(path)
    folder_of(path).write_text("in the way")

    with pytest.raises(LedgerError, match=r"record\.db\.backups"):
        open_ledger(path)

    assert "texts" not in tables(path, None)


def test_a_record_of_a_newer_version_is_left_alone(path: Path) -> None:
    open_ledger(path).close()
    with closing(connect(path)) as owner:
        owner.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('ledger', 'of_tomorrow', '')"
        )

    with pytest.raises(NewerLedgerError, match="a newer version"):
        open_ledger(path)
