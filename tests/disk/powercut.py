"""Power cuts under the record: `python -m tests.disk.powercut [cuts]`; exits 1 if one lost a word.

What was not synced is dropped, torn or kept; then the record is opened as at any start. The same
cuts under a record that syncs too seldom must lose something, or this would prove nothing.
"""

import random
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bot.setup.start import now
from ectrial.ledger.ledger import Ledger
from tests.disk.preload import COMPILER, Disk
from tests.disk.process import MOST, writer

KEEPS = (0, 500, 900)
# An append into a log that is there takes some thirty writes and a sync
LATEST_CUT = 3000
FIRST_CUT = 60


@dataclass(slots=True)
class Figures:
    """What came of a number of cuts."""

    cuts: int = 0
    acknowledged: int = 0
    lost: int = 0
    losing_cuts: int = 0
    broken: int = 0


def cut_power(cuts: int, folder: Path, *, seed: int = 1, is_careless: bool = False) -> Figures:
    """Cut so often, each time under the record that the cut before has left."""
    chance = random.Random(seed)  # it decides when a test cuts
    database, figures, stands = folder / "x.db", Figures(), 0
    with Disk(database) as disk, writer(disk) as process:
        while figures.cuts < cuts:
            disk.forget()
            acknowledged = process.until_cut(
                database,
                disk,
                is_careless=is_careless,
                cut_at=chance.randint(FIRST_CUT if stands else 2 * FIRST_CUT, LATEST_CUT),
                keep=chance.choice(KEEPS),
                seed=chance.randrange(1, 10**6),
            )
            after = _head(database)
            figures.cuts += 1
            figures.acknowledged += max(0, acknowledged - stands)
            figures.lost += max(0, acknowledged - after)
            figures.losing_cuts += after < acknowledged
            figures.broken += after < 0
            stands = after
            if stands < 0 or stands > 10 * MOST:
                _clear(database)
                stands = 0
    return figures


def _head(database: Path) -> int:
    """Open the record as at any start and check all of it; -1 if that is refused.

    Each entry has come with one row of what is to ring, in one commit.
    """
    with Ledger.open(database, site="here", via="cli", clock=now) as ledger:
        is_whole = len(ledger.due.waiting(now())) == ledger.head()[0]
        return ledger.head()[0] if is_whole and ledger.verify().holds else -1


def _clear(database: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)


def main() -> int:
    cuts = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    if COMPILER is None:
        print("not run: there is no C compiler here")
        return 0
    with tempfile.TemporaryDirectory() as careful, tempfile.TemporaryDirectory() as careless:
        ours = cut_power(cuts, Path(careful))
        others = cut_power(max(cuts // 10, 20), Path(careless), is_careless=True)
    print(f"the record: {ours}")
    print(f"the same, synced too seldom: {others}")
    return int(ours.lost > 0 or ours.broken > 0 or others.lost == 0)


if __name__ == "__main__":
    sys.exit(main())
