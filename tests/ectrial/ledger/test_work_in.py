"""The log is worked into the file while others read and write, and nothing is lost by it."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.sqlite.write_ahead_log import Log
from tests.ectrial.ledger.samples import KEY, NURSE, answered, called, open_ledger, opened
from tests.phone import SECONDS


@pytest.fixture
def log(ledger: Ledger, path: Path) -> Iterator[Log]:
    with closing(Log(path)) as log:
        log.work_in()
        yield log


def entries_in_the_file_alone(path: Path, key: str | None = None) -> int:
    """Count what stands in the file, without the log beside it."""
    alone = path.with_name("alone.db")
    shutil.copyfile(path, alone)
    with closing(connect(alone, key)) as connection:
        ((count,),) = connection.execute("SELECT count(*) FROM entries").fetchall()
    return int(count)


@pytest.mark.parametrize("key", [None, KEY])
def test_what_was_in_the_log_is_in_the_file(path: Path, key: str | None) -> None:
    with open_ledger(path, key=key) as ledger, closing(Log(path, key)) as log:
        log.work_in()
        ledger.append([opened(), answered("age", 58)], NURSE)
        before = log.waiting(), entries_in_the_file_alone(path, key)

        log.work_in()

        assert before[0] > 0
        assert log.waiting() == 0
        assert (before[1], entries_in_the_file_alone(path, key)) == (0, 2)


def test_it_neither_waits_for_a_transaction_nor_ends_it(
    ledger: Ledger, log: Log, path: Path
) -> None:
    ledger.append([opened()], NURSE)

    with ledger.together():
        ledger.append([answered("age", 58)], NURSE)
        working = threading.Thread(target=log.work_in)
        working.start()
        working.join(timeout=SECONDS)
        assert not working.is_alive()
        assert entries_in_the_file_alone(path) == 1

    assert ledger.head()[0] == 2
    assert ledger.verify().holds


@pytest.mark.long
def test_nothing_is_lost_where_all_write_read_and_work_in_at_once(
    ledger: Ledger, log: Log
) -> None:
    ledger.append([opened()], NURSE)
    is_over = threading.Event()

    def keep_up() -> None:
        while not is_over.is_set():
            log.work_in()

    working = threading.Thread(target=keep_up)
    working.start()
    for number in range(300):
        ledger.append([answered("age", number)], NURSE)
        screening = ledger.screening(called("S-001/1"))
        assert screening is not None
        assert screening.answers["age"].value == number
    is_over.set()
    working.join()

    assert ledger.head()[0] == 301
    assert ledger.verify().holds


def test_it_can_change_nothing(log: Log) -> None:
    with pytest.raises(RefusedError):
        log._pages("restart")
