"""The team and the chats of version 0.6.0 go on in this one."""

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
from tests.version_0_6_0 import (
    ADDS_UP_TO,
    ADMIN,
    COLLEAGUE,
    COORDINATOR,
    INVESTIGATOR,
    TRIAL,
    write_record,
)

LATER = datetime(2026, 11, 27, 9, tzinfo=UTC)
CODES = SubjectCodes("S-001")
PLACES: dict[int, str] = {int(person): at for person, at in ADDS_UP_TO["places"].items()}
STUDY = {TRIAL: StudyTeam(contact=Contact(chat=INVESTIGATOR), slots=2)}
(ASKED_FOR_A_NUMBER,) = [each for each, place in PLACES.items() if place == "enrolled_as"]
COMMANDS = ("todo", "list", "verdict", "review", "rounds", "share", "notes", "trials", "cancel")


@pytest.fixture
def upgraded(tmp_path: Path) -> Iterator[Upgraded]:
    path = write_record(tmp_path / "record.db")
    yield from checked(Upgraded(path, LATER, CODES, frozenset({ADMIN}), STUDY))


def test_every_chat_has_its_card_where_it_stood(upgraded: Upgraded) -> None:
    chats = {chat.id: chat for chat in upgraded.ledger.chats()}

    standing = {each: upgraded.turns.standing(chat) for each, chat in chats.items()}
    read = {each: dump(at.focus) for each, at in standing.items()}

    assert {each: at.focus.place.place for each, at in standing.items()} == {
        **PLACES,
        ASKED_FOR_A_NUMBER: "participation",
    }
    assert all(upgraded.turns.screen(at).rows for at in standing.values())
    # nothing of a draft is lost: this version may only add to what is kept
    del read[ASKED_FOR_A_NUMBER], chats[ASKED_FOR_A_NUMBER]
    assert {each: over(read[each], chat.focus or {}) for each, chat in chats.items()} == read
    assert len(set(PLACES.values())) > 80


def test_what_waited_for_the_contact_is_returned_here(upgraded: Upgraded) -> None:
    shown = upgraded.taps(INVESTIGATOR, "Answers are missing")

    last = upgraded.ledger.of_kinds([Kind.REFERRAL_RETURNED])[-1]
    assert "Returned and recorded." in shown
    assert last.said.screening is not None
    assert last.said.screening.subject == "S-006"


def test_who_was_asked_for_a_subject_number_is_led_back_to_its_card(upgraded: Upgraded) -> None:
    there, head = upgraded.card(ASKED_FOR_A_NUMBER), upgraded.ledger.head()

    typed = upgraded.does(ASKED_FOR_A_NUMBER, Typed("01-0399"))

    assert "S-007" in there
    assert "Enrolled…" in there
    assert "Nothing was recorded." in typed
    assert upgraded.ledger.head() == head


@pytest.mark.long
def test_what_a_colleague_hands_over_is_accepted_or_returned_here(upgraded: Upgraded) -> None:
    upgraded.taps(COLLEAGUE, "Accept")
    upgraded.taps(COORDINATOR, "No time for it")

    last = upgraded.ledger.of_kinds([Kind.SHIFT_ACCEPTED, Kind.SHIFT_RETURNED])[-2:]
    assert [each.actor for each in last] == [COLLEAGUE, COORDINATOR]


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
