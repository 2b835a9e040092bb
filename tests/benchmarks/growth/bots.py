"""Whole bots on both records, side by side under the same taps."""

import asyncio
import os
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from statistics import median

import uvloop

from ectrial.ledger.copies.rotation import folder_of
from tests.benchmarks.load.bots import OURS, PROCESSORS
from tests.benchmarks.load.phases import Figures, Load, Phase

ROUNDS, SECONDS, LOOKS = 8, 6.0, 30
COMMANDS = ("/list", "/verdict")
MOST_SECONDS_FOR_A_COPY = 600.0

OF_ALL_TAPS: dict[str, tuple[Callable[[Figures], Phase], int]] = {
    "64 people, p99, ms": (lambda figures: figures.crowd, 99),
    "80 taps a second, p50, ms": (lambda figures: figures.steady, 50),
    "80 taps a second, p99, ms": (lambda figures: figures.steady, 99),
}


def side_by_side(few: Path, many: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Give the figures of the bot on either record."""
    here = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(PROCESSORS)})
    try:
        loads = [Load(replace(OURS, record=record)) for record in (few, many)]
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            small, large = runner.run(_compared(loads, (few, many)))
    finally:
        os.sched_setaffinity(0, here)
    rounds = zip(*(load.rounds for load in loads), strict=True)
    ratios = [b.crowd.throughput / a.crowd.throughput for a, b in rounds]
    large["64 people, many to few"] = median(ratios)
    small["64 people, many to few"] = 1.0
    return small, large


async def _compared(loads: list[Load], records: tuple[Path, ...]) -> list[dict[str, float]]:
    async with AsyncExitStack() as stack:
        for load, record in zip(loads, records, strict=True):
            await stack.enter_async_context(load.started())
            await _copied(record)
            await load.warm_up()
        for number in range(ROUNDS):
            for load in loads if number % 2 else loads[::-1]:
                await load.round(SECONDS)
        slowest = [await _slowest(load) for load in loads]
    return [{**_figures(load), **told} for load, told in zip(loads, slowest, strict=True)]


async def _copied(record: Path) -> None:
    """Wait for the copy that the first start makes; it lasts for an hour."""
    folder = folder_of(record)
    async with asyncio.timeout(MOST_SECONDS_FOR_A_COPY):
        while not [*folder.glob("*.db")]:  # noqa: ASYNC110 - nothing is measured here
            await asyncio.sleep(0.5)


async def _slowest(load: Load) -> dict[str, float]:
    """Give how long the slowest answer to each command takes."""
    times = {text: [await load.typed(text) for _ in range(LOOKS)] for text in COMMANDS}
    return {f"{text} typed, ms": max(found) * 1000 for text, found in times.items()}


def _figures(load: Load) -> dict[str, float]:
    crowd = [figures.crowd for figures in load.rounds]
    figures = {
        "64 people, taps a second": median(phase.throughput for phase in crowd),
        "64 people, processor a tap, us": median(p.processor_per_tap for p in crowd) * 1e6,
    }
    for name, (phase, percent) in OF_ALL_TAPS.items():
        figures[name] = sum(map(phase, load.rounds), Phase()).percentile(percent) * 1000
    figures["start to first poll, s"] = max(load.first_polls)
    figures["memory of the bot, MB"] = load.megabytes
    return figures
