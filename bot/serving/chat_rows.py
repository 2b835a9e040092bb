"""The row of a chat after a turn, and the name of the question that it is asked."""

from dataclasses import replace
from hashlib import sha256

from bot.serving.belonging import after as after_turn
from bot.serving.live_card import is_old, stays
from bot.telegram.updates import Update
from conversations import focus as focuses
from conversations.events import Event
from conversations.focus import Focus
from conversations.older_focus import taken_up
from conversations.turn import Turn, World
from ectrial.ledger.ledger import Chat
from ectrial.record.entries import JSON
from ectrial.text import Language


def row_after(update: Update, chat: Chat, event: Event, turn: Turn, language: Language) -> Chat:
    """Give the row of the chat after a turn; its focus is kept by its record."""
    now = replace(chat, practice=chat.practice if turn.practice is None else turn.practice)
    return replace(
        after_turn(now, update, asks_of(now, turn.focus)),
        language=turn.language or language,
        # an outdated button or a tap too soon moves nothing: the card keeps its round
        round=chat.round + (turn.moves and not is_old(event, chat)),
        shown=chat.shown if stays(update, chat, turn, event) else None,
    )


def asks_of(chat: Chat, focus: Focus) -> str:
    """Name the question that a chat is asked; in practice by a hash, which holds no code."""
    asks = focuses.asks(focus)
    return f"practice {sha256(asks.encode()).hexdigest()}" if chat.practice else asks


def focus_of(world: World, kept: JSON) -> Focus:
    """Read a focus back; a focus of an older version is converted as far as possible."""
    return focuses.load(kept or {}) or taken_up(world, kept)
