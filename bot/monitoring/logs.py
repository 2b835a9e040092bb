"""Logging without the bot's secrets and without any text that a person wrote.

Our modules and the libraries use the standard logging; structlog formats the lines.
"""

import logging
import re
import sys
from pathlib import Path
from typing import Literal, TextIO

import structlog
from pydantic import SecretStr
from structlog.typing import EventDict

from bot.monitoring.printable import printable

LogFormat = Literal["auto", "json", "text"]

TOKEN_IN_ADDRESS = re.compile(r"bot\d+(?::|%3A)[A-Za-z0-9_-]+")
TOKEN_REDACTED, SECRET_REDACTED = "[token]", "[secret]"
UNWRITTEN = "a log line could not be written: %s"
OURS = ("bot", "conversations", "ectrial")
# Fields that a line may have beside its message. None names a person: those who may read the
# record can find the person there by the update_id.
FIELDS = {"update_id", "failures", "seconds"}


class Redacting(structlog.stdlib.ProcessorFormatter):
    """Replaces the secrets in the formatted line; the first secret is the token."""

    def __init__(self, secrets: tuple[SecretStr | None, ...], *, is_json: bool) -> None:
        super().__init__(
            processors=[
                self.remove_processors_meta,
                _without_message,
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
        """Format the line, without the secrets."""
        line = TOKEN_IN_ADDRESS.sub(TOKEN_REDACTED, super().format(record))
        for secret, place in self._places.items():
            line = line.replace(secret, place)
        return printable(line)


class Lines(logging.StreamHandler[TextIO]):
    """Writes lines; of one that cannot be made, only why, where logging would print it raw."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Log that a line is missing, once: if not even this can be written, be silent."""
        error = sys.exc_info()[1]
        if error is None or record.msg == UNWRITTEN:
            return
        words = (kind_and_place(error),)
        self.handle(logging.LogRecord(record.name, logging.ERROR, "", 0, UNWRITTEN, words, None))


def set_up(
    *secrets: SecretStr | None,
    log_format: LogFormat = "auto",
    level: int = logging.INFO,
    stream: TextIO = sys.stderr,
) -> None:
    """Log through one handler that replaces the secrets: the token first, then the others."""
    is_json = log_format == "json" or (log_format == "auto" and not stream.isatty())
    handler = Lines(stream)
    handler.setFormatter(Redacting(secrets, is_json=is_json))
    # Libraries log addresses with the token at INFO, and everything sent at DEBUG
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(level)


def report(logger: logging.Logger, what: str, error: BaseException, **fields: float) -> None:
    """Log a failure without the error's own message, which may hold the token or an answer."""
    logger.error("%s: %s", what, kind_and_place(error), extra=fields)


def kind_and_place(error: BaseException) -> str:
    """Name an error by its type and the line that raised the error."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    file = Path(trace.tb_frame.f_code.co_filename)
    return f"{type(error).__name__} at {file.parent.name}/{file.name}:{trace.tb_lineno}"


def _without_message(_: object, __: str, event: EventDict) -> EventDict:
    """Reduce an error logged by a library to its kind and place, as `report` does for ours."""
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
