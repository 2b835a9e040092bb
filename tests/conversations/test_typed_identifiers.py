"""Whatever is typed and may say who a patient is leaves the chat; values and codes stay."""

from typing import Any

import pytest

from conversations.events import Edited, Event, Sent, Typed
from ectrial.record.entries import Kind
from tests.conversations.paths import OPENED
from tests.records import Dialogue
from tests.tables import of_each

WHO = "患者王建国 13800138002"
REPORT = "姓名：王建国 住院号：0012345\nWBC 5.2\nHb 120\nPLT 182000"
NOTE = ("/notes", "Write a note ›", "The screening as a whole", "For the team")


def person(*ways: str) -> Dialogue:
    there = Dialogue()
    there.taps_or_says(*OPENED, *ways)
    return there


def stops(person: Dialogue) -> list[Any]:
    return [entry.value["kinds"] for entry in person.entries(Kind.IDENTIFIER_STOPPED)]


@of_each(
    "way", ["/start", "/help", "/list", "/todo", "/team", "/verdict", "/review", "/notes", "/new"]
)
def test_text_is_deleted_wherever_it_is_typed(way: str) -> None:
    there = person(way)
    before = there.stands

    there.does(Typed(WHO, message=41))

    assert (there.last.unwanted, len(stops(there)), there.stands) == ((41,), 1, before)
    assert "Your message is deleted: it may hold" in there.text()
    assert "王建国" not in repr(there.records.entries) + repr(there.focus)


@of_each("way", ["/start", "/list", "/verdict", "/resume"])
@of_each("text", ["Thank You", "金额 12", "Kelvin Probe 180", "Li Na is late"])
def test_what_only_looks_like_a_name_stays_where_nothing_is_kept(way: str, text: str) -> None:
    there = person(way)

    there.does(Typed(text, message=41))

    assert (there.last.unwanted, stops(there)) == ((), [])


@pytest.mark.parametrize("way", ["/new", "/rounds"])
def test_what_looks_like_a_name_is_deleted_where_a_code_is_asked_for(way: str) -> None:
    there = person(way)

    there.does(Typed("Li Na", message=41))

    assert (there.last.unwanted, stops(there)) == ((41,), [["bare_name"]])


def test_text_is_deleted_that_comes_after_its_screening_was_voided() -> None:
    there = person(*NOTE)
    colleague = Dialogue(there.records, actor=9)
    colleague.now = there.now
    colleague.taps_or_says("/open S-014", "⋯ More", "Void this screening", "Duplicate")

    there.does(Typed(WHO, message=41))

    assert (there.last.unwanted, stops(there)) == ((41,), [["phone", "record_number", "name"]])


@pytest.mark.parametrize("event", [Edited(WHO, 41), Sent("王小明", 41)])
def test_edited_note_and_caption_are_deleted(event: Event) -> None:
    there = person(*NOTE, "which fields count?")

    there.does(event)

    assert there.last.unwanted == (41,)
    assert "Your message is deleted" in there.text()


@of_each(
    "said",
    ["/new 王小明", "/open 张三", "/new LIWEI-14", "/list Li Na", "/rounds Li Na S-014"],
)
def test_name_behind_a_command_is_deleted(said: str) -> None:
    there = person()

    there.says(said)

    assert there.last.unwanted
    assert stops(there) == [["bare_name"]]


def test_report_is_read_and_leaves_the_chat_if_it_names_the_patient() -> None:
    there = person()

    there.does(Typed(REPORT, message=41))

    assert (there.stands, there.last.unwanted) == ("report", (41,))
    assert stops(there) == [["record_number", "name"]]


@of_each(
    "text", ["WBC 5.2\nPLT 182000\n送检医生 李明", "PLT 182000", "S-014", "5.2", "123456", "A-12"]
)
def test_numbers_of_a_report_and_codes_stay(text: str) -> None:
    there = person()

    there.does(Typed(text, message=41))

    assert (there.last.unwanted, stops(there)) == ((), [])


def test_edited_report_stays() -> None:
    there = person()

    there.does(Edited("WBC 5.2\nPLT 182000\n送检医生 李明", 41))

    assert there.last.unwanted == ()


def test_name_of_a_colleague_stays_where_it_is_asked_for() -> None:
    there = Dialogue(actor=1)
    there.taps_or_says("/team", "Invite ›", "coordinator")

    there.does(Typed("Wang Xiaoming", message=41))
    stays = there.last.unwanted
    there.taps_or_says("/team", "Invite ›", "coordinator")
    there.does(Typed(WHO, message=42))

    assert (stays, there.last.unwanted) == ((), (42,))
