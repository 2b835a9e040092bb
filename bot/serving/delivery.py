"""Makes each chat show the state of the record: one live card, edited or sent anew."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from time import perf_counter
from typing import Any, TypeVar

from telegram.error import BadRequest, NetworkError, TelegramError

from bot.monitoring.logs import report
from bot.monitoring.metrics import Metrics
from bot.serving.access import Access
from bot.serving.beside import Beside
from bot.serving.commits import Commits
from bot.serving.farewells import Farewells
from bot.serving.jobs import DeliveryJob, joined, leave, let_ring_later, seconds_to_show
from bot.serving.lanes import Lanes
from bot.serving.old_buttons import OldButtons
from bot.serving.pushes import Neutral, Push
from bot.serving.showings import Showings
from bot.serving.shown_cards import ShownCards
from bot.serving.strangers import Strangers
from bot.serving.taken import Standing
from bot.serving.taps import Taps
from bot.serving.texts import Texts
from bot.serving.turns import Turns
from bot.telegram.calls import ALREADY_SO
from bot.telegram.client import Client
from bot.telegram.menu import Menus
from bot.telegram.rendering import Rendered, render
from bot.telegram.retries import RetryPolicy, described, is_gone, is_unreachable, level_of
from ectrial.ledger.ledger import Ledger
from ectrial.text import Language

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")


class Delivery:
    """Carries out delivery jobs, with one lane for each chat."""

    def __init__(
        self,
        client: Client,
        ledger: Ledger,
        commits: Commits,
        turns: Turns,
        access: Access,
        retry_policy: RetryPolicy,
        metrics: Metrics | None = None,
        showings: Showings | None = None,
    ) -> None:
        self._client, self._ledger = client, ledger
        self._commits, self._turns = commits, turns
        self._retry_policy, self._access = retry_policy, access
        self._menus = Menus(client.bot, has_guests=access.has_guests)
        self._cards = ShownCards(ledger)
        self._farewells = Farewells(client, self._cards, commits, self._menus)
        self._taps, self._old_buttons = Taps(client), OldButtons(client)
        self._texts = Texts(client)
        in_words = (lambda chat: turns.language(ledger.chat(chat)), access.is_known)
        self._beside = Beside(self._texts, *in_words)
        self._strangers = Strangers(client)
        self._lanes: Lanes[DeliveryJob] = Lanes(self._deliver, joined)
        # people who cannot be reached, as they have blocked the bot: no calls until they act again
        self._blocked: set[int] = set()
        # the message and the content of each card that this process has shown
        self._showing: dict[int, tuple[int, Rendered]] = {}
        self._metrics, self._showings = metrics or Metrics(), showings or Showings()
        self._metrics.waiting_deliveries.set_function(lambda: self._lanes.waiting)

    def hand_over(self, chat: int, job: DeliveryJob) -> None:
        """Queue a job and return at once; the answer to its tap does not wait for the chat."""
        if job.is_for_stranger:
            self._strangers.answer(chat, job, self.toast(chat, job))
            return
        if job.callback_query is not None:
            self._taps.answer(chat, job.callback_query, self.toast(chat, job))
        self._lanes.put(chat, job)

    def show_again(self, chat: int) -> None:
        """Show the card of a person whose rights were just changed; take it from one removed."""
        self.hand_over(chat, DeliveryJob(must_show_again=True))

    def toast(self, chat: int, job: DeliveryJob) -> str:
        """Give the toast that answers the tap of a job."""
        left = job.standing
        language = left.world.language if left else self._turns.language(None)
        return self._taps.toast(chat, job.toast, language, is_recorded=job.has_recorded)

    def reaches(self, chat: int) -> bool:
        """Whether the person can be written to, as far as we know."""
        return chat not in self._blocked

    async def finish(self, seconds: float) -> None:
        """Wait for the jobs in progress, for at most this many seconds."""
        beside = self._taps.finish(seconds), self._strangers.finish(seconds)
        await asyncio.gather(self._lanes.finish(seconds), *beside)

    async def _deliver(self, chat: int, jobs: list[DeliveryJob]) -> None:
        # in the order of the lane: a refusal of an earlier call says nothing of an act after it
        for has_blocked in (job.has_blocked for job in jobs if job.has_blocked is not None):
            (self._blocked.add if has_blocked else self._blocked.discard)(chat)
        if chat in self._blocked:
            await let_ring_later(jobs)
            return
        answered = partial(self._until_answered, chat)
        calls = (call for job in jobs for call in self._texts.beside(chat, job, answered))
        beside = [asyncio.create_task(call) for call in calls]
        try:
            language = self._language(chat, jobs)
            if language is not None and not self._menus.has_offered(chat, language):
                beside.append(asyncio.create_task(self._menus.offer(chat, language)))
            await self._show(chat, jobs)
        except TelegramError as error:
            await self._take_refusal(chat, jobs, error)
        except Exception as error:  # noqa: BLE001 - one card that fails must not end the lane
            report(logger, "a card could not be shown", error)
            await self._apologise(chat)
        finally:
            leave(jobs)
            await asyncio.gather(*beside)

    async def _take_refusal(
        self, chat: int, jobs: list[DeliveryJob], error: TelegramError
    ) -> None:
        if is_unreachable(error):
            self._blocked.add(chat)
            await let_ring_later(jobs)
        elif isinstance(error, BadRequest):
            # Telegram should refuse no card of ours; the person still needs buttons to go on
            logger.error("a card was refused: %s", described(error))
            await self._apologise(chat)
            return
        logger.log(level_of(error), "a chat could not be reached: %s", described(error))

    def _language(self, chat: int, jobs: list[DeliveryJob]) -> Language | None:
        """Give the language of a chat of the team that has a card; None for any other."""
        if not any(job.has_card for job in jobs) or self._access.author(chat) is None:
            return None
        if (left := jobs[-1].standing) is not None:
            return left.world.language
        row = self._ledger.chat(chat)
        return None if row is None else self._turns.language(row)

    async def _show(self, chat: int, jobs: list[DeliveryJob]) -> None:
        for job in jobs:
            await self._beside.send(chat, job, partial(self._until_answered, chat))
        for job in jobs:
            if job.old_card is not None:
                self._old_buttons.leave(chat, job.old_card)
        if any(job.must_show_again for job in jobs):
            self._showing.pop(chat, None)
        if any(job.has_card for job in jobs):
            left = jobs[-1].left()
            if all(job.is_unasked for job in jobs):
                await self._push_if_unseen(chat)
            await self._until_answered(
                chat, lambda: self._bring_up_to_date(chat, next(left, None))
            )
            for seconds in seconds_to_show(jobs, perf_counter()):
                self._metrics.delivery.observe(seconds)
            row = self._ledger.chat(chat)
            await self._old_buttons.take(chat, None if row is None else row.card)

    async def _until_answered(self, chat: int, call: Callable[[], Awaitable[Answer]]) -> Answer:
        budget = self._client.budget
        # its turn comes first, so that a card shows what the chat has come to meanwhile
        in_turn = budget.in_turn(chat, call)
        return await self._retry_policy.until_answered(in_turn, partial(budget.refused, chat))

    async def _apologise(self, chat: int) -> None:
        """Say that the card cannot be shown: best effort, as the cause is unknown."""
        with suppress(Exception):
            language = self._turns.language(self._ledger.chat(chat))
            await self._beside.push(chat, Push(Neutral.NOT_SHOWN, language))

    async def _push_if_unseen(self, chat: int) -> None:
        """Ring before a card that nobody waits for: the last act was recorded, but not shown."""
        row = self._ledger.chat(chat)
        if row is not None and row.shown is None and self._access.author(chat) is not None:
            push = Push(Neutral.TO_LOOK_AT, self._turns.language(row))
            await self._texts.push(chat, push, partial(self._until_answered, chat))

    async def _bring_up_to_date(self, chat: int, left: Standing | None) -> None:
        """Show the present card.

        `left` is the result of the last turn, which saves reading the record again if the chat
        has not changed since. A retry has no `left`, as the day may have changed.
        """
        row = self._ledger.chat(chat)
        if row is None:
            return
        if not self._access.is_known(chat):
            self._showing.pop(chat, None)
            await self._farewells.take(row, self._turns.language(row))
            return
        is_current = left is not None and left.chat.round == row.round
        standing = left if left is not None and is_current else self._turns.standing(row)
        card = render(self._turns.screen(standing), row.round, standing.world.language)
        asks = self._turns.asks(standing)
        self._showings.begin(chat, row.round, card.keyboard)
        if row.card is not None and row.shown is not None and chat not in self._beside.buried:
            if await self._edit(chat, row.card, card, partial(self._cards.edited, row, asks)):
                self._showings.confirm(chat, row.round)
                return
        elif row.card is not None:
            if standing.world.to_prove.must or standing.world.member.is_guest:
                await self._farewells.hide(chat, row.card, standing.world.language)
            else:
                self._old_buttons.leave(chat, row.card)
        message = await self._send_card(chat, row.card, card.arguments)
        self._showings.confirm(chat, row.round)
        self._beside.buried.discard(chat)
        self._showing[chat] = (message, card)
        await self._commits.write_soon(partial(self._cards.sent, message, row, asks))

    async def _send_card(self, chat: int, before: int | None, card: dict[str, Any]) -> int:
        try:
            return await self._texts.send(chat, card)
        except BadRequest:
            raise
        except NetworkError:
            self._old_buttons.may_be_doubled(chat, before)
            raise

    async def _edit(
        self, chat: int, message: int, card: Rendered, keep: Callable[[int | None], None]
    ) -> bool:
        """Edit the message into the card, and store the edit's date; False if it is gone."""
        if self._showing.get(chat) == (message, card):
            return True
        # forgotten first: a call without an answer may also have changed the message
        self._showing.pop(chat, None)
        where = {"chat_id": chat, "message_id": message}
        edited: dict[str, Any] = {}
        try:
            edited = await self._client.call("editMessageText", {**where, **card.arguments})
        except BadRequest as error:
            if is_gone(error):
                return False
            if ALREADY_SO not in error.message.lower():
                raise
        self._showing[chat] = (message, card)
        self._commits.write_along(partial(keep, edited.get("edit_date")))
        return True
