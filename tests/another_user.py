"""This process as another user of the machine, which only root can be."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

ANOTHER = 4321


@contextmanager
def another_user() -> Iterator[None]:
    """Be somebody who owns nothing here; the tests of who is not root skip what needs it."""
    if os.geteuid() != 0:
        pytest.skip("only root can be another user")
    os.seteuid(ANOTHER)
    try:
        yield
    finally:
        os.seteuid(0)
