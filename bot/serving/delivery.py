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
# What the record says of a card below which nothing was said yet
LAST = "last"
GONE = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
    "message_id_invalid",
)


@dataclass(frozen=True, slots=True)
class Errand:
    """What one update leaves to be done in a chat.

    `query` is a tap to be answered with the toast, `kept` are messages of their own, `stray` is an
    old message whose buttons go away. A stranger has no card. `is_doubtful` is a card that may not
    show what it should. `standing` is where the update left the chat, and `committed` when, by
    `perf_counter`.
    """

    query: str | None = None
    toast: str = ""
    kept: tuple[str, ...] = ()
    stray: int | None = None
    has_card: bool = True
    is_doubtful: bool = False
    standing: Standing | None = field(default=None, compare=False, repr=False)
    committed: float | None = field(default=None, compare=False)


class Delivery:
    """Runs errands, one lane for each chat."""

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
        self._lanes: Lanes[Errand] = Lanes(self._deliver)
        # chats in which something was said below the card
        self._buried: set[int] = set()
        # what each card says, as far as this process knows; after a start each is shown once more
        self._showing: dict[int, tuple[int, Rendered]] = {}
        self._metrics = metrics or Metrics()
        self._metrics.errands.set_function(lambda: self._lanes.waiting)

    def hand_over(self, chat: int, errand: Errand) -> None:
        """Have an errand run; returns at once."""
        self._lanes.put(chat, errand)

    async def finish(self, seconds: float) -> None:
        """Let errands in hand come to their end."""
        await self._lanes.finish(seconds)

    async def _deliver(self, chat: int, errands: list[Errand]) -> None:
        beside = [
            asyncio.create_task(self._answer(errand.query, errand.toast))
            for errand in errands
            if errand.query is not None
        ]
        language = self._language(chat, errands)
        if language is not None and not self._menus.has_offered(chat, language):
            beside.append(asyncio.create_task(self._menus.offer(chat, language)))
        try:
            await self._show(chat, errands)
        except TelegramError as error:
            # such as a person who has blocked the bot: what they do next shows the card again
            logger.log(level_of(error), "a chat could not be reached: %s", type(error).__name__)
        except Exception as error:  # noqa: BLE001 - whatever a card makes of the rendering
            report(logger, "a card could not be shown", error)
            await self._apologise(chat)
        await asyncio.gather(*beside)

    def _language(self, chat: int, errands: list[Errand]) -> Language | None:
        """Give the language that a chat with a card is held in; None for any other."""
        if not any(errand.has_card for errand in errands):
            return None
        if (left := errands[-1].standing) is not None:
            return left.world.language
        row = self._ledger.chat(chat)
        return None if row is None else self._turns.language(row)

    async def _answer(self, query: str, toast: str) -> None:
        # best effort: a tap too old to be answered has lost its waiting clock by itself
        text = {"text": toast[:LONGEST_TOAST]} if toast else {}
        with suppress(TelegramError):
            await self._client.call("answerCallbackQuery", {"callback_query_id": query, **text})

    async def _show(self, chat: int, errands: list[Errand]) -> None:
        for text in (text for errand in errands for text in errand.kept):
            for part in parts(text):
                await self._say(chat, part)
                self._buried.add(chat)
        for stray in {errand.stray for errand in errands if errand.stray is not None}:
            await self._take_buttons(chat, stray)
        if any(errand.is_doubtful for errand in errands):
            self._showing.pop(chat, None)
        if any(errand.has_card for errand in errands):
            left = iter([errands[-1].standing])
            await self._retry_policy.until_answered(
                lambda: self._bring_up_to_date(chat, next(left, None))
            )
            self._count_shown(errands)

    def _count_shown(self, errands: list[Errand]) -> None:
        shown = perf_counter()
        for errand in errands:
            if errand.has_card and errand.committed is not None:
                self._metrics.delivery.observe(shown - errand.committed)

    async def _say(self, chat: int, text: str) -> None:
        await self._retry_policy.until_answered(lambda: self._client.bot.send_message(chat, text))

    async def _apologise(self, chat: int) -> None:
        say = speech(self._turns.language(self._ledger.chat(chat)))
        words = say("Something went wrong and the card cannot be shown. /start begins again.")
        with suppress(TelegramError):
            await self._client.bot.send_message(chat, words)

    async def _bring_up_to_date(self, chat: int, left: Standing | None) -> None:
        """Show the present card: where the last turn left it, if the chat has not moved on since.

        A second attempt comes without, and finds today and the verdict anew.
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
        await self._commits.note(partial(self._keep_sent, message, row))

    async def _edit(self, chat: int, message: int, card: Rendered) -> bool:
        """Show the card in place of what the message said; False if that message is gone."""
        if self._showing.get(chat) == (message, card):
            return True
        # forgotten first: a call without an answer may have changed the message all the same
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
