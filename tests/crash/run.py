"""Kills the bot: `python -m tests.crash.run [kills]`; exits 1 if a word was lost or doubled.

Bots that are wrong on purpose come first: each of them must be found.
"""

import asyncio
import sys
import tempfile
from pathlib import Path
from time import monotonic

from tests.crash.mutants import MUTANTS
from tests.crash.oracle import Found
from tests.crash.storm import Storm

KILLS = 1000
KILLS_OF_A_MUTANT = 40


def main() -> int:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    missed = [mutant for mutant in MUTANTS if rage(KILLS_OF_A_MUTANT, mutant).is_sound]
    print("not found:", ", ".join(missed) or "none")
    return int(bool(missed) or not rage(kills).is_sound)


def rage(kills: int, *mutants: str) -> Found:
    """Let one storm rage and say what it did."""
    began = monotonic()
    with tempfile.TemporaryDirectory() as folder:
        storm = Storm(Path(folder), kills, mutants=mutants)
        found = asyncio.run(storm.rages())
    print(f"{kills} kills in {monotonic() - began:.0f} s", *mutants, dict(storm.moments))
    print(f"  {found.acknowledged} answers acknowledged, {found.verdicts} verdicts compared")
    for name in ("lost", "doubled", "wrong", "unanswered"):
        cases = getattr(found, name)
        print(f"  {len(cases)} {name}", *[repr(case)[:300] for case in cases[:5]], sep="\n    ")
    sys.stdout.flush()
    return found


if __name__ == "__main__":
    sys.exit(main())
