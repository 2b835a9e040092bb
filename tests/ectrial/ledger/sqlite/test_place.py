"""A record taken away while it is open is noticed before anything more is recorded in it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ectrial.ledger.errors import StorageError
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.sqlite import files
from ectrial.ledger.sqlite.files import beside
from ectrial.ledger.sqlite.place import taken_away
from ectrial.ledger.sqlite.write_ahead_log import Log
from tests.ectrial.ledger.samples import KEY, NURSE, answered, open_ledger, opened


def another(path: Path) -> Path:
    """Give a sound record that lies elsewhere."""
    other = path.with_name("another.db")
    open_ledger(other).close()
    return other


def remove_all(path: Path) -> None:
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()


DEEDS: dict[str, Callable[[Path], object]] = {
    "removed": lambda path: path.unlink(),
    "removed with its log": remove_all,
    "its log removed": lambda path: beside(path, "-wal").unlink(),
    "its log replaced": lambda path: shutil.copy(path, "x") and Path("x").replace(f"{path}-wal"),
    "moved away": lambda path: path.rename(path.with_name("away.db")),
    "its folder moved": lambda path: path.parent.rename(path.parent.with_name("elsewhere")),
    "replaced by another": lambda path: another(path).replace(path),
    "replaced by a copy": lambda path: Path(shutil.copy(path, "copy")).replace(path),
    "replaced by a link to another": lambda path: (path.unlink(), path.symlink_to(another(path))),
}


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data" / "record.db"


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_nothing_is_recorded_in_a_record_taken_away(
    ledger: Ledger, path: Path, deed: Callable[[Path], object]
) -> None:
    ledger.append([opened()], NURSE, update_id=1)
    deed(path)

    for _ in range(2):
        with pytest.raises(StorageError, match="removed, moved or replaced"):
            ledger.append([answered("age", 40)], NURSE, update_id=2)

    assert ledger.head()[0] == 1
    assert not ledger.has_seen(2)


def test_record_put_back_is_written_to_again(ledger: Ledger, path: Path) -> None:
    ledger.append([opened()], NURSE)
    path.rename(path.with_name("away.db"))
    with pytest.raises(StorageError):
        ledger.append([answered("age", 40)], NURSE)

    path.with_name("away.db").rename(path)

    assert ledger.append([answered("age", 40)], NURSE)
    assert ledger.verify().holds


def test_a_log_taken_away_costs_nothing_but_a_restart(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.append([opened(), answered("age", 40)], NURSE)
        beside(path, "-wal").unlink()
        with pytest.raises(StorageError, match=r"record\.db-wal was .*\. Start the bot again"):
            ledger.append([answered("age", 41)], NURSE)

    with open_ledger(path) as ledger:
        assert ledger.head()[0] == 2
        assert ledger.append([answered("age", 41)], NURSE)
        assert ledger.verify().holds


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_a_record_in_its_place_is_never_taken_for_another(path: Path, key: str | None) -> None:
    for round_ in range(3):
        with open_ledger(path, key=key) as ledger:
            if not round_:
                ledger.append([opened()], NURSE)
            log = Log(path, key)
            for number in range(5):
                ledger.append([answered("age", number)], NURSE)
                log.work_in()
                assert ledger.verify().holds
            log.close()
    path.with_name("link.db").symlink_to(path)

    with open_ledger(path.with_name("link.db"), key=key) as ledger:
        assert ledger.append([answered("age", 7)], NURSE)


def test_what_is_open_is_known_from_outside_until_it_is_closed(path: Path) -> None:
    ledger = open_ledger(path)
    ledger.append([opened()], NURSE)
    before = taken_away(path)
    path.rename(path.with_name("away.db"))
    away = taken_away(path)
    ledger.close()

    assert (before, away, taken_away(path)) == (None, path, None)


def test_what_a_killed_process_had_open_is_not_taken_for_open(path: Path) -> None:
    with open_ledger(path):
        noted = beside(path, ".lock").read_bytes()
    beside(path, ".lock").write_bytes(noted)
    path.rename(path.with_name("away.db"))

    with files.held(path):
        assert taken_away(path) is None
