import pytest

from conversations.acts import key
from conversations.drafts import Given
from conversations.events import Tapped
from conversations.found import find_case
from ectrial.record.entries import Kind
from tests.conversations.paths import ALT, CONSENT, COUNTS, ELIGIBLE, HBSAG, OPENED, TODAY, at
from tests.records import Dialogue, MemoryRecords
from tests.tables import of_each

ALLERGY = (*CONSENT, "Yes", "No", "No")


def test_judgement_without_a_number_says_what_it_asserts() -> None:
    man = at(*COUNTS)

    man.taps("≥ 4.0 ×10⁹/L · no number", "< 1.5 ×10⁹/L · no number")

    assert man.recorded()[-2:] == [("answered", "wbc", "meets"), ("answered", "anc", "fails")]


def test_dna_takes_no_judgement_after_a_positive_antigen() -> None:
    man = at(*HBSAG, "Positive")

    assert man.labels()[2:6] == ["Not detected", "Not done", "Pending", "Not sure"]


def test_dna_not_detected_is_a_result_with_its_day() -> None:
    man = at(*HBSAG, "Positive")

    man.taps("Not detected")

    result = {"result": "not_detected", "date": TODAY}
    assert man.recorded()[-1] == ("answered", "hbv_dna", result)
    assert "HBV DNA: not detected ✓" in man.text()


@pytest.mark.parametrize("answer", ["Not done", "Pending", "Not sure"])
def test_positive_antigen_without_dna_is_never_eligible(answer: str) -> None:
    man = at(*HBSAG, "Positive", answer, "Negative")

    assert man.stands == "verdict"
    assert "❓ Undetermined" in man.text()


def test_none_of_these_answers_no_to_every_item() -> None:
    man = at(*ALLERGY)

    man.taps("None of these")

    allergies = [(item, value) for _, item, value in man.recorded()[-4:]]
    assert {value for _, value in allergies} == {"no"}
    assert len(allergies) == len(dict(allergies)) == 4


def test_rest_of_a_card_is_no_only_where_the_label_says_so() -> None:
    man = at(*ALLERGY)

    man.taps("☐ Allergy: platinum", "Record · other 3: No")

    answers = man.screening.answers
    assert answers["allergy_platinum"].value == "yes"
    assert answers["allergy_paclitaxel"].value == "no"
    assert man.stands == "failed"


def test_what_was_not_ticked_is_left_open() -> None:
    man = at(*ALLERGY)

    man.taps("☐ Allergy: platinum", "Record only these")

    names = [name for name in man.screening.answers if name.startswith("allergy")]
    assert names == ["allergy_platinum"]


def test_each_item_of_a_card_may_be_not_sure() -> None:
    man = at(*ALLERGY)

    man.taps("☐ Allergy: monoclonal antibody", "☑ Allergy: monoclonal antibody")
    man.taps("☐ Allergy: paclitaxel", "Record · other 2: No")

    recorded = {item: value for _, item, value in man.recorded()[-5:]}
    assert recorded["allergy_monoclonal_antibody"] == "unknown"
    assert recorded["allergy_paclitaxel"] == "yes"
    assert recorded["allergy_platinum"] == recorded["allergy_capecitabine"] == "no"


def test_all_items_of_a_card_are_not_sure_in_one_tap() -> None:
    man = at(*ALLERGY)

    man.taps("All not sure")

    assert {value for _, _, value in man.recorded()[-4:]} == {"unknown"}
    assert man.asked == "fistula"


def test_recorded_ticks_are_shown_as_ticked() -> None:
    man = at(*ALLERGY, "☐ Allergy: platinum", "Record · other 3: No", "Keep going")

    man.taps("‹ Back")

    assert "☑ Allergy: platinum" in man.labels()
    assert "☒ Allergy: paclitaxel" in man.labels()


def test_back_leaves_the_ticks_first() -> None:
    man = at(*ALLERGY, "☐ Allergy: platinum")

    man.taps("‹ Untick all")

    assert man.asked == "allergy"
    assert "None of these" in man.labels()


def test_hiv_is_recorded_only_by_its_own_card() -> None:
    man = at(*HBSAG[:-4])
    assert "HIV test result?" in man.text()

    man.taps("Not tested", "No")

    assert man.screening.answers["hiv"].value == "not_done"
    assert man.screening.answers["other_immunodeficiency"].value == "no"
    man.says("/verdict")
    assert "? EXCL10" in man.text()


@of_each(
    ("steps", "typed", "item", "value"),
    [
        ((*OPENED, "1"), "yes", "escc_histologically_confirmed", "yes"),
        ((*OPENED, "1"), "N", "escc_histologically_confirmed", "no"),
        ((*OPENED, "1"), "是", "escc_histologically_confirmed", "yes"),
        ((*OPENED, "1"), "不清楚", "escc_histologically_confirmed", "unknown"),
        ((*OPENED, "1"), "pending", "escc_histologically_confirmed", "pending"),
        (OPENED, "not sure", "ecog", "unknown"),
        (COUNTS, "待回报", "wbc", "pending"),
        (COUNTS, "result tomorrow", "wbc", "pending"),
        (COUNTS, "未做", "wbc", "not_done"),
        (HBSAG, "pending", "hbsag", "pending"),
        ((*CONSENT, "Yes", "No", "No"), "没有", "allergy_platinum", "no"),
    ],
)
def test_word_typed_alone_answers_the_card(
    steps: tuple[str, ...], typed: str, item: str, value: str
) -> None:
    man = at(*steps)

    man.says(typed)

    assert man.recorded()[-1] == ("answered", item, value)


@of_each(
    ("steps", "typed", "told"),
    [
        (OPENED, "no", "Please use the buttons"),
        (COUNTS, "yes", "Please use the buttons"),
        (HBSAG, "no", "Please use the buttons"),
        ((*CONSENT, "Yes", "No", "No"), "yes", "Please use the buttons"),
        (CONSENT, "待回报", "Nothing recorded. While there is no result, choose Not sure."),
        (COUNTS, "WBC 待回报", "That says there is no result yet. Not done, or pending?"),
    ],
)
def test_word_that_is_no_answer_to_the_card_records_nothing(
    steps: tuple[str, ...], typed: str, told: str
) -> None:
    man = at(*steps)
    before = man.recorded()

    man.says(typed)

    assert man.recorded() == before
    assert told in man.text()


def test_labs_without_a_value_are_told_with_the_verdict() -> None:
    labs = ("≥ 4.0 ×10⁹/L · no number", "≥ 1.5 ×10⁹/L · no number")
    man = at(*ELIGIBLE[: len(COUNTS)], *labs, *ELIGIBLE[len(COUNTS) + 2 :])

    told = "2 labs without a value: WBC, ANC"

    assert told in man.text()
    man.taps("Text to forward", "Full text")
    assert told in man.text()


def test_recorded_score_is_marked() -> None:
    man = at(*OPENED, "1")

    man.taps("‹ Back")

    assert man.labels()[1:6] == ["0", "• 1", "2", "3", "4"]


def test_known_answer_waits_for_a_reason() -> None:
    man = at(*OPENED, "1", "‹ Back")
    before = man.recorded()

    man.taps("2")

    assert man.recorded() == before
    assert man.text() == "S-014\nECOG: 1 → 2\nWhy does it change?\nS-014 · M 58"


@of_each(
    ("label", "reason"),
    [
        ("Entry error", "data_entry_error"),
        ("New information", "new_information"),
        ("Source corrected", "source_corrected"),
        ("Result repeated", "result_repeated"),
        ("Other reason", "other"),
    ],
)
def test_correction_carries_the_reason_that_was_tapped(label: str, reason: str) -> None:
    man = at(*OPENED, "1", "‹ Back", "2")

    man.taps(label)

    (corrected,) = man.entries(Kind.CORRECTED)
    assert (corrected.item, corrected.value["value"], corrected.reason) == ("ecog", "2", reason)


def test_same_answer_again_records_nothing() -> None:
    man = at(*OPENED, "1", "‹ Back")
    before = man.recorded()

    man.taps("1")

    assert man.recorded() == before
    assert man.asked == "histology"


def test_unknown_becomes_known_without_a_reason() -> None:
    man = at(*OPENED, "Not sure", "‹ Back")

    man.taps("1")

    (corrected,) = man.entries(Kind.CORRECTED)
    assert (corrected.item, corrected.reason) == ("ecog", "new_information")


def test_known_becomes_unknown_with_a_reason() -> None:
    man = at(*OPENED, "1", "‹ Back")

    man.taps("Not sure")

    assert man.stands == "hold"


def test_left_change_changes_nothing() -> None:
    man = at(*OPENED, "1", "‹ Back", "2")
    before = man.recorded()

    man.taps("‹ Leave it as it was")

    assert man.recorded() == before
    assert "Recorded: 1" in man.text()


def test_first_failure_asks_whether_to_stop() -> None:
    man = at(*OPENED, "3")

    assert man.labels()[1:3] == ["Stop here", "Keep going"]
    assert man.entries(Kind.VERDICT_GIVEN) == []
    assert {button.style for button in man.buttons()} == {"plain"}


def test_stopping_records_the_stop_and_the_verdict() -> None:
    man = at(*OPENED, "3", "Stop here")

    kinds = [kind for kind, _, _ in man.recorded()]
    assert kinds[-2:] == ["stopped", "verdict_given"]
    assert man.entries(Kind.VERDICT_GIVEN)[0].value["failing"] == ["INCL01"]
    assert man.screening.is_finished


def test_keeping_going_asks_no_second_time() -> None:
    man = at(*OPENED, "3", "Keep going")

    man.taps("No")

    assert man.recorded()[-2][0] == "continued"
    assert man.asked == "stage"


def test_undecided_failure_waits_for_a_decision() -> None:
    man = at(*OPENED, "3", "/list", "/resume")

    assert man.labels()[1:3] == ["Stop here", "Keep going"]


def test_undecided_failure_waits_for_the_next_coordinator() -> None:
    records = MemoryRecords()
    at(*OPENED, "3", records=records)

    other = at("/open S-014", records=records, actor=8)

    assert other.labels()[:2] == ["Stop here", "Keep going"]


def test_stopped_screening_can_be_gone_on_with() -> None:
    man = at(*OPENED, "3", "Stop here")

    man.taps("Keep going")

    assert man.recorded()[-1][0] == "continued"
    assert man.asked == "histology"
    assert not man.screening.stopped


def test_correcting_the_failure_ends_the_stop() -> None:
    man = at(*OPENED, "3", "Stop here", "/review", "INCL01", "1", "Entry error")

    kinds = [kind for kind, _, _ in man.recorded()]
    assert kinds[-3:] == ["corrected", "continued", "verdict_given"]
    assert man.entries(Kind.VERDICT_GIVEN)[-1].value["verdict"] == "undetermined"


def test_last_answer_gives_the_verdict() -> None:
    man = at(*ELIGIBLE)

    assert man.recorded()[-2] == ("answered", "hcv_antibody", "negative")
    assert man.entries(Kind.VERDICT_GIVEN)[0].value == {
        "verdict": "eligible",
        "failing": [],
        "unresolved": [],
        "stratum": "unknown",
        "as_of": TODAY,
    }


def test_stratum_is_asked_once_eligible() -> None:
    man = at(*ELIGIBLE)

    man.taps("Yes")

    assert man.recorded()[-2][1] == "metastases_nonregional_lymph_nodes_only"
    assert man.entries(Kind.VERDICT_GIVEN)[-1].value["stratum"] == "LN_only"
    assert "Yes" not in man.labels()


def test_verdict_is_given_again_when_it_no_longer_holds() -> None:
    man = at(*ELIGIBLE, "/review", "INCL01", "3", "New information")

    assert man.stands == "failed"
    assert man.entries(Kind.VERDICT_GIVEN)[-1].value["verdict"] == "not_eligible"


def test_unchanged_verdict_is_not_given_again() -> None:
    man = at(*ELIGIBLE, "/review", "INCL01", "2", "New information")

    assert len(man.entries(Kind.VERDICT_GIVEN)) == 1
    assert man.stands == "review"


def test_skipping_records_it_once() -> None:
    man = at(*OPENED, "Skip ›", "‹ Back", "Skip ›")

    assert [entry.item for entry in man.entries(Kind.SKIPPED)] == ["ecog"]


def test_next_after_an_answer_skips_nothing() -> None:
    man = at(*OPENED, "1", "‹ Back", "Next ›")

    assert man.entries(Kind.SKIPPED) == []


@of_each("act", ["stop", "continue", "y", "sy", "v0", "w0", "c0", "clear.yes", ""])
def test_act_that_the_card_has_not_records_nothing(act: str) -> None:
    man = at(*OPENED, "/list")
    before = man.recorded()

    man.does(Tapped(man.round, act))

    assert man.recorded() == before
    assert man.last.toast.startswith("This card has moved on")


def test_old_button_moves_nothing() -> None:
    man = at(*OPENED, "1")
    before, focus = man.recorded(), man.focus

    man.does(Tapped(man.round - 1, "y"))

    assert (man.recorded(), man.focus) == (before, focus)


def test_double_tap_records_once() -> None:
    man = at(*OPENED, "1")
    tap = Tapped(man.round, key(man.button("Yes").act))

    man.does(tap)
    man.does(tap)

    assert man.screening.answers.keys() == {"sex", "age", "ecog", "escc_histologically_confirmed"}


@of_each(
    ("steps", "echo"),
    [
        (("/new S-014", "⋯ More", "Quick order (excludes soonest)", "Female"), "Sex: Female"),
        ((*HBSAG, "Positive"), "HBsAg: Positive"),
        ((*HBSAG, "HBsAg negative, DNA not done", "Positive"), "Hepatitis C antibody: Positive"),
        ((*ALT, "≤ 2.5×ULN · no number"), "ALT ≤ 2.5×ULN, no number ✓"),
        ((*COUNTS, "5.2"), "WBC 5.2 ×10⁹/L ≥ 4.0 ✓"),
    ],
)
def test_echo_fails_nobody_by_half_a_rule(steps: tuple[str, ...], echo: str) -> None:
    assert echo in at(*steps).text().splitlines()


def test_two_people_ask_for_a_reason_between_them() -> None:
    records = MemoryRecords()
    first = at(*OPENED, records=records)
    at("/open S-014", "1", records=records, actor=8)

    first.taps("2")

    assert first.stands == "hold"


def test_reason_card_says_that_another_answered_and_when() -> None:
    records = MemoryRecords()
    first = at(*OPENED, records=records)
    at("/open S-014", "1", records=records, actor=8)

    first.taps("2")

    assert "Answered at 09:00 by another person (coordinator): 1.\nECOG: 1 → 2" in first.text()

    first.later(days=1)

    assert "Answered at 2026-11-23 09:00 by another person (coordinator): 1." in first.text()


def test_own_answer_is_not_called_anothers() -> None:
    assert "another person" not in at(*OPENED, "1", "‹ Back", "2").text()


def test_contradiction_is_asked_about_before_it_is_recorded() -> None:
    man = at(*COUNTS, "5.2")
    before = man.recorded()

    man.says("6")

    assert man.recorded() == before
    assert man.text() == (
        "S-014\nANC: 6 ×10⁹/L\nWBC: 5.2 ×10⁹/L\nThese cannot both be true.\nNot recorded yet.\n"
        "S-014 · M 58"
    )
    assert man.labels() == ["‹ Type it again", "Record it anyway"]


def test_contradiction_is_recorded_when_it_is_meant() -> None:
    man = at(*COUNTS, "5.2", "6")

    man.taps("Record it anyway")

    assert man.recorded()[-1] == (
        "answered",
        "anc",
        {"value": "6", "unit": "10*9/L", "date": TODAY},
    )
    assert man.asked == "platelets"


@pytest.mark.parametrize("steps", [("3.1",), ("‹ Type it again", "3.1")])
def test_contradicting_number_is_typed_again(steps: tuple[str, ...]) -> None:
    man = at(*COUNTS, "5.2", "6", *steps)

    assert man.screening.answers["anc"].value["value"] == "3.1"
    assert man.asked == "platelets"


def test_unreadable_text_keeps_the_contradiction() -> None:
    man = at(*COUNTS, "5.2", "6", "six")

    assert "These cannot both be true." in man.text()
    assert "I could not read one number." in man.text()


def test_contradicting_change_asks_for_its_reason_too() -> None:
    man = at(*COUNTS, "5.2", "3.1", "‹ Back", "6", "Record it anyway")

    assert man.stands == "hold"

    man.taps("Source corrected")

    assert man.screening.answers["anc"].value["value"] == "6"


def test_standing_contradiction_is_not_asked_about_twice() -> None:
    man = at(*COUNTS, "5.2", "6", "Record it anyway", "‹ Back", "7")

    assert man.stands == "hold"


def test_progression_after_too_few_cycles_is_asked_about() -> None:
    man = at(*OPENED, "1", "Yes", "Yes", "Fewer than 4", "Keep going")

    man.taps("Confirmed after 4-6 cycles")

    assert man.text() == (
        "S-014\nDisease progression: Confirmed after 4-6 cycles\nChemotherapy cycles: <4 cycles\n"
        "These cannot both be true.\nNot recorded yet.\nS-014 · M 58"
    )

    man.taps("‹ Answer again", "Confirmed before completing 4")

    assert man.entries(Kind.ANSWERED)[-1].value == "confirmed_before_4_cycles"


def test_distant_nodes_alone_with_a_stage_below_ivb_are_asked_about() -> None:
    man = at(*ELIGIBLE, "Yes", "/review")
    man.taps("INCL03")

    man.taps("No")

    assert "These cannot both be true." in man.text()


def test_first_failure_is_stated_once_with_its_proof() -> None:
    man = at(*OPENED, "3")

    assert man.text() == (
        "S-014\n⛔ Not eligible\n✗ INCL01 ECOG ≤ 2\n   ECOG 3 > 2 ✗\n"
        "The investigator confirms.\nStop here, or go on to log every reason?"
    )
    assert man.labels() == [
        *("↩ Undo ECOG 3", "Stop here", "Keep going"),
        *("Stop, text to forward", "Protocol", "⋯ More"),
    ]


def test_failure_is_stopped_at_and_forwarded_in_one_tap() -> None:
    man = at(*OPENED, "3")

    man.taps("Stop, text to forward")

    assert man.stands == "forward_text"
    assert man.screening.stopped
    assert "✗ INCL01" in man.text()

    man.taps("‹ Back")

    assert man.stands == "verdict"


def test_protocol_text_of_a_failure_says_whose_it_is() -> None:
    assert at(*OPENED, "3", "Protocol").text().startswith("S-014\nProtocol text\nINCL01")


@of_each(
    "steps",
    [
        *[("/start",), ("/help",), ("/trial",), ("/language",), ("/new",), ("/list",)],
        *[(*OPENED, step) for step in ("1", "3", "/verdict", "/review", "⋯ More", "/clear")],
        *[(*OPENED, "3", "Protocol"), (*OPENED, "1", "‹ Back", "2")],
        *[(*COUNTS, "5.2", "6"), (*COUNTS, "5"), (*OPENED, "3", "Stop here", "/new S-014")],
    ],
)
def test_practice_is_said_once_on_every_card(steps: tuple[str, ...]) -> None:
    coordinator = Dialogue(practice=True)

    coordinator.taps_or_says(*steps)

    assert coordinator.text().startswith("PRACTICE · ")
    assert coordinator.text().count("PRACTICE") == 1


def test_equal_numbers_of_one_turn_that_are_written_otherwise_are_told_apart() -> None:
    man = at(*HBSAG, "Positive")
    case = find_case(man.world, man.focus)
    assert case is not None

    left = []
    for value in ("3", "3.0"):
        after = case.after({"hbv_dna": Given({"value": value, "unit": "{Log_IU}/mL"})})
        left.append({item.id for item in after.verdict.open_items["EXCL12"]})

    # the logarithm of 2000 is 3.30: a rounded 3 may be on either side
    assert left[0] - left[1] == {"hbv_dna"}


@of_each(
    "text", ["not detected", "未检出", "TND", "negative", "HBV DNA not detected", "undetectable"]
)
def test_reported_result_may_be_typed(text: str) -> None:
    man = at(*HBSAG, "Positive", text)
    if man.stands == "sample_days":
        man.taps("Today")

    assert man.screening.answers["hbv_dna"].value == {"result": "not_detected", "date": TODAY}


def test_reported_result_has_a_day() -> None:
    man = at(*HBSAG)
    man.later(hours=13)  # another sitting
    man.taps("Positive")
    man.taps("Not detected")

    assert man.stands == "sample_days"
