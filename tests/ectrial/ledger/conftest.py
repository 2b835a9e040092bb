"""A clock, a place for a record, and an open one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ectrial.ledger.ledger import Ledger
from tests.blank_record import blank
from tests.ectrial.ledger.samples import Clock, open_ledger


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


@pytest.fixture
def ledger(path: Path, clock: Clock) -> Iterator[Ledger]:
    with open_ledger(blank(path), clock=clock) as ledger:
        yield ledger
