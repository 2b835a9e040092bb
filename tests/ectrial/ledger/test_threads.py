"""Calls from many threads at once record everything once and in one order."""

from concurrent.futures import ThreadPoolExecutor

from ectrial.ledger.ledger import Ledger
from tests.ectrial.ledger.samples import NURSE, answered, called, opened

THREADS = 8
TURNS = 40


def test_appends_from_many_threads_all_stand_in_one_chain(ledger: Ledger) -> None:
    for thread in range(THREADS):
        ledger.append([opened(f"S-00{thread}")], NURSE)

    def work(thread: int) -> None:
        for turn in range(TURNS):
            name = f"S-00{thread}/1"
            ledger.append([answered("a", turn, name), answered("b", turn, name)], NURSE)
            screening = ledger.screening(called(name))
            assert screening is not None
            assert screening.answers["a"].value == turn
            assert ledger.screenings(limit=THREADS)

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(work, range(THREADS)))

    seqs = [entry.seq for entry in ledger.entries()]
    assert seqs == list(range(1, THREADS + 2 * THREADS * TURNS + 1))
    assert ledger.verify().holds


def test_one_update_delivered_by_many_threads_is_recorded_once(ledger: Ledger) -> None:
    ledger.append([opened()], NURSE)
    deliveries = [*range(1, 31)] * THREADS

    with ThreadPoolExecutor(THREADS) as pool:
        recorded = list(
            pool.map(
                lambda update_id: ledger.append(
                    [answered("age", update_id)], NURSE, update_id=update_id
                ),
                deliveries,
            )
        )

    assert sum(entries is not None for entries in recorded) == 30
    assert ledger.head()[0] == 31


def test_verifying_while_others_record_finds_nothing_wrong(ledger: Ledger) -> None:
    ledger.append([opened()], NURSE)

    with ThreadPoolExecutor(2) as pool:
        writing = pool.submit(
            lambda: [ledger.append([answered("age", turn)], NURSE) for turn in range(200)]
        )
        found = [ledger.verify() for _ in range(20)]
        writing.result()

    assert all(verification.holds for verification in found)
