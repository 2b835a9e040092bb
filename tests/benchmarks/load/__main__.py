"""Compares taps with bare bots: `.venv/bin/python -m tests.benchmarks.load [rounds [seconds]]`.

Our bot commits every tap to the disk and shows a full card; the others answer and edit a fixed
text, which is the least that a bot can do. All run side by side and are tapped in turn for some
seconds, round after round: a machine that is slow for a while is so for all of them.
"""

import asyncio
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import AsyncExitStack
from statistics import median

import uvloop

from tests.benchmarks.load.bots import OURS, PROCESSORS, contenders
from tests.benchmarks.load.phases import Figures, Load, Phase

Runs = dict[str, Load]
STARTS = 3

OF_A_ROUND: dict[str, tuple[Callable[[Figures], float], str]] = {
    "64 people, taps a second": (lambda f: f.crowd.throughput, "{:.0f}"),
    "64 people, processor a tap, us": (lambda f: f.crowd.processor_per_tap * 1e6, "{:.0f}"),
    "1 person, taps a second": (lambda f: f.alone.throughput, "{:.0f}"),
    "80 taps a second, processor a tap, us": (
        lambda f: f.steady.processor_per_tap * 1e6,
        "{:.0f}",
    ),
}
OF_ALL_TAPS: dict[str, tuple[Callable[[Figures], Phase], int]] = {
    "64 people, p99, ms": (lambda f: f.crowd, 99),
    "1 person, p50, ms": (lambda f: f.alone, 50),
    "80 taps a second, p50, ms": (lambda f: f.steady, 50),
    "80 taps a second, p99, ms": (lambda f: f.steady, 99),
}


def main(rounds: int, seconds: float) -> None:
    os.sched_setaffinity(0, {min(PROCESSORS)})
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runs = {contender.name: Load(contender) for contender in contenders()}
        runner.run(compare(list(runs.values()), rounds, seconds))
    table(runs, rounds)


async def compare(loads: list[Load], rounds: int, seconds: float) -> None:
    for _ in range(STARTS - 1):
        for load in loads:
            async with load.started():
                pass
    async with AsyncExitStack() as stack:
        for load in loads:
            await stack.enter_async_context(load.started())
            await load.warm_up()
        for number in range(rounds):
            # each begins a round in turn, so that none always comes after the same other
            for load in loads[number % len(loads) :] + loads[: number % len(loads)]:
                await load.round(seconds)


def table(runs: Runs, rounds: int) -> None:
    others = [name for name in runs if name != OURS.name]
    print_row(f"{rounds} rounds", runs, [f"/ {name}" for name in others])
    for row, (figure, shape) in OF_A_ROUND.items():
        found = {name: list(map(figure, load.rounds)) for name, load in runs.items()}
        ours = found[OURS.name]
        ratios = [median(a / b for a, b in zip(ours, found[o], strict=True)) for o in others]
        print_row(row, [shape.format(median(each)) for each in found.values()], ratios)
    for row, (phase, percent) in OF_ALL_TAPS.items():
        taps = {name: sum(map(phase, load.rounds), Phase()) for name, load in runs.items()}
        print_values(row, {n: each.percentile(percent) * 1e3 for n, each in taps.items()}, 2)
    starts = {name: median(load.first_polls) for name, load in runs.items()}
    print_values("start to first poll, s", starts, 2)
    print_values("memory, MB", {name: load.megabytes for name, load in runs.items()}, 0)


def print_values(name: str, values: dict[str, float], digits: int) -> None:
    ratios = [values[OURS.name] / value for other, value in values.items() if other != OURS.name]
    print_row(name, [f"{value:.{digits}f}" for value in values.values()], ratios)


def print_row(name: str, cells: Iterable[str], ratios: Iterable[str | float]) -> None:
    shown = [each if isinstance(each, str) else f"{each:.2f}" for each in ratios]
    print(f"{name:38}" + "".join(f"{cell:>22}" for cell in (*cells, *shown)), flush=True)


if __name__ == "__main__":
    given = sys.argv[1:]
    main(int(given[0]) if given else 8, float(given[1]) if given[1:] else 6.0)
