"""Where a chat stands, and what a turn that was recorded has left there."""

from typing import NamedTuple

from bot.telegram.updates import Update
from conversations.events import Typed
from conversations.focus import Focus
from conversations.turn import Turn, World
from ectrial.ledger.ledger import Chat
from ectrial.record.one_time_codes import Proved


class Standing(NamedTuple):
    """Where a chat stands, and the world that its card may know."""

    chat: Chat
    focus: Focus
    world: World


class Taken(NamedTuple):
    """A recorded turn, and where it left the chat; `proved` if a code was typed."""

    turn: Turn
    before: Chat
    standing: Standing
    proved: Proved | None = None

    def answered_by(self, update: Update) -> int | None:
        """Give the message of a typed text that is recorded, unless the message is deleted."""
        is_kept = self.proved is None and update.sent not in self.turn.unwanted
        is_answer = isinstance(update.event, Typed) and is_kept and bool(self.turn.entries)
        return update.sent if is_answer else None
