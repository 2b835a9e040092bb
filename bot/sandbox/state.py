"""The state of one sandbox: the bot, its people, their chats, pending updates; in memory only."""

from collections.abc import Callable, Iterable
from typing import Any

from bot.sandbox.chats import Chat, Message
from bot.sandbox.files import Files
from bot.sandbox.formatting import Formatted, formatted
from bot.sandbox.people import Person
from bot.sandbox.profile import Profile
from bot.sandbox.refusal import Refusal, bad_request, forbidden
from bot.sandbox.taps import Taps
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.webhook import Webhook

BOT_USERNAME = "sandbox_practice_bot"
# Tests of load begin with more; this is for those who are added by hand
MOST_PEOPLE = 100
EMPTY_PHOTO = {"file_id": "empty", "file_unique_id": "empty", "width": 1, "height": 1}


class State:
    """Turns people's actions into updates, and puts the bot's actions into their chats."""

    def __init__(self, token: str, people: Iterable[Person], now: Callable[[], float]) -> None:
        self.token = token
        self.chats = {person.id: Chat(person) for person in people}
        self.now = now
        self.updates = UpdateQueue(now)
        self.webhook = Webhook(now)
        self.taps = Taps(now)
        self.files = Files(now)
        self.profile = Profile(texts={"name": {"": "Practice bot", "zh": "练习机器人"}})

    @property
    def date(self) -> int:
        """The present time as a Unix time in seconds, as in Telegram's messages."""
        return int(self.now())

    @property
    def bot(self) -> dict[str, Any]:
        """The bot as Telegram's User object."""
        return {
            "id": int(self.token.partition(":")[0]),
            "is_bot": True,
            "first_name": self.profile.text("name", ""),
            "username": BOT_USERNAME,
        }

    def add_person(self, first_name: str, language_code: str) -> Person:
        """Let one more person have a phone, under the next free number."""
        if len(self.chats) >= MOST_PEOPLE:
            raise Refusal(409, f"Conflict: at most {MOST_PEOPLE} people have a phone here")
        person = Person(max(self.chats, default=0) + 1, first_name, language_code)
        self.chats[person.id] = Chat(person)
        return person

    def chat(self, chat_id: int) -> Chat:
        """A chat that the bot knows: the person has written first."""
        chat = self.chats.get(chat_id)
        if chat is None or not chat.is_started:
            raise bad_request("Chat not found")
        return chat

    def reachable_chat(self, chat_id: int) -> Chat:
        """A chat in which the bot may act; raises Refusal if the person has blocked the bot."""
        chat = self.chat(chat_id)
        if chat.is_blocked:
            raise forbidden("bot was blocked by the user")
        return chat

    def say(self, chat: Chat, text: str, reply_to: int | None = None) -> Message:
        """The person sends a text, perhaps in reply to a message."""
        replied = {} if reply_to is None else {"reply_to_message": chat.messages[reply_to].wire}
        return self._send(chat, formatted(text), {}, replied)

    def send_photo(self, chat: Chat) -> Message:
        """The person sends a photo without content."""
        return self._send(chat, Formatted("", []), {"photo": [EMPTY_PHOTO]}, {})

    def _send(
        self, chat: Chat, content: Formatted, media: dict[str, Any], extras: dict[str, Any]
    ) -> Message:
        if chat.is_blocked:
            raise Refusal(409, "Conflict: the bot is blocked, unblock it first")
        message = chat.add(chat.person.user, self.date, content, media=media, extras=extras)
        chat.is_started = True
        self.updates.push("message", message.wire)
        return message

    def edit(self, chat: Chat, message: Message, text: str) -> None:
        """The person changes a text; the same words mean a change that is visible nowhere."""
        message.text, message.entities = formatted(text)
        message.edit_date = self.date
        chat.show_again(message)
        self.updates.push("edited_message", message.wire)

    def tap(self, chat: Chat, message: Message, data: str) -> str:
        """The person taps a button of a message of the bot."""
        query_id = self.taps.open(chat)
        self.updates.push(
            "callback_query",
            {
                "id": query_id,
                "from": chat.person.user,
                "message": message.wire,
                "chat_instance": chat.instance,
                "data": data,
            },
        )
        return query_id

    def block(self, chat: Chat, *, is_blocked: bool) -> None:
        """The person blocks the bot, or lets it back in."""
        if chat.is_blocked == is_blocked:
            return
        chat.is_blocked = is_blocked
        chat.changes.note("blocked", is_blocked=is_blocked)
        statuses = ["member", "kicked"] if is_blocked else ["kicked", "member"]
        old, new = [self._membership(status) for status in statuses]
        self.updates.push(
            "my_chat_member",
            {
                "chat": chat.person.chat,
                "from": chat.person.user,
                "date": self.date,
                "old_chat_member": old,
                "new_chat_member": new,
            },
        )

    def _membership(self, status: str) -> dict[str, Any]:
        forever = {"until_date": 0} if status == "kicked" else {}
        return {"user": self.bot, "status": status, **forever}
