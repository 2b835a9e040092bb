"""Logging that cannot tell the bot's token, nor what anybody wrote."""

import logging
import re
import sys
from pathlib import Path
from typing import TextIO

from pydantic import SecretStr

TOKEN_IN_ADDRESS = re.compile(r"bot\d+(?::|%3A)[A-Za-z0-9_-]+")
REDACTED = "[token]"
SHAPE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# These tell addresses with the token at INFO, and all that is said at DEBUG
TALKATIVE = ("httpx", "httpcore", "telegram", "aiohttp.access")


class Redacting(logging.Formatter):
    """Takes the token out of the finished line, tracebacks included."""

    def __init__(self, token: SecretStr | None = None) -> None:
        super().__init__(SHAPE)
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """Write the line without the token."""
        line = TOKEN_IN_ADDRESS.sub(REDACTED, super().format(record))
        if self._token is not None:
            line = line.replace(self._token.get_secret_value(), REDACTED)
        return line


def set_up(
    token: SecretStr | None = None, *, level: int = logging.INFO, stream: TextIO = sys.stderr
) -> None:
    """Send every log line through one handler that redacts."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Redacting(token))
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


def report(logger: logging.Logger, what: str, error: BaseException) -> None:
    """Log a failure without its own words, which can hold the token or what somebody wrote."""
    logger.error("%s: %s", what, kind_and_place(error))


def kind_and_place(error: BaseException) -> str:
    """Name an error by its type and the line that raised it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    file = Path(trace.tb_frame.f_code.co_filename)
    return f"{type(error).__name__} at {file.parent.name}/{file.name}:{trace.tb_lineno}"
