"""Unfinished files: what a killed process left of them goes, what one works on stays."""

import os
import signal
from pathlib import Path

import pytest

from ectrial.ledger.errors import StorageError
from ectrial.ledger.sqlite.parts import part_of, put_in_place, put_where_nothing_is, sweep
from tests.ectrial.ledger.samples import open_or_make


def killed_at_work(path: Path, record: Path) -> None:
    """Leave a part behind, as a process does that is killed while it works on it."""
    child = os.fork()
    if not child:
        with part_of(path, record) as part:
            part.write_text("CANARY-1")
            part.with_name(f"{part.name}-journal").write_text("CANARY-1")
            os.kill(os.getpid(), signal.SIGKILL)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL


def left(folder: Path) -> set[str]:
    return {file.name for file in folder.rglob("*.part*")}


@pytest.mark.parametrize("place", ["record.db", "usb/copy.db", "record.db.backups/x.db"])
def test_what_a_killed_process_left_is_swept_by_the_next_opening(path: Path, place: str) -> None:
    open_or_make(path).close()
    to = path.parent / place
    to.parent.mkdir(exist_ok=True)
    killed_at_work(to, path)
    assert len(left(path.parent)) == 2

    open_or_make(path).close()

    assert left(path.parent) == set()
    assert list(path.parent.glob("*.unfinished")) == []


def test_part_that_is_worked_on_stays(path: Path) -> None:
    with part_of(path, path) as part:
        sweep(path)

        assert part.exists()
    assert list(path.parent.iterdir()) == []


def test_part_of_an_older_version_is_swept_beside_a_record_only(path: Path) -> None:
    older = path.with_name("record.db.abcd_123.part")
    older.write_text("CANARY-1")
    foreign = path.with_name("record.db.copy.abcd_123.part")
    foreign.write_text("not ours")

    sweep(path)
    assert older.exists()
    open_or_make(path).close()

    assert not older.exists()
    assert foreign.exists()


def test_note_that_names_no_part_deletes_nothing(path: Path) -> None:
    other = path.with_name("letter.txt")
    other.write_text("not ours")
    path.with_name("record.db.0.unfinished").write_text(str(other))

    sweep(path)

    assert [file.name for file in path.parent.iterdir()] == ["letter.txt"]


def test_finished_part_has_its_name_and_leaves_no_other(path: Path) -> None:
    with part_of(path, path) as part:
        part.write_text("new")
        put_in_place(part, path)

    assert [file.name for file in path.parent.iterdir()] == ["record.db"]
    with part_of(path, path) as part, pytest.raises(StorageError, match="is there already"):
        put_where_nothing_is(part, path)
    assert path.read_text() == "new"
