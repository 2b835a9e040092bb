"""Whether a text was written for the question that stands: by Telegram's own marks alone.

A chat keeps how its question was first shown: by a new message, which a text for it comes after,
or by an edit, which is dated in whole seconds. One whose showing was never confirmed has no mark.
"""

from dataclasses import replace

from bot.telegram.updates import Update
from conversations.turn import Belongs
from ectrial.ledger.ledger import Chat

# Telegram counts updates up, but may begin anywhere after a quiet week
MOST_OVERTAKEN = 100_000


def belongs(update: Update, chat: Chat, asks: str) -> Belongs:
    """Tell it of a text, where `asks` names the question that stands."""
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
    """Give the chat after a turn; another question than before has not been shown yet."""
    newest = chat.newest if _is_overtaken(update, chat) else update.update_id
    if chat.asks == asks:
        return replace(chat, newest=newest)
    return replace(chat, newest=newest, asks=None, asked_in=None, asked_at=None)


def shown(
    chat: Chat, asks: str, *, message: int | None = None, edit_date: int | None = None
) -> Chat:
    """Give the chat once its question is shown by a new message, or by an edit."""
    if chat.asks == asks:
        return chat
    return replace(chat, asks=asks, asked_in=message, asked_at=edit_date)


def _is_overtaken(update: Update, chat: Chat) -> bool:
    return chat.newest is not None and 0 < chat.newest - update.update_id < MOST_OVERTAKEN
