"""The event loop that serves: uvloop where there is one, asyncio's own otherwise."""

import asyncio
import gc
from collections.abc import Callable, Coroutine
from typing import Any

from bot.logs import report_loose_end

try:
    from uvloop import new_event_loop
except ImportError:  # there is none for Windows
    new_event_loop: Callable[[], asyncio.AbstractEventLoop] | None = None  # type: ignore[no-redef]


def run(main: Coroutine[Any, Any, None]) -> None:
    """Run to the end, as `asyncio.run` does."""
    # What is loaded by now stays: to look through it for garbage would stop every chat for 50 ms
    gc.freeze()
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        runner.get_loop().set_exception_handler(report_loose_end)
        runner.run(main)
