"""Polls for updates and acknowledges an update only after its effect is committed.

The offset of a poll acknowledges every earlier update. The first poll has no offset; each later
offset is the last committed `update_id` plus one. The library's own poller would acknowledge
before the commit, and would lose updates when the process dies.
"""

import asyncio
import logging
from urllib.parse import urlsplit

from telegram.error import Conflict, InvalidToken, TelegramError

from bot.monitoring.logs import report
from bot.monitoring.metrics import Metrics, UpdateKind
from bot.serving.reception import Reception
from bot.setup.start import CannotServeError
from bot.telegram.calls import NotTelegramError
from bot.telegram.client import Client, is_telegram
from bot.telegram.retries import RetryPolicy
from bot.telegram.updates import RawUpdate, Update, has_number, read
from conversations.events import Commanded, Tapped, Typed

logger = logging.getLogger(__name__)

SECONDS_WAITED = 30
# Two processes with one token interrupt each other's polls: the later one gives up. A process is
# new until its first long poll is answered; the older one polls again well within that time.
SECONDS_NEW = 5
MOST_CONFLICTS = 5
# Telegram may refuse a valid token by mistake for a while: this allows about two minutes
MOST_TIMES_UNKNOWN = 10
SECONDS_FOR_THE_ANSWER = 10
# In seconds: how much longer than its wait a poll may take, and how long a batch may take until it
# is committed or given up. Only the watchdog uses these, to end a process that hangs.
LONGEST_CALL, LONGEST_COMMIT = 120, 120
WANTED_UPDATES = ["message", "callback_query", "edited_message", "my_chat_member"]


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
        self._times_unknown = 0
        self._left_out = 0

    async def run(self) -> None:
        """Poll until cancelled; cancelling a poll loses nothing, as nothing was acknowledged."""
        # first the updates from before the start: people meant them for the cards shown now
        await self._take_batch(0)
        self._reception.show_again()
        await self._take_batch(SECONDS_NEW)
        self._is_new = False
        while True:
            await self._take_batch(SECONDS_WAITED)

    async def _take_batch(self, seconds: int) -> None:
        """Poll until one batch is committed, however often that takes."""
        failures = 0
        while True:
            failures += 1
            wait = self._retry_policy.after(failures)
            try:
                if await self._receive(await self._poll(seconds)):
                    return
            except TelegramError as error:
                await self._give_up_after(error, failures)
                self._retry_policy.note(error, failures)
                wait = self._retry_policy.wait_for(error, failures)
            self._metrics.heartbeat.must_move_within(wait)
            await asyncio.sleep(wait)

    async def _give_up_after(self, error: TelegramError, failures: int) -> None:
        """Raise CannotServeError if Telegram says that polling again is useless."""
        is_unknown = isinstance(error, InvalidToken) and is_telegram(error)
        self._times_unknown = self._times_unknown + 1 if is_unknown else 0
        if self._times_unknown >= MOST_TIMES_UNKNOWN:
            raise CannotServeError("Telegram does not know this token any more")
        if not isinstance(error, Conflict) or not is_telegram(error):
            return
        if not self._is_new and failures < MOST_CONFLICTS:
            return
        if "webhook" in error.message.lower():
            raise CannotServeError(
                f"somebody has set a webhook for this token, at {await self._webhook()};"
                " it takes every update: stop that bot first"
            )
        raise CannotServeError("another process polls with this token; stop it first")

    async def _webhook(self) -> str:
        """Give only the host of the webhook, as the rest of the address may be secret."""
        try:
            info = await self._client.call("getWebhookInfo", {})
            return urlsplit(info["url"]).hostname or "an unknown address"
        except (TelegramError, KeyError, TypeError, ValueError):
            return "an unknown address"

    async def _poll(self, seconds: int) -> list[RawUpdate]:
        position = {} if self._offset is None else {"offset": self._offset}
        self._metrics.heartbeat.must_move_within(seconds + LONGEST_CALL)
        batch = await self._client.poll(
            {"timeout": seconds, "allowed_updates": WANTED_UPDATES, **position},
            seconds + SECONDS_FOR_THE_ANSWER,
        )
        if not isinstance(batch, list):
            raise NotTelegramError("this is no batch of updates")
        self._metrics.hears()
        self._metrics.heartbeat.must_move_within(LONGEST_COMMIT)
        usable = [raw for raw in batch if has_number(raw)]
        await self._leave_out(len(batch) - len(usable), is_all=not usable)
        return usable

    async def _leave_out(self, count: int, *, is_all: bool) -> None:
        """Set aside what has no usable number; as it cannot be acknowledged, it comes again."""
        if count and count != self._left_out:
            logger.error("something that is no update was left out")
            self._metrics.updates["malformed"].inc(count)
        self._left_out = count
        if count and is_all:
            # such a poll is answered at once
            await asyncio.sleep(self._retry_policy.first)

    async def _receive(self, batch: list[RawUpdate]) -> bool:
        """Commit a batch; False if a part failed, so that the batch is polled again."""
        batch = sorted(batch, key=lambda raw: int(raw["update_id"]))
        attempts = (
            read_or_set_aside(raw, self._metrics, self._client.bot.username) for raw in batch
        )
        updates = [update for update in attempts if update is not None]
        if await self._reception.receive(updates) < len(updates):
            return False
        if batch:
            self._offset = int(batch[-1]["update_id"]) + 1
        return True


def read_or_set_aside(raw: RawUpdate, metrics: Metrics, bot_name: str) -> Update | None:
    """Read one update; a malformed one is logged and dropped, or it would block the others."""
    try:
        update = read(raw, bot_name)
    except Exception as error:  # noqa: BLE001 - a malformed update may raise any error
        kinds = sorted(raw.keys() - {"update_id"})
        which = f"update {raw['update_id']}" if has_number(raw) else "an update without a number"
        report(logger, f"{which} {kinds} cannot be read", error)
        metrics.updates["malformed"].inc()
        return None
    metrics.updates[_kind(update)].inc()
    return update


def _kind(update: Update | None) -> UpdateKind:
    match update:
        case Update(event=Tapped()):
            return "tap"
        case Update(event=Typed()):
            return "text"
        case Update(event=Commanded()):
            return "command"
    return "other"
