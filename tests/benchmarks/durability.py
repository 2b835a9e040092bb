"""Measures how long an answer takes to be on the disk: `python -m tests.benchmarks.durability`.

Ten answers a second, each committed by itself as in a quiet ward, beside syncs of the bare disk.
"""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bot.housekeeping.checkpoints import checkpointing
from bot.serving.commits import Commits
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.subjects import ScreeningId

ROOT = Path(__file__).parent.parent.parent
GOAL = 5.0
AUTHOR = Author(7, "coordinator")
SCREENING = ScreeningId("here", "EC-CRT-003", "S-001", 1)
OPENED = NewEntry(Kind.OPENED, SCREENING.trial, SCREENING)
ANSWERED = NewEntry(Kind.ANSWERED, SCREENING.trial, SCREENING, item="ecog", value="1")
BYTES = 8 * 4096


def now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - a benchmark has a clock


async def main(seconds: int) -> None:
    with TemporaryDirectory(prefix=".durability-", dir=ROOT) as folder:
        path = Path(folder) / "record.db"
        with (
            Ledger.open(path, site="here", via="telegram", clock=now) as ledger,
            (Path(folder) / "bare").open("wb", buffering=0) as bare,
        ):
            commits = Commits(ledger)
            async with checkpointing(path, None):
                await commits.commit(lambda: ledger.append([OPENED], AUTHOR))
                commit = partial(commits.commit, lambda: ledger.append([ANSWERED], AUTHOR))
                answers, syncs = await taken(seconds, commit, partial(sync, bare.fileno()))
            await commits.finish()
    print_row("an answer, ms", answers, f"p99 goal {GOAL:.0f}")
    print_row("a sync of the bare disk, ms", syncs, "")


async def taken(seconds: int, *acts: Callable[[], Awaitable[object]]) -> tuple[list[float], ...]:
    """Do each, ten times a second; give how many milliseconds each took."""
    found: tuple[list[float], ...] = tuple([] for _ in acts)
    for _ in range(10 * seconds):
        for act, times in zip(acts, found, strict=True):
            began = perf_counter()
            await act()
            times.append((perf_counter() - began) * 1000)
        await asyncio.sleep(0.1)
    return found


async def sync(file: int) -> None:
    """Write over the same place, as a log does, and wait for the disk as the driver does."""
    os.pwrite(file, os.urandom(BYTES), 0)
    await asyncio.to_thread(os.fsync, file)


def print_row(name: str, times: list[float], goal: str) -> None:
    ordered = sorted(times)
    p50, p99 = (ordered[len(ordered) * percent // 100] for percent in (50, 99))
    print(f"{name:30} p50 {p50:6.2f}   p99 {p99:6.2f}   most {ordered[-1]:6.1f}   {goal}")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if sys.argv[1:] else 60))
