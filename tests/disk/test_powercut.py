from pathlib import Path

import pytest

from tests.disk.powercut import cut_power
from tests.disk.preload import COMPILER, Disk
from tests.disk.process import writer

pytestmark = pytest.mark.skipif(COMPILER is None, reason="the disk is built with a C compiler")


@pytest.mark.parametrize("cuts", [4, pytest.param(100, marks=pytest.mark.long)])
def test_power_cuts_lose_nothing_that_was_acknowledged(tmp_path: Path, cuts: int) -> None:
    found = cut_power(cuts, tmp_path)

    assert found.acknowledged > 25 * cuts
    assert (found.lost, found.broken) == (0, 0)


@pytest.mark.long
def test_cuts_do_lose_what_was_not_synced(tmp_path: Path) -> None:
    found = cut_power(5, tmp_path, is_careless=True)

    assert found.lost > 0


@pytest.mark.long
def test_disk_sees_every_commit(tmp_path: Path) -> None:
    database = tmp_path / "x.db"
    with Disk(database) as disk, writer(disk) as process:
        last = process.until_cut(database, disk, is_careless=False, cut_at=10**6)
        writes, syncs = disk.writes_and_syncs

    assert writes > syncs >= last > 0
