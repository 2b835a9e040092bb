"""Private chats between the bot and people, and the messages in them."""

from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.changes import Changes
from bot.sandbox.formatting import Formatted
from bot.sandbox.html import Entity
from bot.sandbox.people import Person


@dataclass
class Message:
    """One message in its present state."""

    message_id: int
    sender: dict[str, Any]
    chat: dict[str, Any]
    date: int
    text: str
    entities: list[Entity]
    keyboard: dict[str, Any] | None = None
    force_reply: dict[str, Any] | None = None
    # the photo or document above the text, in the field of a Message that shows it
    media: dict[str, Any] = field(default_factory=dict)
    extras: dict[str, Any] = field(default_factory=dict)
    edit_date: int | None = None
    reaction: list[dict[str, Any]] = field(default_factory=list)
    is_silent: bool = False

    @property
    def is_from_bot(self) -> bool:
        """Whether the bot wrote the message."""
        return bool(self.sender["is_bot"])

    @property
    def wire(self) -> dict[str, Any]:
        """The message as Telegram's Message object."""
        text, entities = ("caption", "caption_entities") if self.media else ("text", "entities")
        optional = {
            **self.media,
            text: self.text,
            "edit_date": self.edit_date,
            entities: self.entities,
            "reply_markup": self.keyboard,
            **self.extras,
        }
        return {
            "message_id": self.message_id,
            "from": self.sender,
            "chat": self.chat,
            "date": self.date,
            **{name: value for name, value in optional.items() if value},
        }

    @property
    def on_phone(self) -> dict[str, Any]:
        """The message with the additional fields that only the person's app gets."""
        own = {"force_reply": self.force_reply, "reaction": self.reaction}
        return {**self.wire, **own, "is_silent": self.is_silent}

    def shows(self, file_id: str) -> bool:
        """Whether this file is the message's photo or document."""
        shown = [*self.media.get("photo", []), self.media.get("document", {})]
        return any(file.get("file_id") == file_id for file in shown)


class Chat:
    """One person's chat with the bot."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.messages: dict[int, Message] = {}
        self.changes = Changes()
        self.is_started = False
        self.is_blocked = False
        self._last_message_id = 0

    @property
    def instance(self) -> str:
        """The ``chat_instance`` of this chat's callback queries."""
        return str(7_000_000_000_000 + self.person.id)

    def add(
        self,
        sender: dict[str, Any],
        date: int,
        content: Formatted,
        *,
        keyboard: dict[str, Any] | None = None,
        force_reply: dict[str, Any] | None = None,
        media: dict[str, Any] | None = None,
        extras: dict[str, Any] | None = None,
        is_silent: bool = False,
    ) -> Message:
        """Add a new message at the end."""
        self._last_message_id += 1
        message = Message(
            self._last_message_id,
            sender,
            self.person.chat,
            date,
            content.text,
            content.entities,
            keyboard,
            force_reply,
            media or {},
            extras or {},
            is_silent=is_silent,
        )
        self.messages[message.message_id] = message
        self.changes.note("message", message=message.on_phone)
        return message

    def show_again(self, message: Message) -> None:
        """Tell the phone that a message has changed."""
        self.changes.note("edited", message=message.on_phone)

    def remove(self, message_id: int) -> None:
        """Delete a message on both sides."""
        del self.messages[message_id]
        self.changes.note("deleted", message_id=message_id)
