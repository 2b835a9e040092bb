"""The day of a sample: today unless said otherwise, kept with each number."""

from datetime import date, timedelta

import pytest

from conversations.acts import TakeDay
from tests.conversations.paths import BILIRUBIN, COUNTS, OPENED, TODAY, at
from tests.records import START, Dialogue

YESTERDAY = (START.date() - timedelta(days=1)).isoformat()


def day_of(man: Dialogue, item: str) -> str:
    return str(man.screening.answers[item].value["date"])


def test_a_typed_number_bears_today() -> None:
    man = at(*COUNTS)

    assert "Sample: today" in man.labels()

    man.says("5.2")

    assert day_of(man, "wbc") == TODAY


def test_another_day_is_said_before_the_number_and_holds_for_the_next_ones() -> None:
    man = at(*COUNTS, "Sample: today", "Yesterday", "5.2")

    assert day_of(man, "wbc") == YESTERDAY
    assert "Sample: yesterday" in man.labels()

    man.says("3.1")

    assert day_of(man, "anc") == YESTERDAY


def test_the_day_of_an_earlier_sitting_is_not_taken_for_todays() -> None:
    man = at(*COUNTS, "Sample: today", "Yesterday", "5.2")

    man.later(days=1)

    assert "Sample: today" in man.labels()


def beyond_midnight(man: Dialogue) -> None:
    """Let the night pass over a card; how it looks now is not what it said when it was sent."""
    man.later(hours=16)


def test_a_number_typed_below_a_card_of_yesterday_is_not_recorded() -> None:
    man = at(*COUNTS)
    beyond_midnight(man)

    man.says("5.2")

    assert "wbc" not in man.screening.answers
    assert "This card has moved on" in man.text()

    man.says("5.2")

    assert day_of(man, "wbc") == (START.date() + timedelta(days=1)).isoformat()


def test_a_number_is_not_recorded_under_the_day_of_a_colleague() -> None:
    man = at(*COUNTS)
    colleague = Dialogue(man.records, actor=8)
    colleague.says(f"/new {man.screening.id.subject}")
    colleague.says("PLT 180")
    colleague.taps("Yesterday", "Record all (1)")

    man.says("5.2")

    assert "wbc" not in man.screening.answers
    assert "Sample: yesterday" in man.labels()


def test_a_number_is_not_recorded_under_today_once_the_sitting_is_over() -> None:
    man = at(*COUNTS, "Sample: today", "Yesterday")
    man.later(hours=13)

    man.says("5.2")

    assert "wbc" not in man.screening.answers


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


def test_a_report_takes_its_day_in_one_tap() -> None:
    man = at(*OPENED, "WBC 5.2 PLT 180", "Yesterday", "Record all (2)")

    assert day_of(man, "wbc") == day_of(man, "platelets") == YESTERDAY


def test_an_earlier_day_is_typed() -> None:
    man = at(*OPENED, "WBC 5.2 PLT 180", "Another day", "2026-10-30", "Record all (2)")

    assert day_of(man, "wbc") == "2026-10-30"


def test_a_day_that_the_report_names_is_offered_never_taken() -> None:
    man = at(*OPENED, "采样时间：2026-11-20 08:30 报告时间 2026-11-21\nWBC 5.2\nPLT 180")

    assert "Sample: today · Not recorded yet." in man.text()

    man.taps("Day in the text: 2026-11-20", "Record all (2)")

    assert day_of(man, "wbc") == "2026-11-20"


@pytest.mark.parametrize("day", ["2026-11-24", "2024-01-01", "2026-11-23"])
def test_a_day_that_cannot_be_or_changes_nothing_is_not_offered(day: str) -> None:
    man = at(*OPENED, f"Collected {day}\nWBC 5.2\nPLT 180")

    assert not [label for label in man.labels() if "Day in the text" in label]


def test_an_unclear_day_is_asked_again() -> None:
    man = at(*OPENED, "WBC 5.2 PLT 180", "Another day", "next week")

    assert "I could not read a day up to today." in man.text()
    assert man.stands == "sample_days"

    man.taps("‹ Back")

    assert man.stands == "report"


def test_an_old_sample_is_told_with_the_verdict() -> None:
    man = at(*OPENED, "WBC 5.2 PLT 180", "Another day", "2026-10-30", "Record all (2)", "/verdict")

    assert "WBC: the sample of 2026-10-30 is older than 14 days." in man.text()


def test_a_limit_and_a_judgement_bear_no_day() -> None:
    man = at(*OPENED, "ALT 30/50 HBsAg(-)", "Record all (2)")

    assert "date" not in man.screening.answers["alt_uln"].value
    assert man.screening.answers["hbsag"].value == "negative"


def test_an_undone_number_leaves_no_day_behind() -> None:
    man = at(*COUNTS, "5.2")
    man.later(days=20)

    man.taps_or_says("WBC 6 PLT 180", "Record all (2)", "Result repeated", "↩ Undo")

    assert "Sample: today" in man.labels()


def test_day_in_the_text_is_offered_once() -> None:
    man = at(*COUNTS, "2026-11-22\nWBC 5.2 ANC 3.1")

    acts = [button.act for button in man.buttons()]
    assert acts.count(TakeDay(date(2026, 11, 22))) == 1
    assert "Day in the text: 2026-11-22" in man.labels()
    assert "Yesterday" not in man.labels()
