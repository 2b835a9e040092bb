"""Keeps in a chat's row which message is its card, and how its question was shown."""

from dataclasses import replace

from bot.serving.belonging import shown
from ectrial.ledger.ledger import Chat, Ledger

# `Chat.shown` of a card that is the last message of its chat
LAST = "last"


class ShownCards:
    """Notes what Telegram has confirmed; `before` is the row that the card was made of."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def sent(self, message: int, before: Chat, asks: str) -> None:
        """Note a card that was sent as a new message."""
        now = self._ledger.chat(before.id)
        if now is None:
            return
        if now.round == before.round:
            now = shown(replace(now, shown=LAST), asks, message=message)
        else:
            now = replace(now, shown=None)
        self._ledger.save_chat(replace(now, card=message))

    def edited(self, before: Chat, asks: str, edit_date: int | None) -> None:
        """Note when a question was first shown by an edit."""
        now = self._ledger.chat(before.id)
        if now is not None and now.round == before.round and now.asks != asks:
            self._ledger.save_chat(shown(now, asks, edit_date=edit_date))

    def taken(self, chat: int) -> None:
        """Note that a chat has no card; whoever comes back gets one with a round of its own."""
        now = self._ledger.chat(chat)
        if now is not None:
            self._ledger.save_chat(replace(now, card=None, shown=None, round=now.round + 1))
