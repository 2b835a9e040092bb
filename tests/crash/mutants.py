"""Bots that are wrong on purpose: a storm that does not find them would prove nothing."""

import asyncio
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from aiohttp import web

from bot.serving.intake import Intake
from bot.serving.webhook import Webhook
from ectrial.ledger.sqlite import connections as sharing
from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables import chats

SECONDS_BEHIND = 0.2
SECONDS_LATE = 0.6


def shows_before_it_commits() -> None:
    """Commit now and then, and read what is not committed yet."""
    committed = 0.0

    @contextmanager
    def sometimes(connection: Connection) -> Iterator[None]:
        nonlocal committed
        if not connection.in_transaction:
            connection.execute("BEGIN IMMEDIATE")
        yield
        if time.monotonic() - committed > SECONDS_BEHIND:
            connection.execute("COMMIT")
            committed = time.monotonic()

    sharing.transaction = sometimes
    sharing.Shared.reading = sharing.Shared.writing  # type: ignore[method-assign]


def confirms_before_it_commits() -> None:
    """Tell Telegram that the updates have arrived, then look at them."""
    poll = Intake._poll

    async def first_confirms(self: Intake, seconds: int) -> list[dict[str, Any]]:
        batch = await poll(self, seconds)
        if batch:
            self._offset = int(batch[-1]["update_id"]) + 1
            return [*batch, *await poll(self, 0)]
        return batch

    Intake._poll = first_confirms  # type: ignore[method-assign]


def answers_before_it_commits() -> None:
    """Tell Telegram that a posted update has arrived, then look at it."""
    take, looking = Webhook.take, set()

    async def later(self: Webhook, request: web.Request) -> None:
        await asyncio.sleep(SECONDS_LATE)
        await take(self, request)

    async def at_once(self: Webhook, request: web.Request) -> web.Response:
        await request.read()
        looking.add(asyncio.create_task(later(self, request)))
        return web.Response()

    Webhook.take = at_once  # type: ignore[method-assign]


def knows_no_update_again() -> None:
    """Take every update for a new one."""
    chats.take = lambda *_: True


Mutants = Mapping[str, Callable[[], None]]


def _named(*mutants: Callable[[], None]) -> Mutants:
    return {mutant.__name__: mutant for mutant in mutants}


POLLING = _named(shows_before_it_commits, confirms_before_it_commits, knows_no_update_again)
HOOKED = _named(answers_before_it_commits, knows_no_update_again)
MUTANTS = {**POLLING, **HOOKED}
