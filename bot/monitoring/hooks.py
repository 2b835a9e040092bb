"""What Python and its libraries would print by themselves: logged by its kind and place alone.

An error in a thread, in a destructor or in a callback, a warning, and a log line that cannot be
written may hold an answer or the token. None of their words reaches standard error.
"""

import asyncio
import logging
import sys
import threading
import warnings
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from bot.monitoring.logs import kind_and_place

logger = logging.getLogger(__name__)

# Other messages of asyncio quote callbacks, with what they were called with
FIXED = frozenset(
    {
        "Task exception was never retrieved",
        "Future exception was never retrieved",
        "Task was destroyed but it is pending!",
        "Unhandled exception in client_connected_cb",
    }
)


def log_what_python_would_print() -> None:
    """Take over from Python for the rest of this process, its end included."""
    sys.excepthook = _ended_by
    sys.unraisablehook = _could_not_be_raised
    threading.excepthook = _thread_ended_by
    # a setting of the module, as its documentation says
    warnings.showwarning = _warned


def report_loose_end(_: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
    """Log an error that no task handled; asyncio itself would print the error's message."""
    message, error = str(context["message"]), context.get("exception")
    what = message if message in FIXED else "an error in the event loop"
    _log(what, error if isinstance(error, BaseException) else None)


def _log(what: str, error: BaseException | None) -> None:
    logger.error("%s: %s", what, kind_and_place(error)) if error else logger.error("%s", what)


def _ended_by(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
    if isinstance(error, Exception):
        _log("the process ended by an error of its own", error)


def _thread_ended_by(hook: threading.ExceptHookArgs) -> None:
    if not isinstance(hook.exc_value, SystemExit):
        _log("a thread ended by an error of its own", hook.exc_value)


def _could_not_be_raised(hook: "sys.UnraisableHookArgs") -> None:
    _log("an error that could not be raised", hook.exc_value)


def _warned(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    path = Path(filename)
    place = f"{path.parent.name}/{path.name}:{lineno}"
    logger.warning("Python warns: %s at %s", category.__name__, place)
