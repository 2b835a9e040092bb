"""The people of several trials and their chats in version 0.7.0 go on in this one."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from conversations.events import Commanded, Typed
from conversations.focus import dump
from conversations.subject_codes import SubjectCodes
from ectrial.record.entries import Kind
from ectrial.trial.study_team import Contact, StudyTeam
from tests.bot.upgraded import Upgraded, checked
from tests.older_records import over
from tests.version_0_7_0 import (
    ADDS_UP_TO,
    ADMIN,
    COORDINATOR,
    INVESTIGATOR,
    OWN,
    SHANGHAI,
    TRIAL,
    trials,
    write_record,
)

LATER = datetime(2026, 11, 28, 9, tzinfo=UTC)
PLACES: dict[int, str] = {int(person): at for person, at in ADDS_UP_TO["places"].items()}
IN: dict[int, str] = {int(person): trial for person, trial in ADDS_UP_TO["trials"].items()}
STUDY = {TRIAL: StudyTeam(contact=Contact(chat=INVESTIGATOR), slots=2)}
COMMANDS = ("todo", "list", "trials", "log", "cancel")


@pytest.fixture
def upgraded(tmp_path: Path) -> Iterator[Upgraded]:
    path = write_record(tmp_path / "record.db")
    site = SubjectCodes("S-001"), frozenset({ADMIN}), STUDY, trials()
    yield from checked(Upgraded(path, LATER, *site))


def at(place: str, trial: str) -> int:
    """Give somebody whose chat stands there."""
    return next(each for each in PLACES if (PLACES[each], IN[each]) == (place, trial))


def test_every_chat_has_its_card_in_its_trial(upgraded: Upgraded) -> None:
    chats = {chat.id: chat for chat in upgraded.ledger.chats()}

    standing = {each: upgraded.turns.standing(chat) for each, chat in chats.items()}
    read = {each: dump(at.focus) for each, at in standing.items()}

    assert {each: at.focus.place.place for each, at in standing.items()} == PLACES
    assert {each: upgraded.turns.trial(chat) for each, chat in chats.items()} == IN
    assert all(upgraded.turns.screen(at).rows for at in standing.values())
    # nothing of a draft is lost: this version may only add to what is kept
    kept = {each: upgraded.turns.standing(chat).chat.focus or {} for each, chat in chats.items()}
    assert {each: over(read[each], kept[each]) for each in chats} == read
    assert len(set(PLACES.values())) > 65


def test_what_lapsed_there_is_confirmed_here(upgraded: Upgraded) -> None:
    upgraded.does(COORDINATOR, Commanded("trials"))
    if f"{SHANGHAI} ›" in upgraded.card(COORDINATOR):
        upgraded.taps(COORDINATOR, f"{SHANGHAI} ›")
    upgraded.does(COORDINATOR, Commanded("open", "S-001"))
    label = next(each for each in upgraded.labels(COORDINATOR) if each.startswith("Confirm: "))

    upgraded.taps(COORDINATOR, label)

    last = [each.said.kind for each in upgraded.ledger.entries()][-4:]
    assert Kind.LAPSED in last
    assert Kind.ANSWERED in last


@pytest.mark.long
def test_who_was_about_to_enter_a_part_does(upgraded: Upgraded) -> None:
    person = at("enrolled_as", OWN)

    upgraded.does(person, Typed("01-0311"), on_card=True)

    (*_, last) = upgraded.ledger.of_kinds([Kind.PARTICIPATION])
    assert (last.said.trial, last.said.text) == (OWN, "01-0311")
    assert "01-0311 · Part C" in upgraded.card(person)


@pytest.mark.long
def test_who_was_about_to_move_a_subject_moves_it(upgraded: Upgraded) -> None:
    upgraded.taps(at("moving", OWN), "Go on under version 2")

    assert upgraded.ledger.of_kinds([Kind.MOVED])[-1].said.protocol_version == "2"


@pytest.mark.long
def test_an_amendment_that_waits_is_activated_here(upgraded: Upgraded) -> None:
    person = at("amendment_number", TRIAL)
    upgraded.does(person, Typed("CN-A04"), on_card=True)

    upgraded.taps(person, "Activate version 3")

    assert upgraded.ledger.of_kinds([Kind.VERSION_ACTIVATED])[-1].said.text == "CN-A04"


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
