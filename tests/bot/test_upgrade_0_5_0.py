"""The team and the chats of version 0.5.0 go on in this one."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from conversations.events import Commanded, Typed
from conversations.focus import dump
from conversations.subject_codes import SubjectCodes
from tests.bot.upgraded import Upgraded, checked
from tests.older_records import over
from tests.version_0_5_0 import (
    ADDS_UP_TO,
    ADMIN,
    COORDINATOR,
    COVERED,
    INVESTIGATOR,
    MONITOR,
    write_record,
)

LATER = datetime(2026, 11, 29, 18, tzinfo=UTC)
CODES = SubjectCodes("S-001")
PLACES: dict[int, str] = {int(person): at for person, at in ADDS_UP_TO["places"].items()}


@pytest.fixture
def upgraded(tmp_path: Path) -> Iterator[Upgraded]:
    path = write_record(tmp_path / "record.db")
    yield from checked(Upgraded(path, LATER, CODES, frozenset({ADMIN})))


COMMANDS = (
    *("todo", "list", "verdict", "review", "team", "shift", "notes", "start"),
    *("cancel", "new", "clear", "practice", "resume", "help"),
)


def test_every_chat_has_its_card_where_it_stood(upgraded: Upgraded) -> None:
    chats = {chat.id: chat for chat in upgraded.ledger.chats()}

    standing = {each: upgraded.turns.standing(chat) for each, chat in chats.items()}
    read = {each: dump(at.focus) for each, at in standing.items()}

    assert {each: at.focus.place.place for each, at in standing.items()} == PLACES
    assert all(upgraded.turns.screen(each).rows for each in standing.values())
    # nothing of a draft is lost: this version may only add to what is kept
    assert {each: over(read[each], chat.focus or {}) for each, chat in chats.items()} == read
    assert len(set(PLACES.values())) > 60


def test_results_that_were_read_are_recorded_by_a_tap(upgraded: Upgraded) -> None:
    (person, *_) = [each for each, place in PLACES.items() if place == "report"]

    shown = upgraded.taps(person)

    assert "Recorded: 5 results." in shown


@pytest.mark.long
def test_what_the_team_was_asked_for_is_done_here(upgraded: Upgraded) -> None:
    assert "⏰ tomorrow 08:15" in upgraded.card(COVERED)
    assert "Zhao Min hands over" in upgraded.card(COORDINATOR)

    upgraded.taps(COORDINATOR, "Accept")
    upgraded.does(MONITOR, Commanded("todo"))
    upgraded.taps(MONITOR, "S-001 INCL01")
    upgraded.taps(MONITOR, "Close: checked")
    left = upgraded.ledger.open_queries()

    assert {each.assignee for each in left} == {COORDINATOR}
    assert len(left) == len(ADDS_UP_TO["open_queries"]) - 1


@pytest.mark.long
def test_old_signature_stands_and_a_superseded_one_is_asked_for_anew(upgraded: Upgraded) -> None:
    upgraded.does(COORDINATOR, Commanded("verdict", "S-001"))
    text = upgraded.taps(COORDINATOR, "Text to forward")
    asked = upgraded.does(INVESTIGATOR, Commanded("todo"))

    assert "Signed: Li Wei (principal investigator)" in text
    assert "S-002 · signature superseded by Chen Jing" in asked


@pytest.mark.long
@pytest.mark.parametrize("command", COMMANDS)
def test_every_chat_takes_a_command(upgraded: Upgraded, command: str) -> None:
    upgraded.every_chat_does(Commanded(command))


@pytest.mark.long
def test_every_chat_takes_a_tap_on_its_first_button(upgraded: Upgraded) -> None:
    upgraded.every_chat_does()

    assert upgraded.ledger.head()[0] > ADDS_UP_TO["head"][0]


@pytest.mark.long
def test_every_chat_takes_a_typed_text(upgraded: Upgraded) -> None:
    upgraded.every_chat_does(Typed("zzz"))
