"""Reads an update: what one person did in a private chat with the bot; None for all else.

Updates are read as plain JSON: the library would build an object for each button of the card.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from conversations.acts import KEY_LENGTH
from conversations.events import (
    Commanded,
    Edited,
    Event,
    PaperStopped,
    Sent,
    Silenced,
    Tapped,
    Typed,
)
from ectrial.text import Language

LONGEST_TEXT = 4096
LONGEST_DATA = 64
# Telegram's numbers fit in 31 bits. One beyond these, taken as offset of a poll, would acknowledge
# every other update unread, or could not be stored or sent at all.
MOST_UPDATES = 2**52
BUTTON = re.compile(rf"([0-9]{{1,18}})\.([0-9a-f]{{{KEY_LENGTH}}})")
# The button below a message about a similar trial
SILENCING = re.compile(r"off\.([0-9]{1,15})")
STOPPING = re.compile(r"stop\.([0-9]{1,15})")
# A Chinese keyboard types the slash and the @ as full-width characters
COMMAND = re.compile(
    r"[/／]([A-Za-z][A-Za-z0-9_]{0,31})(?:[@＠]([A-Za-z0-9_]+))?(?:\s+(.*))?", re.DOTALL
)
# What a person's message can contain. All other messages are Telegram's own notices: a message was
# pinned, a timer was set, a theme was chosen.
SENT = {
    "animation", "audio", "checklist", "contact", "dice", "document", "game", "live_photo",
    "location", "paid_media", "photo", "poll", "rich_message", "sticker", "story", "text", "venue",
    "video", "video_note", "voice",
}  # fmt: skip
OLD_BUTTON = Tapped(-1, "")

RawUpdate = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Membership:
    """The person has blocked or unblocked the bot; the dialogue ignores this."""

    has_blocked: bool


@dataclass(frozen=True, slots=True)
class Update:
    """What one person did. A private chat has the same number as its person.

    `message` is the one whose button was tapped, `callback_query` the tap that must be answered.
    `sent` is the message that the person wrote at `told_at`, and `text` its words; `reply_to` is
    our message to which the person replied.
    """

    update_id: int
    person: int
    language: Language | None
    event: Event | Membership
    told_at: datetime | None = None
    message: int | None = None
    callback_query: str | None = None
    sent: int | None = None
    reply_to: int | None = None
    text: str | None = field(default=None, repr=False)


def has_number(update: object) -> bool:
    """Whether this is an update with a number by which it can be stored and acknowledged.

    >>> has_number({"update_id": 7}), has_number({"update_id": -7}), has_number({})
    (True, False, False)
    """
    number = update.get("update_id") if isinstance(update, dict) else None
    return type(number) is int and 0 <= number < MOST_UPDATES


def read(update: RawUpdate, bot_name: str = "") -> Update | None:
    """Read what a person did in the private chat with the bot: a tap, a message, a block.

    A command for another bot gives None.

    Raises KeyError, TypeError or ValueError if the update is not as Telegram documents it.
    """
    if not has_number(update):
        raise ValueError("no usable number")
    number = update["update_id"]
    if (query := update.get("callback_query")) is not None:
        return _tap(number, query)
    if (message := update.get("message")) is not None:
        return _message(number, message, bot_name)
    if (message := update.get("edited_message")) is not None:
        edited = _message(number, message, bot_name)
        words_now = _words(message.get("text") or message.get("caption") or "")[:LONGEST_TEXT]
        return edited and replace(edited, event=Edited(words_now, edited.sent or 0))
    if (change := update.get("my_chat_member")) is not None:
        return _membership(number, change)
    return None


def button(data: Any) -> Tapped | Silenced | PaperStopped:
    """Read a button's data.

    >>> button("7.0123456789abcdef0123")
    Tapped(round=7, key='0123456789abcdef0123', after_ms=None)
    >>> button("7.yes; DROP") == button(None) == OLD_BUTTON
    True
    >>> button("off.3")
    Silenced(wish=3)
    >>> button("stop.3")
    PaperStopped(paper=3)
    """
    if not isinstance(data, str) or len(data) > LONGEST_DATA:
        return OLD_BUTTON
    if silencing := SILENCING.fullmatch(data):
        return Silenced(int(silencing[1]))
    if stopping := STOPPING.fullmatch(data):
        return PaperStopped(int(stopping[1]))
    found = BUTTON.fullmatch(data)
    return Tapped(int(found[1]), found[2]) if found else OLD_BUTTON


def words(text: str, bot_name: str = "") -> Commanded | Typed | None:
    """Tell a command from plain text; None for a command that names another bot.

    >>> words("／New@practice_bot S-014", "Practice_bot")
    Commanded(name='new', rest='S-014', message=0)
    >>> words("/new@another_bot S-014", "Practice_bot")
    >>> words("5.2 mmol/L")
    Typed(text='5.2 mmol/L', belongs='yes', message=0, is_of_lost_trial=False)
    """
    found = COMMAND.fullmatch(text[:LONGEST_TEXT].strip())
    if found is None:
        return Typed(text[:LONGEST_TEXT])
    if found[2] is not None and bot_name and found[2].lower() != bot_name.lower():
        return None
    return Commanded(found[1].lower(), (found[3] or "").strip())


def language_of(user: RawUpdate) -> Language | None:
    """Give the language of the person's Telegram app, if it is one of ours."""
    match _words(user.get("language_code") or "").lower()[:2]:
        case "zh":
            return "zh"
        case "en":
            return "en"
    return None


def _tap(update_id: int, query: RawUpdate) -> Update | None:
    user, message = query["from"], query.get("message")
    if message is None or not _is_alone(message["chat"], user):
        return None
    return Update(
        update_id=update_id,
        person=_whole(user["id"]),
        language=language_of(user),
        event=button(query.get("data")),
        message=_whole(message["message_id"]),
        callback_query=_words(query["id"]),
    )


def _message(update_id: int, message: RawUpdate, bot_name: str = "") -> Update | None:
    told_at = datetime.fromtimestamp(_whole(message["date"]), UTC)
    user, text = message.get("from"), message.get("text")
    if user is None or not _is_alone(message["chat"], user) or SENT.isdisjoint(message):
        return None
    caption = _words(message.get("caption") or "")[:LONGEST_TEXT]
    event = Sent(caption) if text is None else words(_words(text), bot_name)
    if event is None:
        return None
    return Update(
        update_id=update_id,
        person=_whole(user["id"]),
        language=language_of(user),
        event=event,
        told_at=told_at,
        sent=_whole(message["message_id"]),
        reply_to=_card_replied_to(message),
        text=text,
    )


def _membership(update_id: int, change: RawUpdate) -> Update | None:
    user, status = change["from"], _words(change["new_chat_member"]["status"])
    if not _is_alone(change["chat"], user):
        return None
    return Update(
        update_id=update_id,
        person=_whole(user["id"]),
        language=language_of(user),
        event=Membership(has_blocked=status == "kicked"),
    )


def _card_replied_to(message: RawUpdate) -> int | None:
    replied = message.get("reply_to_message")
    if replied is None or not replied.get("from", {}).get("is_bot"):
        return None
    return _whole(replied["message_id"])


def _is_alone(chat: RawUpdate, user: RawUpdate) -> bool:
    is_private = chat["type"] == "private" and chat["id"] == user["id"]
    return is_private and user["is_bot"] is False


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise TypeError("not a whole number")
    return value


def _words(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value
