"""Consent in the ledger: kept over a restart, and no part of what the list says."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from ectrial.ledger.ledger import Ledger
from ectrial.record.consent import Consent
from ectrial.record.entries import Kind, NewEntry, Reason
from tests.ectrial.ledger.samples import NURSE, answered, called, open_ledger, opened, said

SIGNED = Consent("signed", date(2026, 1, 1), "3.1 of 2025-05-02")
WITHDRAWN = Consent("withdrawn", date(2026, 1, 2))


def consent(state: Consent, reason: Reason | None = None) -> NewEntry:
    return replace(said(Kind.CONSENT, value=state.value), reason=reason)


def test_consent_is_the_same_after_a_restart(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.append([opened(), consent(SIGNED)], NURSE)
        ledger.append([consent(WITHDRAWN)], NURSE)
        before = ledger.screening(called("S-001/1"))

    with open_ledger(path) as ledger:
        after = ledger.screening(called("S-001/1"))
        verified = ledger.verify()

    assert before == after
    assert after is not None
    assert [each.state for each in after.consents] == ["signed", "withdrawn"]
    assert after.signed_consent is not None
    assert after.signed_consent.version == SIGNED.version
    assert verified.holds


def test_consent_changes_no_status_and_no_verdict_of_the_list(ledger: Ledger) -> None:
    verdict = said(Kind.VERDICT_GIVEN, value={"verdict": "eligible"})
    ledger.append([opened(), answered("ecog", 1), verdict], NURSE)
    (before,) = ledger.screenings(limit=9)

    ledger.append([consent(SIGNED)], NURSE)
    ledger.append([consent(WITHDRAWN)], NURSE)

    (after,) = ledger.screenings(limit=9)
    assert (
        (after.status, after.verdict)
        == (before.status, before.verdict)
        == ("finished", "eligible")
    )
    assert after.last_seq == before.last_seq + 2
