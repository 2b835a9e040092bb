"""Bots that are wrong on purpose: kills that do not find them would prove nothing.

Each is wrong from its start to its end and waits for nothing; the window in which that shows is
held open by whoever kills it.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from aiohttp import web

from bot.serving.intake import Intake
from bot.serving.webhook import Webhook
from ectrial.ledger.sqlite import connections as sharing
from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables import chats


def shows_before_it_commits() -> None:
    """Never commit, and read what is not committed."""

    @contextmanager
    def never(connection: Connection, **_: object) -> Iterator[None]:
        if not connection.in_transaction:
            connection.execute("BEGIN IMMEDIATE")
        yield

    sharing.transaction = never
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
    take = Webhook.take

    async def after_the_answer(self: Webhook, request: web.Request) -> web.StreamResponse:
        await request.read()
        answer = web.Response()
        await answer.prepare(request)
        await answer.write_eof()
        await take(self, request)
        return answer

    Webhook.take = after_the_answer  # type: ignore[method-assign, assignment]


def knows_no_update_again() -> None:
    """Take every update for a new one."""
    chats.take = lambda *_: True


MUTANTS: Mapping[str, Callable[[], None]] = {
    mutant.__name__: mutant
    for mutant in (
        shows_before_it_commits,
        confirms_before_it_commits,
        answers_before_it_commits,
        knows_no_update_again,
    )
}
