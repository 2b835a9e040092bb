"""Whether a text was written for the question that stands, judged only by Telegram's marks.

A chat stores how its question was first shown: by a new message, and an answer has a later
number; or by an edit, dated in whole seconds. A showing without confirmation has no mark.
"""

from dataclasses import replace

from bot.telegram.updates import Update
from conversations.events import Belongs
from ectrial.ledger.ledger import Chat

# Telegram counts updates up, but after a quiet week it may start at any number
MOST_OVERTAKEN = 100_000


def belongs(update: Update, chat: Chat, asks: str) -> Belongs:
    """Tell whether a text belongs to the question that stands, whose name is `asks`."""
    if _is_overtaken(update, chat):
        return "late"
    if update.reply_to is not None and update.reply_to != chat.card:
        return "reply"
    if chat.asks != asks or update.sent is None or update.told_at is None:
        return "unknown"
    if chat.asked_in is not None:
        return "yes" if update.sent > chat.asked_in else "before"
    told_at = int(update.told_at.timestamp())
    if chat.asked_at is None or told_at == chat.asked_at:
        return "unknown"
    return "yes" if told_at > chat.asked_at else "before"


def after(chat: Chat, update: Update, asks: str) -> Chat:
    """Give the chat after a turn; a new question has not been shown yet."""
    newest = chat.newest if _is_overtaken(update, chat) else update.update_id
    if chat.asks == asks:
        return replace(chat, newest=newest)
    return replace(chat, newest=newest, asks=None, asked_in=None, asked_at=None)


def shown(
    chat: Chat, asks: str, *, message: int | None = None, edit_date: int | None = None
) -> Chat:
    """Give the chat after its question was shown by a new message, or by an edit."""
    if chat.asks == asks:
        return chat
    return replace(chat, asks=asks, asked_in=message, asked_at=edit_date)


def _is_overtaken(update: Update, chat: Chat) -> bool:
    return chat.newest is not None and 0 < chat.newest - update.update_id < MOST_OVERTAKEN
