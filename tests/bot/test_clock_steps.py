"""The dialogue over the record when the machine's clock is set back in the middle of it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.serving.installation import Installation
from bot.serving.turns import Turns
from bot.telegram.updates import Update
from conversations.acts import key
from conversations.events import Commanded, Event, Tapped
from ectrial.ledger.ledger import Author, Chat, Ledger
from ectrial.record.entries import Kind
from ectrial.trial.protocol import Protocol
from ectrial.trial.versions import shipped

AUTHOR = Author(7, "coordinator")
DAY = timedelta(days=1)


class Table:
    """One person at one bot, with a clock to turn."""

    def __init__(self, path: Path, trial: Protocol) -> None:
        self.now = datetime(2026, 11, 23, 9, tzinfo=UTC)
        self.ledger = Ledger.open(path, site="x", via="telegram", clock=lambda: self.now)
        site = Installation(
            shipped(), lambda: self.now, UTC, "en", is_practice=False, admins=frozenset({7})
        )
        self._turns = Turns(self.ledger, site)
        self._updates = 0

    def does(self, event: Event) -> str:
        self._updates += 1
        self.now += timedelta(seconds=1)
        chat = self.ledger.chat(7)
        if chat is not None:
            self.ledger.save_chat(Chat(7, "en", chat.round, chat.focus, card=5, shown="x"))
        taken = self._turns.take(Update(self._updates, 7, "en", event, message=5), AUTHOR)
        assert taken is not None
        return taken.turn.toast

    def taps(self, label: str) -> str:
        return self.does(self.tap(label))

    def tap(self, label: str) -> Tapped:
        """Give a tap on the present card, to be made now or later."""
        chat = self.ledger.chat(7)
        assert chat is not None
        rows = self._turns.screen(self._turns.standing(chat)).rows
        (act,) = (
            key(button.act) for row in rows for button in row if button.label.startswith(label)
        )
        return Tapped(chat.round, act)

    @property
    def kinds(self) -> list[Kind]:
        return [entry.said.kind for entry in self.ledger.entries()]


@pytest.fixture
def table(tmp_path: Path, trial: Protocol) -> Iterator[Table]:
    table = Table(tmp_path / "record.db", trial)
    with table.ledger:
        table.does(Commanded("new", "S-014 M 58"))
        table.taps("1")
        yield table


def test_an_answer_after_the_step_can_be_undone_for_two_minutes(table: Table) -> None:
    table.now -= DAY
    table.taps("Yes")
    table.now += timedelta(minutes=1)

    table.taps("↩ Undo")

    assert table.kinds[-2:] == [Kind.ANSWERED, Kind.CORRECTED]
    assert table.ledger.verify().holds


def test_an_answer_after_the_step_cannot_be_undone_later(table: Table) -> None:
    table.now -= DAY
    table.taps("Yes")
    before, undo = table.kinds, table.tap("↩ Undo")
    table.now += timedelta(minutes=3)

    toast = table.does(undo)

    assert "Two minutes have passed" in toast
    assert table.kinds == before


def test_an_answer_from_before_the_step_can_still_be_undone(table: Table) -> None:
    before = len(table.kinds)
    table.now -= DAY

    table.taps("↩ Undo")

    assert table.kinds[before:] == [Kind.CORRECTED]


def test_the_list_keeps_the_order_of_what_was_done(table: Table) -> None:
    table.now -= DAY
    table.does(Commanded("new", "S-015 M 58"))

    assert [row.id.subject for row in table.ledger.screenings(limit=9)] == ["S-015", "S-014"]
    assert table.ledger.verify().clock_went_back != ()
