"""The process that appends to a record on a preloaded disk, and what it says of it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.disk.preload import Disk

# How the disk ends a process when the power goes
CUT = 42
MOST, FEW = 400, 12


class Writer:
    """The process that appends."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def until_cut(self, database: Path, disk: Disk, *, is_careless: bool, **cut: int) -> int:
        """Give the last number acknowledged before the power went."""
        told = self._told(database, disk, MOST, cut, is_careless=is_careless)
        return int(told[-1]) if told else 0

    def with_failures(self, database: Path, disk: Disk, **failure: int) -> list[str]:
        """Give the numbers acknowledged by a disk that fails, and `refused` where it did."""
        return self._told(database, disk, FEW, failure, may_fail=True)

    def _told(
        self,
        database: Path,
        disk: Disk,
        most: int,
        settings: dict[str, int],
        *,
        is_careless: bool = False,
        may_fail: bool = False,
    ) -> list[str]:
        order = {
            "environment": disk.environment(**settings),
            "database": str(database),
            "is_careless": is_careless,
            "may_fail": may_fail,
            "most": most,
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        told: list[str] = []
        for line in self._process.stdout:
            if line.startswith("ended"):
                if line.split() not in (["ended", str(CUT)], ["ended", "0"]):
                    raise RuntimeError(f"the writer {line.strip()}")
                return told
            told.append(line.strip())
        raise RuntimeError("the writer is gone")


@contextmanager
def writer(disk: Disk) -> Iterator[Writer]:
    """Start it on that disk."""
    # the rest of the disk's settings come with each order
    environment = {**os.environ, "LD_PRELOAD": disk.environment()["LD_PRELOAD"]}
    command = [sys.executable, "-m", "tests.disk.writer"]
    with subprocess.Popen(  # noqa: S603 - our own command
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Writer(process)
        assert process.stdin is not None
        process.stdin.close()
