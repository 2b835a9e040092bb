"""Makes each chat show what the record says: one live card, edited in place or sent anew."""

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from time import perf_counter

from telegram.error import BadRequest, TelegramError

from bot.monitoring.logs import report
from bot.monitoring.metrics import Metrics
from bot.serving.commits import Commits
from bot.serving.lanes import Lanes
from bot.serving.turns import Standing, Turns
from bot.telegram.calls import ALREADY_SO
from bot.telegram.client import Client
from bot.telegram.menu import Menus
from bot.telegram.rendering import Rendered, parts, render
from bot.telegram.retries import RetryPolicy, level_of
from ectrial.ledger.ledger import Chat, Ledger
from ectrial.text import Language
from ectrial.wording.speech import speech

logger = logging.getLogger(__name__)

LONGEST_TOAST = 200
# `Chat.shown` of a card that is the last message of its chat
LAST = "last"
# In Telegram's words: the message is gone, or can no longer be changed
GONE = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
    "message_id_invalid",
)


@dataclass(frozen=True, slots=True)
class DeliveryJob:
    """What is to be done in a chat after one update.

    `callback_query` is the tap that waits to be answered, with the toast if there is one.
    `messages` are sent beside the card. `old_card` is a message whose buttons are taken away.
    A stranger has no card. `must_show_again` is for a phone that may show something else than we
    believe. `standing` is where the update left the chat, and `committed` when that was recorded,
    by `perf_counter`.
    """

    callback_query: str | None = None
    toast: str = ""
    messages: tuple[str, ...] = ()
    old_card: int | None = None
    has_card: bool = True
    must_show_again: bool = False
    standing: Standing | None = field(default=None, compare=False, repr=False)
    committed: float | None = field(default=None, compare=False)


class Delivery:
    """Carries delivery jobs out, one lane for each chat."""

    def __init__(
        self,
        client: Client,
        ledger: Ledger,
        commits: Commits,
        turns: Turns,
        retry_policy: RetryPolicy,
        metrics: Metrics | None = None,
    ) -> None:
        self._client = client
        self._ledger = ledger
        self._commits = commits
        self._turns = turns
        self._retry_policy = retry_policy
        self._menus = Menus(client.bot)
        self._lanes: Lanes[DeliveryJob] = Lanes(self._deliver)
        # chats with a message below the card: there the card is sent anew instead of edited
        self._buried: set[int] = set()
        # the message and the content of each card, as far as this process has shown it
        self._showing: dict[int, tuple[int, Rendered]] = {}
        self._metrics = metrics or Metrics()
        self._metrics.waiting_deliveries.set_function(lambda: self._lanes.waiting)

    def hand_over(self, chat: int, job: DeliveryJob) -> None:
        """Have a job carried out; returns at once."""
        self._lanes.put(chat, job)

    async def finish(self, seconds: float) -> None:
        """Wait for the jobs in hand, so many seconds at most."""
        await self._lanes.finish(seconds)

    async def _deliver(self, chat: int, jobs: list[DeliveryJob]) -> None:
        beside = [
            asyncio.create_task(self._answer(job.callback_query, job.toast))
            for job in jobs
            if job.callback_query is not None
        ]
        language = self._language(chat, jobs)
        if language is not None and not self._menus.has_offered(chat, language):
            beside.append(asyncio.create_task(self._menus.offer(chat, language)))
        try:
            await self._show(chat, jobs)
        except TelegramError as error:
            # such as a person who has blocked the bot; the next thing they do shows the card again
            logger.log(level_of(error), "a chat could not be reached: %s", type(error).__name__)
        except Exception as error:  # noqa: BLE001 - one card that fails must not end the lane
            report(logger, "a card could not be shown", error)
            await self._apologise(chat)
        await asyncio.gather(*beside)

    def _language(self, chat: int, jobs: list[DeliveryJob]) -> Language | None:
        """Give the language of a chat that has a card; None for one that has none."""
        if not any(job.has_card for job in jobs):
            return None
        if (left := jobs[-1].standing) is not None:
            return left.world.language
        row = self._ledger.chat(chat)
        return None if row is None else self._turns.language(row)

    async def _answer(self, callback_query: str, toast: str) -> None:
        # best effort: for a tap too old to be answered, the phone has stopped waiting already
        text = {"text": toast[:LONGEST_TOAST]} if toast else {}
        with suppress(TelegramError):
            await self._client.call(
                "answerCallbackQuery", {"callback_query_id": callback_query, **text}
            )

    async def _show(self, chat: int, jobs: list[DeliveryJob]) -> None:
        for text in (text for job in jobs for text in job.messages):
            for part in parts(text):
                await self._say(chat, part)
                self._buried.add(chat)
        for old_card in {job.old_card for job in jobs if job.old_card is not None}:
            await self._take_buttons(chat, old_card)
        if any(job.must_show_again for job in jobs):
            self._showing.pop(chat, None)
        if any(job.has_card for job in jobs):
            left = iter([jobs[-1].standing])
            await self._retry_policy.until_answered(
                lambda: self._bring_up_to_date(chat, next(left, None))
            )
            self._count_shown(jobs)

    def _count_shown(self, jobs: list[DeliveryJob]) -> None:
        shown = perf_counter()
        for job in jobs:
            if job.has_card and job.committed is not None:
                self._metrics.delivery.observe(shown - job.committed)

    async def _say(self, chat: int, text: str) -> None:
        await self._retry_policy.until_answered(lambda: self._client.bot.send_message(chat, text))

    async def _apologise(self, chat: int) -> None:
        say = speech(self._turns.language(self._ledger.chat(chat)))
        words = say("Something went wrong and the card cannot be shown. /start begins again.")
        with suppress(TelegramError):
            await self._client.bot.send_message(chat, words)

    async def _bring_up_to_date(self, chat: int, left: Standing | None) -> None:
        """Show the present card.

        `left` is where the last turn left the chat: it saves reading the record again, unless the
        chat has moved on since. A second attempt comes without, as the day may have changed.
        """
        row = self._ledger.chat(chat)
        if row is None:
            return
        is_current = left is not None and left.chat.round == row.round
        standing = left if left is not None and is_current else self._turns.standing(row)
        card = render(self._turns.screen(standing), row.round, standing.world.language)
        if row.card is not None and row.shown is not None and chat not in self._buried:
            if await self._edit(chat, row.card, card):
                return
        elif row.card is not None:
            await self._take_buttons(chat, row.card)
        sent = await self._client.call("sendMessage", {"chat_id": chat, **card.arguments})
        message = int(sent["message_id"])
        self._buried.discard(chat)
        self._showing[chat] = (message, card)
        await self._commits.write_soon(partial(self._keep_sent, message, row))

    async def _edit(self, chat: int, message: int, card: Rendered) -> bool:
        """Change the message into the card; False if the message is gone."""
        if self._showing.get(chat) == (message, card):
            return True
        # forgotten first: even a call that got no answer may have changed the message
        self._showing.pop(chat, None)
        where = {"chat_id": chat, "message_id": message}
        try:
            await self._client.call("editMessageText", {**where, **card.arguments})
        except BadRequest as error:
            reason = error.message.lower()
            if any(words in reason for words in GONE):
                return False
            if ALREADY_SO not in reason:
                raise
        self._showing[chat] = (message, card)
        return True

    async def _take_buttons(self, chat: int, message: int) -> None:
        self._showing.pop(chat, None)
        # best effort: the buttons of an old card do nothing anyway
        with suppress(TelegramError):
            where = {"chat_id": chat, "message_id": message}
            await self._client.call("editMessageReplyMarkup", where)

    def _keep_sent(self, message: int, before: Chat) -> None:
        now = self._ledger.chat(before.id)
        if now is not None:
            shown = LAST if now.round == before.round else None
            self._ledger.save_chat(replace(now, card=message, shown=shown))
