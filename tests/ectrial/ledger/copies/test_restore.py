"""A copy takes the place of a record that is lost or damaged; nothing old comes back to act."""

import shutil
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ectrial.ledger.copies.backup import back_up
from ectrial.ledger.copies.restore import restore
from ectrial.ledger.errors import (
    LedgerBusyError,
    LedgerError,
    MixedWorldsError,
    OtherHistoryError,
    StorageError,
)
from ectrial.ledger.ledger import Chat, Ledger
from ectrial.ledger.sqlite.driver import connect_as_it_is
from ectrial.ledger.verify import verify_file
from tests.blank_record import blank
from tests.ectrial.ledger.samples import KEY, NURSE, Clock, answered, called, open_ledger, opened
from tests.ectrial.ledger.troubles import no_file_longer_than

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
ASIDE = "record.db.set-aside-20261123T090000Z"


@pytest.fixture
def copy(path: Path, tmp_path: Path) -> Path:
    """A copy of a record that was written to later as well."""
    copy = tmp_path / "copy.db"
    with open_ledger(blank(path)) as ledger:
        ledger.append([opened("CANARY-1")], NURSE, chat=Chat(7, round=5, card=30, shown="as is"))
        back_up(path, copy)
        ledger.append([opened("S-002")], NURSE, chat=Chat(7, round=8, card=30, shown="later"))
    return copy


def goes_on(ledger: Ledger) -> bool:
    assert ledger.screening(called("CANARY-1/1")) is not None
    assert ledger.append([answered("age", 40, "CANARY-1/1")], NURSE)
    return ledger.verify().holds


def test_a_lost_record_comes_back_and_goes_on(path: Path, copy: Path) -> None:
    for file in path.parent.glob("record.db*"):
        file.unlink()

    head = restore(copy, path, NOW).head

    assert head == verify_file(copy).head
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with open_ledger(path) as ledger:
        assert ledger.head() == head
        assert goes_on(ledger)


def test_a_lost_folder_comes_back_as_well(path: Path, copy: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "new" / "record.db"

    restore(copy, elsewhere, NOW)

    with open_ledger(elsewhere) as ledger:
        assert goes_on(ledger)


@pytest.mark.parametrize("key", [None, KEY])
def test_the_log_of_a_killed_bot_is_not_played_into_the_copy(
    path: Path, tmp_path: Path, key: str | None
) -> None:
    killed, copy = tmp_path / "killed", tmp_path / "copy.db"
    killed.mkdir()
    with open_ledger(path, key=key) as ledger:
        ledger.append([opened("CANARY-1")], NURSE)
        back_up(path, copy, key)
        ledger.append([opened("S-002")], NURSE)
        for suffix in ("", "-wal"):
            shutil.copy(f"{path}{suffix}", killed / f"record.db{suffix}")

    head = restore(copy, killed / "record.db", NOW, key).head

    with open_ledger(killed / "record.db", key=key) as ledger:
        assert ledger.head() == head
        assert goes_on(ledger)
    assert {file.name for file in killed.iterdir()} >= {ASIDE, f"{ASIDE}-wal"}
    assert verify_file(killed / ASIDE, key).head[0] == 2


def test_a_bot_at_work_keeps_its_record(path: Path, copy: Path) -> None:
    with open_ledger(path) as ledger:
        with pytest.raises(LedgerBusyError, match="another process"):
            restore(copy, path, NOW)

        assert ledger.screening(called("S-002/1")) is not None


@pytest.mark.parametrize("harm", ["absent", "empty", "cut", "altered", "the record itself"])
def test_a_copy_that_is_not_whole_replaces_nothing(path: Path, copy: Path, harm: str) -> None:
    whole = copy.read_bytes()
    match harm:
        case "absent":
            copy.unlink()
        case "empty":
            copy.write_bytes(b"")
        case "cut":
            copy.write_bytes(whole[: len(whole) // 2])
        case "altered":
            copy.write_bytes(whole.replace(b"CANARY-1", b"CANARY-2"))
        case _:
            copy = path
    before = sorted(path.parent.iterdir())

    with pytest.raises(LedgerError):
        restore(copy, path, NOW)

    assert sorted(path.parent.iterdir()) == before
    assert verify_file(path).head[0] == 2


def test_a_full_disk_leaves_the_record_where_it_was(path: Path, copy: Path) -> None:
    with no_file_longer_than(9_000), pytest.raises(StorageError):
        restore(copy, path, NOW)

    assert verify_file(path).head[0] == 2


def test_rounds_shown_after_the_copy_are_not_given_out_again(path: Path, copy: Path) -> None:
    clock = Clock()
    restore(copy, path, NOW)

    with open_ledger(path, clock=clock) as ledger:
        first = ledger.chat(7)
    with open_ledger(path, clock=clock) as ledger:
        again = ledger.chat(7)

    assert first is not None
    assert first.round >= int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())
    assert (first.card, first.shown) == (30, None)
    assert again == first


def test_a_copy_put_back_by_hand_shows_no_old_round_either(path: Path, copy: Path) -> None:
    for file in path.parent.glob("record.db*"):
        file.unlink()
    shutil.copy(copy, path)

    with open_ledger(path) as ledger:
        chat = ledger.chat(7)

    assert chat is not None
    assert chat.round > 8


def test_first_opening_that_fails_leaves_the_rounds_to_the_next(path: Path, copy: Path) -> None:
    restore(copy, path, NOW)
    with pytest.raises(MixedWorldsError):
        open_ledger(path, via="sandbox")

    with open_ledger(path) as ledger:
        chat = ledger.chat(7)

    assert chat is not None
    assert chat.round > 8


@pytest.mark.parametrize("is_there", [True, False])
def test_restore_that_was_cut_off_is_carried_out_by_the_next_opening(
    path: Path, copy: Path, tmp_path: Path, *, is_there: bool
) -> None:
    killed = tmp_path / "killed"
    killed.mkdir()
    with open_ledger(path) as ledger:
        ledger.append([opened("S-003")], NURSE)
        for suffix in ("", "-wal") if is_there else ():
            shutil.copy(f"{path}{suffix}", killed / f"record.db{suffix}")
    shutil.copy(copy, killed / "record.db.restored")

    with open_ledger(killed / "record.db") as ledger:
        assert ledger.head() == verify_file(copy).head
        assert goes_on(ledger)

    asides = list(killed.glob("*.set-aside-*Z"))
    assert [verify_file(aside).head[0] for aside in asides] == ([3] if is_there else [])
    assert not (killed / "record.db.restored").exists()


def test_two_restores_in_one_second_keep_both_records(path: Path, copy: Path) -> None:
    restore(copy, path, NOW)
    with open_ledger(path) as ledger:
        ledger.append([opened("S-003")], NURSE)

    restore(copy, path, NOW, may_be_other=True)

    kept = [verify_file(file).head for file in path.parent.glob("*.set-aside-*Z")]
    assert len(set(kept)) == 2


def test_practice_copy_is_refused(path: Path, copy: Path, tmp_path: Path) -> None:
    practice, made = tmp_path / "practice.db", tmp_path / "made.db"
    open_ledger(practice, via="sandbox").close()
    back_up(practice, made)

    with pytest.raises(MixedWorldsError, match="is a practice record"):
        restore(made, path, NOW, may_be_other=True)

    assert verify_file(path).head[0] == 2


def test_copy_of_another_record_is_refused_until_told_so(
    path: Path, copy: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    with open_ledger(other) as ledger:
        ledger.append([opened("S-101"), opened("S-102"), opened("S-103")], NURSE)

    with pytest.raises(OtherHistoryError, match=r"entry 3, .* entry 2, .*none of their"):
        restore(other, path, NOW)

    assert verify_file(path).head[0] == 2
    restore(other, path, NOW, may_be_other=True)
    assert verify_file(path).head[0] == 3


def test_copy_that_went_another_way_is_refused_with_what_is_common(
    path: Path, copy: Path, tmp_path: Path
) -> None:
    with open_ledger(copy) as ledger:
        ledger.append([opened("S-101")], NURSE)

    with pytest.raises(OtherHistoryError, match="only 1 of their first"):
        restore(copy, path, NOW)


def test_later_state_of_the_record_is_restored_over_an_earlier_one(path: Path, copy: Path) -> None:
    restore(copy, path, NOW)
    later = path.with_name(ASIDE)

    restore(later, path, NOW)

    assert verify_file(path).head[0] == 2


def killed_in_a_write(copy: Path, folder: Path, key: str | None = None) -> Path:
    """Give what a kill leaves of a first opening: a copy half written to, and its journal."""
    folder.mkdir()
    with closing(connect_as_it_is(copy, key)) as owner:
        owner.execute("PRAGMA cache_size = 1")
        owner.execute("BEGIN IMMEDIATE")
        for number in range(999):
            owner.execute("INSERT INTO strangers VALUES (?, 'today', 1)", [number])
        for suffix in ("", "-journal"):
            shutil.copy(f"{copy}{suffix}", folder / f"record.db{suffix}")
        owner.execute("ROLLBACK")
    return folder / "record.db"


@pytest.mark.parametrize("key", [None, KEY])
def test_write_that_a_kill_cut_off_is_taken_back_by_the_next_opening(
    path: Path, tmp_path: Path, key: str | None
) -> None:
    copy = tmp_path / "copy.db"
    with open_ledger(path, key=key) as ledger:
        ledger.append([opened("CANARY-1")], NURSE)
        back_up(path, copy, key)
    killed = killed_in_a_write(copy, tmp_path / "killed", key)
    with pytest.raises(StorageError, match="a write was cut off here; the next start takes it"):
        verify_file(killed, key)

    with open_ledger(killed, key=key) as ledger:
        assert goes_on(ledger)


def test_journal_of_the_old_record_is_not_played_into_the_copy(
    path: Path, copy: Path, tmp_path: Path
) -> None:
    killed = killed_in_a_write(copy, tmp_path / "killed")

    head = restore(path, killed, NOW).head

    assert head[0] == 2
    with open_ledger(killed) as ledger:
        assert ledger.head() == head
        assert goes_on(ledger)
    with open_ledger(killed.with_name(ASIDE)) as aside:
        assert aside.head()[0] == 1


def test_restore_that_is_cut_off_again_and_again_sets_one_record_aside(
    path: Path, copy: Path, tmp_path: Path
) -> None:
    killed, earlier = tmp_path / "killed", f"{ASIDE[:-2]}5Z"
    killed.mkdir()
    with open_ledger(path) as ledger:
        ledger.append([opened("S-003")], NURSE)
        for suffix in ("", "-wal"):
            shutil.copy(f"{path}{suffix}", killed / f"record.db{suffix}")
    (killed / earlier).hardlink_to(killed / "record.db")
    shutil.copy(copy, killed / "record.db.restored")

    open_ledger(killed / "record.db").close()

    names = {file.name for file in killed.glob("*.set-aside-*")}
    assert names == {earlier, f"{earlier}-wal"}
    assert verify_file(killed / earlier).head[0] == 3


def test_a_plain_copy_replaces_no_encrypted_record_unasked(path: Path, tmp_path: Path) -> None:
    copy, locked = tmp_path / "copy.db", tmp_path / "locked" / "record.db"
    locked.parent.mkdir()
    open_ledger(locked, key=KEY).close()
    with open_ledger(path) as ledger:
        ledger.append([opened("S-101")], NURSE)
    back_up(path, copy)

    with pytest.raises(OtherHistoryError, match="is ECTRIAL_DATABASE_KEY missing"):
        restore(copy, locked, NOW)

    assert verify_file(locked, KEY).holds
    restore(copy, locked, NOW, may_be_other=True)
    assert verify_file(locked).head[0] == 1


@pytest.mark.parametrize("harm", [b"\0" * 8192, b"damaged " * 999, b""])
def test_a_damaged_record_without_a_key_is_restored_at_once(
    path: Path, copy: Path, harm: bytes
) -> None:
    path.write_bytes(harm)

    restored = restore(copy, path, NOW)

    assert restored.compared is None
    assert restored.set_aside == path.with_name(ASIDE)


def test_what_was_recorded_after_the_copy_is_counted(path: Path, copy: Path) -> None:
    back = restore(copy, path, NOW)
    forth = restore(path.with_name(ASIDE), path, NOW)

    assert back.compared is not None
    assert forth.compared is not None
    assert (back.compared.lost, forth.compared.lost) == (1, 0)
    assert back.set_aside == path.with_name(ASIDE)
