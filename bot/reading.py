"""An update of Telegram read as what one person did in a private chat; everything else is None."""

import re
from dataclasses import dataclass
from datetime import datetime

from telegram import CallbackQuery, Chat, Message, Update, User

from conversations.turn import Commanded, Event, Sent, Tapped, Typed
from ectrial.text import Language

LONGEST_TEXT = 4096
LONGEST_DATA = 64
BUTTON = re.compile(r"([0-9]{1,18})\.([a-z0-9._-]+)")
COMMAND = re.compile(r"/([A-Za-z][A-Za-z0-9_]{0,31})(?:@[A-Za-z0-9_]+)?(?:\s+(.*))?", re.DOTALL)
OLD_BUTTON = Tapped(-1, "")


@dataclass(frozen=True, slots=True)
class Heard:
    """What one person did. In a private chat the person's number is the chat's as well.

    `message` is the message whose button was tapped, `query` the tap that waits for an answer.
    """

    update_id: int
    person: int
    language: Language | None
    event: Event
    told_at: datetime | None = None
    message: int | None = None
    query: str | None = None


def read(update: Update) -> Heard | None:
    """Read what we act on: a tap or a message of a person, in the chat with that person alone."""
    if update.callback_query is not None:
        return _tap(update.update_id, update.callback_query)
    if update.message is not None:
        return _message(update.update_id, update.message)
    return None


def button(data: str | None) -> Tapped:
    """Read a button's data.

    >>> button("7.yes")
    Tapped(round=7, act='yes')
    >>> button("7.yes; DROP") == button(None) == OLD_BUTTON
    True
    """
    if data is None or len(data) > LONGEST_DATA:
        return OLD_BUTTON
    found = BUTTON.fullmatch(data)
    return Tapped(int(found[1]), found[2]) if found else OLD_BUTTON


def words(text: str) -> Commanded | Typed:
    """Tell a command from plain text.

    >>> words("/New@practice_bot S-014")
    Commanded(name='new', rest='S-014')
    >>> words("5.2 mmol/L")
    Typed(text='5.2 mmol/L')
    """
    found = COMMAND.fullmatch(text[:LONGEST_TEXT].strip())
    if found is None:
        return Typed(text[:LONGEST_TEXT])
    return Commanded(found[1].lower(), (found[2] or "").strip())


def language_of(user: User) -> Language | None:
    """Give the language of the person's own Telegram, if we speak it."""
    match (user.language_code or "").lower()[:2]:
        case "zh":
            return "zh"
        case "en":
            return "en"
    return None


def _tap(update_id: int, query: CallbackQuery) -> Heard | None:
    message = query.message
    if message is None or not _is_alone(message.chat, query.from_user):
        return None
    return Heard(
        update_id=update_id,
        person=query.from_user.id,
        language=language_of(query.from_user),
        event=button(query.data),
        message=message.message_id,
        query=query.id,
    )


def _message(update_id: int, message: Message) -> Heard | None:
    user = message.from_user
    if user is None or not _is_alone(message.chat, user):
        return None
    return Heard(
        update_id=update_id,
        person=user.id,
        language=language_of(user),
        event=Sent() if message.text is None else words(message.text),
        told_at=message.date,
    )


def _is_alone(chat: Chat, user: User) -> bool:
    return chat.type == Chat.PRIVATE and chat.id == user.id and not user.is_bot
