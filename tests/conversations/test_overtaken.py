"""Cards that others' answers overtook: nothing is recorded that the card did not show."""

from conversations.acts import Go, key
from conversations.events import Tapped
from conversations.places import Question
from tests.conversations.paths import ALT, BILIRUBIN, COUNTS, OPENED, at
from tests.records import Dialogue


def colleague_of(man: Dialogue) -> Dialogue:
    """Give another of the team, who opens the same screening."""
    colleague = Dialogue(man.records, actor=8)
    colleague.says(f"/open {man.screening.id.subject}")
    return colleague


def test_subject_that_a_colleague_opened_meanwhile_is_not_opened_twice() -> None:
    man = Dialogue()
    man.says("S-014")
    old = man.button("New: S-014")
    Dialogue(man.records, actor=8).says("/new S-014 M 58")
    before = man.recorded()

    man.does(Tapped(man.round, key(old.act)))

    assert man.recorded() == before
    assert "This card has moved on" in man.last.toast
    assert "S-014 (M 58, 2/39) is on file and open." in man.text()


def test_value_that_a_colleague_took_back_does_not_return_with_its_limit() -> None:
    man = at(*OPENED)
    colleague = colleague_of(man)
    colleague.says("ALT 80 U/L, WBC 5")
    colleague.taps("Record 2 · sampled today")
    man.taps_or_says("/review", "/resume")
    while man.asked != "alt":
        man.taps("Skip ›")
    assert "And the upper limit (ULN)" in man.text()

    colleague.taps("↩ Undo")
    man.says("50")

    assert not {"alt", "alt_uln"} & man.screening.answers.keys()
    assert "This card has moved on" in man.text()


def test_card_shown_anew_after_a_colleague_does_not_say_what_the_person_had_answered() -> None:
    man = at(*OPENED, "1")
    assert "ECOG 1 ≤ 2 ✓" in man.text()
    colleague = colleague_of(man)
    colleague.taps_or_says("/review", "INCL01", "2", "Entry error")

    assert "ECOG 1" not in man.text()


def test_old_button_does_not_bring_back_what_a_colleague_overtook() -> None:
    man = at(*OPENED, "1")
    colleague = colleague_of(man)
    colleague.taps_or_says("/review", "INCL01", "2", "Entry error")

    man.does(Tapped(man.round, "no button has this key"))

    assert man.last.toast == "This card has moved on; here is the present one."
    assert "ECOG 1" not in man.text()


def test_card_says_what_the_person_did_last_after_a_colleague() -> None:
    man = at(*OPENED)
    colleague = colleague_of(man)
    colleague.taps("1")

    man.taps("Next ›", "Yes")

    assert "Esophageal SCC on histology: Yes ✓" in man.text()


def test_failure_that_a_colleague_corrected_is_no_longer_asked_about() -> None:
    man = at(*COUNTS, "3")
    assert "Stop here" in man.labels()
    colleague = colleague_of(man)
    colleague.says("/review")
    colleague.says("WBC 5.0")
    colleague.taps("Record 1 · sampled today", "Entry error")

    assert "Stop here" not in man.labels()
    assert isinstance(man.standing.place, Question)


def test_contradiction_that_comes_while_a_reason_is_asked_is_asked_about() -> None:
    man = at(*COUNTS, "10", "3", "/review", "ANC 6", "Record 1 · sampled today")
    assert "Why does it change?" in man.text()
    colleague = colleague_of(man)
    colleague.says("WBC 5")
    colleague.taps("Record 1 · sampled today", "Entry error")

    man.taps("Source corrected")

    assert "These cannot both be true." in man.text()
    assert man.screening.answers["anc"].value["value"] == "3"


def test_contradiction_recorded_anyway_takes_one_reason() -> None:
    man = at(*COUNTS, "10", "3", "/review", "ANC 12", "Record 1 · sampled today")

    man.taps("Record it anyway", "Source corrected")

    assert man.screening.answers["anc"].value["value"] == "12"


def test_day_in_a_typed_answer_is_offered_not_dropped() -> None:
    man = at(*BILIRUBIN[:-2], "120 g/L 2026-11-12")

    assert "hemoglobin" not in man.screening.answers
    assert "Day in the text: 12 Nov (11 days ago)" in man.labels()


def test_days_of_two_reports_are_both_offered() -> None:
    man = at(*OPENED, "采样时间 2026-11-20\nWBC 5.2", "采样时间 2026-11-18\nPLT 180")

    text = " ".join([man.text(), *man.labels()])
    assert "18 Nov" in text
    assert "20 Nov" in text


def test_card_of_readings_says_the_day_of_the_sample() -> None:
    man = at(*COUNTS, "5.2", "3.1", "210", "9.5")

    assert "Which is it?" in man.text()
    assert "Sampled today" in man.text()


def test_value_left_by_a_command_is_told_as_not_recorded() -> None:
    for left in (at(*ALT, "30 U/L"), at(*COUNTS, "5.2", "3.1", "210", "9.5")):
        left.says("/help")

        assert "Nothing was recorded." in left.text()


def test_failure_after_a_corrected_one_is_asked_about_again() -> None:
    man = at(*OPENED, "3", "Stop here", "/verdict", "✗ INCL01 ECOG", "1", "Entry error")
    man.says("/resume")

    man.taps("No")

    assert "Stop here" in man.labels()


def test_failure_after_going_on_past_one_is_not_asked_about() -> None:
    man = at(*OPENED, "3", "Keep going", "Yes", "No")

    assert "Stop here" not in man.labels()


def test_count_worked_out_from_a_value_that_a_colleague_changed_is_asked_again() -> None:
    man = at(*COUNTS, "5", "/review", "NEUT% 60")
    offered = next(label for label in man.labels() if label.startswith("Yes, 3"))
    colleague = colleague_of(man)
    colleague.says("WBC 8")
    colleague.taps("Record 1 · sampled today", "Entry error")

    man.does(Tapped(man.round, key(Go(man.focus.place))))

    assert offered not in man.labels()
    assert "anc" not in man.screening.answers


def test_count_chosen_before_its_whole_was_changed_is_not_recorded() -> None:
    man = at(*COUNTS, "5", "/review", "NEUT% 60\nPLT 180")
    man.taps(next(label for label in man.labels() if label.startswith("Yes, 3")))
    records = man.button("Record 2 · sampled today").act
    colleague = colleague_of(man)
    colleague.says("WBC 8")
    colleague.taps("Record 1 · sampled today", "Entry error")

    man.does(Tapped(man.round, key(records)))

    assert "This card has moved on" in man.last.toast
    assert "anc" not in man.screening.answers


def test_reason_is_not_taken_once_the_answer_that_would_change_is_cleared() -> None:
    man = at(*OPENED, "1", "Yes")
    colleague = colleague_of(man)
    colleague.taps_or_says("/review", "INCL01", "2")
    reason = colleague.button("Entry error").act
    man.taps_or_says("/clear", "Clear all…", "Entry error")

    colleague.does(Tapped(colleague.round, key(reason)))

    assert "ecog" not in man.screening.answers
    assert "This card has moved on" in colleague.last.toast
