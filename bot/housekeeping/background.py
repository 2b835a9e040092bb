"""Runs a task beside the serving of updates, and has it look again and again."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from logging import Logger
from typing import Any

from bot.monitoring.logs import report

SECONDS_BETWEEN_LOOKS = 20.0


@asynccontextmanager
async def in_background(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Do the work while the context is open; at its end cancel it and wait until it has ended."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def regularly(
    look: Callable[[], Awaitable[None]],
    logger: Logger,
    failure: str,
    seconds: float = SECONDS_BETWEEN_LOOKS,
) -> None:
    """Look again and again until cancelled; of several failures in a row, log only the first."""
    has_failed = False
    while True:
        try:
            await look()
            has_failed = False
        except Exception as error:  # noqa: BLE001 - the one error handler of such a task
            if not has_failed:
                report(logger, failure, error)
            has_failed = True
        await asyncio.sleep(seconds)
