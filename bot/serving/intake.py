"""Polls for updates and acknowledges none before its effect is committed.

The position is Telegram's to keep: no offset at the start, then the last number of the last batch
plus one. The library's own poller would acknowledge first and lose what is in hand when it dies.
"""

import asyncio
import logging

from telegram.error import Conflict, InvalidToken, TelegramError

from bot.monitoring.logs import report
from bot.monitoring.metrics import Metrics, UpdateKind
from bot.serving.reception import Reception
from bot.telegram.client import Client, is_telegram
from bot.telegram.retries import RetryPolicy
from bot.telegram.updates import Heard, Raw, read
from conversations.turn import Commanded, Tapped, Typed

logger = logging.getLogger(__name__)

SECONDS_WAITED = 30
# Two processes with one token end each other's polls: the one that came later gives up. It is new
# for as long as its first wait lasts, and the other one asks again well within that.
SECONDS_NEW = 5
MOST_CONFLICTS = 5
SECONDS_FOR_THE_ANSWER = 10
# What a poll may take beside its wait, and a batch until it is committed or given up: for the
# watch alone, which ends a process that hangs
LONGEST_CALL, LONGEST_COMMIT = 120, 120
KINDS = ["message", "callback_query"]


class CannotServeError(Exception):
    """Telegram will not serve this process; the message is fit to show."""


class Intake:
    """The loop: poll, commit the batch, poll again."""

    def __init__(
        self, client: Client, reception: Reception, retry_policy: RetryPolicy, metrics: Metrics
    ) -> None:
        self._client = client
        self._reception = reception
        self._retry_policy = retry_policy
        self._metrics = metrics
        self._offset: int | None = None
        self._is_new = True

    async def run(self) -> None:
        """Poll until cancelled; a cancelled poll loses nothing, since nothing was acknowledged."""
        # what came while we were away, before the cards that it was meant for are sent again
        await self._take_batch(0)
        self._reception.show_again()
        await self._take_batch(SECONDS_NEW)
        self._is_new = False
        while True:
            await self._take_batch(SECONDS_WAITED)

    async def _take_batch(self, seconds: int) -> None:
        """Poll, as often as it takes, until one batch is committed."""
        failures = 0
        while True:
            failures += 1
            wait = self._retry_policy.after(failures)
            try:
                if await self._receive(await self._poll(seconds)):
                    return
            except TelegramError as error:
                self._give_up_after(error, failures)
                self._retry_policy.note(error, failures)
                wait = self._retry_policy.wait_for(error, failures)
            self._metrics.heartbeat.must_move_within(wait)
            await asyncio.sleep(wait)

    def _give_up_after(self, error: TelegramError, failures: int) -> None:
        """End where asking again is of no use; the page of a proxy says nothing about that."""
        if not is_telegram(error):
            return
        if isinstance(error, InvalidToken):
            raise CannotServeError("Telegram does not know this token") from None
        if isinstance(error, Conflict) and (self._is_new or failures >= MOST_CONFLICTS):
            raise CannotServeError("another process polls with this token; stop it first")

    async def _poll(self, seconds: int) -> list[Raw]:
        position = {} if self._offset is None else {"offset": self._offset}
        self._metrics.heartbeat.must_move_within(seconds + LONGEST_CALL)
        batch: list[Raw] = await self._client.poll(
            {"timeout": seconds, "allowed_updates": KINDS, **position},
            seconds + SECONDS_FOR_THE_ANSWER,
        )
        self._metrics.hears()
        self._metrics.heartbeat.must_move_within(LONGEST_COMMIT)
        return batch

    async def _receive(self, batch: list[Raw]) -> bool:
        """Commit a batch; what could not be committed is asked for again, with all before it."""
        batch = sorted(batch, key=lambda raw: int(raw["update_id"]))
        heard = [each for raw in batch if (each := heard_in(raw, self._metrics)) is not None]
        if await self._reception.receive(heard) < len(heard):
            return False
        if batch:
            self._offset = int(batch[-1]["update_id"]) + 1
        return True


def heard_in(update: Raw, metrics: Metrics) -> Heard | None:
    """Read one update; a malformed one is set aside, so that it cannot block the others."""
    try:
        heard = read(update)
    except Exception as error:  # noqa: BLE001 - whatever a malformed update makes of the reader
        kinds = sorted(update.keys() - {"update_id"})
        report(logger, f"update {update.get('update_id')} {kinds} cannot be read", error)
        metrics.updates["malformed"].inc()
        return None
    metrics.updates[_kind(heard)].inc()
    return heard


def _kind(heard: Heard | None) -> UpdateKind:
    match heard:
        case Heard(event=Tapped()):
            return "tap"
        case Heard(event=Typed()):
            return "text"
        case Heard(event=Commanded()):
            return "command"
    return "other"
