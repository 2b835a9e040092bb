"""The day of a sample: printed or said, never taken for granted, kept with each number."""

from datetime import date, timedelta

import pytest

from conversations.acts import TakeDay
from ectrial.papers.samples import Samples
from ectrial.record.entries import Kind, Reason
from tests.conversations.paths import BILIRUBIN, COUNTS, COUNTS_UNDATED, OPENED, TODAY, at
from tests.records import START, Dialogue
from tests.tables import of_each

YESTERDAY = (START.date() - timedelta(days=1)).isoformat()
DATED = "采样时间：2026-10-20 07:30\nWBC 5.2\nPLT 180"
RECORD_DATED = "Record 2 · sampled 20 Oct (34 days ago)"


def day_of(man: Dialogue, item: str) -> str:
    return str(man.screening.answers[item].value["date"])


def test_a_typed_number_waits_until_its_day_is_said() -> None:
    man = at(*COUNTS_UNDATED, "5.2")

    assert man.stands == "sample_days"
    assert "wbc" not in man.screening.answers
    assert "WBC 5.2 ×10⁹/L ≥ 4.0 ✓" in man.text()

    man.taps("Yesterday")

    assert day_of(man, "wbc") == YESTERDAY
    assert "Sampled yesterday" in man.text()


def test_a_day_is_said_once_in_a_sitting() -> None:
    man = at(*COUNTS_UNDATED, "5.2", "Yesterday", "3.1")

    assert day_of(man, "anc") == YESTERDAY
    assert "Sampled yesterday" in man.text()


def test_a_day_said_for_one_subject_is_kept_while_another_is_open() -> None:
    man = at(*COUNTS_UNDATED, "5.2", "Yesterday", "/new S-015 F 50", "/open S-014", "3.1")
    man.taps("Yes, for ANC")

    assert day_of(man, "anc") == YESTERDAY


def test_another_subject_has_a_day_of_its_own() -> None:
    man = at(*COUNTS_UNDATED, "5.2", "Yesterday", "/new S-015 M 50", *COUNTS_UNDATED[1:], "3.9")

    assert man.stands == "sample_days"


def test_the_day_of_an_earlier_sitting_is_not_taken_for_todays() -> None:
    man = at(*COUNTS, "5.2")

    man.later(days=1)

    assert "Sample: which day?" in man.labels()


def beyond_midnight(man: Dialogue) -> None:
    """Let midnight pass over a card; the sitting goes on."""
    man.later(hours=10)


def test_a_number_typed_past_midnight_bears_the_day_that_was_said() -> None:
    man = at(*COUNTS_UNDATED)
    man.later(hours=13)
    man.taps("Sample: which day?", "Today")
    beyond_midnight(man)

    man.says("5.2")

    assert day_of(man, "wbc") == TODAY


def test_a_number_typed_after_the_sitting_is_asked_for_its_day() -> None:
    man = at(*COUNTS)
    man.later(hours=13)

    man.says("5.2")

    assert man.stands == "sample_days"
    assert "wbc" not in man.screening.answers


def test_a_number_is_not_recorded_under_the_day_of_a_colleague() -> None:
    man = at(*COUNTS)
    colleague = Dialogue(man.records, actor=8)
    colleague.says("/open S-014")
    colleague.says("PLT 180")
    colleague.taps("Record 1 · sampled yesterday")

    man.says("5.2")

    assert day_of(man, "wbc") == TODAY


def test_a_number_keeps_its_day_while_its_limit_is_asked_over_midnight() -> None:
    man = at(*BILIRUBIN, "15 umol/L")
    beyond_midnight(man)

    man.says("23")

    assert day_of(man, "total_bilirubin") == TODAY


def test_what_has_no_sample_is_recorded_over_midnight() -> None:
    man = at(*OPENED)
    beyond_midnight(man)

    man.says("58")

    assert "age" in man.screening.answers


def test_a_day_survives_what_is_asked_in_between() -> None:
    man = at(*COUNTS, "5.2", "3.1", "210", "Sample: today", "Yesterday", "9.5", "9.5 g/dL")

    assert day_of(man, "hemoglobin") == YESTERDAY


def test_a_report_without_a_day_takes_it_in_one_tap() -> None:
    man = at(*OPENED, "WBC 5.2 PLT 180", "Record 2 · sampled yesterday")

    assert day_of(man, "wbc") == day_of(man, "platelets") == YESTERDAY


def test_an_earlier_day_is_typed() -> None:
    man = at(*OPENED, "WBC 5.2 PLT 180", "Other day…", "2026-10-30")
    man.taps("Record 2 · sampled 30 Oct (24 days ago)")

    assert day_of(man, "wbc") == "2026-10-30"


def test_the_one_printed_day_stands_on_the_recording_button() -> None:
    man = at(*OPENED, f"{DATED}\n报告时间：2026-10-21")

    assert [label for label in man.labels() if "oday" in label] == []
    assert man.last.messages == ()

    man.taps(RECORD_DATED)

    assert day_of(man, "wbc") == "2026-10-20"
    assert "Sampled 20 Oct (34 days ago)" in man.text()


UNCERTAIN = ["Collected: 10/11/2026", "昨天抽血", "sampled 3 weeks ago", "采样时间：2026-12-30"]


@pytest.mark.parametrize("line", UNCERTAIN)
def test_a_labelled_day_that_is_not_certain_is_quoted_and_blocks_the_record(line: str) -> None:
    man = at(*OPENED, f"{line}\nWBC 5.2\nPLT 180")

    assert line.split()[-1] in man.last.messages[0]
    assert "Which day was it?" in man.text()
    assert not [label for label in man.labels() if label.startswith("Record")]

    man.taps("Other day…", "Yesterday", "Record 2 · sampled yesterday")

    assert day_of(man, "wbc") == YESTERDAY


def test_both_readings_of_an_uncertain_day_are_offered() -> None:
    man = at(*OPENED, "Collected: 10/11/2026\nWBC 5.2\nPLT 180")

    assert man.labels()[:2] == [
        "Day in the text: 10 Nov (13 days ago)",
        "Day in the text: 11 Oct (43 days ago)",
    ]


def test_other_days_are_called_what_the_text_calls_them() -> None:
    man = at(*OPENED, "报告时间：2026-11-20 打印日期：2026-11-21\nWBC 5.2\nPLT 180")

    assert man.labels()[:3] == [
        "Reported 20 Nov (3 days ago)",
        "Printed 21 Nov (2 days ago)",
        "Other day…",
    ]

    man.taps("Reported 20 Nov (3 days ago)", "Record 2 · sampled 20 Nov (3 days ago)")

    assert day_of(man, "wbc") == "2026-11-20"


def test_each_sampling_day_has_a_card_of_its_own() -> None:
    man = at(*OPENED, "Collected 2026-10-20\nWBC 3.9\nPLT 90\nCollected 2026-11-20\nWBC 5.2")

    assert "Then: Sampled 20 Nov (3 days ago)" in man.text()

    man.taps("Record 2 · sampled 20 Oct (34 days ago)", "Record 1 · sampled 20 Nov (3 days ago)")

    assert day_of(man, "platelets") == "2026-10-20"
    assert day_of(man, "wbc") == "2026-11-20"
    assert man.entries(Kind.CORRECTED) == []


def test_which_lab_is_of_which_day_is_asked_where_nothing_says() -> None:
    man = at(*OPENED, "WBC 5.2\nCollected 2026-10-20\nPLT 90\nCollected 2026-11-20\nANC 3")

    assert "The text names several days of sampling." in man.text()
    assert not [label for label in man.labels() if label.startswith("Record")]


def test_the_latest_sample_counts_whichever_was_recorded_last() -> None:
    man = at(*OPENED, "WBC 5.2 PLT 210", "Record 2 · sampled today")

    man.says(DATED)

    assert "A later sample is recorded and counts: WBC, Platelets." in man.text()

    man.taps(RECORD_DATED)

    assert day_of(man, "wbc") == TODAY
    assert man.screening.answers["platelets"].value["value"] == "210"
    assert ("answered", "platelets") in [each[:2] for each in man.recorded()[-2:]]


def test_the_limit_of_an_earlier_sample_does_not_replace_the_present_one() -> None:
    man = at(*OPENED, "ALT 30/50 PLT 210", "Record 2 · sampled today")

    man.says("Collected 2026-10-20 ALT 90/40 PLT 180")
    man.taps("Yes, 90/40 U/L")
    man.taps("Record 2 · sampled 20 Oct (34 days ago)")

    assert man.screening.answers["alt_uln"].value["value"] == "50"
    assert man.screening.earlier["alt"][0].limit == {"value": "40", "unit": "U/L"}


def test_another_value_of_an_older_sample_asks_for_the_reason_and_keeps_the_present_one() -> None:
    taken = "Record 2 · sampled 20 Oct (34 days ago)"
    man = at(*OPENED, "ALT 30/50 PLT 210", "Record 2 · sampled today")

    def pastes(alt: str) -> int:
        man.says(f"Collected 2026-10-20 ALT {alt} PLT 180")
        man.taps(f"Yes, {alt} U/L")
        man.taps(taken)
        return len(man.recorded())

    assert pastes("90/40") == pastes("90/40")

    pastes("95/40")

    assert "ALT: 90 U/L → 95 U/L" in man.text()
    assert "Platelets" not in man.text()
    man.taps("Source corrected")
    assert man.screening.answers["alt"].value["value"] == "30"
    assert man.screening.answers["alt_uln"].value["value"] == "50"
    (kept,) = man.screening.earlier["alt"]
    assert (kept.value["value"], kept.limit["value"]) == ("95", "40")


def test_a_sample_that_was_a_mistake_leaves_the_one_before_it_once() -> None:
    man = at(*COUNTS, "5.2")
    man.later(days=2)

    man.taps_or_says("WBC 6.1 PLT 180", "Record 2 · sampled today", "↩ Undo")

    (sample,) = Samples(man.screening).of("wbc")
    assert sample.value["value"] == "5.2"


def test_undo_takes_back_nothing_that_was_said_before_an_older_sample() -> None:
    man = at(*OPENED, "WBC 5.2 PLT 210", "Record 2 · sampled today")
    man.says("Collected 2026-10-20 WBC 2.9 PLT 180")
    man.taps("Record 2 · sampled 20 Oct (34 days ago)")

    assert not [label for label in man.labels() if "Undo" in label]
    assert man.screening.answers["wbc"].value["value"] == "5.2"


def test_a_new_sampling_day_asks_no_reason() -> None:
    man = at(*COUNTS, "5.2")
    man.later(days=2)

    man.taps_or_says("WBC 6.1 PLT 180", "Record 2 · sampled today")

    assert man.screening.answers["wbc"].value["value"] == "6.1"
    assert man.entries(Kind.CORRECTED) == []


def test_a_repeat_taken_back_gives_the_earlier_sample_again() -> None:
    man = at(*COUNTS, "5.2")
    man.later(days=2)

    man.taps_or_says("WBC 6.1 PLT 180", "Record 2 · sampled today", "↩ Undo")

    assert man.screening.answers["wbc"].value["value"] == "5.2"


def test_equal_quantities_of_one_day_change_nothing() -> None:
    man = at(*COUNTS, "5.2", "92 g/L Hb", "WBC 5.20 PLT 180", "Record 2 · sampled today")

    assert man.screening.answers["wbc"].value["value"] == "5.2"
    assert man.entries(Kind.CORRECTED) == []


def test_only_what_changes_is_listed_with_the_reason() -> None:
    man = at(*COUNTS, "5.2", "WBC 6 PLT 180", "Record 2 · sampled today")

    assert "WBC: 5.2 ×10⁹/L → 6 ×10⁹/L" in man.text()
    assert "Platelets" not in man.text()


def test_a_recorded_day_is_corrected_with_a_reason() -> None:
    man = at(*COUNTS, "5.2", "‹ Back", "Sample: today", "21 Nov")

    assert "WBC: 5.2 ×10⁹/L (23 Nov) → 5.2 ×10⁹/L (21 Nov)" in man.text()

    man.taps("Entry error")

    (corrected,) = man.entries(Kind.CORRECTED)
    assert corrected.reason is Reason.DATA_ENTRY_ERROR
    assert day_of(man, "wbc") == "2026-11-21"


def test_a_wrong_day_is_corrected_for_all_its_labs_at_once() -> None:
    man = at(*COUNTS, "5.2", "3.1", "210", "‹ Back", "Sample: today", "21 Nov")

    man.taps("All 3 labs of that day", "Entry error")

    assert {day_of(man, item) for item in ("wbc", "anc", "platelets")} == {"2026-11-21"}


def test_the_same_day_corrects_nothing() -> None:
    man = at(*COUNTS, "5.2", "‹ Back")

    man.taps("Sample: today", "Today")

    assert man.stands == "question"
    assert man.entries(Kind.CORRECTED) == []


def test_days_stand_on_answers_verdict_and_forward_text() -> None:
    man = at(*OPENED, DATED, RECORD_DATED, "/review")

    assert "WBC 5.2 ×10⁹/L ≥ 4.0 ✓ · sampled 2026-10-20" in man.text()

    man.says("/verdict")

    assert "Sampled 2026-10-20: WBC, Platelets" in man.text()

    man.taps("Text to forward")

    assert "Sampled 2026-10-20" in man.text()

    man.taps("Full text")

    assert "Sampled 2026-10-20: WBC, Platelets" in man.text()


@pytest.mark.parametrize("day", ["2024-01-01", "2027-01-01"])
def test_a_day_that_cannot_be_and_is_not_labelled_is_not_offered(day: str) -> None:
    man = at(*OPENED, f"{day}\nWBC 5.2\nPLT 180")

    assert not [label for label in man.labels() if "Day in the text" in label]


def test_an_unclear_day_is_asked_again() -> None:
    man = at(*OPENED, "WBC 5.2 PLT 180", "Other day…", "next week")

    assert "I could not read a day up to today." in man.text()
    assert man.stands == "sample_days"

    man.taps("‹ Back")

    assert man.stands == "report"


def test_an_old_sample_is_told_with_the_verdict() -> None:
    man = at(*OPENED, DATED, RECORD_DATED, "/verdict")

    assert "WBC: the sample of 2026-10-20 is older than 14 days." in man.text()


def test_a_limit_and_a_judgement_bear_no_day() -> None:
    man = at(*OPENED, "ALT 30/50 HBsAg(-)", "Record 2 · sampled today")

    assert "date" not in man.screening.answers["alt_uln"].value
    assert man.screening.answers["hbsag"].value == "negative"


def test_day_in_the_text_is_offered_once() -> None:
    man = at(*OPENED, "2026-11-22\nReported 2026-11-22\nWBC 5.2 ANC 3.1")

    acts = [button.act for button in man.buttons()]
    assert acts.count(TakeDay(date(2026, 11, 22))) == 1
    assert "Day in the text: yesterday" in man.labels()


@pytest.mark.parametrize(("typed", "ago"), [("yesterday", 1), ("昨天", 1), ("20.11", 3)])
def test_card_of_days_reads_a_day_in_words_and_with_points(typed: str, ago: int) -> None:
    man = at(*COUNTS_UNDATED, "5.2", typed)

    assert day_of(man, "wbc") == (START.date() - timedelta(days=ago)).isoformat()


@of_each(
    "day",
    [
        *["2025-11-20", "日期：2025-11-20", "Date: 20 Nov 2025", "2026-12-20", "血常规 11月20日"],
        *["11月20日", "Labs Nov 20", "Labs 20 Nov:", "CBC Friday", "drawn Friday", "周五"],
        *["taken on the 20th", "sampled tomorrow"],
    ],
)
@of_each("order", ["{day}\nWBC 5.2\nPLT 210", "WBC 5.2\nPLT 210\n{day}"])
def test_today_is_not_offered_where_a_text_names_any_day(day: str, order: str) -> None:
    man = at(*COUNTS_UNDATED, order.format(day=day))

    assert man.stands == "report"
    assert not [label for label in man.labels() if "today" in label]


def test_day_beside_one_value_is_not_swallowed() -> None:
    man = at(*COUNTS_UNDATED, "WBC 5.2 11月20日")

    assert "Day in the text: 20 Nov (3 days ago)" in man.labels()


@pytest.mark.parametrize("text", ["每周一次 WBC 5.2 PLT 210", "decreased 5\nWBC 5.2 PLT 210"])
def test_words_that_are_no_day_ask_for_none(text: str) -> None:
    assert "Record 2 · sampled today" in at(*COUNTS_UNDATED, text).labels()


@pytest.mark.parametrize(
    ("typed", "day"), [("5.2 yesterday", "2026-11-22"), ("昨天 5.2", "2026-11-22")]
)
def test_day_typed_beside_the_number_is_its_day(typed: str, day: str) -> None:
    man = at(*COUNTS_UNDATED, typed)

    assert man.screening.answers["wbc"].value["date"] == day
    assert "Sampled yesterday" in man.text()
    assert man.asked == "anc"


def test_day_typed_beside_one_number_is_not_the_day_of_the_next() -> None:
    man = at(*COUNTS_UNDATED, "5.2 yesterday", "3.1")

    assert man.stands == "sample_days"


def over_another_day(*typed: str) -> Dialogue:
    """Give a chat whose sitting is of today, at a number that was sampled on another day."""
    report = "采样时间：2026-10-20 07:30\nPLT 188"
    dialogue = at(*COUNTS, "5.2", report, "Record 1 · sampled 20 Oct (34 days ago)")
    dialogue.taps_or_says("/review", "INCL06B", *typed)
    return dialogue


def test_number_typed_over_one_of_another_day_asks_which_sample_it_is() -> None:
    man = over_another_day("210")

    assert "When was the sample taken?" in man.text()
    assert man.labels()[0] == "Same sample: 20 Oct (34 days ago)"
    assert man.screening.answers["platelets"].value["value"] == "188"


def test_number_typed_over_one_of_another_day_is_corrected_as_the_same_sample() -> None:
    man = over_another_day("210", "Same sample: 20 Oct (34 days ago)", "Entry error")

    assert man.screening.answers["platelets"].value["value"] == "210"
    assert day_of(man, "platelets") == "2026-10-20"
