"""Ends of shifts in the ledger: folded the same after a restart, and no part of any screening."""

from pathlib import Path

from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.screenings import Wanted
from ectrial.record.shifts import Offer, fold_shifts
from tests.ectrial.ledger.samples import NURSE, TRIAL, called, open_ledger, opened, said

DOCTOR = Author(7_002, "coordinator")


def offer(to: int, *screenings: int) -> NewEntry:
    value = {"screenings": list(screenings), "queries": [], "drafts": 0}
    return NewEntry(Kind.SHIFT_OFFERED, TRIAL, item=str(to), value=value)


def ended(kind: Kind, giver: int, why: str | None = None) -> NewEntry:
    value = {"offer": 2} if why is None else {"offer": 2, "why": why}
    return NewEntry(kind, TRIAL, item=str(giver), value=value)


def test_offers_are_the_same_after_a_restart(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.append([opened()], NURSE)
        assert ledger.shifts().offers == {}
        ledger.append([offer(DOCTOR.actor, 1)], NURSE)
        before = ledger.shifts()

    with open_ledger(path) as ledger:
        after = ledger.shifts()
        assert ledger.verify().holds

    assert before == after
    found = after.offers[NURSE.actor]
    assert isinstance(found, Offer)
    assert (found.to, found.screenings) == (DOCTOR.actor, (1,))


def test_later_entries_are_folded_onto_what_was_known(ledger: Ledger) -> None:
    ledger.append([opened(), offer(DOCTOR.actor, 1)], NURSE)
    ledger.shifts()
    ledger.append([ended(Kind.SHIFT_RETURNED, NURSE.actor, "no_time")], DOCTOR)

    assert ledger.shifts() == fold_shifts(ledger.entries())
    assert ledger.shifts().offers == {}
    assert ledger.shifts().outcomes[NURSE.actor].ending == "no_time"


def test_accepted_screening_is_listed_as_the_colleagues(ledger: Ledger) -> None:
    ledger.append([opened(), offer(DOCTOR.actor, 1)], NURSE)
    of_nurse, of_doctor = (Wanted("unfinished", by=each.actor) for each in (NURSE, DOCTOR))
    assert ledger.count_screenings(of_nurse) == 1

    ledger.append([ended(Kind.SHIFT_ACCEPTED, NURSE.actor), said(Kind.SHIFT_ACCEPTED)], DOCTOR)

    assert (ledger.count_screenings(of_nurse), ledger.count_screenings(of_doctor)) == (0, 1)
    screening = ledger.screening(called("S-001/1"))
    assert screening is not None
    assert (screening.first_seq, screening.last_seq) == (1, 4)
    assert ledger.verify().holds


def test_removal_ends_offers_of_and_to_the_person(ledger: Ledger) -> None:
    ledger.append([offer(DOCTOR.actor)], NURSE)
    ledger.append([offer(NURSE.actor)], DOCTOR)
    removal = NewEntry(Kind.STAFF_REMOVED, TRIAL, item=str(DOCTOR.actor), value={"work": None})

    ledger.append([removal], NURSE)

    assert ledger.shifts().offers == {}
