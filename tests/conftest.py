"""Properties are tried on the same examples every time: a failure is a failure for everybody.

`make test` tries some, `make test-long` many: `pytest --hypothesis-profile=thorough`.
"""

import gc
import sys
import threading
import warnings
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("steady", max_examples=25, deadline=None, derandomize=True)
settings.register_profile("thorough", settings.get_profile("steady"), max_examples=200)
settings.load_profile("steady")


def pytest_collection_finish() -> None:
    """Look for garbage as the bot does (bot/cli/main.py, bot/setup/event_loop.py).

    Otherwise Python looks through all tests and all libraries again and again, a seventh of the
    time.
    """
    gc.freeze()
    gc.set_threshold(20_000)


@pytest.fixture(autouse=True)
def hooks_of_python() -> Iterator[None]:
    """Give back to pytest what a command that runs in this process takes over from Python."""
    kept = sys.excepthook, sys.unraisablehook, threading.excepthook, warnings.showwarning
    yield
    sys.excepthook, sys.unraisablehook, threading.excepthook, warnings.showwarning = kept
