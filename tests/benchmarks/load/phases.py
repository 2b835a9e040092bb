"""What people do to a bot, one phase after the other, and the figures of each."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter

from tests.benchmarks.load.bots import Contender, Process, running
from tests.benchmarks.load.people import Person
from tests.benchmarks.load.server import Server

PEOPLE = [Person(1001 + n) for n in range(64)]
SECONDS_TO_WARM_UP = 1.5
TAPS_PER_SECOND = 80


@dataclass
class Phase:
    """The taps of one phase: how long each took, and what they cost together."""

    seconds: float = 0.0
    processor: float = 0.0
    taps: list[float] = field(default_factory=list)

    @property
    def throughput(self) -> float:
        return len(self.taps) / self.seconds

    @property
    def processor_per_tap(self) -> float:
        return self.processor / len(self.taps)

    def percentile(self, percent: int) -> float:
        ordered = sorted(self.taps)
        return ordered[min(len(ordered) * percent // 100, len(ordered) - 1)]


@dataclass
class Figures:
    """One run of one bot."""

    first_poll: float = 0.0
    megabytes: float = 0.0
    crowd: Phase = field(default_factory=Phase)
    alone: Phase = field(default_factory=Phase)
    steady: Phase = field(default_factory=Phase)


class Load:
    """One run: start the bot, let people tap, note the figures."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._server = Server([Person(person.number) for person in PEOPLE], self._done)
        self._people = list(self._server.people.values())
        self._phase = Phase()
        self._tapping: set[int] = set()

    async def run(self, contender: Contender) -> Figures:
        """Give the figures of one bot."""
        figures = Figures()
        port = await self._server.listen()
        began = perf_counter()
        numbers = [person.number for person in self._people]
        with running(contender, f"http://127.0.0.1:{port}", numbers) as process:
            await asyncio.wait_for(self._server.polled.wait(), 60)
            figures.first_poll = perf_counter() - began
            if contender.screens:
                await self._open_screenings()
            await self._closed(process, self._people, SECONDS_TO_WARM_UP)
            figures.crowd = await self._closed(process, self._people, self._seconds)
            figures.alone = await self._closed(process, self._people[:1], self._seconds / 2)
            figures.steady = await self._open(process)
            figures.megabytes = process.megabytes
        self._server.close()
        return figures

    async def _open_screenings(self) -> None:
        for person in self._people:
            self._server.push(person.says(f"/new L-{person.number}"))
        await self._all(lambda person: "reply_markup" in person.card)

    async def _closed(self, process: Process, people: list[Person], seconds: float) -> Phase:
        """Let each tap again as soon as the last tap is done."""
        self._tapping = {person.number for person in people}
        phase = await self._measured(process, people, seconds)
        self._tapping = set()
        await self._all(lambda person: person.is_idle)
        return phase

    async def _open(self, process: Process) -> Phase:
        """Let somebody tap at every beat, whether or not the taps before are done."""
        beating = asyncio.create_task(self._beat())
        phase = await self._measured(process, [], self._seconds)
        beating.cancel()
        await self._all(lambda person: person.is_idle)
        return phase

    async def _beat(self) -> None:
        began, count = perf_counter(), 0
        while True:
            person = self._people[count % len(self._people)]
            if person.is_idle:
                self._server.push(person.taps())
            count += 1
            await asyncio.sleep(max(0.0, began + count / TAPS_PER_SECOND - perf_counter()))

    async def _measured(self, process: Process, people: list[Person], seconds: float) -> Phase:
        phase = self._phase = Phase()
        began, used = perf_counter(), process.seconds_of_processor
        for person in people:
            self._server.push(person.taps())
        await asyncio.sleep(seconds)
        phase.seconds = perf_counter() - began
        phase.processor = process.seconds_of_processor - used
        self._phase = Phase()
        return phase

    async def _all(self, holds: Callable[[Person], bool]) -> None:
        async with asyncio.timeout(30):
            while not all(map(holds, self._people)):  # noqa: ASYNC110 - nothing is measured here
                await asyncio.sleep(0.05)

    def _done(self, person: Person, seconds: float) -> None:
        self._phase.taps.append(seconds)
        if person.number in self._tapping:
            self._server.push(person.taps())
