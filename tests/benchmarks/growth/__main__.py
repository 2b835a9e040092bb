"""Measures a record of 100,000 screenings against one of 100: `python -m tests.benchmarks.growth`.

Both are recorded through the ledger itself, once, and kept in the folder given (or the system's
temporary one) until they are deleted by hand. The large one takes minutes and about 2 GB, and as
much again while a bot runs on it, for its copy.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from ectrial.ledger.copies.rotation import folder_of
from tests.benchmarks.growth.bots import side_by_side
from tests.benchmarks.growth.records import FEW, MANY, build, build_anew, in_turns, sizes

AT_LEAST = {"append, many to few": 0.9, "64 people, many to few": 0.9}
AT_MOST = {
    "list page, ms": 100.0,
    "verdict, ms": 100.0,
    "latest upper limits, ms": 100.0,
    "open, s": 2.0,
    "/list typed, ms": 100.0,
    "/verdict typed, ms": 100.0,
    "start to first poll, s": 2.0,
}


def main(folder: Path) -> int:
    """Print the figures; 1 when a goal is missed."""
    few, many = (folder / f"ectrial-growth-{count}.db" for count in (FEW, MANY))
    began = time.perf_counter()
    build(many, MANY)
    print(f"{many.name}: {sizes(many)}, built in {time.perf_counter() - began:.0f} s")
    missed = report("the record alone", *in_turns(few, many))
    build_anew(few)
    try:
        missed += report("a bot on it", *side_by_side(few, many))
    finally:
        for record in (few, many):
            shutil.rmtree(folder_of(record), ignore_errors=True)
    return int(missed > 0)


def report(title: str, small: dict[str, float], large: dict[str, float]) -> int:
    """Print both columns with the goals; how many goals were missed."""
    missed = 0
    print(f"{title:32}{FEW:>12,}{MANY:>12,}  goal")
    for name, value in large.items():
        least, most = AT_LEAST.get(name, float("-inf")), AT_MOST.get(name, float("inf"))
        holds = least <= value <= most
        missed += not holds
        words = f"≥ {least:g}" if name in AT_LEAST else f"≤ {most:g}" if name in AT_MOST else ""
        print(f"{name:32}{small[name]:12.2f}{value:12.2f}  {words}{'' if holds else ' ✗'}")
    return missed


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else Path(tempfile.gettempdir())))
