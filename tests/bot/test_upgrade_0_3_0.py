"""Chats of version 0.3.0 go on in this one, also after a name in its record was redacted."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.serving.installation import Installation
from bot.serving.turns import Turns
from bot.telegram.updates import Update
from conversations.acts import key
from conversations.subject_codes import SubjectCodes
from conversations.turn import Commanded, Event, Tapped
from ectrial.ledger.copies.redaction import Wish
from ectrial.ledger.copies.rotation import folder_of
from ectrial.ledger.ledger import Author, Chat, Ledger
from ectrial.ledger.redacting import redact
from ectrial.ledger.verify import entries_of_file
from ectrial.record.entries import Reason
from ectrial.trial.recomputation import recompute
from ectrial.trial.versions import shipped
from tests.version_0_3_0 import NAME, SITE, TRIAL, write_record

LATER = datetime(2026, 11, 28, 18, tzinfo=UTC)
PLACEHOLDER = "REDACTED-1"
CODES = SubjectCodes("S-001", re.compile("(S|ZHANGWEI)-[0-9]+"))


class Upgraded:
    """The record of that version, open in this one, and turns taken on it."""

    def __init__(self, path: Path) -> None:
        self.now = LATER
        self.ledger = Ledger.open(path, site=SITE, via="telegram", clock=self.tick)
        site = Installation(shipped(), self.tick, UTC, "en", is_practice=False, codes=CODES)
        self.turns = Turns(self.ledger, site)
        self.updates = 0

    def tick(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def does(self, chat: Chat, event: Event) -> str:
        """Let a person do something; give the card."""
        self.updates += 1
        update = Update(1_000_000 + self.updates, chat.id, None, event, message=chat.card)
        assert self.turns.take(update, Author(chat.id, "coordinator")) is not None
        return self.card(chat)

    def card(self, chat: Chat) -> str:
        screen = self.turns.screen(self.turns.standing(self.ledger.chat(chat.id) or chat))
        labels = [button.label for row in screen.rows for button in row]
        return "\n".join([*(block.text for block in screen.blocks), *labels])


@pytest.fixture(params=[False, True], ids=["as it was", "redacted"])
def upgraded(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Upgraded]:
    path = write_record(tmp_path / "record.db")
    if request.param:
        wish = Wish((SITE, TRIAL), NAME, Reason.PERSONAL_DATA, Author(0, "operator"))
        redact(path, wish, LATER, None, folder_of(path))
    opened = Upgraded(path)
    yield opened
    found = opened.ledger.verify()
    opened.ledger.close()
    assert found.holds, found.breaks
    verdicts = recompute(entries_of_file(path), shipped())
    assert (verdicts.not_shipped, verdicts.wrong, verdicts.unreadable) == (0, (), ())


def test_every_chat_takes_its_first_button_and_each_command(upgraded: Upgraded) -> None:
    for chat in upgraded.ledger.chats():
        standing = upgraded.turns.standing(chat)
        button = upgraded.turns.screen(standing).rows[0][0]
        upgraded.does(chat, Tapped(chat.round, key(button.act)))
        for command in ("list", "verdict", "review", "resume"):
            upgraded.does(chat, Commanded(command))


def test_the_screening_is_found_and_goes_on_under_what_it_is_called(upgraded: Upgraded) -> None:
    chat = upgraded.ledger.chats()[0]
    codes = {row.id.subject for row in upgraded.ledger.screenings(limit=99)}
    (name,) = codes & {NAME, PLACEHOLDER}

    opened = upgraded.does(chat, Commanded("open", name))

    assert f"{name} is open: going on where it stopped." in opened
    assert "ALT and its ULN?" in opened
