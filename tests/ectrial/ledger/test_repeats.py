"""Re-screenings in the ledger: known after a restart, of one trial alone."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from ectrial.record.entries import Kind
from ectrial.record.repeats import Repeat
from tests.ectrial.ledger.samples import NURSE, called, open_ledger, opened, said

FIRST, AGAIN = called("S-001/1"), called("S-001/2")


def test_re_screenings_are_known_after_a_restart_by_their_own_trial_alone(path: Path) -> None:
    repeat = Repeat(1, 1, date(2026, 11, 3), ("EXCL05",), 1, asked=True)
    named = replace(said(Kind.RESCREENED, value=repeat.value), screening=AGAIN)
    with open_ledger(path) as ledger:
        ledger.append([opened(), replace(opened(), screening=AGAIN), named], NURSE)

    with open_ledger(path) as ledger:
        assert ledger.of(FIRST.trial).repeats() == (AGAIN,)
        assert ledger.of("OTHER-TRIAL").repeats() == ()
        found = ledger.screening(AGAIN)
        assert found is not None
        assert found.repeats == replace(repeat, actor=NURSE.actor)
        assert ledger.verify().holds
