"""The log is worked into the file while others read and write, and nothing is lost by it."""

import shutil
import threading
from contextlib import closing
from pathlib import Path

import pytest

from ectrial.ledger.driver import connect
from ectrial.ledger.ledger import Ledger
from tests.ectrial.ledger.samples import KEY, NURSE, answered, open_ledger, opened


def entries_in_the_file_alone(path: Path, key: str | None = None) -> int:
    """Count what stands in the file, without the log beside it."""
    alone = path.with_name("alone.db")
    shutil.copyfile(path, alone)
    with closing(connect(alone, key)) as connection:
        ((count,),) = connection.execute("SELECT count(*) FROM entries").fetchall()
    return int(count)


@pytest.mark.parametrize("key", [None, KEY])
def test_what_was_in_the_log_is_in_the_file(path: Path, key: str | None) -> None:
    with open_ledger(path, key=key) as ledger:
        ledger.work_in()
        ledger.append([opened(), answered("age", 58)], NURSE)
        before = entries_in_the_file_alone(path, key)

        ledger.work_in()

        assert (before, entries_in_the_file_alone(path, key)) == (0, 2)


def test_it_neither_waits_for_a_transaction_nor_ends_it(ledger: Ledger, path: Path) -> None:
    ledger.append([opened()], NURSE)

    with ledger.together():
        ledger.append([answered("age", 58)], NURSE)
        working = threading.Thread(target=ledger.work_in)
        working.start()
        working.join(timeout=5)
        assert not working.is_alive()
        assert entries_in_the_file_alone(path) == 1

    assert ledger.head()[0] == 2
    assert ledger.verify().holds


def test_nothing_is_lost_where_all_write_read_and_work_in_at_once(ledger: Ledger) -> None:
    ledger.append([opened()], NURSE)
    is_over = threading.Event()

    def keep_up() -> None:
        while not is_over.is_set():
            ledger.work_in()

    working = threading.Thread(target=keep_up)
    working.start()
    for number in range(300):
        ledger.append([answered("age", number)], NURSE)
        screening = ledger.screening("S-001/1")
        assert screening is not None
        assert screening.answers["age"].value == number
    is_over.set()
    working.join()

    assert ledger.head()[0] == 301
    assert ledger.verify().holds


def test_a_closed_record_is_left_alone(path: Path) -> None:
    ledger = open_ledger(path)
    ledger.append([opened()], NURSE)
    ledger.close()

    ledger.work_in()

    assert not path.with_name(f"{path.name}-wal").exists()
