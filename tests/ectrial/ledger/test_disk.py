"""A disk that fails loses nothing acknowledged, and the open record goes on once it heals."""

import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from ectrial.ledger.errors import LedgerBusyError, StorageError
from ectrial.ledger.ledger import Chat, Ledger
from ectrial.ledger.sqlite.driver import connect
from tests.ectrial.ledger.samples import KEY, NURSE, answered, called, open_ledger, opened
from tests.ectrial.ledger.troubles import disk_that_refuses, no_file_longer_than
from tests.phone import SECONDS


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_a_disk_error_records_nothing_and_heals_without_a_restart(
    path: Path, key: str | None
) -> None:
    with open_ledger(path, key=key) as ledger:
        ledger.append([opened()], NURSE, update_id=1, chat=Chat(7, round=1))
        before = ledger.head()
        for _ in range(3):
            with disk_that_refuses(path), pytest.raises(StorageError) as caught:
                ledger.append([answered("age", 40)], NURSE, update_id=2, chat=Chat(7, round=2))
            assert "nothing was recorded" in str(caught.value)
            assert (ledger.head(), ledger.has_seen(2)) == (before, False)
            assert ledger.chat(7) == Chat(7, round=1)

        assert ledger.append([answered("age", 40)], NURSE, update_id=2, chat=Chat(7, round=2))

        assert ledger.verify().holds
    with open_ledger(path, key=key) as ledger:
        assert ledger.head()[0] == 2
        assert ledger.verify().holds


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_wherever_the_disk_fills_up_what_was_acknowledged_stays(
    path: Path, key: str | None
) -> None:
    acknowledged = 1
    refused = 0
    with open_ledger(path, key=key) as ledger:
        ledger.append([opened()], NURSE)
        log = path.with_name(path.name + "-wal")
        for extra in range(0, 30_000, 997):
            with no_file_longer_than(log.stat().st_size + extra):
                try:
                    while True:
                        ledger.append([answered("note", "x" * 3000)] * 2, NURSE)
                        acknowledged += 2
                except StorageError:
                    refused += 1
            assert ledger.head()[0] == acknowledged
        assert ledger.append([answered("age", 40)], NURSE)

    with open_ledger(path, key=key) as ledger:
        assert (refused, ledger.head()[0]) == (31, acknowledged + 1)
        assert ledger.verify().holds


def test_a_lock_held_for_a_while_is_waited_out(ledger: Ledger, path: Path) -> None:
    held, asked = threading.Event(), threading.Event()
    writer = ledger._shared.writer
    writer.set_busy_timeout(SECONDS)  # type: ignore[attr-defined] # sqlcipher3 alone has it
    # the append asks for the lock before the lock is released, however slow this machine is
    writer.set_trace_callback(lambda _: asked.set())

    def hold() -> None:
        with closing(connect(path)) as other:
            other.execute("BEGIN IMMEDIATE")
            held.set()
            asked.wait()
            time.sleep(0.2)
            other.execute("ROLLBACK")

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()

    recorded = ledger.append([opened()], NURSE)

    thread.join()
    assert recorded
    assert ledger.verify().holds


def test_a_lock_held_too_long_is_told_and_the_next_append_works(
    ledger: Ledger, path: Path
) -> None:
    ledger.append([opened()], NURSE)
    ledger._shared.writer.set_busy_timeout(0.05)  # type: ignore[attr-defined] # sqlcipher3 alone has it
    with closing(connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LedgerBusyError):
            ledger.append([answered("age", 40)], NURSE, update_id=3)

        assert ledger.screening(called("S-001/1")) is not None

    assert ledger.append([answered("age", 40)], NURSE, update_id=3)
    assert ledger.head()[0] == 2
