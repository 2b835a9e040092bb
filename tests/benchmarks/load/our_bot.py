"""Our bot as it is installed to run: structlog loads `rich` where it is, as our tests have it."""

import sys

sys.modules["rich"] = None  # type: ignore[assignment] # to import it fails, as where it is not

from bot.cli.main import main  # noqa: E402

main(["run"])
