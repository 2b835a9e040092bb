"""Chats of version 0.1.0 go on in this one, and the record adds up."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.serving.installation import Installation
from bot.serving.turns import Turns
from bot.telegram.updates import Update
from conversations.acts import key
from conversations.turn import Commanded, Event, Tapped
from ectrial.ledger.ledger import Author, Chat, Ledger
from ectrial.ledger.verify import entries_of_file
from ectrial.trial.recomputation import recompute
from ectrial.trial.versions import shipped
from tests.campaigns import by_name, campaign
from tests.version_0_1_0 import ADDS_UP_TO, FOCUSES, SITE, write_record

LATER = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Upgraded:
    """The record of that version, open in this one, and turns taken on it."""

    def __init__(self, path: Path) -> None:
        self.path = write_record(path)
        self.now = LATER
        self.ledger = Ledger.open(self.path, site=SITE, via="telegram", clock=self.tick)
        site = Installation(shipped(), self.tick, UTC, "en", is_practice=False)
        self.turns = Turns(self.ledger, site)
        self.updates = 0

    def tick(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def does(self, chat: Chat, event: Event) -> None:
        self.updates += 1
        update = Update(1_000_000 + self.updates, chat.id, None, event, message=chat.card)
        assert self.turns.take(update, Author(chat.id, "coordinator")) is not None

    def taps_first(self, chat: Chat) -> None:
        """Tap the first button of the card as this version shows it."""
        standing = self.turns.standing(chat)
        button = self.turns.screen(standing).rows[0][0]
        self.does(chat, Tapped(chat.round, key(button.act)))


@pytest.fixture
def upgraded(tmp_path: Path) -> Iterator[Upgraded]:
    opened = Upgraded(tmp_path / "record.db")
    yield opened
    found = opened.ledger.verify()
    opened.ledger.close()
    assert found.holds, found.breaks
    verdicts = recompute(entries_of_file(opened.path), shipped())
    assert (verdicts.not_shipped, verdicts.wrong, verdicts.unreadable) == (0, (), ())


def test_every_chat_is_shown_a_card_with_buttons(upgraded: Upgraded) -> None:
    chats = upgraded.ledger.chats()

    screens = [upgraded.turns.screen(upgraded.turns.standing(chat)) for chat in chats]

    assert len(screens) == len(FOCUSES)
    assert all(screen.blocks and screen.rows for screen in screens)


@pytest.mark.parametrize(
    "command", campaign(by_name(["verdict", "list", "review", "resume", "cancel"]), "review")
)
def test_every_chat_takes_a_command(upgraded: Upgraded, command: str) -> None:
    for chat in upgraded.ledger.chats():
        upgraded.does(chat, Commanded(command))

    assert list(upgraded.ledger.head()) == ADDS_UP_TO["head"]


def test_every_chat_takes_a_tap_on_its_first_button(upgraded: Upgraded) -> None:
    for chat in upgraded.ledger.chats():
        upgraded.taps_first(chat)

    assert upgraded.ledger.head()[0] > ADDS_UP_TO["head"][0]
