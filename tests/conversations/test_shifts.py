"""The end of a shift: open work goes to a colleague who accepts or returns it."""

from datetime import timedelta
from functools import cache

import pytest

from conversations.acts import key
from conversations.events import Tapped
from conversations.open_work import open_work, unfinished_of
from conversations.screen import LABEL_WIDTH
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.team import Terms
from tests.conversations.paths import COUNTS, another
from tests.conversations.test_queries import THREE_OPEN, away
from tests.records import ADMIN, START, Dialogue, MemoryRecords, added

CHEN, LI, WANG = 7, 8, 9
MOVED_ON = "This card has moved on; here is the present one."


@cache
def begun() -> Dialogue:
    """Give a coordinator with one begun screening, and one whose three open items are Chen's.

    Beside Chen there are another coordinator and a monitor.
    """
    records = MemoryRecords()
    for person, name in ((CHEN, "Chen"), (LI, "Li")):
        records.append([added(person, Terms.of("coordinator"), name)], ADMIN, START)
    records.append([added(WANG, Terms.of("monitor"), "Wang")], ADMIN, START)
    chen = Dialogue(records, actor=CHEN)
    chen.taps_or_says(*THREE_OPEN, "Who settles? ›", "Record (3)")
    chen.taps_or_says("/new S-015 F 61", "1")
    return chen


@pytest.fixture
def chen() -> Dialogue:
    """The coordinator."""
    return another(begun())


@pytest.fixture
def records(chen: Dialogue) -> MemoryRecords:
    """The record of all of them."""
    return chen.records


@pytest.fixture
def li(chen: Dialogue) -> Dialogue:
    """The colleague."""
    return beside(chen, LI)


def beside(dialogue: Dialogue, person: int) -> Dialogue:
    other = Dialogue(dialogue.records, actor=person)
    other.now = dialogue.now
    return other


def ids(records: MemoryRecords, person: int) -> set[str]:
    found = records.screenings(limit=99, wanted=unfinished_of(person))
    return {each.id.subject for each in found}


def test_card_lists_what_is_open_by_code(chen: Dialogue) -> None:
    chen.says("/shift")

    assert "Screenings (2): S-015, S-014" in chen.text()
    assert "Open items (3): S-014 ×3" in chen.text()
    assert chen.labels() == ["Li", "Administrator 1", "‹ Back"]


def test_offer_holds_numbers_and_no_code(chen: Dialogue) -> None:
    chen.taps_or_says("/shift", "Li")

    (entry,) = chen.entries(Kind.SHIFT_OFFERED)
    assert (entry.item, entry.screening, entry.text) == ("8", None, None)
    assert set(entry.value) == {"screenings", "queries", "drafts"}
    assert "S-01" not in str(entry.value)
    assert chen.last.pushes == (LI,)


def test_offered_work_stays_the_givers_until_it_is_accepted(chen: Dialogue, li: Dialogue) -> None:
    before = [chen.records.screening(each.id) for each in chen.records.screenings(limit=9)]

    chen.taps_or_says("/shift", "Li")

    after = [chen.records.screening(each.id) for each in chen.records.screenings(limit=9)]
    assert after == before
    assert ids(li.records, LI) == set()


def test_colleague_gets_a_button_and_the_card_does_not_move(chen: Dialogue, li: Dialogue) -> None:
    li.says("/trial")
    stood, before = li.focus, li.labels()

    chen.taps_or_says("/shift", "Li")

    assert li.focus == stood
    assert li.labels() == ["Chen hands over ›", *before]
    li.taps("Chen hands over ›", "‹ Back")
    assert "Chen hands over ›" in li.labels(), "home shows it until it is answered"
    li.says("/trial")
    assert li.labels() == before


def test_who_accepts_has_the_screenings_and_the_open_items(chen: Dialogue, li: Dialogue) -> None:
    chen.taps_or_says("/shift", "Li")

    li.taps("Chen hands over ›", "Accept")

    assert ids(li.records, LI) == {"S-014", "S-015"}
    assert open_work(li.records, CHEN) == 0
    assert len(li.records.open_queries(assignee=LI)) == 3
    assert li.last.pushes == (CHEN,)
    assert "To do (3) ›" in li.labels()
    li.taps_or_says("/list", "Mine")
    assert len([label for label in li.labels() if label.startswith("S-0")]) == 2


def test_giver_is_told_once_how_it_ended(chen: Dialogue, li: Dialogue) -> None:
    chen.taps_or_says("/shift", "Li", "‹ Back")
    li.taps("Chen hands over ›", "Accept")

    assert chen.labels()[0] == "My shift: news ›"
    chen.taps("My shift: news ›")
    assert "Li has taken it over." in chen.text()
    chen.says("/trial")
    assert "My shift: news ›" not in chen.labels()


def test_returned_work_stays_as_it_was(chen: Dialogue, li: Dialogue) -> None:
    chen.taps_or_says("/shift", "Li")
    li.taps("Chen hands over ›", "Return (why?) ›", "Not on duty")

    assert li.last.pushes == (CHEN,)
    assert ids(chen.records, CHEN) == {"S-014", "S-015"}
    assert len(chen.records.open_queries(assignee=CHEN)) == 3
    chen.says("/shift")
    assert "Li returned it: not on duty." in chen.text()
    assert "Li" in chen.labels()


def test_newer_offer_replaces_the_older_one(chen: Dialogue, li: Dialogue) -> None:
    chen.taps_or_says("/shift", "Li")
    li.taps("Chen hands over ›")
    accept, shown = key(li.button("Accept").act), li.round

    chen.taps("Offer anew ›", "Administrator 1")

    li.does(Tapped(shown, accept))
    assert li.last.toast == MOVED_ON
    assert "This offer does not stand any more." in li.text()
    assert "Chen hands over ›" in beside(chen, ADMIN).labels()


def test_giver_takes_it_back(chen: Dialogue, li: Dialogue) -> None:
    chen.taps_or_says("/shift", "Li", "Take it back")

    assert "Taken back." in chen.text()
    assert "Chen hands over ›" not in li.labels()
    assert "My shift: news ›" not in chen.labels()


def test_accepting_takes_exactly_what_the_card_named(chen: Dialogue, li: Dialogue) -> None:
    chen.taps_or_says("/shift", "Li")
    li.taps("Chen hands over ›")
    accept, shown = key(li.button("Accept").act), li.round
    chen.taps_or_says("/open S-015", "⋯ More", "Void this screening", "Duplicate")

    li.does(Tapped(shown, accept))

    assert li.last.toast == MOVED_ON
    assert "Screenings (1): S-014" in li.text()
    assert chen.entries(Kind.SHIFT_ACCEPTED) == []


def test_what_was_begun_after_the_offer_is_not_taken(chen: Dialogue, li: Dialogue) -> None:
    chen.taps_or_says("/shift", "Li", "/new S-016 M 44", "1")

    li.taps("Chen hands over ›", "Accept")

    assert ids(chen.records, CHEN) == {"S-016"}


def test_what_others_have_gone_on_with_is_not_handed_over(chen: Dialogue, li: Dialogue) -> None:
    chen.taps_or_says("/shift", "Administrator 1")
    li.taps_or_says("/open S-015", "Yes")
    admin = beside(chen, ADMIN)

    admin.taps("Chen hands over ›")

    assert "Screenings (1): S-014" in admin.text()


def test_report_that_is_not_recorded_stays_and_is_named(chen: Dialogue, li: Dialogue) -> None:
    chen.says("ANC 5.2 10^9/L, Hb 120 g/L")
    chen.says("/shift")
    told = chen.text()
    chen.taps("Li")

    li.taps("Chen hands over ›")

    assert "Read, not recorded: S-015. It stays with you: record or drop it." in told
    assert "Not recorded, stays with Chen: 1" in li.text()
    assert chen.entries(Kind.SHIFT_OFFERED)[0].value["drafts"] == 1
    chen.taps(chen.labels()[0], "2 results not recorded yet ›")
    assert chen.stands == "report"


def test_cover_of_an_absent_colleague_is_offered_it(chen: Dialogue) -> None:
    away(chen.records, LI, ADMIN)

    chen.taps_or_says("/shift", "Li, away: administrator 1")

    assert chen.last.pushes == (ADMIN,)
    admin = beside(chen, ADMIN)
    admin.taps("Chen hands over ›", "Accept")
    assert ids(chen.records, ADMIN) == {"S-014", "S-015"}


def test_giver_who_covers_the_colleague_is_not_offered_it(chen: Dialogue) -> None:
    chen.taps_or_says("/shift", "Li", "‹ Back")

    away(chen.records, LI, CHEN)

    assert "Chen hands over ›" not in chen.labels()


def test_nobody_hands_over_to_oneself(chen: Dialogue) -> None:
    away(chen.records, LI, CHEN)

    chen.says("/shift")

    assert not any(label.startswith("Li") for label in chen.labels())


def test_without_work_there_is_nothing_to_hand_over(records: MemoryRecords) -> None:
    li = Dialogue(records, actor=LI)
    assert "End my shift ›" not in li.labels()

    li.says("/shift")

    assert "Nothing of yours is open." in li.text()
    assert li.labels() == ["‹ Back"]


def test_monitor_hands_nothing_over_and_takes_nothing(chen: Dialogue) -> None:
    chen.says("/shift")
    assert not any("Wang" in label for label in chen.labels())

    wang = beside(chen, WANG)
    wang.says("/shift")

    assert wang.stands == "not_done"
    assert "Not yours to do." in wang.text()


def test_removal_ends_the_offers_of_and_to_a_person(chen: Dialogue, li: Dialogue) -> None:
    chen.taps_or_says("/shift", "Li")
    removal = NewEntry(Kind.STAFF_REMOVED, "EC-CRT-003", item="8", value={"work": None})

    chen.records.append([removal], ADMIN, chen.now)

    chen.says("/shift")
    assert "Offered" not in chen.text()
    assert "Chen hands over ›" not in li.labels()


def test_offer_outlives_days(chen: Dialogue, li: Dialogue) -> None:
    chen.taps_or_says("/shift", "Li")
    li.now += timedelta(days=30)

    li.taps("Chen hands over ›", "Accept")

    assert ids(chen.records, LI) == {"S-014", "S-015"}


def test_there_is_no_handing_over_in_practice(records: MemoryRecords) -> None:
    chen = Dialogue(records, actor=CHEN)

    chen.taps_or_says("/practice", "/shift")

    assert chen.stands == "not_done"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_cards_of_a_shift_fit(records: MemoryRecords, language: str) -> None:
    chen = Dialogue(records, actor=CHEN, language="zh" if language == "zh" else "en")
    for number in range(20, 40):
        chen.taps_or_says(*(each.replace("S-014", f"S-0{number}") for each in COUNTS[:2]))
    chen.says("/shift")

    assert len(chen.text().splitlines()) < 8
    assert all(
        len(row) * len(each.label) <= LABEL_WIDTH + 3 for row in chen.card.rows for each in row
    )
