"""A write or a sync that fails, at each point of a short life of the record in turn."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.setup.start import now
from ectrial.ledger.ledger import Ledger
from tests.disk.preload import COMPILER, Disk
from tests.disk.process import writer
from tests.disk.writer import REFUSED

POINTS = range(1, 151)
EACH = [
    pytest.param(POINTS[::37], id="some"),
    pytest.param(POINTS, marks=pytest.mark.long, id="all"),
]

pytestmark = pytest.mark.skipif(COMPILER is None, reason="the disk is built with a C compiler")


def recorded(database: Path) -> int:
    with Ledger.open(database, site="here", via="cli", clock=now) as ledger:
        assert ledger.verify().holds
        return ledger.head()[0]


@pytest.mark.parametrize("points", EACH)
@pytest.mark.parametrize(
    "error",
    [errno.EIO, pytest.param(errno.ENOSPC, marks=pytest.mark.long)],
    ids=errno.errorcode.get,
)
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


@pytest.mark.long
def test_disk_without_second_names_takes_a_record_and_a_restore(tmp_path: Path) -> None:
    database, copy = tmp_path / "x.db", tmp_path / "copy.db"
    with Disk(database) as disk:
        environment = {
            **os.environ,
            **disk.environment(no_links=1),
            "ECTRIAL_DATABASE": str(database),
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }

        for words in (["init"], ["staff", "add", "42"], ["backup", copy], ["restore", copy]):
            command = [sys.executable, "-m", "bot", *map(str, words)]
            subprocess.run(command, env=environment, cwd=tmp_path, check=True)  # noqa: S603

    (aside,) = tmp_path.glob("x.db.set-aside-*Z")
    assert aside.stat().st_ino != database.stat().st_ino
    assert recorded(database) == recorded(aside) == 1
    assert list(tmp_path.glob("*.part")) == []
