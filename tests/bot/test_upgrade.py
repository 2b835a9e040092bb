"""Chats of version 0.1.0 go on in this one, and the record adds up."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from conversations.events import Commanded
from tests.bot.upgraded import Upgraded, checked
from tests.campaigns import by_name, campaign
from tests.version_0_1_0 import ADDS_UP_TO, FOCUSES, TRIAL, write_record

LATER = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def upgraded(tmp_path: Path) -> Iterator[Upgraded]:
    yield from checked(Upgraded(write_record(tmp_path / "record.db"), LATER))


@pytest.mark.long
def test_every_chat_is_shown_a_card_with_buttons(upgraded: Upgraded) -> None:
    chats = upgraded.ledger.chats()

    screens = [upgraded.turns.screen(upgraded.turns.standing(chat)) for chat in chats]

    assert len(screens) == len(FOCUSES)
    assert all(screen.blocks and screen.rows for screen in screens)


@pytest.mark.long
@pytest.mark.parametrize(
    "command", campaign(by_name(["verdict", "list", "review", "resume", "cancel"]), "review")
)
def test_every_chat_takes_a_command(upgraded: Upgraded, command: str) -> None:
    for chat in upgraded.ledger.chats():
        upgraded.does(chat.id, Commanded(command))

    assert list(upgraded.ledger.head()) == ADDS_UP_TO["head"]


@pytest.mark.long
def test_every_chat_takes_a_tap_on_its_first_button(upgraded: Upgraded) -> None:
    for chat in upgraded.ledger.chats():
        upgraded.taps(chat.id)

    assert upgraded.ledger.head()[0] > ADDS_UP_TO["head"][0]


def test_the_team_is_of_the_trial_there_was_alone(upgraded: Upgraded) -> None:
    known = upgraded.ledger.team().members

    assert known
    assert upgraded.ledger.of(TRIAL).team().members == known
    assert not upgraded.ledger.of("SBRT-OLIGO").team().members
