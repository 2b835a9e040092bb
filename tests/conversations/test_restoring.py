"""What was voided or cleared comes back whole, for the person who did it, within a day."""

import pytest

from conversations.acts import key
from conversations.events import Tapped
from ectrial.record.entries import Kind, Reason
from tests.conversations.paths import ELIGIBLE, OPENED, at
from tests.records import ADMIN, Dialogue, MemoryRecords

VOID = ("⋯ More", "Void this screening", "Wrong subject")
CLEAR = ("/clear", "Clear all…", "Wrong subject")
SINCE = "↩ Restore what was cleared…"
WITH_REASON = "↩ Restore, with a reason…"
WHOLE, ANSWERS = "↩ Restore it as it was", "↩ Restore the answers"


def answers(man: Dialogue) -> dict[str, object]:
    return {item: answer.value for item, answer in man.screening.answers.items()}


def test_voided_screening_comes_back_with_all_its_answers() -> None:
    man = at(*OPENED, "1", "Yes")
    before = answers(man)

    man.taps_or_says(*VOID, "/open S-014", WHOLE)

    (restored,) = man.entries(Kind.RESTORED)
    assert restored.reason is Reason.MIS_TAP
    assert answers(man) == before
    assert man.asked == "stage"
    assert "Restored as it was." in man.text()


@pytest.mark.parametrize("steps", [OPENED, (*OPENED, "1", "Skip ›", "Yes"), ELIGIBLE], ids=len)
def test_cleared_answers_come_back_with_verdict_and_what_was_skipped(
    steps: tuple[str, ...],
) -> None:
    man = at(*steps)
    before, screening = answers(man), man.screening

    man.taps_or_says(*CLEAR, ANSWERS)

    assert answers(man) == before
    assert man.screening.skipped == screening.skipped
    assert man.screening.verdict == screening.verdict
    assert not any(label.startswith("↩ Undo") for label in man.labels())


def test_voided_screening_is_found_on_the_list() -> None:
    man = at(*OPENED, "1", *VOID, "/list", "Done", "S-014 · M 58 · voided")

    man.taps(WHOLE)

    assert man.screening.id.name == "S-014/1"
    assert not man.screening.voided


def test_nobody_else_restores() -> None:
    records = MemoryRecords()
    at(*OPENED, "1", *VOID, records=records)

    other = at("/open S-014", records=records, actor=8)

    assert WHOLE not in other.labels()


@pytest.mark.parametrize(("hours", "is_offered"), [(23.9, True), (24.1, False)])
def test_it_is_restored_within_a_day(hours: float, *, is_offered: bool) -> None:
    man = at(*OPENED, "1", *VOID)

    man.later(hours=hours)
    man.says("/open S-014")

    assert (WHOLE in man.labels()) == is_offered


def test_button_of_yesterday_restores_nothing() -> None:
    man = at(*OPENED, "1", *VOID, "/open S-014")
    restores = man.button(WHOLE).act
    man.later(hours=25)

    man.does(Tapped(man.round, key(restores)))

    assert man.entries(Kind.RESTORED) == []
    assert "This card has moved on" in man.last.toast


def test_answers_given_since_are_set_aside_in_turn() -> None:
    man = at(*OPENED, "1", *CLEAR, "2")
    assert ANSWERS not in man.labels()

    man.taps_or_says("/clear", SINCE)
    assert "What was answered since is set aside in turn" in man.text()
    man.taps("Set aside by mistake")

    assert answers(man)["ecog"] == {"value": "1", "unit": "{score}"}

    man.taps(ANSWERS)

    assert answers(man) == {"ecog": {"value": "2", "unit": "{score}"}}


def test_undo_after_clearing_leaves_it_restorable() -> None:
    man = at(*OPENED, "1", *CLEAR, "2", "↩ Undo", "/clear", SINCE, "Set aside by mistake")

    assert answers(man)["ecog"] == {"value": "1", "unit": "{score}"}


def test_own_answers_come_back_beside_what_was_answered_since() -> None:
    records = MemoryRecords()
    man = at("/new S-014 M 58", "1", "Yes", records=records)
    man.taps_or_says("/clear", "Clear my answers (4)")
    other = at("/open S-014", "2", records=records, actor=8)

    man.taps_or_says("/clear", SINCE)
    assert "What was answered since stays." in man.text()
    man.taps("Set aside by mistake")

    assert answers(man)["ecog"] == {"value": "2", "unit": "{score}"}
    assert set(answers(man)) == {"sex", "age", "ecog", "escc_histologically_confirmed"}
    assert other.screening.answers == man.screening.answers


def test_cleared_answers_can_be_restored_after_a_colleague_has_answered() -> None:
    records = MemoryRecords()
    man = at(*OPENED, "1", *CLEAR, records=records)
    at("/open S-014", "2", records=records, actor=8)

    assert SINCE in at("/open S-014", "/clear", records=records, actor=ADMIN).labels()
    man.says("/clear")
    assert SINCE in man.labels()


def test_what_was_restored_can_be_voided_and_restored_again() -> None:
    man = at(*OPENED, "1", *VOID, "/open S-014", WHOLE)

    man.taps_or_says(*VOID, "/open S-014", WHOLE)

    assert len(man.entries(Kind.RESTORED)) == 2
    assert not man.screening.voided


def test_screening_begun_again_keeps_the_voided_one_away() -> None:
    man = at(*OPENED, "1", *VOID, "/open S-014", "Screen again")

    man.says("/open S-014")

    assert WHOLE not in man.labels()
    assert man.screening.id.episode == 2


def test_own_answers_that_were_cleared_come_back_within_a_day() -> None:
    records = MemoryRecords()
    man = at(*OPENED, records=records)
    second = at("/open S-014", "3", "Stop here", records=records, actor=8)
    before, verdict = answers(man), man.screening.verdict

    second.taps_or_says("/clear", "Clear my answers (1)")
    assert set(answers(man)) == {"sex", "age"}
    assert not second.screening.stopped
    second.later(hours=2)
    second.taps(ANSWERS)

    assert answers(man) == before
    assert man.screening.verdict == verdict
    assert second.screening.stopped


def test_each_of_several_clearings_comes_back() -> None:
    man = at(*OPENED, "1")
    before = answers(man)

    man.taps_or_says(*CLEAR, *CLEAR, ANSWERS)
    assert answers(man) == {}
    man.taps(ANSWERS)

    assert answers(man) == before


def test_cleared_and_voided_screening_comes_back_whole() -> None:
    man = at(*OPENED, "1")
    before = answers(man)

    man.taps_or_says(*CLEAR, *VOID, "/open S-014", WHOLE, ANSWERS)

    assert answers(man) == before


@pytest.mark.parametrize("harmless", ["Skip ›", "/list", "/verdict"])
def test_what_answers_nothing_leaves_it_restorable(harmless: str) -> None:
    man = at(*OPENED, "1", *CLEAR, harmless, "/resume", ANSWERS)

    assert set(answers(man)) == {"sex", "age", "ecog"}


def test_voided_screening_of_the_list_says_that_a_later_one_is_shown() -> None:
    man = at(*OPENED, *VOID, "/open S-014", "Screen again", "/list", "Done")

    man.taps("S-014 · M 58 · voided")

    assert "S-014/1: this screening is voided." in man.text()


@pytest.mark.parametrize("aside", [VOID, CLEAR])
def test_administrator_restores_later_what_another_set_aside_with_a_reason(
    aside: tuple[str, ...],
) -> None:
    records = MemoryRecords()
    man = at(*OPENED, "1", *aside, records=records)
    admin = Dialogue(records, actor=ADMIN)
    admin.now = man.now
    admin.later(hours=72)

    admin.taps_or_says("/open S-014", WITH_REASON, "Other reason")

    (restored,) = man.entries(Kind.RESTORED)
    assert restored.reason is Reason.OTHER
    assert set(admin.screening.answers) == {"sex", "age", "ecog"}
    assert not admin.screening.voided


def test_coordinator_is_offered_no_later_restoring() -> None:
    records = MemoryRecords()
    at(*OPENED, "1", *VOID, records=records)

    assert WITH_REASON not in at("/open S-014", records=records, actor=8).labels()


def test_administrator_may_leave_it_set_aside() -> None:
    records = MemoryRecords()
    man = at(*OPENED, "1", *VOID, records=records)

    at("/open S-014", WITH_REASON, "Leave it", records=records, actor=ADMIN)

    assert man.entries(Kind.RESTORED) == []


def test_what_is_restored_meanwhile_is_not_restored_twice() -> None:
    records = MemoryRecords()
    man = at(*OPENED, "1", *VOID, "/open S-014", records=records)
    admin = at("/open S-014", WITH_REASON, records=records, actor=ADMIN)

    man.taps(WHOLE)

    assert admin.labels() == ["Leave it"]
