"""Sends messages, a text beside the card once, and marks those of the person."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from telegram.error import BadRequest, NetworkError, TelegramError

from bot.telegram.calls import ALREADY_SO
from bot.telegram.client import Client
from bot.telegram.rendering import parts

# Telegram may keep a message back and deliver it all the same: sent again too soon, it comes twice
SECONDS_FOR_A_MESSAGE = 25.0
# All chats of a bot share one count of messages, so others may have come between the doubles
MOST_LOOKED_AT = 20

# The mark on a typed text of which something was recorded
RECORDED = [{"type": "emoji", "emoji": "✍"}]

UntilAnswered = Callable[[Callable[[], Awaitable[Any]]], Awaitable[Any]]


class Texts:
    """Knows the newest message of each chat: below it, all that is ours is a double.

    A text that got no answer may have come. It is sent again, and once that is confirmed the
    messages between are looked through: to take the buttons of one of ours that has none is
    refused as done already. What a person wrote meanwhile cannot be edited, and stays.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._newest: dict[int, int] = {}

    def note(self, chat: int, message: int | None) -> None:
        """Note a message that is in a chat."""
        if message is not None:
            self._newest[chat] = max(message, self._newest.get(chat, 0))

    async def mark(self, chat: int, message: int) -> None:
        """Mark a text of the person's: best effort, since the card tells what is recorded, too."""
        where = {"chat_id": chat, "message_id": message}
        with suppress(TelegramError):
            await self._client.call("setMessageReaction", {**where, "reaction": RECORDED})

    async def send(self, chat: int, given: dict[str, Any]) -> int:
        """Send a message once, and give its number."""
        given = {"chat_id": chat, **given}
        sent = await self._client.call("sendMessage", given, SECONDS_FOR_A_MESSAGE)
        message = int(sent["message_id"])
        self.note(chat, message)
        return message

    async def say(self, chat: int, text: str, until_answered: UntilAnswered) -> None:
        """Send a text, in as many messages as it takes, and leave no double of it."""
        for part in parts(text):
            await self._say(chat, part, until_answered)

    async def _say(self, chat: int, text: str, until_answered: UntilAnswered) -> None:
        before, unsure = self._newest.get(chat), 0

        async def send() -> int:
            nonlocal unsure
            try:
                return await self.send(chat, {"text": text})
            except NetworkError as error:
                # the library makes a refusal a NetworkError, too
                unsure += not isinstance(error, BadRequest)
                raise

        message = await until_answered(send)
        if unsure and before is not None:
            between = range(message - 1, before, -1)[:MOST_LOOKED_AT]
            await self._delete_doubles(chat, unsure, between)

    async def _delete_doubles(self, chat: int, most: int, messages: range) -> None:
        """Delete so many messages of ours at most: best effort, since the text has come."""
        for message in messages:
            try:
                if await self._is_text_of_ours(chat, message):
                    where = {"chat_id": chat, "message_id": message}
                    await self._client.call("deleteMessage", where)
                    most -= 1
            except TelegramError:
                return
            if most == 0:
                return

    async def _is_text_of_ours(self, chat: int, message: int) -> bool:
        where = {"chat_id": chat, "message_id": message}
        try:
            await self._client.call("editMessageReplyMarkup", where)
        except BadRequest as error:
            return ALREADY_SO in error.message.lower()
        return False
