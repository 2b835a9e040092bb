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

settings.register_profile("steady", max_examples=10, deadline=None, derandomize=True)
settings.register_profile("thorough", settings.get_profile("steady"), max_examples=200)
settings.load_profile("steady")


def pytest_configure() -> None:
    """Look for garbage as seldom as the bot does (bot/cli/main.py), and not while tests load."""
    gc.set_threshold(20_000)
    gc.disable()


def pytest_collection_finish() -> None:
    """Look no more through all libraries and all tests, which takes a seventh of the time."""
    gc.freeze()
    gc.enable()


@pytest.fixture(autouse=True)
def hooks_of_python() -> Iterator[None]:
    """Give back to pytest what a command that runs in this process takes over from Python."""
    kept = sys.excepthook, sys.unraisablehook, threading.excepthook, warnings.showwarning
    yield
    sys.excepthook, sys.unraisablehook, threading.excepthook, warnings.showwarning = kept
