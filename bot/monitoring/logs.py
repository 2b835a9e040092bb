"""Logging that cannot tell the bot's secrets, nor what anybody wrote.

Our modules and the libraries log through the standard logging; structlog writes the lines.
"""

import asyncio
import logging
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, TextIO

import structlog
from pydantic import SecretStr
from structlog.typing import EventDict

Shape = Literal["auto", "json", "text"]

TOKEN_IN_ADDRESS = re.compile(r"bot\d+(?::|%3A)[A-Za-z0-9_-]+")
TOKEN_REDACTED, SECRET_REDACTED = "[token]", "[secret]"
OURS = ("bot", "conversations", "ectrial")
# What a line may tell beside its words. No person: whoever may read the record finds there, by
# the number of the update, whose it was.
FIELDS = {"update_id", "failures", "seconds"}


class Redacting(structlog.stdlib.ProcessorFormatter):
    """Takes the secrets out of the finished line; the first of them is the token."""

    def __init__(self, secrets: tuple[SecretStr | None, ...], *, is_json: bool) -> None:
        super().__init__(
            processors=[
                self.remove_processors_meta,
                _without_words,
                _as_json() if is_json else _as_text(),
            ],
            foreign_pre_chain=[
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.stdlib.ExtraAdder(FIELDS),
                structlog.processors.TimeStamper(fmt="iso", utc=True),
            ],
        )
        places = (TOKEN_REDACTED, *[SECRET_REDACTED] * len(secrets))
        self._places = {
            secret.get_secret_value(): place
            for secret, place in zip(secrets, places, strict=False)
            if secret is not None
        }

    def format(self, record: logging.LogRecord) -> str:
        """Write the line without the secrets."""
        line = TOKEN_IN_ADDRESS.sub(TOKEN_REDACTED, super().format(record))
        for secret, place in self._places.items():
            line = line.replace(secret, place)
        return line


def set_up(
    *secrets: SecretStr | None,
    shape: Shape = "auto",
    level: int = logging.INFO,
    stream: TextIO = sys.stderr,
) -> None:
    """Send every log line through one handler that redacts: the token first, other secrets."""
    is_json = shape == "json" or (shape == "auto" and not stream.isatty())
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Redacting(secrets, is_json=is_json))
    # Libraries tell addresses with the token at INFO, and all that is said at DEBUG
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(level)


def report(logger: logging.Logger, what: str, error: BaseException, **fields: float) -> None:
    """Log a failure without its own words, which can hold the token or what somebody wrote."""
    logger.error("%s: %s", what, kind_and_place(error), extra=fields)


def kind_and_place(error: BaseException) -> str:
    """Name an error by its type and the line that raised it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    file = Path(trace.tb_frame.f_code.co_filename)
    return f"{type(error).__name__} at {file.parent.name}/{file.name}:{trace.tb_lineno}"


def report_loose_end(_: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
    """Log what the event loop has to complain of; asyncio itself would print the error's words."""
    what, error = str(context["message"]), context.get("exception")
    logger = logging.getLogger(__name__)
    if isinstance(error, BaseException):
        report(logger, what, error)
    else:
        logger.error("%s", what)


def _without_words(_: object, __: str, event: EventDict) -> EventDict:
    """Name the error that a library logs, as `report` does with ours."""
    given = event.pop("exc_info", None)
    error = given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["error"] = kind_and_place(error)
    event.pop("stack_info", None)
    return event


def _as_json() -> structlog.typing.Processor:
    return structlog.processors.JSONRenderer(ensure_ascii=False)


def _as_text() -> structlog.typing.Processor:
    return structlog.dev.ConsoleRenderer(colors=False, pad_event_to=0, pad_level=False)
