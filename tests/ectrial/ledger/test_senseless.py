"""An entry that makes no sense is refused; in a record that was tampered with, verify tells it."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.tables.chain import canonical
from ectrial.ledger.verify import entries_of_file, verify_file
from ectrial.record.entries import JSON, Kind, NewEntry
from ectrial.record.exports import Export
from ectrial.record.imports import Import
from ectrial.record.team import Terms
from ectrial.trial.recomputation import recompute
from ectrial.trial.versions import shipped
from tests.ectrial.ledger.deeds import set_last
from tests.ectrial.ledger.owner import rewrite
from tests.ectrial.ledger.samples import NURSE, TRIAL, open_ledger, opened, said
from tests.tables import of_each

DAY = "2026-11-20"
SIGNED = {"meaning": "eligible", "hash": "ab", "day": DAY}
OPEN = {"why": "pending", "assignee": 9, "due": DAY}
CONSENT = {"state": "declined", "day": None, "version": None, "reason": None}
INVITE = {**Terms.of("monitor").value, "hash": "ab", "expires_at": "2026-11-20T12:00:00+00:00"}
OFFER = {"screenings": [1], "queries": [], "drafts": 0}
SENT = {"to": 9, "verdict": "eligible", "hash": "ab"}
CARRIED = {"of": 1, "day": DAY}
LAPSED = {"answer": 1, "why": "corrected", "at": "2026-11-20T12:00:00+00:00"}
AGAIN = {"of": 1, "episode": 1, "day": DAY, "failed": ["A"], "number": 1, "asked": True}
PAUSED = {"state": "paused", "since": DAY}
GIVEN = Export("csv", "sponsor", 9).value
BROUGHT = Import("table", "07a1" * 16, 43).value
IN_USE = {"approved": DAY, "effective": DAY, "signs_again": True}
CLARIFIED = {"day": DAY, "origin": "sponsor"}
ENROLLED = {"what": "enrolled", "day": DAY, "why": None, "verdict": "eligible"}


def of_team(kind: Kind, value: JSON = None, item: str | None = "9") -> NewEntry:
    return NewEntry(kind, TRIAL, item=item, value=value)


SENSE = (
    *(opened(), said(Kind.SOURCED, value={"source": "chart", "items": ["ecog"]})),
    *(said(Kind.VERIFIED, "ecog", {"seq": 2}), said(Kind.SIGNATURE_ASKED, value={"to": 9})),
    *(said(Kind.SIGNED, value=SIGNED), said(Kind.SIGNATURE_RETURNED, value={"why": "answer"})),
    *(said(Kind.DEVIATION, value={"day": DAY}), said(Kind.CONSENT, value=CONSENT)),
    *(said(Kind.QUERY_OPENED, "hiv", OPEN), said(Kind.QUERY_CHANGED, "hiv", {"due": None})),
    *(said(Kind.QUERY_SAID, "hiv", {}), said(Kind.QUERY_CLOSED, "hiv", {"why": "withdrawn"})),
    *(of_team(Kind.STAFF_ADDED, Terms.of("monitor").value), of_team(Kind.ENROLLED)),
    *(of_team(Kind.STAFF_INVITED, INVITE, None), of_team(Kind.SHIFT_OFFERED, OFFER)),
    *(of_team(Kind.AWAY, {"until": DAY, "cover": None}), of_team(Kind.TRAINED)),
    of_team(Kind.SHIFT_RETURNED, {"why": "no_time"}),
    *(said(Kind.REFERRED, value=SENT), said(Kind.REFERRAL_ACCEPTED, value={"referral": 20})),
    said(Kind.REFERRAL_RETURNED, value={"referral": 20, "why": "incomplete"}),
    said(Kind.APPOINTED, value={"at": "2026-12-02T06:00:00+00:00"}),
    replace(said(Kind.PARTICIPATION, value=ENROLLED), text="01-0312"),
    said(Kind.CARRIED, "ecog", CARRIED),
    said(Kind.LAPSED, "ecog", LAPSED),
    said(Kind.RESCREENED, value=AGAIN),
    of_team(Kind.IDENTIFIER_STOPPED, {"kinds": ["phone"]}, None),
    of_team(Kind.EXPORTED, GIVEN, None),
    of_team(Kind.IMPORTED, BROUGHT, None),
    replace(of_team(Kind.TRIAL_STATUS, PAUSED, None), text="SUSAR"),
    replace(of_team(Kind.CLARIFIED, CLARIFIED, "R05"), text="As you read it"),
    of_team(Kind.CLARIFICATION_WITHDRAWN, {"of": 9}, "R05"),
    replace(of_team(Kind.ACTIVATION_WITHDRAWN, {"of": 9}, None), text="The wrong day"),
    NewEntry(
        *(Kind.VERSION_ACTIVATED, TRIAL, None, None, IN_USE),
        protocol_version="3",
        protocol_hash="ab",
        text="CN-A03",
    ),
)
SENSELESS: dict[Kind, tuple[JSON, ...]] = {
    Kind.SOURCED: (None, {"source": "rumour", "items": []}, {"source": "chart"}),
    Kind.VERIFIED: (None, {"seq": "2"}, {"seq": [2]}),
    Kind.SIGNATURE_ASKED: (None, {}, {"to": "9"}, 9),
    Kind.SIGNED: (
        *(None, {}, "eligible", {**SIGNED, "day": None}, {**SIGNED, "day": "today"}),
        *({**SIGNED, "meaning": "undetermined"}, {"meaning": "eligible", "hash": "ab"}),
    ),
    Kind.SIGNATURE_RETURNED: (None, {"why": "no"}),
    Kind.DEVIATION: (None, {"day": "2026-13-01"}, {"day": 7}, {"takes_back": "7"}),
    Kind.CONSENT: (None, {**CONSENT, "state": "signed"}, {**CONSENT, "version": "3.1"}),
    Kind.QUERY_OPENED: (None, {**OPEN, "assignee": "9"}, {**OPEN, "due": "soon"}),
    Kind.QUERY_CHANGED: (7, {"due": "soon"}, {"assignee": None}, {"why": "so"}),
    Kind.QUERY_SAID: ("yes", [1]),
    Kind.QUERY_CLOSED: (None, {"why": "so"}),
    Kind.STAFF_ADDED: (None, "nurse", {"role": "monitor", "tasks": ["screen"]}),
    Kind.STAFF_INVITED: (
        *(None, {**INVITE, "hash": "\u00e9"}, {**INVITE, "hash": 7}),
        {**INVITE, "expires_at": "2026-11-20T12:00:00"},
    ),
    Kind.AWAY: (None, {"until": "soon", "cover": None}, {"until": DAY, "cover": [8]}),
    Kind.SHIFT_OFFERED: (None, {**OFFER, "screenings": ["1"]}, {**OFFER, "drafts": None}),
    Kind.SHIFT_RETURNED: ({}, {"why": "tired"}),
    Kind.REFERRED: (None, {**SENT, "to": "9"}, {**SENT, "verdict": "maybe"}, {"to": 9}),
    Kind.REFERRAL_ACCEPTED: (None, {}, {"referral": "20"}),
    Kind.REFERRAL_RETURNED: (None, {"referral": 20}, {"referral": 20, "why": "tired"}),
    Kind.APPOINTED: (None, {"at": None}, {"at": "soon"}, {"at": "2026-12-02T06:00:00"}),
    Kind.PARTICIPATION: (
        *(None, {}, {**ENROLLED, "day": None}, {**ENROLLED, "verdict": "maybe"}),
        *({**ENROLLED, "what": "undecided"}, {**ENROLLED, "number": "01-0312"}),
        *({**ENROLLED, "part": ""}, {**ENROLLED, "part": "Wang Wei"}, {**ENROLLED, "part": 1}),
        {"what": "undecided", "day": None, "why": None, "verdict": None},
    ),
    Kind.CARRIED: (None, {"of": "1", "day": DAY}, {"of": 1}, {**CARRIED, "trial": "B"}),
    Kind.LAPSED: (None, {**LAPSED, "why": "old"}, {**LAPSED, "at": "soon"}, {"answer": 1}),
    Kind.RESCREENED: (
        *(None, {}, {**AGAIN, "of": "1"}, {**AGAIN, "day": "soon"}, {**AGAIN, "number": 0}),
        *({**AGAIN, "failed": "INCL01"}, {**AGAIN, "asked": 1}, {**AGAIN, "code": "S-014"}),
    ),
    Kind.IDENTIFIER_STOPPED: (
        *(None, {}, {"kinds": []}, {"kinds": ["Li Na"]}, "phone"),
        {"kinds": ["phone"], "text": "13800138000"},
    ),
    Kind.EXPORTED: (
        *(None, {}, {**GIVEN, "format": "pdf"}, {**GIVEN, "recipient": "Li Wei"}),
        *({**GIVEN, "upto": "9"}, {**GIVEN, "of": "S-014"}, {**GIVEN, "code": "S-014"}),
        *({**GIVEN, "since": DAY, "until": "2020-01-01"}, {**GIVEN, "upto": -1}),
    ),
    Kind.IMPORTED: (
        *(None, {}, {**BROUGHT, "form": "pdf"}, {**BROUGHT, "subjects": 0}),
        *({**BROUGHT, "sha256": "07a1"}, {**BROUGHT, "file": "Wang Wei.xlsx"}),
    ),
    Kind.TRIAL_STATUS: (
        *(None, {}, {**PAUSED, "state": "full"}, {**PAUSED, "since": "soon"}),
        {**PAUSED, "why": "SUSAR"},
    ),
    Kind.CLARIFIED: (
        *(None, {}, {**CLARIFIED, "origin": "Li Wei"}, {**CLARIFIED, "day": "soon"}),
        {**CLARIFIED, "words": "so"},
    ),
    Kind.CLARIFICATION_WITHDRAWN: (None, {}, {"of": "9"}),
    Kind.ACTIVATION_WITHDRAWN: (None, {}, {"of": "9"}, {"of": 9, "why": "so"}),
    Kind.VERSION_ACTIVATED: (
        *(None, {}, {**IN_USE, "approved": "2026-11-21"}, {**IN_USE, "effective": None}),
        *({**IN_USE, "signs_again": "yes"}, {**IN_USE, "document": "CN-A03"}),
    ),
}
EACH = [(kind, value) for kind, values in SENSELESS.items() for value in values]
ABOUT_NOBODY = [
    *(Kind.STAFF_ADDED, Kind.ENROLLED, Kind.AWAY, Kind.TRAINED, Kind.SHIFT_OFFERED),
    Kind.SHIFT_RETURNED,
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "record.db"
    with open_ledger(path) as ledger:
        for each in SENSE:
            ledger.append([each], NURSE)
        assert ledger.verify().holds
    return path


def like(kind: Kind, value: JSON) -> NewEntry:
    """Give the entry of this kind that makes sense, with another value."""
    (right,) = (each for each in SENSE if each.kind is kind)
    return replace(right, value=value, source=None)


def test_what_makes_no_sense_is_refused(ledger: Ledger) -> None:
    ledger.append([opened(), said(Kind.QUERY_OPENED, "hiv", OPEN)], NURSE)

    taken = [each for each in EACH if not is_refused(ledger, like(*each))]

    assert taken == []
    assert len(list(ledger.entries())) == 2


def is_refused(ledger: Ledger, entry: NewEntry) -> bool:
    try:
        ledger.append([entry], NURSE)
    except RefusedError:
        return True
    return False


@of_each("kind", [kind for kind in SENSELESS if like(kind, None).screening])
def test_what_is_about_no_screening_is_refused(ledger: Ledger, kind: Kind) -> None:
    (right,) = (each for each in SENSE if each.kind is kind)

    with pytest.raises(RefusedError):
        ledger.append([NewEntry(kind, TRIAL, None, right.item, right.value)], NURSE)


@of_each("kind", ABOUT_NOBODY)
def test_what_is_about_no_number_of_a_person_is_refused(ledger: Ledger, kind: Kind) -> None:
    (right,) = (each for each in SENSE if each.kind is kind)

    with pytest.raises(RefusedError):
        ledger.append([NewEntry(kind, TRIAL, item="Li Wei", value=right.value)], NURSE)


@pytest.mark.long
@of_each(("kind", "value"), EACH)
def test_whatever_makes_no_sense_in_a_record_is_told(
    whole: Path, tmp_path: Path, kind: Kind, value: JSON
) -> None:
    is_told(whole, tmp_path, kind, value)


@of_each("kind", SENSELESS)
def test_what_makes_no_sense_in_a_record_is_told(whole: Path, tmp_path: Path, kind: Kind) -> None:
    is_told(whole, tmp_path, kind, SENSELESS[kind][-1])


def is_told(whole: Path, tmp_path: Path, kind: Kind, value: JSON) -> None:
    path = Path(shutil.copy(whole, tmp_path / "record.db"))
    cell = None if value is None else canonical(value)

    rewrite(path, set_last(kind, value=cell), with_care=True)

    assert verify_file(path).breaks
    # whatever the entry says, the verdicts of the others are computed again
    recompute(entries_of_file(path), shipped())


@pytest.mark.parametrize("text", [None, "Wang Wei", "13800138000", "the third one"])
def test_an_enrolment_without_a_subject_number_is_refused(
    ledger: Ledger, text: str | None
) -> None:
    ledger.append([opened()], NURSE)

    with pytest.raises(RefusedError):
        ledger.append([replace(like(Kind.PARTICIPATION, ENROLLED), text=text)], NURSE)

    assert len(list(ledger.entries())) == 1
