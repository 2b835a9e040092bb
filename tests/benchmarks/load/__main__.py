"""Compares taps with bare bots: `.venv/bin/python -m tests.benchmarks.load [rounds [seconds]]`.

Our bot commits every tap to the disk and shows a full card; the others answer and edit a fixed
text, which is the least that a bot can do. Only figures of one run are to be compared.
"""

import asyncio
import os
import sys
from collections.abc import Callable, Iterable
from statistics import median

import uvloop

from tests.benchmarks.load.bots import OURS, PROCESSORS, contenders
from tests.benchmarks.load.phases import Figures, Load

ROWS: dict[str, tuple[Callable[[Figures], float], str]] = {
    "64 people, taps a second": (lambda f: f.crowd.throughput, "{:.0f}"),
    "64 people, processor a tap, us": (lambda f: f.crowd.processor_per_tap * 1e6, "{:.0f}"),
    "64 people, p99, ms": (lambda f: f.crowd.percentile(99) * 1e3, "{:.1f}"),
    "1 person, taps a second": (lambda f: f.alone.throughput, "{:.0f}"),
    "1 person, p50, ms": (lambda f: f.alone.percentile(50) * 1e3, "{:.2f}"),
    "80 taps a second, p50, ms": (lambda f: f.steady.percentile(50) * 1e3, "{:.2f}"),
    "80 taps a second, p99, ms": (lambda f: f.steady.percentile(99) * 1e3, "{:.2f}"),
    "80 taps a second, processor a tap, us": (
        lambda f: f.steady.processor_per_tap * 1e6,
        "{:.0f}",
    ),
    "start to first poll, s": (lambda f: f.first_poll, "{:.2f}"),
    "memory, MB": (lambda f: f.megabytes, "{:.0f}"),
}


def main(rounds: int, seconds: float) -> None:
    os.sched_setaffinity(0, {min(PROCESSORS)})
    found: dict[str, list[Figures]] = {contender.name: [] for contender in contenders()}
    for number in range(rounds):
        # each begins a round in turn, so that none always comes after the same other
        order = contenders()[number % len(found) :] + contenders()[: number % len(found)]
        for contender in order:
            with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
                found[contender.name].append(runner.run(Load(seconds).run(contender)))
    table(found)


def table(found: dict[str, list[Figures]]) -> None:
    others = [name for name in found if name != OURS.name]
    print_row(f"median of {len(found[OURS.name])}", found, [f"/ {name}" for name in others])
    for row, (figure, shape) in ROWS.items():
        values = {name: median(map(figure, runs)) for name, runs in found.items()}
        ratios = [f"{values[OURS.name] / values[name]:.2f}" for name in others]
        print_row(row, map(shape.format, values.values()), ratios)


def print_row(name: str, cells: Iterable[str], ratios: Iterable[str]) -> None:
    print(f"{name:38}" + "".join(f"{cell:>22}" for cell in (*cells, *ratios)))


if __name__ == "__main__":
    given = sys.argv[1:]
    main(int(given[0]) if given else 3, float(given[1]) if given[1:] else 5.0)
