"""What is done together is one transaction of steps, each all or nothing by itself."""

import threading
from collections.abc import Callable

import pytest

from ectrial.ledger.errors import LedgerError, RefusedError, StorageError
from ectrial.ledger.ledger import Chat, Ledger
from tests.disk.full import full_disk
from tests.ectrial.ledger.samples import NURSE, Clock, answered, called, opened


def test_step_reads_what_the_steps_before_it_wrote(ledger: Ledger) -> None:
    with ledger.together():
        ledger.append([opened()], NURSE, update_id=1, chat=Chat(7, round=3))

        screening, chat = ledger.screening(called("S-001/1")), ledger.chat(7)
        assert screening is not None
        assert chat is not None
        assert chat.round == 3
        assert ledger.has_seen(1)
        assert ledger.append([opened()], NURSE, update_id=1) is None


def test_nobody_else_reads_it_before_the_end(ledger: Ledger) -> None:
    seen = []

    def look() -> None:
        seen.append(ledger.head()[0])

    with ledger.together():
        ledger.append([opened()], NURSE)
        other = threading.Thread(target=look)
        other.start()
        other.join()
    look()

    assert seen == [0, 1]


def test_refused_step_leaves_the_others(ledger: Ledger, clock: Clock) -> None:
    with ledger.together():
        ledger.append([opened()], NURSE, update_id=1)
        with pytest.raises(RefusedError):
            ledger.append([answered("age", 58), opened()], NURSE, update_id=2)
        ledger.append([answered("age", 61)], NURSE, update_id=3)

    screening = ledger.screening(called("S-001/1"))
    assert screening is not None
    assert screening.answers["age"].value == 61
    assert [ledger.has_seen(update) for update in (1, 2, 3)] == [True, False, True]
    assert ledger.verify().holds


def test_failure_at_the_end_records_nothing_of_all(ledger: Ledger) -> None:
    ledger.append([opened()], NURSE)

    with full_disk(), pytest.raises(StorageError):
        together(
            ledger,
            lambda: ledger.append([answered("age", 58)], NURSE, update_id=1),
            lambda: ledger.append([answered("ecog", 1)], NURSE, update_id=2),
        )

    assert ledger.head()[0] == 1
    assert not ledger.has_seen(1)
    ledger.append([answered("age", 58)], NURSE, update_id=1)
    assert ledger.verify().holds


def test_error_inside_records_nothing_of_all(ledger: Ledger) -> None:
    with pytest.raises(KeyError):
        together(ledger, lambda: ledger.append([opened()], NURSE), fails)

    assert ledger.head()[0] == 0
    ledger.append([opened()], NURSE)
    assert ledger.head()[0] == 1


def test_steps_within_a_step_are_undone_with_it(ledger: Ledger) -> None:
    with ledger.together():
        ledger.append([opened()], NURSE)
        with pytest.raises(KeyError):
            together(ledger, lambda: ledger.append([answered("age", 58)], NURSE), fails)
        assert ledger.head()[0] == 1

    assert ledger.head()[0] == 1
    assert ledger.verify().holds


def test_step_after_the_transaction_is_lost_is_refused(ledger: Ledger) -> None:
    with pytest.raises(StorageError):
        together(
            ledger,
            lambda: ledger.append([opened()], NURSE),
            # as SQLite does by itself after some errors of the disk
            lambda: ledger._shared.writer.execute("ROLLBACK"),
            lambda: ledger.save_chat(Chat(7)),
        )

    assert ledger.head()[0] == 0
    assert ledger.chat(7) is None


def test_loss_of_the_transaction_is_noticed_at_its_end(ledger: Ledger) -> None:
    with pytest.raises(LedgerError):
        together(
            ledger,
            lambda: ledger.append([opened()], NURSE),
            lambda: ledger._shared.writer.execute("ROLLBACK"),
        )

    assert ledger.head()[0] == 0


def together(ledger: Ledger, *steps: Callable[[], object]) -> None:
    with ledger.together():
        for step in steps:
            step()


def fails() -> None:
    raise KeyError
