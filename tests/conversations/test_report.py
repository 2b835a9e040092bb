"""Many labs in one message: nothing recorded by silence, nothing kept of the text."""

import json
from dataclasses import replace

import pytest

from conversations.cards import show
from conversations.focus import dump
from conversations.places import Hold
from ectrial.record.entries import Kind
from tests.conversations.paths import ALT, COUNTS, COUNTS_UNDATED, ELIGIBLE, OPENED, TODAY, at
from tests.records import Dialogue
from tests.tables import of_each

REPORT = (
    "WBC 5.2 ANC 3.1 PLT 180 Hb 112 Alb 38 TBil 12/23 ALT 30(50) AST 28/40 AKP 90/125 Cr 70/104"
)


def test_a_report_is_read_back_before_anything_is_recorded() -> None:
    man = at(*COUNTS)
    before = man.recorded()

    man.says(REPORT)

    assert man.recorded() == before
    assert "Hemoglobin 112 g/L = 11.2 g/dL ≥ 9 ✓" in man.text()
    assert "Not recorded yet." in man.text()
    assert man.labels()[0] == "Record 10 · sampled today"


def test_one_tap_records_all_of_it() -> None:
    man = at(*COUNTS, REPORT, "Record 10 · sampled today")

    assert man.screening.answers["alt"].value == {"value": "30", "unit": "U/L", "date": TODAY}
    assert man.screening.answers["alt_uln"].value == {"value": "50", "unit": "U/L"}
    assert man.asked == "consent_ability"
    assert "Recorded: 10 results." in man.text()


@pytest.mark.parametrize("card", [*[(*COUNTS, s) for s in ("/verdict", "/review")], OPENED])
def test_a_report_is_taken_on_any_card_of_the_screening(card: tuple[str, ...]) -> None:
    man = at(*card, REPORT)

    assert man.stands == "report"
    assert len(man.report.lines) == 10


@pytest.mark.parametrize("view", ["⋯ More", "/clear", "/trial", "/list"])
def test_elsewhere_no_text_is_taken(view: str) -> None:
    man = at(*OPENED, view, REPORT)

    assert man.stands != "report"
    assert "Please use the buttons" in man.text()


def test_a_report_that_fails_says_which_lab() -> None:
    man = at(*COUNTS, "WBC 5.2 ANC 3.1 PLT 80 Hb 112 Alb 38 AST 28/40", "Record 6 · sampled today")

    assert "⛔ Not eligible" in man.text()
    assert "Platelets 80 ×10⁹/L < 100 ✗" in man.text()


def test_an_ambiguous_lab_is_asked_with_what_each_reading_gives() -> None:
    man = at(*COUNTS, "WBC 5.2 Hb 7.5")

    assert "Hemoglobin: Which is it?" in man.text()
    assert man.labels() == ["7.5 g/dL ✗", "7.5 mmol/L ✓", "Leave it out", "‹ Discard all"]

    man.taps("7.5 mmol/L ✓", "Record 2 · sampled today")

    assert man.screening.answers["hemoglobin"].value["unit"] == "mmol/L"


def test_nothing_is_recorded_while_a_lab_is_open() -> None:
    man = at(*COUNTS, "WBC 5.2 Hb 7.5")

    assert not [label for label in man.labels() if label.startswith("Record")]


def test_a_rare_value_is_asked_and_an_impossible_one_refused() -> None:
    man = at(*COUNTS, "WBC 80 Hb 1120 g/L PLT 180")

    assert "WBC: That is rare. Is it right?" in man.text()

    man.taps("80 ×10⁹/L")

    assert "Hemoglobin: That number is not possible here" in man.text()

    man.says("112")

    assert man.labels()[0] == "Record 3 · sampled today"


def test_a_lab_may_be_left_out() -> None:
    man = at(*COUNTS, "WBC 5.2 Hb 7.5", "Leave it out", "Record 1 · sampled today")

    assert "hemoglobin" not in man.screening.answers


def test_leaving_everything_out_records_nothing() -> None:
    man = at(*COUNTS, "Hb 7.5 PLT 9999", "Leave it out")
    assert man.labels()[-1] == "Leave it out", "the only way to drop the only line"

    man.taps("Leave it out")

    assert man.stands == "question"
    assert "Nothing was recorded." in man.text()


def test_a_report_may_be_discarded() -> None:
    man = at(*COUNTS)
    before = man.recorded()

    man.taps_or_says(REPORT, "‹ Discard all")

    assert man.recorded() == before
    assert man.asked == "wbc"


def test_a_second_message_adds_to_the_report() -> None:
    man = at(*COUNTS, "WBC 5.2 PLT 180 ALT 30", "ANC 3.1 WBC 6 ALT 31/50")

    lines = [line.choices[0] for line in man.report.lines]
    assert [next(iter(line.values())).value["value"] for line in lines] == [
        "6",
        "180",
        "31",
        "3.1",
    ]
    assert lines[2]["alt_uln"].value["value"] == "50"


def test_one_lab_is_fixed_by_typing_it_again() -> None:
    man = at(
        *COUNTS, REPORT, "Fix one", "Platelets 180 ×10⁹/L", "210", "Record 10 · sampled today"
    )

    assert man.screening.answers["platelets"].value["value"] == "210"


def test_a_lab_fixed_without_its_limit_keeps_the_one_on_the_report() -> None:
    man = at(*COUNTS, REPORT, "Fix one", "ALT 30/50 U/L", "40", "Record 10 · sampled today")

    assert man.screening.answers["alt"].value["value"] == "40"
    assert man.screening.answers["alt_uln"].value["value"] == "50"


def test_a_lab_being_fixed_may_be_left_out() -> None:
    man = at(
        *COUNTS, REPORT, "Fix one", "Albumin 38 g/L", "Leave it out", "Record 9 · sampled today"
    )

    assert "albumin" not in man.screening.answers


def test_an_unreadable_fix_is_asked_again() -> None:
    man = at(*COUNTS, REPORT, "Fix one", "Albumin 38 g/L", "low")

    assert "I could not read one number. Type it like" in man.text()
    assert "Leave it out" in man.labels()


def test_counts_that_contradict_are_asked_about_and_the_report_stays() -> None:
    man = at(*COUNTS, "WBC 5.2 ANC 6 PLT 180", "Record 3 · sampled today")

    assert "These cannot both be true." in man.text()

    man.taps("‹ Type it again")

    assert man.stands == "report"

    man.taps_or_says("ANC 3.1", "Record 3 · sampled today")

    assert man.screening.answers["anc"].value["value"] == "3.1"


def test_a_known_answer_changes_only_with_a_reason_and_the_report_stays() -> None:
    man = at(*COUNTS, "5.2", "WBC 6 PLT 180", "Record 2 · sampled today")

    assert "WBC: 5.2 ×10⁹/L → 6 ×10⁹/L" in man.text()

    man.taps("‹ Leave it as it was")

    assert man.stands == "report"

    man.taps("Record 2 · sampled today", "Result repeated")

    assert man.screening.answers["wbc"].value["value"] == "6"
    assert man.screening.answers["platelets"].value["value"] == "180"


def test_what_changes_is_listed_in_one_order_however_it_was_kept() -> None:
    man = at(
        *COUNTS, "WBC 5.2 ANC 3.1 PLT 180", "Record 3 · sampled today", "PLT 190 ANC 3.2 WBC 6"
    )
    man.taps("Record 3 · sampled today")
    held = man.focus.place
    assert isinstance(held, Hold)
    values = dict(reversed(held.values.items()))

    card = show(man.world, man.focus.at(replace(held, values=values)))

    assert len(values) == 3
    assert card == man.card


def test_a_whole_report_is_taken_back_by_one_undo() -> None:
    man = at(*COUNTS)
    before = set(man.screening.answers)

    man.taps_or_says(REPORT, "Record 10 · sampled today", "↩ Undo")

    assert set(man.screening.answers) == before


def test_a_percentage_is_offered_as_a_count_never_taken() -> None:
    man = at(*COUNTS, "WBC 5 NEUT% 60 PLT 180")

    assert "ANC: The percentage of WBC 5 ×10⁹/L gives 3 ×10⁹/L. Right?" in man.text()
    assert "anc" not in man.screening.answers


def test_what_was_not_understood_is_quoted_in_a_message_of_its_own() -> None:
    man = at(*COUNTS, "WBC 5.2 RBC 4.5 PLT 180 HbA1c 6.1")

    (quoted,) = man.last.messages
    assert "RBC 4.5" in quoted
    assert "HbA1c 6.1" in quoted
    assert "RBC" not in json.dumps(dump(man.focus))


@of_each(
    "piece",
    [
        "Patient: Zhang Wei",
        "姓名：张伟",
        "住院号 0012345",
        "110101 19900307 1234",
        "tel 139-1234-5678",
        "DOB 1968-02-11",
    ],
)
def test_what_may_identify_the_patient_is_not_quoted(piece: str) -> None:
    man = at(*COUNTS, f"{piece}\nWBC 5.2\nPLT 180")

    (told,) = man.last.messages
    assert not [word for word in piece.split() if word in told]
    assert "Delete your message if they do." in told
    assert man.stands == "report"


def test_many_pieces_are_quoted_shortly() -> None:
    odd = "\n".join(f"thing {number} {'x' * 60}" for number in range(12))
    man = at(*COUNTS, f"WBC 5.2\n{odd}\nPLT 180")

    (told,) = man.last.messages
    assert len(told.splitlines()) <= 12
    assert "and 4 more" in told


def test_a_text_without_labs_opens_no_report_and_is_not_quoted() -> None:
    man = at(*COUNTS, "/verdict", "he is Zhang Wei")

    assert man.last.messages == ()
    assert "Please use the buttons" in man.text()


def test_a_report_in_the_review_leads_back_to_the_review() -> None:
    man = at(
        *ELIGIBLE,
        "Yes",
        "/review",
        "PLT 190 WBC 5.2",
        "Record 2 · sampled today",
        "Result repeated",
    )

    assert man.stands == "review"
    assert man.screening.answers["platelets"].value["value"] == "190"


def test_a_value_without_its_limit_is_asked_for_the_limit_later() -> None:
    man = at(*COUNTS, "WBC 5.2 ANC 3.1 PLT 180 Hb 112 Alb 38 TBil 12 umol/L")

    man.taps("Record 6 · sampled today")

    assert "Total bilirubin 12 µmol/L. And the upper limit (ULN)" in man.text()

    man.says("23")

    assert man.screening.answers["total_bilirubin_uln"].value["value"] == "23"
    assert len(man.entries(Kind.CORRECTED)) == 0


@pytest.mark.parametrize("report", ["HBsAg(-) anti-HCV(-)", "HBsAg(+) WBC 5", "WBC 5 PLT 180"])
def test_a_report_has_one_button_that_records_it(report: str) -> None:
    recording = [label for label in at(*COUNTS, report).labels() if label.startswith("Record")]

    assert recording in (["Record all (2)"], ["Record 2 · sampled today"])


def test_hiv_read_from_a_report_leaves_the_rest_of_its_card_to_be_asked() -> None:
    man = at(*COUNTS, "HIV(-) PLT 180", "Record 2 · sampled today")
    while man.asked != "immunodeficiency":
        man.taps("Skip ›")

    man.taps("No")

    assert man.screening.answers["other_immunodeficiency"].value == "no"
    assert man.screening.answers["hiv"].value == "negative"


def offered(sex: str, other: str, report: str) -> Dialogue:
    first = at(f"/new S-013 {sex} 60", "TBil 12/23 ALT 30/50", "Record 2 · sampled today")
    second = Dialogue(first.records)
    second.now = first.now
    second.taps_or_says(f"/new S-014 {other} 58", report)
    return second


def test_limits_of_another_subject_are_a_proposal_with_a_name() -> None:
    man = offered("M", "M", "TBil 15 umol/L ALT 22")

    assert "S-013 had Total bilirubin 23 µmol/L, ALT 50 U/L." in man.text()
    assert "alt_uln" not in man.report.lines[1].choices[0]

    man.taps("Use the limits of S-013", "Record 2 · sampled today")

    taken = man.screening.answers["alt_uln"]
    assert (taken.value, taken.source) == ({"value": "50", "unit": "U/L"}, "S-013")


@pytest.mark.parametrize(
    ("sex", "other", "report"),
    [
        ("M", "F", "TBil 15 umol/L ALT 22"),
        ("M", "", "TBil 15 umol/L ALT 22"),
        ("M", "M", "TBil 0.8 mg/dL ALT 0.5 ukat/L"),
        ("M", "M", "AST 22 Cr 80"),
    ],
)
def test_only_limits_that_fit_are_proposed(sex: str, other: str, report: str) -> None:
    man = offered(sex, other, report)

    assert "Use the limits of S-013" not in man.labels()


def test_the_source_of_a_limit_is_the_report_it_first_stood_on() -> None:
    second = offered("M", "M", "ALT 22")
    second.taps("Use the limits of S-013", "Record 1 · sampled today")
    third = Dialogue(second.records)
    third.now = second.now

    third.taps_or_says(
        "/new S-015 M 61", "ALT 25", "Use the limits of S-013", "Record 1 · sampled today"
    )

    assert third.screening.answers["alt_uln"].source == "S-013"


def test_every_value_that_will_be_recorded_stands_on_the_card() -> None:
    man = at(*OPENED, "HBsAg(+) HBV DNA 500 IU/mL anti-HCV(-)")

    assert "HBsAg: Positive" in man.text()
    assert man.text().count("HBV DNA 500 IU/mL") == 1


def test_an_answer_beside_a_contradiction_goes_to_the_report_not_to_the_card_below() -> None:
    man = at(*OPENED, "WBC 5.2 ANC 6 PLT 180", "Record 3 · sampled today")
    before = man.recorded()

    man.says("3")

    assert man.recorded() == before
    assert man.stands == "report"

    man.taps_or_says("ANC 3.1", "Record 3 · sampled today")

    assert man.screening.answers["anc"].value["value"] == "3.1"
    assert "ecog" not in man.screening.answers


def test_a_new_value_is_never_judged_by_the_limit_of_an_earlier_report() -> None:
    man = at(*COUNTS, "ALT 30/50 PLT 180", "Record 2 · sampled today")
    man.later(days=60)

    man.says("ALT 110 Hb 112")

    assert "ALT 110 U/L ≤ 2.5×50" not in man.text()
    assert "S-014 had ALT 50 U/L." in man.text()

    man.taps("Record 2 · sampled today")

    assert man.screening.answers["alt_uln"].value == "unknown"


def test_the_limit_of_an_earlier_report_is_kept_in_one_tap() -> None:
    man = at(*COUNTS, "ALT 30/50 PLT 180", "Record 2 · sampled today")

    man.taps_or_says("ALT 110 Hb 112", "Use the limits of S-014", "Record 2 · sampled today")
    man.taps("Result repeated")

    assert man.screening.answers["alt_uln"].value["value"] == "50"


def test_a_percentage_is_not_of_an_earlier_count_where_the_text_has_its_own() -> None:
    man = at(*COUNTS, "WBC 5.2 Alb 38", "Record 2 · sampled today", "WBC 300 NEUT% 60 PLT 180")

    while "Leave it out" in man.labels():
        assert "3.12" not in man.text()
        man.taps("Leave it out")


def test_a_percentage_of_an_earlier_count_names_its_day() -> None:
    man = at(*COUNTS, "5.2", "NEUT% 60 PLT 180")

    assert f"The percentage of WBC 5.2 ×10⁹/L ({TODAY}) gives 3.12 ×10⁹/L." in man.text()


def test_a_count_from_a_percentage_goes_when_its_whole_is_typed_anew() -> None:
    man = at(*COUNTS, "WBC 5 NEUT% 60 PLT 180", "Yes, 3 ×10⁹/L", "WBC 4.1")

    assert "ANC: That is a percentage: please type the count." in man.text()


def test_a_limit_among_other_labs_is_still_the_limit_that_was_asked_for() -> None:
    man = at(*ALT, "30 U/L", "50 Hb 112")

    assert "ALT 30 U/L ≤ 2.5×50 = 125 ✓" in man.text()


def test_a_value_waiting_for_its_limit_is_not_lost_to_other_labs() -> None:
    man = at(*ALT, "30 U/L", "AST 33/40")

    assert "ALT: 30 U/L ?" in man.text()
    assert "AST 33 U/L ≤ 2.5×40 = 100 ✓" in man.text()


def test_a_limit_alone_is_called_one_and_fixed_as_one() -> None:
    man = at(*COUNTS, "ALT ULN 50, PLT 180")

    assert "ALT ULN: 50 U/L" in man.text()

    man.taps_or_says("Fix one", "ALT ULN 50 U/L", "45", "Record 2 · sampled today")

    assert man.screening.answers["alt_uln"].value["value"] == "45"
    assert "alt" not in man.screening.answers


def test_a_limit_in_another_unit_than_its_value_is_asked() -> None:
    man = at(*ALT, "30 U/L", "0.8")

    assert "Right?" in man.text()
    assert "alt" not in man.screening.answers


def test_limits_of_two_sources_are_offered_one_after_the_other() -> None:
    second = offered("M", "M", "TBil 15 umol/L ALT 22/45")
    second.taps("Use the limits of S-013", "Record 2 · sampled today")
    third = Dialogue(second.records)
    third.now = second.now

    third.taps_or_says("/new S-015 M 61", "TBil 14 umol/L ALT 25")

    assert "S-013 had Total bilirubin 23 µmol/L." in third.text()

    third.taps("Use the limits of S-013")

    assert "S-014 had ALT 45 U/L." in third.text()


def test_counts_that_contradict_are_named_once_below_the_lines() -> None:
    man = at(*COUNTS, "WBC 5.2 ANC 6 PLT 180")

    assert man.text().count("these cannot both be true: check the entries") == 1
    assert "ANC: 6 ×10⁹/L\nWBC: 5.2 ×10⁹/L\nthese cannot both be true" in man.text()


def test_a_report_after_a_failure_may_correct_it() -> None:
    man = at(*COUNTS, "2", "WBC 5.2 PLT 180")

    assert man.stands == "report"


def test_a_discarded_report_leads_back_to_the_review() -> None:
    man = at(*COUNTS, "/review", REPORT, "‹ Discard all")

    assert man.stands == "review"


@of_each("piece", ["Zhang Wei", "张伟 男 58岁", "John Smith 58 M", "住院 123456", "3床 李某"])
def test_words_that_may_be_a_name_are_not_quoted(piece: str) -> None:
    man = at(*COUNTS, f"WBC 5.2\n{piece}\nPLT 180")

    (told,) = man.last.messages
    assert not [word for word in piece.split() if word in told]


@pytest.mark.parametrize("piece", ["RBC 4.5", "2026-11-20 08:13", "5.1 3.1 180 112"])
def test_what_names_nobody_is_quoted(piece: str) -> None:
    man = at(*COUNTS, f"WBC 5.2\nPLT 180\n{piece}")

    assert not man.last.messages or "Delete your message" not in man.last.messages[0]


@of_each(
    "text",
    [
        *["Age 58\nWBC 5.2", "采样时间：11-20 07:30\nWBC 5.2", "Collected: 20/11/2026 WBC 5.2"],
        *["报告日期 2026-11-20 WBC 5.2", "58 yo man WBC 5.2", "Subject S-014 WBC 5.2"],
    ],
)
def test_named_value_of_the_card_is_not_doubled_by_what_stands_beside_it(text: str) -> None:
    man = at(*COUNTS_UNDATED, text)

    assert man.stands in ("report", "sample_days")
    assert "twice" not in man.text()


@pytest.mark.parametrize(("label", "answer"), [("Not done", "not_done"), ("Pending", "pending")])
def test_lab_without_a_result_may_be_recorded_as_such(label: str, answer: str) -> None:
    man = at(*COUNTS_UNDATED, "WBC 5.2 PLT pending", label, "Record 2 · sampled today")

    assert man.screening.answers["platelets"].value == answer
