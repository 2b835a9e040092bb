"""The event loop of the bot: uvloop if installed, asyncio's own otherwise."""

import asyncio
import gc
from collections.abc import Callable, Coroutine
from typing import Any

from bot.monitoring.hooks import report_loose_end


def run(main: Coroutine[Any, Any, None]) -> None:
    """Run the coroutine to its end, as `asyncio.run` does."""
    # objects loaded so far are never garbage; looking through them would stop every chat for 50 ms
    gc.freeze()
    # in debug mode, which a variable can set, it logs what slow callbacks were called with
    with asyncio.Runner(debug=False, loop_factory=_factory()) as runner:
        runner.get_loop().set_exception_handler(report_loose_end)
        runner.run(main)


def _factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    try:
        import uvloop
    except ImportError:  # uvloop does not exist for Windows
        return None
    return uvloop.new_event_loop
