"""Knows the tasks of a bot in this process, and so when it has nothing left to do."""

import asyncio
from collections.abc import Callable, Coroutine
from contextvars import ContextVar, copy_context
from typing import Any


class Tasks:
    """The tasks of one bot: the one that it began with and all that came of it."""

    def __init__(self) -> None:
        self._alive: set[asyncio.Task[Any]] = set()
        self._standing: set[asyncio.Task[Any]] | None = None
        self._in_threads: set[asyncio.Future[Any]] = set()
        self._begun_in_threads = 0

    def begin(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Let the bot begin; what it begins in turn runs in a context that names it."""
        loop, context = asyncio.get_running_loop(), copy_context()
        loop.set_task_factory(_noted)
        _count_threads(loop)
        context.run(_ours.set, self)
        return loop.create_task(work, context=context)

    def look(self) -> None:
        """Note which tasks stay to the end: those that run when the bot first polls."""
        if self._standing is None:
            self._standing = set(self._alive)

    def begin_in_a_thread(self, future: asyncio.Future[Any]) -> None:
        """Note what a thread does for the bot, such as a commit."""
        self._begun_in_threads += 1
        self._in_threads.add(future)
        future.add_done_callback(self._in_threads.discard)

    @property
    def in_threads(self) -> tuple[int, int]:
        """How much was begun in threads, and how much of it goes on."""
        return self._begun_in_threads, len(self._in_threads)

    @property
    def have_work(self) -> bool | None:
        """Whether something is begun that will end, be it that it waits; None before a poll."""
        return None if self._standing is None else not self._alive <= self._standing


_ours: ContextVar[Tasks | None] = ContextVar("_ours", default=None)


def _noted(
    loop: asyncio.AbstractEventLoop, work: Coroutine[Any, Any, Any], **more: Any
) -> asyncio.Task[Any]:
    task = asyncio.Task(work, loop=loop, **more)
    context = more.get("context") or copy_context()
    if (tasks := context.get(_ours)) is not None:
        tasks._alive.add(task)
        task.add_done_callback(tasks._alive.discard)
    return task


def _count_threads(loop: asyncio.AbstractEventLoop) -> None:
    """Have the loop note for each bot what it does in threads: their time is not the loop's."""
    plain: Callable[..., asyncio.Future[Any]] = loop.run_in_executor
    if plain.__name__ == "counted":
        return

    def counted(*given: Any) -> asyncio.Future[Any]:
        future = plain(*given)
        if (tasks := _ours.get()) is not None:
            tasks.begin_in_a_thread(future)
        return future

    loop.run_in_executor = counted  # type: ignore[assignment]
