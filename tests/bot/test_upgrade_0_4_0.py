"""The team and the chats of version 0.4.0 go on in this one."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.serving.access import Access
from bot.serving.turns import Installation, Turns
from bot.telegram.updates import Update
from conversations.acts import key
from conversations.subject_codes import SubjectCodes
from conversations.turn import Commanded, Event, Tapped, Typed
from ectrial.ledger.ledger import Chat, Ledger
from ectrial.ledger.verify import entries_of_file
from ectrial.trial.recomputation import recompute
from ectrial.trial.versions import shipped
from tests.version_0_4_0 import (
    ADMIN,
    COORDINATOR,
    INVESTIGATOR,
    REDACTED,
    SITE,
    write_record,
)

LATER = datetime(2026, 11, 28, 18, tzinfo=UTC)
CODES = SubjectCodes("S-001", re.compile("(S|ZHANGWEI)-[0-9]+"))
TEAM = (ADMIN, COORDINATOR, INVESTIGATOR)


class Upgraded:
    """The record of that version, open in this one, and turns of its team taken on it."""

    def __init__(self, path: Path) -> None:
        self.now = LATER
        self.ledger = Ledger.open(path, site=SITE, via="telegram", clock=self.tick)
        admins = frozenset({ADMIN})
        site = Installation(
            shipped(), self.tick, UTC, "en", is_practice=False, codes=CODES, admins=admins
        )
        self.turns = Turns(self.ledger, site)
        self.access = Access(self.ledger, admins, site.today)
        self.updates = 0

    def tick(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def chat(self, person: int) -> Chat:
        return self.ledger.chat(person) or Chat(person)

    def does(self, person: int, event: Event) -> str:
        """Let a person of the team do something; give the card."""
        self.updates += 1
        update = Update(
            1_000_000 + self.updates, person, None, event, message=self.chat(person).card
        )
        author = self.access.author(person)
        assert author is not None
        assert self.turns.take(update, author) is not None
        return self.card(person)

    def taps(self, person: int, label: str) -> str:
        screen = self.turns.screen(self.turns.standing(self.chat(person)))
        button = next(each for row in screen.rows for each in row if each.label == label)
        return self.does(person, Tapped(self.chat(person).round, key(button.act)))

    def card(self, person: int) -> str:
        screen = self.turns.screen(self.turns.standing(self.chat(person)))
        labels = [button.label for row in screen.rows for button in row]
        return "\n".join([*(block.text for block in screen.blocks), *labels])


@pytest.fixture
def upgraded(tmp_path: Path) -> Iterator[Upgraded]:
    path = write_record(tmp_path / "record.db")
    opened = Upgraded(path)
    yield opened
    found = opened.ledger.verify()
    opened.ledger.close()
    assert found.holds, found.breaks
    verdicts = recompute(entries_of_file(path), shipped())
    assert (verdicts.not_shipped, verdicts.wrong, verdicts.unreadable) == (0, (), ())


def test_every_chat_is_read_where_it_stood(upgraded: Upgraded) -> None:
    for chat in upgraded.ledger.chats():
        place = chat.focus and chat.focus["place"]["place"]
        standing = upgraded.turns.standing(chat)

        assert standing.focus.place.place == (place or "home")
        assert upgraded.turns.screen(standing).rows


def test_people_who_left_stay_strangers(upgraded: Upgraded) -> None:
    people = {chat.id for chat in upgraded.ledger.chats()}

    let_in = {person for person in people if upgraded.access.author(person) is not None}

    assert let_in == {*TEAM} & people


@pytest.mark.parametrize("person", TEAM)
def test_everybody_screens_and_forwards_as_before(upgraded: Upgraded, person: int) -> None:
    opened = upgraded.does(person, Commanded("new", f"S-9{person} M 58"))
    asked_next = upgraded.taps(person, "1")
    upgraded.does(person, Commanded("verdict"))
    text = upgraded.taps(person, "Text to forward")

    assert f"S-9{person}" in opened
    assert "Esophageal SCC on histology" in asked_next
    assert f"S-9{person}" in text


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
