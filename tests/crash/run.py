"""Kills the bot: `python -m tests.crash.run [kills]`; exits 1 if a word was lost or doubled.

With updates that are polled, then half as often with updates that are posted. A bot that is wrong
on purpose comes first: it must be found.
"""

import asyncio
import sys
import tempfile
from pathlib import Path
from time import monotonic

from tests.crash.oracle import Found
from tests.crash.storm import Storm

KILLS = 1000
# What is lost is never answered
SECONDS_FOR_A_MUTANT = 5.0
KILLS_OF_A_MUTANT = 10


def main() -> int:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    is_missed = rage(KILLS_OF_A_MUTANT, "shows_before_it_commits").is_sound
    found = [rage(kills), rage(kills // 2, is_hooked=True)]
    return int(is_missed or not all(each.is_sound for each in found))


def rage(kills: int, *mutants: str, is_hooked: bool = False) -> Found:
    """Let one storm rage and say what it did."""
    began = monotonic()
    with tempfile.TemporaryDirectory() as folder:
        storm = Storm(Path(folder), kills, mutants=mutants, is_hooked=is_hooked)
        storm.waits = SECONDS_FOR_A_MUTANT if mutants else storm.waits
        found = asyncio.run(storm.rages())
    way = "posted" if is_hooked else "polled"
    print(f"{kills} kills in {monotonic() - began:.0f} s", way, *mutants, dict(storm.moments))
    print(f"  {found.acknowledged} answers acknowledged, {found.verdicts} verdicts compared")
    for name in ("lost", "doubled", "wrong", "unanswered"):
        cases = getattr(found, name)
        print(f"  {len(cases)} {name}", *[repr(case)[:300] for case in cases[:5]], sep="\n    ")
    sys.stdout.flush()
    return found


if __name__ == "__main__":
    sys.exit(main())
