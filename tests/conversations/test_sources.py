"""Where answers were seen, and a monitor's check of them: each belongs to one answer alone."""

from ectrial.record.entries import Kind
from tests.conversations.paths import COUNTS, OPENED, at
from tests.records import Dialogue


def test_a_source_is_said_once_and_kept_for_the_sitting() -> None:
    dialogue = at(*OPENED)
    dialogue.taps("Source?", "Pathology")
    assert dialogue.entries(Kind.SOURCED) == []
    assert "Pathol. ›" in dialogue.labels()

    dialogue.taps("1", "Yes")

    sourced = [entry.value for entry in dialogue.entries(Kind.SOURCED)]
    assert [each["source"] for each in sourced] == ["pathology"] * 2
    answers = dialogue.screening.answers
    told = [item for each in sourced for item in each["items"]]
    assert all(dialogue.screening.source(item) == "pathology" for item in told)
    assert set(told) < set(answers), "sex and age were typed before"


def test_nothing_is_said_of_the_source_unless_a_person_says_it() -> None:
    dialogue = at(*COUNTS)

    assert dialogue.entries(Kind.SOURCED) == []
    assert not any(map(dialogue.screening.source, dialogue.screening.answers))


def test_a_new_sitting_asks_again() -> None:
    dialogue = at(*OPENED)
    dialogue.taps("Source?", "Chart")

    dialogue.later(hours=13)

    assert "Source?" in dialogue.labels()


def test_an_answer_given_later_has_no_source_of_the_earlier_one() -> None:
    dialogue = at(*OPENED)
    dialogue.taps("Source?", "Chart", "1", "‹ Back", "Chart ›", "Do not say", "Not sure")
    dialogue.taps_or_says("New information")

    item = dialogue.entries(Kind.SOURCED)[0].value["items"][0]
    assert dialogue.screening.answers[item].value == "unknown"
    assert dialogue.screening.source(item) is None


def test_the_source_of_a_recorded_answer_can_be_said_afterwards() -> None:
    dialogue = at(*OPENED)
    dialogue.taps("1", "‹ Back", "Source?", "Physician")

    (entry,) = dialogue.entries(Kind.SOURCED)
    assert entry.value["source"] == "physician"
    assert dialogue.screening.source(entry.value["items"][0]) == "physician"
    dialogue.taps_or_says("/review")
    assert "physician" in dialogue.text()


def test_an_undone_answer_was_seen_nowhere() -> None:
    dialogue = at(*OPENED)
    dialogue.taps_or_says("Source?", "Chart", "1", "↩ Undo 1")

    assert len(dialogue.entries(Kind.SOURCED)) == 1


def test_a_monitor_marks_answers_and_records_nothing_else() -> None:
    coordinator = at(*COUNTS)
    monitor = Dialogue(coordinator.records, actor=77, role="monitor")
    monitor.taps_or_says("/review S-014")
    monitor.taps("INCL01", "Verified against source")

    (mark,) = monitor.entries(Kind.VERIFIED)
    answer = monitor.screening.answers[mark.item or ""]
    assert mark.value == {"seq": answer.seq}
    assert "verified" in monitor.text()
    assert monitor.screening.verification(mark.item or "")


def test_a_mark_is_undone_by_any_later_change_of_the_answer() -> None:
    coordinator = at(*COUNTS)
    monitor = Dialogue(coordinator.records, actor=77, role="monitor")
    monitor.taps_or_says("/review S-014")
    monitor.taps("INCL01", "Verified against source")
    (mark,) = monitor.entries(Kind.VERIFIED)

    coordinator.taps_or_says("/review", "INCL01", "Not sure", "New information")

    assert coordinator.screening.verification(mark.item or "") is None
    assert "verified" not in coordinator.text()


def test_a_monitor_takes_a_mark_back() -> None:
    monitor = Dialogue(at(*COUNTS).records, actor=77, role="monitor")
    monitor.taps_or_says("/review S-014")
    monitor.taps("INCL01", "Verified against source", "INCL01", "Verified. Take it back")

    assert len(monitor.entries(Kind.UNVERIFIED)) == 1
    assert "verified" not in monitor.text()


def test_a_monitor_is_shown_the_verdict_and_no_question() -> None:
    monitor = Dialogue(at(*COUNTS).records, actor=77, role="monitor")

    monitor.taps_or_says("/resume S-014")

    assert monitor.stands == "verdict"


def test_a_source_is_not_said_of_an_answer_that_a_colleague_just_gave() -> None:
    dialogue = at(*OPENED, "1", "‹ Back", "Source?")
    colleague = Dialogue(dialogue.records, actor=8)
    colleague.now = dialogue.now
    colleague.taps_or_says("/review S-014", "INCL01", "2", "Entry error")

    dialogue.taps("Physician")

    assert dialogue.entries(Kind.SOURCED) == []
    assert "Physician ›" in dialogue.labels()
    assert "• 2" in dialogue.labels()
