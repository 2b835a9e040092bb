"""A clock that is set back or forward changes no order, no list and no chain."""

from datetime import timedelta
from pathlib import Path

import pytest

from ectrial.ledger.ledger import Chat, Ledger
from ectrial.ledger.verify import verify_file
from tests.ectrial.ledger.samples import NURSE, Clock, answered, called, open_ledger, opened


@pytest.mark.parametrize("step", [timedelta(days=-1), timedelta(days=1), timedelta(days=-9999)])
def test_a_step_of_the_clock_changes_no_order(
    ledger: Ledger, clock: Clock, step: timedelta
) -> None:
    ledger.append([opened(), answered("age", 40)], NURSE)
    ledger.append([opened("S-002")], NURSE)
    clock.now += step

    ledger.append([answered("age", 41)], NURSE)

    screening = ledger.screening(called("S-001/1"))
    assert screening is not None
    assert screening.answers["age"].value == 41
    assert [entry.seq for entry in ledger.entries()] == [1, 2, 3, 4]
    assert [line.id.name for line in ledger.screenings(limit=9)] == ["S-001/1", "S-002/1"]
    assert ledger.screenings(limit=1)[0].last_at == screening.last_at
    assert ledger.verify().holds


def test_a_clock_set_back_is_told_by_verify_and_breaks_nothing(
    ledger: Ledger, clock: Clock
) -> None:
    ledger.append([opened(), answered("age", 40)], NURSE)
    clock.now -= timedelta(days=1)
    ledger.append([answered("age", 41)], NURSE)
    clock.now -= timedelta(seconds=2)
    ledger.append([answered("age", 42)], NURSE)

    found = ledger.verify()

    assert found.holds
    assert found.clock_went_back == (3,)


def test_the_true_time_stays_in_the_record(ledger: Ledger, clock: Clock) -> None:
    first = ledger.append([opened()], NURSE)
    clock.now -= timedelta(days=1)

    later = ledger.append([answered("age", 40)], NURSE)

    assert first is not None
    assert later is not None
    assert later[0].at_utc < first[0].at_utc


def test_an_update_seen_before_the_step_is_not_recorded_again(
    ledger: Ledger, clock: Clock
) -> None:
    ledger.append([opened()], NURSE, update_id=9)
    clock.now -= timedelta(days=1)

    again = ledger.append([answered("age", 40)], NURSE, update_id=9, chat=Chat(1))

    assert again is None
    assert ledger.has_seen(9)


def test_a_record_opens_again_under_an_earlier_clock(path: Path, clock: Clock) -> None:
    with open_ledger(path, clock=clock) as ledger:
        ledger.append([opened()], NURSE, update_id=9)
    clock.now -= timedelta(days=400)

    with open_ledger(path, clock=clock) as ledger:
        assert ledger.append([answered("age", 40)], NURSE, update_id=10)
        assert ledger.has_seen(9)
        assert ledger.verify().holds

    assert verify_file(path).clock_went_back == (2,)
