"""Consent as the dialogue records it: by whom, from when on, and with which reason."""

from datetime import date, timedelta

import pytest

from conversations.events import Typed
from ectrial.record.entries import Kind, Reason
from ectrial.record.team import TASKS, Role, Task, Terms
from tests.conversations.paths import ELIGIBLE, OPENED, at
from tests.records import START, Dialogue, MemoryRecords
from tests.tables import of_each

CONSENT = ("⋯ More", "Consent ›")
SIGNED = (*CONSENT, "Signed…", "Today", "3.1")
TODAY = START.date()


class Given(Dialogue):
    """A person of a role with only these tasks."""

    def __init__(self, records: MemoryRecords, role: Role, tasks: tuple[Task, ...]) -> None:
        super().__init__(records, actor=77)
        self._terms = Terms(role, tasks)

    @property
    def terms(self) -> Terms:
        return self._terms


def colleague(records: MemoryRecords, role: Role, *tasks: Task) -> Dialogue:
    person = Given(records, role, tasks)
    person.taps_or_says("/resume S-014")
    return person


def test_a_signature_needs_its_day_and_the_version_of_the_form() -> None:
    man = at(*OPENED, *CONSENT, "Signed…", "Today")

    assert man.entries(Kind.CONSENT) == []

    man.says("3.1")

    (entry,) = man.entries(Kind.CONSENT)
    value = {"state": "signed", "day": TODAY.isoformat(), "version": "3.1", "reason": None}
    assert (entry.value, entry.reason, entry.text) == (value, None, None)
    assert man.screening.consent.is_signed


@pytest.mark.parametrize("label", ["Signed…", "Declined…"])
def test_going_back_records_nothing(label: str) -> None:
    man = at(*OPENED, *CONSENT, label, "‹ Back")

    assert man.stands == "consent"
    assert man.entries(Kind.CONSENT) == []


@of_each("text", ["tomorrow", "2026-11-24", "2024-11-20", "5/11", "soon"])
def test_a_day_is_of_the_last_year_and_not_to_come(text: str) -> None:
    man = at(*OPENED, *CONSENT, "Signed…")

    man.says(text)

    assert "I could not read a day up to today" in man.text()
    assert "When was the consent form signed?" in man.text()


@of_each("text", ["Wang Wei", "13800138000", "the newest", "M 58", "今天"])
def test_words_and_numbers_of_people_are_no_version(text: str) -> None:
    man = at(*OPENED, *CONSENT, "Signed…", "Today")

    man.says(text)

    assert man.entries(Kind.CONSENT) == []
    assert man.stands == "consent_draft"


def test_a_version_signed_by_one_subject_is_offered_for_the_next() -> None:
    records = MemoryRecords()
    at(*OPENED, *SIGNED, records=records)
    next_one = at("/new S-015 F 61", *CONSENT, "Signed…", "Yesterday", records=records)

    next_one.taps("3.1")

    signed = next_one.screening.consent
    assert (signed.version, signed.day) == ("3.1", TODAY - timedelta(days=1))


def test_none_given_comes_first_of_the_reasons_to_decline() -> None:
    man = at(*OPENED, *CONSENT, "Declined…")

    assert man.labels()[0] == "None given"

    man.taps("None given")

    assert man.screening.consent.why == "none_given"
    assert "Consent: declined" in man.text().splitlines()


def test_only_what_was_signed_can_be_withdrawn() -> None:
    man = at(*OPENED, *CONSENT)

    assert "Withdrawn…" not in man.labels()

    man.taps("Declined…", "Family")

    assert "Withdrawn…" not in man.labels()

    man.taps_or_says("Signed…", "20 Nov", "3.1", "Withdrawn…")

    assert man.labels() == ["Today", "Yesterday", "21 Nov", "20 Nov", "‹ Back"]


def test_a_signature_is_not_replaced_without_a_reason() -> None:
    man = at(*OPENED, *SIGNED)

    for label in ("Chart review only", "Not asked"):
        man.taps(label)

        assert "Signed again" not in man.labels()
        assert len(man.entries(Kind.CONSENT)) == 1

        man.taps("‹ Back")

    man.taps("Not asked", "Entry error")

    assert man.entries(Kind.CONSENT)[-1].reason is Reason.DATA_ENTRY_ERROR
    assert man.screening.signed_consent is None


def test_a_newer_form_that_was_signed_keeps_the_first() -> None:
    man = at(*OPENED, *CONSENT, "Signed…", "20 Nov", "3.1", "Signed…", "Today", "4.0")

    man.taps("Signed again")

    days = [each.day for each in man.screening.consents]
    assert days == [date(2026, 11, 20), TODAY]


def test_a_withdrawal_leaves_the_verdict_and_says_so_everywhere() -> None:
    man = at(*ELIGIBLE, "No", *SIGNED)
    before = man.screening.verdict, len(man.entries(Kind.VERDICT_GIVEN))

    man.taps("Withdrawn…", "Today", "Verdict so far")

    assert (man.screening.verdict, len(man.entries(Kind.VERDICT_GIVEN))) == before
    assert "✅ Eligible on the listed criteria" in man.text()
    assert "Consent: withdrawn 23 Nov" in man.text()
    for step in ("Text to forward", "Full text"):
        man.taps(step)
        assert "Consent: withdrawn 2026-11-23" in man.text()


def test_consent_is_kept_when_answers_are_cleared_and_screened_again_begins_anew() -> None:
    man = at(*OPENED, *SIGNED, "/clear", "Clear all…", "Entry error")

    assert man.screening.consent.is_signed

    man.taps_or_says("⋯ More", "Void this screening", "Duplicate", "/new S-014", "Screen again")

    assert man.screening.id.episode == 2
    assert man.screening.consent.state == "not_asked"


@pytest.mark.parametrize("tasks", [(), ("screen",), ("screen", "export", "confirm")])
def test_who_has_not_the_task_sees_consent_and_changes_nothing(tasks: tuple[Task, ...]) -> None:
    records = at(*OPENED, *SIGNED).records
    person = colleague(records, "investigator", *tasks)
    before = len(records.entries)

    person.taps(*CONSENT)

    assert "Consent: signed 23 Nov, version 3.1" in person.text()
    assert person.labels() == ["Verdict so far", "‹ Back"]

    person.says("4.0")

    assert len(records.entries) == before


def test_who_loses_the_task_on_the_way_records_nothing() -> None:
    records = at(*OPENED).records
    person = Given(records, "coordinator", TASKS)
    person.taps_or_says("/resume S-014", *CONSENT, "Signed…", "Today")
    person._terms = Terms("coordinator", ("screen",))

    person.says("3.1")

    assert "Not yours to do." in person.text()
    assert person.entries(Kind.CONSENT) == []


def test_what_was_typed_for_an_earlier_card_is_no_part_of_a_consent() -> None:
    man = at(*OPENED, *CONSENT, "Signed…")

    man.does(Typed("yesterday", "before"))

    assert "please type it again" in man.text()

    man.taps("Today")
    man.does(Typed("3.1", "before"))

    assert "please type it again" in man.text()
    assert man.entries(Kind.CONSENT) == []


def test_form_dated_after_its_signing_is_refused() -> None:
    given = at(*OPENED, "⋯ More", "Consent ›", "Signed…", "Today")

    given.says("9.9 of 2027-01-01")

    assert "dated after it was signed" in given.text()
    assert given.entries(Kind.CONSENT) == []
