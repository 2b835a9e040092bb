"""A write or a sync that fails, at each point of a short life of the record in turn."""

import errno
from pathlib import Path

import pytest

from bot.setup.start import now
from ectrial.ledger.ledger import Ledger
from tests.disk.preload import COMPILER, Disk
from tests.disk.process import writer
from tests.disk.writer import REFUSED

POINTS = range(1, 151)
EACH = [
    pytest.param(POINTS[::13], id="some"),
    pytest.param(POINTS, marks=pytest.mark.long, id="all"),
]

pytestmark = pytest.mark.skipif(COMPILER is None, reason="the disk is built with a C compiler")


def recorded(database: Path) -> int:
    with Ledger.open(database, site="here", via="cli", clock=now) as ledger:
        assert ledger.verify().holds
        return ledger.head()[0]


@pytest.mark.parametrize("points", EACH)
@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC], ids=errno.errorcode.get)
def test_disk_that_fails_at_any_point_loses_nothing_acknowledged(
    tmp_path: Path, error: int, points: range
) -> None:
    database = tmp_path / "x.db"
    before, refusals = recorded(database), 0
    with Disk(database) as disk, writer(disk) as process:
        for point in points:
            disk.forget()

            told = process.with_failures(database, disk, fail_at=point, errno=error)

            acknowledged = [int(word) for word in told if word != REFUSED]
            after = recorded(database)
            assert acknowledged == list(range(before + 1, after + 1)), point
            refusals += told.count(REFUSED)
            before = after
    assert refusals > len(points) // 2
