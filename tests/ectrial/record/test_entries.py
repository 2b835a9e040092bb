"""Entries folded into a screening: what each kind changes, and what it leaves."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from ectrial.record.consent import NOT_ASKED
from ectrial.record.entries import Entry, Kind, NewEntry, Reason
from ectrial.record.folding import fold
from ectrial.record.queries import OF_QUERIES
from ectrial.record.repeats import Repeat
from ectrial.record.screenings import Answer, Change, Screening
from ectrial.record.subjects import ScreeningId
from tests.tables import of_each

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ID = ScreeningId("site-1", "TRIAL", "S-014", 1)


class Story:
    """Entries told one after the other, a minute apart unless they share a turn."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.at = NOON
        self.tells(Kind.OPENED, protocol_version="1", protocol_hash="ab")

    def tells(self, kind: Kind, *, later: bool = True, actor: int = 7, **said: Any) -> "Story":
        if later and self.entries:
            self.at += timedelta(minutes=1)
        new = NewEntry(kind, "TRIAL", ID, **said)
        self.entries.append(
            Entry(len(self.entries) + 1, self.at, actor, "coordinator", "telegram", new)
        )
        return self

    def answers(self, item: str, value: Any, **more: Any) -> "Story":
        return self.tells(Kind.ANSWERED, item=item, value=value, **more)

    def corrects(self, item: str, value: Any, reason: Reason, **more: Any) -> "Story":
        return self.tells(Kind.CORRECTED, item=item, value=value, reason=reason, **more)

    @property
    def now(self) -> Screening:
        screening = fold(self.entries)
        assert screening is not None
        return screening

    def values(self) -> dict[str, Any]:
        return {item: answer.value for item, answer in self.now.answers.items()}


def test_no_entries_make_no_screening() -> None:
    assert fold([]) is None


def test_entries_before_the_opening_are_of_no_screening() -> None:
    story = Story().answers("hiv", "negative")

    assert fold(story.entries[1:]) is None


def test_an_opening_makes_an_empty_screening() -> None:
    assert Story().now == Screening(
        id=ID,
        opened_at=NOON,
        protocol_version="1",
        protocol_hash="ab",
        last_at=NOON,
        first_seq=1,
        last_seq=1,
    )


def test_an_opening_must_say_what_it_opens() -> None:
    entry = Entry(5, NOON, 7, "coordinator", "cli", NewEntry(Kind.OPENED, "TRIAL"))

    with pytest.raises(ValueError, match="entry 5 opens no screening"):
        fold([entry])


def test_a_screening_may_be_opened_without_a_pinned_protocol() -> None:
    said = NewEntry(Kind.OPENED, "TRIAL", ID)

    screening = fold([Entry(1, NOON, 7, "coordinator", "cli", said)])

    assert screening is not None
    assert (screening.protocol_version, screening.protocol_hash) == ("", "")


def test_an_answer_stands_with_the_entry_that_gave_it() -> None:
    story = Story().answers("hiv", "negative", actor=9)

    given = Answer("negative", 2, NOON + timedelta(minutes=1), 9, role="coordinator")
    assert story.now.answers == {"hiv": given}
    assert story.now.last_at == story.at


def test_the_latest_answer_stands() -> None:
    story = Story().answers("hiv", "unknown").corrects("hiv", "negative", Reason.NEW_INFORMATION)

    assert story.values() == {"hiv": "negative"}
    assert story.now.answers["hiv"].seq == 3


def test_a_correction_to_null_takes_the_answer_away() -> None:
    story = Story().answers("hiv", "negative").corrects("hiv", None, Reason.DATA_ENTRY_ERROR)

    assert story.values() == {}


def test_a_change_remembers_what_stood_before() -> None:
    first = Story().answers("hiv", "unknown")
    second = Story().answers("hiv", "unknown").corrects("hiv", "positive", Reason.OTHER, actor=8)

    assert first.now.last_change == Change({"hiv": None}, first.at, 7)
    assert second.now.last_change == Change({"hiv": "unknown"}, second.at, 8)


def test_answers_of_one_turn_are_one_change() -> None:
    story = Story().answers("hbsag", "positive").answers("hbsag", "negative")

    story.answers("hbv_dna", "not_done", later=False)

    assert story.now.last_change == Change({"hbsag": "positive", "hbv_dna": None}, story.at, 7)


def test_the_same_item_twice_in_a_turn_starts_a_new_change() -> None:
    story = Story().answers("hiv", "unknown").answers("hiv", "negative", later=False)

    assert story.now.last_change == Change({"hiv": "unknown"}, story.at, 7)


def test_a_later_turn_starts_a_new_change() -> None:
    story = Story().answers("hiv", "unknown").answers("hbsag", "negative")

    assert story.now.last_change == Change({"hbsag": None}, story.at, 7)


def test_a_mis_tap_taken_back_leaves_nothing_to_undo() -> None:
    story = Story().answers("hiv", "positive").corrects("hiv", None, Reason.MIS_TAP)

    assert story.values() == {}
    assert story.now.last_change is None


def test_skipped_questions_are_remembered_once() -> None:
    story = Story().tells(Kind.SKIPPED, item="ecog").tells(Kind.SKIPPED, item="stage")

    story.tells(Kind.SKIPPED, item="ecog")

    assert story.now.skipped == {"ecog", "stage"}
    assert story.values() == {}


def test_the_order_may_change() -> None:
    story = Story()

    assert story.now.order == "protocol"
    assert story.tells(Kind.ORDERED, value="quick").now.order == "quick"
    assert story.tells(Kind.ORDERED, value="protocol").now.order == "protocol"


def test_a_screening_stops_and_goes_on() -> None:
    story = Story()

    stopped = story.tells(Kind.STOPPED).now
    resumed = story.tells(Kind.CONTINUED).now

    assert (stopped.stopped, stopped.continued, stopped.is_finished) == (True, False, True)
    assert (resumed.stopped, resumed.continued, resumed.is_finished) == (False, True, False)


@pytest.mark.parametrize(
    ("outcome", "finished"),
    [("eligible", True), ("not_eligible", True), ("undetermined", False)],
)
def test_a_definite_verdict_finishes(outcome: str, finished: bool) -> None:
    story = Story()
    assert not story.now.is_finished

    story.tells(Kind.VERDICT_GIVEN, value={"verdict": outcome})

    assert story.now.is_finished is finished
    assert story.now.verdict == {"verdict": outcome}


def test_a_voided_screening_is_finished_and_keeps_its_answers() -> None:
    story = Story().answers("hiv", "negative")

    story.tells(Kind.VOIDED, reason=Reason.WRONG_SUBJECT)

    assert story.now.voided
    assert story.now.is_finished
    assert story.values() == {"hiv": "negative"}


def test_clearing_takes_answers_and_verdict_but_keeps_the_screening() -> None:
    story = Story().tells(Kind.ORDERED, value="quick").answers("hiv", "positive")
    story.tells(Kind.SKIPPED, item="ecog").tells(Kind.STOPPED).tells(Kind.CONTINUED)
    story.tells(Kind.VERDICT_GIVEN, value={"verdict": "not_eligible"}).tells(Kind.STOPPED)

    cleared = story.tells(Kind.CLEARED).now

    assert (cleared.answers, cleared.skipped, cleared.verdict) == ({}, frozenset(), None)
    assert (cleared.stopped, cleared.continued, cleared.last_change) == (False, False, None)
    assert (cleared.id, cleared.order, cleared.opened_at) == (ID, "quick", NOON)
    assert cleared.last_at == story.at
    assert not cleared.is_finished


def test_answers_after_clearing_start_anew() -> None:
    story = Story().answers("hiv", "positive").tells(Kind.CLEARED).answers("hiv", "negative")

    assert story.values() == {"hiv": "negative"}
    assert story.now.last_change == Change({"hiv": None}, story.at, 7)


@pytest.mark.parametrize("kind", [Kind.STAFF_ADDED, Kind.STAFF_REMOVED])
def test_entries_of_the_team_change_no_screening(kind: Kind) -> None:
    story = Story().answers("hiv", "negative")
    before = story.now

    story.tells(kind, value={"id": 8})

    assert story.values() == {"hiv": "negative"}
    assert story.now.last_at != before.last_at
    assert story.now.last_change == before.last_change


VALUES: dict[Kind, dict[str, Any]] = {
    Kind.SOURCED: {"source": "chart", "items": ["ecog"]},
    Kind.VERIFIED: {"seq": 2},
    Kind.SIGNATURE_ASKED: {"to": 9, "hash": "ab"},
    Kind.SIGNED: {"meaning": "eligible", "hash": "ab", "day": "2026-11-20"},
    Kind.SIGNATURE_RETURNED: {"why": "answer"},
    Kind.DEVIATION: {"day": "2026-11-20"},
    Kind.CONSENT: NOT_ASKED.value,
    Kind.REFERRED: {"to": 9, "verdict": "eligible", "hash": "ab"},
    Kind.REFERRAL_ACCEPTED: {"referral": 2},
    Kind.REFERRAL_RETURNED: {"referral": 2, "why": "other"},
    Kind.APPOINTED: {"at": "2026-12-02T06:00:00+00:00"},
    Kind.MOVED: {"items": {"ecog": "status"}, "options": {}},
    Kind.CARRIED: {"of": 1, "day": "2026-11-20"},
    Kind.LAPSED: {"answer": 1, "why": "corrected", "at": "2026-11-20T12:00:00+00:00"},
    Kind.RESCREENED: Repeat(1, 1, date(2026, 11, 20), ("A",), 1).value,
    Kind.PARTICIPATION: {"what": "not_enrolled", "day": None, "why": "health", "verdict": None},
}
"""What an entry must say to be read; the others may say anything."""


@of_each("kind", [kind for kind in Kind if kind not in OF_QUERIES])
def test_every_kind_of_entry_can_be_folded(kind: Kind) -> None:
    value = VALUES.get(kind, "quick")

    assert Story().tells(kind, item="ecog", value=value).now.id == ID


def test_folding_changes_no_earlier_screening() -> None:
    story = Story().answers("hiv", "unknown")
    before = story.now

    story.answers("hiv", "negative").answers("hbsag", "negative", later=False)

    assert before.answers["hiv"].value == "unknown"
    assert fold(story.entries[:2]) == before


def test_a_screening_goes_on_under_the_version_it_was_moved_to() -> None:
    story = Story().answers("hiv", "negative")

    story.tells(Kind.MOVED, protocol_version="2", protocol_hash="cd")

    assert (story.now.protocol_version, story.now.protocol_hash) == ("2", "cd")
    assert story.values() == {"hiv": "negative"}


def test_the_latest_entry_is_known_by_its_number() -> None:
    assert Story().answers("hiv", "negative").answers("ecog", "1").now.last_seq == 3
