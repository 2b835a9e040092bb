"""Reminders for oneself, and a last day that is a working day."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from conversations.turn import Reminder, World
from ectrial.labs.typed_moments import read_coming_moment
from ectrial.site_hours import SiteHours
from tests.conversations.test_queries import LI, SCAN, asked_of_li, begun, beside, queries
from tests.records import START, Dialogue
from tests.tables import of_each

ITEM = "EXCL02 Intracranial metastasis…"


def at_the_item(*choices: str) -> Dialogue:
    """Give the coordinator who asked, at an item that Li is asked to settle."""
    chen, _ = asked_of_li(*choices)
    chen.taps("Open items (3) ›", ITEM)
    return chen


def set_by(dialogue: Dialogue) -> tuple[Reminder, ...]:
    return dialogue.last.reminders


def test_reminder_is_ones_own_and_nothing_of_it_is_recorded() -> None:
    chen = at_the_item()
    recorded = chen.recorded()

    chen.taps("Remind me later ›", "Tomorrow morning")

    tomorrow = datetime(2026, 11, 24, 7, 45, tzinfo=UTC)
    assert set_by(chen) == (Reminder(str(queries(chen)[SCAN].seq), tomorrow),)
    assert chen.recorded() == recorded
    assert "⏰ tomorrow 07:45" in chen.text()


def test_time_in_the_quiet_hours_rings_at_their_end_and_the_card_says_so() -> None:
    chen = at_the_item()

    chen.taps_or_says("Remind me later ›", "tomorrow 22:00")

    assert [each.at for each in set_by(chen)] == [datetime(2026, 11, 25, 7, 30, tzinfo=UTC)]
    assert "I remind you 25 Nov 07:30. Before that it is quiet." in chen.text()


def test_reminder_can_be_taken_away() -> None:
    chen = at_the_item()
    assert "No reminder" not in chen.taps("Remind me later ›").rows
    chen.taps("In 3 days", "Remind me later ›", "No reminder")

    assert [each.at for each in set_by(chen)] == [None]
    assert "⏰" not in chen.text()


def test_afternoon_is_offered_until_it_comes() -> None:
    chen = at_the_item()
    chen.taps("Remind me later ›")
    before = chen.labels()
    chen.later(hours=6)

    assert "This afternoon" in before
    assert "This afternoon" not in chen.labels()


def test_list_has_a_reminder_of_its_own() -> None:
    _, li = asked_of_li()
    li.taps_or_says("/todo", "Remind me later ›", "In 3 days")

    assert set_by(li) == (Reminder("todo", datetime(2026, 11, 26, 7, 45, tzinfo=UTC)),)
    assert "⏰ 26 Nov 07:45" in li.labels()


@pytest.mark.parametrize("way", ["withdrawn", "answered", "voided"])
def test_what_is_closed_reminds_nobody(way: str) -> None:
    chen = at_the_item()
    about = str(queries(chen)[SCAN].seq)
    chen.taps("Remind me later ›", "In 3 days")
    match way:
        case "withdrawn":
            chen.taps("Withdraw")
        case "answered":
            chen.taps("Answer it ›", "No")
        case "voided":
            chen.taps_or_says("/resume", "⋯ More", "Void this screening", "Duplicate")

    assert about in chen.last.over
    assert about not in chen.reminders


def test_item_closed_meanwhile_offers_no_time() -> None:
    chen = at_the_item()
    chen.taps("Remind me later ›")
    li = beside(chen, LI)
    li.taps_or_says("/todo", "S-014 EXCL02", "No")

    assert chen.labels() == ["‹ Back"]
    chen.says("tomorrow 9:00")
    assert set_by(chen) == ()


class OnSite(Dialogue):
    """A dialogue at a site whose country has a calendar."""

    country = "CN"

    @property
    def world(self) -> World:
        return replace(super().world, hours=SiteHours(country=self.country))


def on_site(now: datetime, country: str) -> OnSite:
    there = OnSite(begun().records)
    there.now, there.country = now, country
    there.taps_or_says("/resume S-014", "/verdict", "Who settles? ›")
    return there


def test_day_off_is_told_and_the_next_working_day_is_a_tap_away() -> None:
    chen = at_the_item("In 3 days")
    chen.taps_or_says("New due day (why?) ›", "28 Nov")
    assert "28 Nov is no working day." in chen.text()

    chen.taps("Take 30 Nov ›", "The examination was moved")

    assert queries(chen)[SCAN].due == date(2026, 11, 30)


def test_first_day_that_is_no_working_day_is_mended_on_the_card() -> None:
    chen = at_the_item()
    chen.taps_or_says("New due day (why?) ›", "28 Nov")
    assert "28 Nov is no working day." in chen.text()

    chen.taps("Take 30 Nov ›")

    assert queries(chen)[SCAN].due == date(2026, 11, 30)
    assert "Take 30 Nov ›" not in chen.labels()


def test_days_of_the_official_calendar_count() -> None:
    chen = on_site(datetime(2026, 9, 29, 9, tzinfo=UTC), "CN")
    chen.says("2 Oct")
    assert "Take 8 Oct ›" in chen.labels()
    assert "official" not in chen.text()

    chen.says("10 Oct")
    assert not [label for label in chen.labels() if label.startswith("Take")]


def test_beyond_the_announced_year_the_card_says_that_no_calendar_is_known() -> None:
    chen = on_site(datetime(2026, 12, 28, 9, tzinfo=UTC), "CN")
    chen.says("2 Jan")

    assert "Take 4 Jan 2027 ›" in chen.labels()
    assert "No official calendar of 2027 yet." in chen.text()


NOW = datetime(2026, 11, 29, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


@of_each(
    ("text", "read"),
    [
        ("14:30", "29 14:30"),
        ("tomorrow at 9:05", "30 09:05"),
        ("tomorrow", "30 07:45"),
        ("this afternoon", "29 14:00"),
        ("tomorrow morning", "30 07:45"),
        ("明天9:05", "30 09:05"),
        ("明天下午", "30 14:00"),
        ("今天下午", "29 14:00"),
        *((text, None) for text in ("8:59", "today", "25:00", "3 pm", "明天下午3点", "", "-")),
        *((text, None) for text in ("yesterday 10:00", "at", "5/6 10:00", "1 9:00")),
    ],
)
def test_typed_moment_is_read_or_refused(text: str, read: str | None) -> None:
    found = read_coming_moment(text, NOW, time(7, 45))

    assert (found and f"{found:%d %H:%M}") == read


@pytest.mark.parametrize(
    ("now", "text", "read"),
    [
        ("2027-03-13T09:00", "tomorrow 2:30", None),
        ("2027-03-13T09:00", "tomorrow 3:30", "2027-03-14T03:30:00-04:00"),
        ("2027-11-06T09:00", "tomorrow 1:30", "2027-11-07T01:30:00-04:00"),
        ("2027-11-07T01:45", "1:30", "2027-11-07T01:30:00-05:00"),
    ],
)
def test_typed_moment_is_one_that_a_clock_shows(now: str, text: str, read: str | None) -> None:
    there = datetime.fromisoformat(now).replace(tzinfo=ZoneInfo("America/New_York"))

    found = read_coming_moment(text, there, time(7, 45))

    assert (found and found.isoformat()) == read


def test_typed_moment_of_another_day_is_that_of_the_wall_there() -> None:
    night = datetime(2026, 10, 24, 9, tzinfo=ZoneInfo("Europe/Berlin"))

    found = read_coming_moment("tomorrow 8:00", night, time(7, 45))

    assert found is not None
    assert found.astimezone(UTC) == datetime(2026, 10, 25, 7, tzinfo=UTC)
    assert night.tzinfo is not START.tzinfo
