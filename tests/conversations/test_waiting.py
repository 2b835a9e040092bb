"""A report that was read waits with its screening, wherever the person goes meanwhile."""

import pytest

from tests.conversations.paths import OPENED, at
from tests.tables import of_each

REPORT = "WBC 5.2 PLT 180"
WAITING = "2 results not recorded yet ›"


@pytest.mark.parametrize("command", ["/verdict", "/review", "/resume"])
def test_a_report_left_by_a_command_is_a_tap_away(command: str) -> None:
    man = at(*OPENED, REPORT, command)

    man.taps(WAITING)

    assert man.stands == "report"
    assert len(man.report.lines) == 2
    assert man.focus.waiting == ()


@of_each("command", ["/help", "/list", "/trial", "/language", "/start"])
def test_a_report_waits_while_something_else_is_read(command: str) -> None:
    man = at(*OPENED, REPORT, command, "/resume")

    assert man.labels()[0] == WAITING


def test_a_report_is_never_shown_with_another_subject() -> None:
    man = at(*OPENED, REPORT, "/new S-015 M 50")

    assert "not recorded yet" not in " ".join([man.text(), *man.labels()])

    man.says("/open S-014")

    assert man.labels()[0] == WAITING


def test_the_list_tells_what_waits() -> None:
    man = at(*OPENED, REPORT, "/new S-015 M 50", "/list")

    assert "S-014 · 2 results not recorded yet" in man.labels()


def test_reports_of_two_subjects_wait_apart() -> None:
    man = at(*OPENED, REPORT, "/new S-015 M 50", "WBC 6 ANC 3 PLT 99", "/open S-014", WAITING)

    assert len(man.report.lines) == 2

    man.taps_or_says("/open S-015", "3 results not recorded yet ›")

    assert len(man.report.lines) == 3


def test_more_labs_join_the_report_that_waits() -> None:
    man = at(*OPENED, REPORT, "/verdict", "ANC 3.1 Hb 112")

    assert len(man.report.lines) == 4
    assert man.focus.waiting == ()


def test_a_recorded_or_discarded_report_waits_no_longer() -> None:
    recorded = at(*OPENED, REPORT, "Record 2 · sampled today")
    discarded = at(*OPENED, REPORT, "‹ Discard all")

    assert recorded.focus.waiting == discarded.focus.waiting == ()


def test_a_report_held_for_a_reason_waits_too() -> None:
    man = at(*OPENED, REPORT, "Record 2 · sampled today", "WBC 6 PLT 180")

    man.taps_or_says("Record 2 · sampled today", "/verdict")

    assert man.labels()[0] == WAITING


OTHERS = "S-015 WBC 5.2, PLT 180"
TWO_ON_FILE = ("/new S-015 F 50", *OPENED)


def test_report_that_waits_outlives_a_text_that_names_another() -> None:
    man = at(*TWO_ON_FILE, "ANC 3, Hb 120 g/L", "/resume", OTHERS)
    assert man.stands == "whose"

    man.taps("‹ Discard it")

    assert man.labels()[0] == WAITING


def test_report_that_waits_outlives_opening_the_other_with_a_text() -> None:
    man = at(*TWO_ON_FILE, "ANC 3, Hb 120 g/L", "/resume", OTHERS, "Open S-015 with this")
    assert man.stands == "report"

    man.taps_or_says("/open S-014", WAITING)

    assert {line.item for line in man.report.lines} == {"anc", "hemoglobin"}


def test_text_that_names_another_outlives_a_report() -> None:
    man = at(*TWO_ON_FILE, OTHERS, "/resume", "ANC 3, Hb 120 g/L", "Record 2 · sampled today")

    man.taps(WAITING)

    assert man.stands == "whose"


def test_report_at_hand_waits_while_another_that_waited_is_looked_at() -> None:
    man = at(*TWO_ON_FILE, "ANC 3", "/resume", OTHERS, "It is S-014")
    assert len(man.report.lines) == 2

    man.says("/resume")

    assert sorted(man.labels()[:2]) == ["1 result not recorded yet ›", WAITING]

    man.taps_or_says("1 result not recorded yet ›", "Record 1 · sampled today", WAITING)

    assert len(man.report.lines) == 2


def test_report_of_a_printed_day_is_not_joined_by_labs_without_one() -> None:
    man = at(*OPENED, "采样时间：2026-03-01 WBC 5.2 PLT 180", "/resume", "ANC 3.1")

    assert [line.item for line in man.report.lines] == ["anc"]
    assert man.report.sampled == ()

    man.taps_or_says("‹ Discard all", WAITING)

    assert len(man.report.sampled) == 1
