"""The team and the chats of version 0.4.0 go on in this one."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from conversations.events import Commanded, Typed
from conversations.subject_codes import SubjectCodes
from tests.bot.upgraded import Upgraded, checked
from tests.campaigns import by_place, campaign
from tests.version_0_4_0 import (
    ADMIN,
    COORDINATOR,
    INVESTIGATOR,
    REDACTED,
    write_record,
)

LATER = datetime(2026, 11, 28, 18, tzinfo=UTC)
CODES = SubjectCodes("S-001", re.compile("(S|ZHANGWEI)-[0-9]+"))
TEAM = (ADMIN, COORDINATOR, INVESTIGATOR)


@pytest.fixture
def upgraded(tmp_path: Path) -> Iterator[Upgraded]:
    path = write_record(tmp_path / "record.db")
    yield from checked(Upgraded(path, LATER, CODES, frozenset({ADMIN})))


def test_every_chat_is_read_where_it_stood(upgraded: Upgraded) -> None:
    chats = upgraded.ledger.chats()
    stood = [chat.focus["place"]["place"] if chat.focus else "home" for chat in chats]

    standing = [upgraded.turns.standing(chat) for chat in chats]

    assert [each.focus.place.place for each in standing] == stood
    assert all(upgraded.turns.screen(each).rows for each in standing)
    assert len(chats) == 23


def test_people_who_left_stay_strangers(upgraded: Upgraded) -> None:
    people = {chat.id for chat in upgraded.ledger.chats()}

    let_in = {person for person in people if upgraded.access.author(person) is not None}

    assert people > {*TEAM}
    assert let_in == {*TEAM}


@pytest.mark.parametrize("person", campaign(by_place(TEAM), "0"))
def test_everybody_screens_and_forwards_as_before(upgraded: Upgraded, person: int) -> None:
    opened = upgraded.does(person, Commanded("new", f"S-9{person} M 58"))
    asked_next = upgraded.taps(person, "1")
    upgraded.does(person, Commanded("verdict"))
    text = upgraded.taps(person, "Text to forward")

    assert f"S-9{person}" in opened
    assert "Esophageal SCC on histology" in asked_next
    assert f"S-9{person}" in text


@pytest.mark.long
@pytest.mark.parametrize("person", TEAM)
def test_screening_goes_on_where_it_stopped(upgraded: Upgraded, person: int) -> None:
    opened = upgraded.does(person, Commanded("open", REDACTED))

    assert f"{REDACTED} is open: going on where it stopped." in opened
    assert "ALP" in opened
    upgraded.does(person, Typed("80/120"))


def test_team_card_shows_the_old_members_by_role_and_number(upgraded: Upgraded) -> None:
    card = upgraded.does(ADMIN, Commanded("team"))

    assert f"coordinator {COORDINATOR}" in card
    assert f"investigator {INVESTIGATOR}" in card
    assert "120" not in card


def test_old_member_is_made_principal(upgraded: Upgraded) -> None:
    upgraded.does(ADMIN, Commanded("team"))
    upgraded.taps(ADMIN, f"investigator {INVESTIGATOR}")
    upgraded.taps(ADMIN, "Role ›")
    upgraded.taps(ADMIN, "principal investigator")

    author = upgraded.access.author(INVESTIGATOR)
    assert author is not None
    assert author.role == "principal"
