"""Deletes messages that may say who a patient is, or tells their people to do it.

What is to be deleted stands in the record, so that no restart forgets it. Telegram itself says
when a message is too old; the clock is asked only while Telegram does not answer.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from telegram.error import BadRequest, TelegramError

from bot.monitoring.logs import report
from bot.serving.commits import Commits
from bot.serving.jobs import DeliveryJob
from bot.serving.pushes import Bell, Neutral, Push
from bot.telegram.client import Client
from bot.telegram.retries import RetryPolicy
from ectrial.ledger.ledger import Chat, Ledger
from ectrial.ledger.tables.deletions import State, Unwanted
from ectrial.ledger.tables.due import Settled
from ectrial.text import Language

logger = logging.getLogger(__name__)

SECONDS_BETWEEN_LOOKS = 20.0
DELETABLE = timedelta(hours=48)
"""How long after it was sent Telegram deletes a message of a person for a bot."""
GONE = ("message to delete not found", "message_id_invalid")
"""Telegram's words if the person was quicker."""
Delete = Callable[[int, int, Callable[[], None]], Awaitable[None]]
"""Delete a message of a chat, and call the function before each further try."""


def deleting_by(client: Client, policy: RetryPolicy) -> Delete:
    """Delete over this client, in the turn of each chat, until Telegram answers."""

    async def delete(chat: int, message: int, before: Callable[[], None]) -> None:
        where = {"chat_id": chat, "message_id": message}

        async def call() -> None:
            before()
            await client.call("deleteMessage", where)

        limited = partial(client.budget.refused, chat)
        await policy.until_answered(client.budget.in_turn(chat, call), limited)

    return delete


class TooLateError(Exception):
    """Telegram does not answer, and would not delete the message any more."""


@dataclass(slots=True)
class Deletions:
    """Looks regularly what is to be deleted; `delete` tries until Telegram answers.

    Who is not `reached`, as they have blocked the bot, is tried again once they act.
    """

    ledger: Ledger
    commits: Commits
    clock: Callable[[], datetime]
    delete: Delete
    is_reached: Callable[[int], bool]
    language: Callable[[Chat | None], Language]
    hand_over: Callable[[int, DeliveryJob], None]
    _tasks: dict[tuple[int, int], asyncio.Task[None]] = field(default_factory=dict)
    _telling: set[int] = field(default_factory=set)

    async def run(self, seconds: float = SECONDS_BETWEEN_LOOKS) -> None:
        """Look regularly, and whenever a message is noted, until cancelled."""
        loop, woken = asyncio.get_running_loop(), asyncio.Event()
        self.ledger.deletions.added = lambda: loop.call_soon_threadsafe(woken.set)
        try:
            while True:
                try:
                    self.look()
                except Exception as error:  # noqa: BLE001 - the one error handler of deletions
                    report(logger, "messages to delete could not be looked up", error)
                with suppress(TimeoutError):
                    async with asyncio.timeout(seconds):
                        await woken.wait()
                        woken.clear()
                        # the transaction that notes it may still be open
                        with suppress(Exception):
                            await self.commits.probe()
        finally:
            self.ledger.deletions.added = int
            for task in self._tasks.values():
                task.cancel()
            await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    def look(self) -> None:
        """Begin with whatever is not begun; of what has failed, tell each person once."""
        failed: dict[int, list[Unwanted]] = {}
        for row in self.ledger.deletions.unfinished():
            key = row.chat, row.message
            if row.state == "failed":
                failed.setdefault(row.chat, []).append(row)
            elif key not in self._tasks and self.is_reached(row.chat):
                task = self._tasks[key] = asyncio.create_task(self._delete(row))
                task.add_done_callback(partial(self._forget, key))
        for chat, rows in failed.items():
            if chat not in self._telling and self.is_reached(chat):
                self._tell(chat, rows)

    def _forget(self, key: tuple[int, int], _: asyncio.Task[None]) -> None:
        self._tasks.pop(key, None)

    async def _delete(self, row: Unwanted) -> None:
        try:
            became = await self._tried(row)
            if became is not None:
                await self.commits.write_soon(partial(self.ledger.deletions.settle, [row], became))
            if became == "failed":
                self.ledger.deletions.added()
        except Exception as error:  # noqa: BLE001 - one message must not end the others
            report(logger, "a message could not be deleted", error)

    async def _tried(self, row: Unwanted) -> State | None:
        """Say what became of a message; None if it is to be tried again."""
        has_tried = False

        def before() -> None:
            nonlocal has_tried
            if has_tried and self._is_too_late(row):
                raise TooLateError
            has_tried = True

        try:
            await self.delete(row.chat, row.message, before)
        except TooLateError:
            return "failed"
        except BadRequest as error:
            return "done" if any(said in error.message.lower() for said in GONE) else "failed"
        except TelegramError:
            # blocked: they may let us in again
            return "failed" if self._is_too_late(row) else None
        return "done"

    def _is_too_late(self, row: Unwanted) -> bool:
        return self.clock() - datetime.fromisoformat(row.noted_at) >= DELETABLE

    def _tell(self, chat: int, rows: list[Unwanted]) -> None:
        async def settle(state: Settled) -> None:
            self._telling.discard(chat)
            if state == "sent":
                await self.commits.write_soon(partial(self.ledger.deletions.settle, rows, "told"))

        self._telling.add(chat)
        language = self.language(self.ledger.chat(chat))
        push = Push(Neutral.DELETE_YOURSELF, language, Bell(settle=settle))
        self.hand_over(chat, DeliveryJob(push=push, has_card=False))
