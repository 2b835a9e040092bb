"""Sends messages, each text or file beside the card only once, and marks those of the person."""

import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import suppress
from functools import partial
from typing import Any

from telegram.error import BadRequest, NetworkError, TelegramError

from bot.serving.jobs import DeliveryJob
from bot.serving.notices import Notice
from bot.serving.pushes import Push
from bot.serving.still_meant import UntilAnswered
from bot.telegram.calls import ALREADY_SO
from bot.telegram.client import Client
from bot.telegram.files import File, send_file
from bot.telegram.rendering import parts

# In seconds. Telegram may deliver a message late: if it is sent again too soon, it comes twice
SECONDS_FOR_A_MESSAGE = 25.0
# All chats of a bot share one count of messages, so others may lie between the duplicates
MOST_LOOKED_AT = 20

MAY_BE_DOUBLED = "a message had to be sent again and may now be there twice"
# The mark on a typed text from which something was recorded
RECORDED = [{"type": "emoji", "emoji": "✍"}]

logger = logging.getLogger(__name__)


class TooLateError(Exception):
    """A push may not ring any more."""


class Texts:
    """Knows the newest message of each chat: a text or file of ours below it is a duplicate.

    What had no answer from Telegram may have arrived. It is sent again, and once that is
    confirmed, the messages between are tested by removing their buttons: for ours, which have
    none, Telegram refuses this as already done; messages of the person cannot be edited and stay.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._newest: dict[int, int] = {}

    def note(self, chat: int, message: int | None) -> None:
        """Note the number of a message in a chat."""
        if message is not None:
            self._newest[chat] = max(message, self._newest.get(chat, 0))

    def beside(
        self, chat: int, job: DeliveryJob, until_answered: UntilAnswered
    ) -> Iterator[Coroutine[Any, Any, None]]:
        """Give what is done to messages of the person while the card is shown."""
        if job.recorded is not None:
            yield self._mark(chat, job.recorded)
        yield from (self.delete(chat, message, until_answered) for message in job.deletes)

    async def _mark(self, chat: int, message: int) -> None:
        """Mark a text of the person: best effort, as the card also says what is recorded."""
        where = {"chat_id": chat, "message_id": message}
        with suppress(TelegramError):
            await self._client.call("setMessageReaction", {**where, "reaction": RECORDED})

    async def delete(self, chat: int, message: int, until_answered: UntilAnswered) -> None:
        """Delete a message; one that is gone or too old stays as it is."""
        where = {"chat_id": chat, "message_id": message}
        with suppress(TelegramError):
            await until_answered(partial(self._client.call, "deleteMessage", where))

    async def send(self, chat: int, given: dict[str, Any]) -> int:
        """Send a message once, without ringing, and give its number."""
        return await self._send({**given, "chat_id": chat, "disable_notification": True})

    async def push(
        self, chat: int, push: Push, until_answered: UntilAnswered | None = None
    ) -> None:
        """Send a message that rings; without `until_answered` once, as far as it goes.

        Its bell is asked at each try: Telegram may be reached again only in the night.
        """

        async def send() -> int:
            if not push.bell.may_ring():
                raise TooLateError
            return await self._send({"chat_id": chat, "text": push.text})

        try:
            await (self._once(chat, send, until_answered) if until_answered else send())
        except TooLateError:
            await push.bell.settle("open")
        else:
            await push.bell.settle("sent")

    async def _send(self, given: dict[str, Any]) -> int:
        chat = given["chat_id"]
        sent = await self._client.call("sendMessage", given, SECONDS_FOR_A_MESSAGE)
        message = int(sent["message_id"])
        self.note(chat, message)
        return message

    async def say(self, chat: int, text: str, until_answered: UntilAnswered) -> None:
        """Send a text, in as many messages as needed, and leave no duplicate."""
        for part in parts(text):
            await self._once(chat, partial(self.send, chat, {"text": part}), until_answered)

    async def notice(self, chat: int, notice: Notice, until_answered: UntilAnswered) -> None:
        """Send a text with its own button, without ringing, and leave no duplicate."""
        send = partial(self.send, chat, notice.arguments)
        message = await self._once(chat, send, until_answered, has_button=True)
        if notice.sent is not None:
            notice.sent(message)

    async def send_file(self, chat: int, file: File, until_answered: UntilAnswered) -> int:
        """Send a photo or document, and leave no duplicate; give the number of its message."""

        async def send() -> int:
            message = await send_file(self._client, chat, file)
            self.note(chat, message)
            return message

        return await self._once(chat, send, until_answered)

    async def _once(
        self,
        chat: int,
        send_text: Callable[[], Awaitable[int]],
        until_answered: UntilAnswered,
        *,
        has_button: bool = False,
    ) -> int:
        before, unsure = self._newest.get(chat), 0

        async def send() -> int:
            nonlocal unsure
            try:
                return await send_text()
            except NetworkError as error:
                # the library makes BadRequest a NetworkError, too
                unsure += not isinstance(error, BadRequest)
                raise

        message: int = await until_answered(send)
        if unsure and before is None:
            logger.warning(MAY_BE_DOUBLED)
        elif unsure and before is not None:
            between = range(message - 1, before, -1)[:MOST_LOOKED_AT]
            await self._delete_doubles(chat, unsure, between, has_button=has_button)
        return message

    async def _delete_doubles(
        self, chat: int, most: int, messages: range, *, has_button: bool
    ) -> None:
        """Delete at most so many messages of ours: best effort, as the text has arrived."""
        for message in messages:
            try:
                if await self._is_text_of_ours(chat, message, has_button=has_button):
                    where = {"chat_id": chat, "message_id": message}
                    await self._client.call("deleteMessage", where)
                    most -= 1
            except TelegramError:
                logger.warning(MAY_BE_DOUBLED)
                return
            if most == 0:
                return

    async def _is_text_of_ours(self, chat: int, message: int, *, has_button: bool) -> bool:
        where = {"chat_id": chat, "message_id": message}
        try:
            await self._client.call("editMessageReplyMarkup", where)
        except BadRequest as error:
            return ALREADY_SO in error.message.lower()
        # it had buttons: a card is older than every message that is looked at here
        return has_button
