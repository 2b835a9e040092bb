"""What follows a screening: a referral and its answer, an appointment, and what came of it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from ectrial.record.entries import Entry, Kind, NewEntry, Reason
from ectrial.record.folding import fold
from ectrial.record.referrals import Referrals, fold_referrals
from ectrial.record.screenings import Screening
from ectrial.record.subjects import ScreeningId

ID = ScreeningId("site-1", "ec-crt-003", "S-014", 1)
SENT = {"to": 9, "verdict": "eligible", "hash": "ab"}
AT = "2026-12-02T06:00:00+00:00"
LATER = "2026-12-03T06:00:00+00:00"
ENROLLED = {"what": "enrolled", "day": "2026-11-24", "why": None, "verdict": "eligible"}
NOTHING = {"day": None, "why": None, "verdict": None}


class Told:
    """The entries of one screening, told one after the other by person 7 unless said otherwise."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.tells(Kind.OPENED)

    def tells(self, kind: Kind, value: Any = None, *, by: int = 7, **parts: Any) -> "Told":
        seq = len(self.entries) + 1
        at = datetime(2026, 11, 23, 9, tzinfo=UTC) + timedelta(minutes=seq)
        said = NewEntry(kind, "ec-crt-003", screening=ID, value=value, **parts)
        self.entries.append(Entry(seq, at, by, "coordinator", "telegram", said))
        return self

    @property
    def screening(self) -> Screening:
        screening = fold(self.entries)
        assert screening is not None
        return screening

    @property
    def referrals(self) -> Referrals:
        return fold_referrals(self.entries)


def test_a_sent_verdict_waits_until_it_is_answered() -> None:
    told = Told().tells(Kind.REFERRED, SENT)
    waiting = told.referrals.waiting[ID]

    told.tells(Kind.REFERRAL_RETURNED, {"referral": 2, "why": "incomplete"}, by=9)

    assert (waiting.to, waiting.by, waiting.seq) == (9, 7, 2)
    assert told.referrals.waiting == {}
    (news,) = told.referrals.news[7]
    assert (news.id, news.seq, news.is_accepted) == (ID, 3, False)
    referral = told.screening.referral
    assert referral is not None
    assert referral.answered is not None
    assert (referral.answered.by, referral.answered.why) == (9, "incomplete")


def test_an_answer_to_an_earlier_referral_answers_no_later_one() -> None:
    told = Told().tells(Kind.REFERRED, SENT).tells(Kind.REFERRED, {**SENT, "hash": "cd"})

    told.tells(Kind.REFERRAL_ACCEPTED, {"referral": 2}, by=9)

    referral = told.screening.referral
    assert referral is not None
    assert (referral.hash, referral.answered) == ("cd", None)
    assert told.referrals.waiting[ID].seq == 3


def test_a_moved_appointment_keeps_its_number_and_a_new_one_does_not() -> None:
    why = Reason.RESCHEDULED
    told = Told().tells(Kind.APPOINTED, {"at": AT})
    first = told.screening.appointment
    moved = told.tells(Kind.APPOINTED, {"at": LATER}, reason=why).screening.appointment
    gone = told.tells(Kind.APPOINTED, {"at": None}, reason=why).screening.appointment
    another = told.tells(Kind.APPOINTED, {"at": AT}).screening.appointment

    assert first is not None
    assert moved is not None
    assert gone is not None
    assert another is not None
    assert [each.number for each in (first, moved, gone, another)] == [1, 1, 1, 2]
    assert [each.sequence for each in (first, moved, gone, another)] == [0, 1, 2, 0]
    assert (gone.is_cancelled, gone.at.isoformat()) == (True, LATER)


def test_nothing_is_cancelled_where_nothing_is_set() -> None:
    told = Told().tells(Kind.APPOINTED, {"at": None}, reason=Reason.OTHER)

    assert told.screening.appointment is None


def test_approach_and_enrolment_are_corrected_apart() -> None:
    told = Told().tells(Kind.PARTICIPATION, {**NOTHING, "what": "approached", "day": "2026-11-23"})
    told.tells(Kind.PARTICIPATION, ENROLLED, text="01-0312")
    enrolled = told.screening.enrolment
    counted = dict(told.referrals.enrolled)

    taken_back = {**NOTHING, "what": "undecided"}
    told.tells(Kind.PARTICIPATION, taken_back, reason=Reason.DATA_ENTRY_ERROR)

    assert enrolled is not None
    assert (enrolled.number, enrolled.day) == ("01-0312", date(2026, 11, 24))
    assert counted == {ID: "01-0312"}
    assert told.referrals.enrolled == {}
    assert told.screening.enrolment is None
    assert told.screening.approach is not None


def test_what_is_decided_waits_for_no_contact() -> None:
    told = Told().tells(Kind.REFERRED, SENT)

    told.tells(Kind.PARTICIPATION, {**NOTHING, "what": "not_enrolled", "why": "declined"})

    assert told.referrals.waiting == {}


@pytest.mark.parametrize("is_accepted", [False, True])
def test_decision_taken_back_gives_the_contact_what_it_settled(is_accepted: bool) -> None:
    told = Told().tells(Kind.REFERRED, SENT)
    if is_accepted:
        told.tells(Kind.REFERRAL_ACCEPTED, {"referral": 2}, by=9)
    before = told.referrals

    told.tells(Kind.PARTICIPATION, {**NOTHING, "what": "not_enrolled", "why": "declined"})
    decided = told.referrals
    undecided = {**NOTHING, "what": "undecided"}
    told.tells(Kind.PARTICIPATION, undecided, reason=Reason.DATA_ENTRY_ERROR)

    assert (decided.waiting, decided.accepted, [*decided.settled]) == ({}, {}, [ID])
    assert told.referrals == before
    assert (ID in before.accepted) is is_accepted


def test_folding_onto_what_stood_before_changes_nothing_of_it() -> None:
    told = Told().tells(Kind.REFERRED, SENT)
    before = told.referrals

    told.tells(Kind.REFERRAL_ACCEPTED, {"referral": 2}, by=9)
    after = fold_referrals(told.entries[2:], before)

    assert list(before.waiting) == [ID]
    assert after == told.referrals
