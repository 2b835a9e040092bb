"""Sweeps all commands and starts: `python -m tests.crash.swept [every]`; exits 1 if one failed.

At every point, or at one of so many; with updates that are polled, then with a webhook. Commands
that are wrong on purpose come first: each must be found.
"""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic

from tests.crash.keeper import bots
from tests.crash.kills import webhook
from tests.crash.sweep import Moment, Sweep, moments
from tests.disk.preload import COMPILER, Disk, Kind
from tests.faults import FaultySandbox

# At the kinds of points where each shows
WRONG = {
    "moves_the_old_record_away_first": Moment("restore", 0, Kind.RENAME),
    "leaves_the_old_log": Moment("restore", 0, Kind.RENAME),
    "only_looks_first": Moment("restore", 1, Kind.SYNC),
    "gives_a_copy_its_log_first": Moment("restore", 1, Kind.SYNC),
    "sweeps_nothing": Moment("backup", 0, Kind.RENAME),
    "makes_a_record_where_it_is_to_be": Moment("init", 0, Kind.SYNC),
}
# Where two are killed one after the other, of the points of each
EVERY_OF_TWO = 7


async def sweep_all(every: int) -> bool:
    """Say what came of each; gives whether nothing was wrong and all that is wrong was found."""
    is_sound = True
    async with _sweep(is_hooked=False) as sweep:
        for mutant, moment in WRONG.items():
            found = await sweep.over(moment, mutant, until_found=True)
            print(f"{mutant}: {found.faults[:1] or 'NOT FOUND'}", flush=True)
            is_sound &= bool(found.faults)
    for is_hooked in (False, True):
        async with _sweep(is_hooked=is_hooked) as sweep:
            is_sound &= await _is_sound(sweep, every, "posted" if is_hooked else "polled")
    return is_sound


async def _is_sound(sweep: Sweep, every: int, way: str) -> bool:
    points, faults = 0, 0
    for moment in moments():
        began, swept = monotonic(), await sweep.over(moment, every=every)
        points, faults = points + swept.points, faults + len(swept.faults)
        print(f"{moment} ({way}): {swept.points} kills in {monotonic() - began:.0f} s", flush=True)
        print(*swept.faults[:5], sep="\n", end="\n" if swept.faults else "")
    twice = await sweep.twice(Moment("restore", 0), every=max(every, EVERY_OF_TWO))
    print(f"restore, then the start as well ({way}): {twice.points} kills", *twice.faults[:5])
    points, faults = points + twice.points, faults + len(twice.faults)
    print(f"{way}: {points} points tried, {faults} faults", flush=True)
    return points > 0 and not faults


@asynccontextmanager
async def _sweep(*, is_hooked: bool) -> AsyncIterator[Sweep]:
    with tempfile.TemporaryDirectory() as name:
        folder, more = Path(name), webhook() if is_hooked else {}
        with Disk(folder / "sweep") as disk:
            async with FaultySandbox() as sandbox, bots(folder) as kept:
                yield Sweep(kept, sandbox, disk, folder, more)


def main() -> int:
    every = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    if COMPILER is None:
        print("not run: there is no C compiler here")
        return 0
    return int(not asyncio.run(sweep_all(every)))


if __name__ == "__main__":
    sys.exit(main())
