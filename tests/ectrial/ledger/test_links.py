"""Links between trials in the ledger: both sides at once, and no word of the other trial."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.ledger import Ledger
from ectrial.record.carried import origin_value
from ectrial.record.entries import Kind, NewEntry, Reason
from ectrial.record.subjects import ScreeningId
from tests.ectrial.ledger.samples import NURSE, called, open_ledger, opened, said
from tests.ectrial.record.test_links import linked, unlinked

A = called("S-001/1")
B = A._replace(trial="OTHER-TRIAL", subject="X-777")


def elsewhere(kind: Kind, item: str | None = None, value: object = None) -> NewEntry:
    new = said(kind, item, value)
    return replace(new, trial=B.trial, screening=B)


def both() -> list[NewEntry]:
    return [opened(), replace(opened(), trial=B.trial, screening=B), *linked(A, B)]


def test_link_is_the_same_after_a_restart_and_names_no_other_trial(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.append(both(), NURSE)
        before = ledger.links()

    with open_ledger(path) as ledger:
        assert ledger.links() == before
        assert ledger.links().are_linked(A, B)
        assert ledger.verify().holds
        told = json.dumps([[e.said.item, e.said.value, e.said.text] for e in ledger.entries(A)])
    assert B.trial not in told
    assert B.subject not in told


@pytest.mark.parametrize(
    "senseless",
    [
        linked(A, B)[:1],
        [*linked(A, B), *linked(A, B, "pair-0002")],
        unlinked(A, B),
        linked(A, ScreeningId(A.site, A.trial, "S-002", 1)),
    ],
)
def test_senseless_link_is_refused_and_nothing_recorded(
    ledger: Ledger, senseless: list[NewEntry]
) -> None:
    ledger.append(both()[:2], NURSE)
    head = ledger.head()

    with pytest.raises(RefusedError):
        ledger.append(senseless, NURSE)

    assert ledger.head() == head


def test_unlinked_subjects_are_two_again(ledger: Ledger) -> None:
    ledger.append(both(), NURSE)

    ledger.append(unlinked(A, B), NURSE)

    assert not ledger.links().are_linked(A, B)
    assert ledger.verify().holds


def test_carried_answer_lapses_in_the_ledger_once_its_origin_is_corrected(ledger: Ledger) -> None:
    ledger.append([*both(), said(Kind.ANSWERED, "hiv", "negative")], NURSE)
    day = ledger.entries(A).__next__().at_utc.date()
    carried = [
        elsewhere(Kind.ANSWERED, "hiv", "negative"),
        elsewhere(Kind.CARRIED, "hiv", origin_value(5, day)),
    ]
    ledger.append(carried, NURSE)
    screening = ledger.screening(B)
    assert screening is not None
    assert ledger.lapses(screening) == {}

    corrected = replace(said(Kind.CORRECTED, "hiv", "positive"), reason=Reason.DATA_ENTRY_ERROR)
    ledger.append([corrected], NURSE)

    assert {item: lapse.why for item, lapse in ledger.lapses(screening).items()} == {
        "hiv": "corrected"
    }
