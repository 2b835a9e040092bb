"""Our bot as it is installed to run: structlog loads `rich` where it is, as our tests have it."""

import sys
import time
from dataclasses import replace

sys.modules["rich"] = None  # type: ignore[assignment] # to import it fails, as where it is not

from bot.cli import main as cli  # noqa: E402
from bot.setup import start  # noqa: E402


def hurried() -> start.Prepared:
    """Prepare a bot on whose clock every tap comes late enough: these people are no people."""
    return replace(start.prepare(), monotonic=lambda: time.monotonic() * 1e6)


cli.prepare = hurried
cli.main(["run"])
