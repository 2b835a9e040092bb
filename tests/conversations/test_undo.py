from conversations.acts import key
from conversations.events import Tapped
from ectrial.record.entries import Kind
from tests.conversations.paths import ALT, ELIGIBLE, HBSAG, OPENED, at
from tests.records import Dialogue, MemoryRecords


def test_undo_is_a_correction_by_mis_tap() -> None:
    man = at(*OPENED, "1", "↩ Undo")

    (corrected,) = man.entries(Kind.CORRECTED)
    assert (corrected.item, corrected.value, corrected.reason) == ("ecog", None, "mis_tap")
    assert man.asked == "ecog"
    assert man.last.toast == "Taken back: ECOG 1."


def test_undo_gives_back_what_stood_before() -> None:
    man = at(*OPENED, "1", "‹ Back", "2", "Entry error", "↩ Undo")

    assert man.screening.answers["ecog"].value["value"] == "1"


def test_undo_takes_back_a_whole_tap() -> None:
    man = at(*HBSAG, "HBsAg negative, DNA not done", "↩ Undo")

    assert not {"hbsag", "hbv_dna"} & man.screening.answers.keys()
    assert man.asked == "hbsag"


def test_undo_takes_back_a_number_with_its_limit() -> None:
    man = at(*ALT, "30/50", "↩ Undo")

    assert not {"alt", "alt_uln"} & man.screening.answers.keys()
    assert man.asked == "alt"


def test_undo_of_the_opening_facts_asks_for_the_sex() -> None:
    man = at(*OPENED, "↩ Undo")

    assert man.screening.answers == {}
    assert man.asked == "sex"


def test_undo_is_refused_after_two_minutes() -> None:
    man = at(*OPENED, "1")
    before, undo = man.recorded(), man.button("↩ Undo")
    man.later(minutes=2)

    man.does(Tapped(man.round, key(undo.act)))

    assert man.recorded() == before
    assert man.last.toast == "Two minutes have passed: change it in /review."
    assert not any(label.startswith("↩ Undo") for label in man.labels())


def test_undo_of_another_card_is_not_carried_out_from_one_without_it() -> None:
    man = at(*OPENED, "1")
    undo = man.button("↩ Undo")
    man.says("/team")

    man.does(Tapped(man.round, key(undo.act)))

    assert "ecog" in man.screening.answers
    assert man.last.toast == "This card has moved on; here is the present one."


def test_undo_is_open_for_two_minutes() -> None:
    man = at(*OPENED, "1")
    man.later(seconds=115)

    man.taps("↩ Undo")

    assert "ecog" not in man.screening.answers


def test_nobody_is_offered_to_undo_the_tap_of_another() -> None:
    records = MemoryRecords()
    at(*OPENED, "1", records=records)
    other = Dialogue(records, actor=8)

    other.says("/open S-014")

    assert not any(label.startswith("↩ Undo") for label in other.labels())


def test_undo_goes_back_through_the_taps_of_two_minutes_and_names_each() -> None:
    man = at(*OPENED, "1", "Yes", "Yes")

    told = []
    for _ in range(4):
        man.taps("↩ Undo")
        told.append(man.last.toast)

    assert man.screening.answers == {}
    assert told[2:] == ["Taken back: ECOG 1.", "Taken back: 2 answers."]
    assert not any(label.startswith("↩ Undo") for label in man.labels())


def test_undo_says_on_its_button_what_it_takes_back() -> None:
    assert "↩ Undo ECOG 2" in at(*OPENED, "2").labels()


def test_undo_leaves_what_is_older_than_two_minutes() -> None:
    man = at(*OPENED, "1")
    man.later(seconds=119)

    man.taps("Yes", "↩ Undo")

    assert "ecog" in man.screening.answers
    assert not any(label.startswith("↩ Undo") for label in man.labels())


def test_undo_of_a_failure_needs_no_decision() -> None:
    man = at(*OPENED, "3", "↩ Undo", "1")

    assert man.asked == "histology"
    assert not man.entries(Kind.CONTINUED)


def test_undo_after_a_stop_goes_on() -> None:
    man = at(*OPENED, "3", "Stop here", "↩ Undo")

    assert [kind for kind, _, _ in man.recorded()][-3:] == [
        "corrected",
        "continued",
        "verdict_given",
    ]
    assert man.asked == "ecog"


def test_undo_of_the_last_answer_withdraws_the_verdict() -> None:
    man = at(*ELIGIBLE, "↩ Undo")

    assert man.entries(Kind.VERDICT_GIVEN)[-1].value["verdict"] == "undetermined"
    assert man.asked == "hcv_antibody"


def test_undo_of_the_stratum_asks_it_again() -> None:
    man = at(*ELIGIBLE, "Yes", "↩ Undo")

    assert man.entries(Kind.VERDICT_GIVEN)[-1].value["stratum"] == "unknown"
    assert man.labels()[:3] == ["Yes", "No", "Not sure"]
