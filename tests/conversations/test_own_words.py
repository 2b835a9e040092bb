"""Own words of a person: refused and deleted, asked about if they may be a name, or recorded."""

import json
from typing import Any

import pytest

from conversations.events import Typed
from conversations.focus import Focus, asks, dump
from conversations.places_of_notes import NoteList, Replying, WritingNote
from conversations.places_of_own_words import NameAsked
from conversations.places_of_queries import Raising, Saying
from ectrial.identifiers import identifiers
from ectrial.record.entries import Kind
from ectrial.record.notes import About
from tests.conversations.paths import OPENED
from tests.records import Dialogue

NAME = "Li Na missed her visit"
YES, NO = "Yes: delete it", "No name: record it"


@pytest.fixture
def person() -> Dialogue:
    there = Dialogue()
    there.taps_or_says(*OPENED, "/verdict", "⋯ More", "Deviation already made…", "Today")
    return there


def says(person: Dialogue, text: str, message: int) -> tuple[int, ...]:
    """Type a text; give the messages that are to be deleted."""
    person.does(Typed(text, message=message))
    return person.last.unwanted


def kept(person: Dialogue) -> list[str | None]:
    return [entry.text for entry in person.entries(Kind.DEVIATION)]


def stops(person: Dialogue) -> list[Any]:
    return [entry.value for entry in person.entries(Kind.IDENTIFIER_STOPPED)]


@pytest.mark.parametrize("text", ["患者王建国漏服", "tel 138 0013 8000", "MRN 10234", "Mr Li"])
def test_text_with_an_identifier_is_deleted_unasked(person: Dialogue, text: str) -> None:
    unwanted = says(person, text, 41)

    assert (kept(person), unwanted, person.stands) == ([], (41,), "deviation_text")
    assert stops(person) == [{"kinds": [*identifiers(text)]}]
    assert "Your message is deleted" in person.text()


def test_text_without_one_is_recorded_and_stays(person: Dialogue) -> None:
    unwanted = says(person, "dose given on day 2", 41)

    assert (kept(person), unwanted, stops(person)) == (["dose given on day 2"], (), [])


def test_joined_emoji_is_readable_text(person: Dialogue) -> None:
    doctor = "\U0001f469\u200d\u2695\ufe0f"

    says(person, f"dose checked {doctor}", 41)

    assert kept(person) == [f"dose checked {doctor}"]


def test_bare_name_is_asked_about_and_stored_nowhere(person: Dialogue) -> None:
    before = len(person.records.entries)

    unwanted = says(person, NAME, 41)

    assert (person.stands, unwanted) == ("name_asked", ())
    assert "Li Na" not in json.dumps(dump(person.focus)) + person.text() + repr(person.last)
    assert len(person.records.entries) == before
    assert person.labels() == [YES, NO]


def test_name_is_deleted(person: Dialogue) -> None:
    says(person, NAME, 41)
    person.taps(YES)

    assert (kept(person), person.last.unwanted) == ([], (41,))
    assert (person.stands, stops(person)) == ("deviation_text", [{"kinds": ["bare_name"]}])


def test_what_is_no_name_is_recorded_in_its_place(person: Dialogue) -> None:
    says(person, NAME, 41)
    person.taps(NO)

    assert (kept(person), person.last.unwanted, person.stands) == ([NAME], (), "verdict")


def test_text_that_is_not_known_after_a_restart_is_typed_once_more(person: Dialogue) -> None:
    says(person, NAME, 41)
    person.held = None
    person.taps(NO)

    assert (kept(person), person.last.unwanted, person.stands) == ([], (), "deviation_text")
    assert "Please type it once more." in person.text()


@pytest.mark.parametrize("way", ["/list", "/verdict", "/new S-015"])
def test_text_that_nobody_judges_is_deleted(person: Dialogue, way: str) -> None:
    says(person, NAME, 41)
    person.says(way)

    assert (kept(person), person.last.unwanted) == ([], (41,))
    assert stops(person) == [{"kinds": ["bare_name"]}]
    assert "What you typed before is not recorded, and deleted." in person.text()


def test_another_text_takes_the_place_of_one_that_was_asked_about(person: Dialogue) -> None:
    says(person, NAME, 41)
    again = says(person, "Zhou Xiaoling: diary incomplete", 42)
    stood = person.stands
    third = says(person, "the diary is incomplete", 43)

    assert (again, stood, third) == ((41,), "name_asked", (42,))
    assert kept(person) == ["the diary is incomplete"]


def test_words_typed_about_one_thing_are_not_taken_for_those_about_another() -> None:
    """A text that was typed before its card came is told by the name of what the card asks."""
    answer, whole = About("answer", "ecog"), About("screening")
    places = (
        *(Raising("ecog", (4,)), Raising("alt", (4,)), Saying("ecog", 4), Saying("alt", 4)),
        *(Replying(4, 9, NoteList()), Replying(5, 9, NoteList())),
        *(WritingNote(answer), WritingNote(whole), WritingNote(whole, "team")),
    )
    asked = (*places, *(NameAsked(each, 41) for each in places))

    assert len({asks(Focus(each)) for each in asked}) == len(asked)
