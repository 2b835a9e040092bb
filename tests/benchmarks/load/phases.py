"""What people do to a bot, one phase after the other, and the figures of each."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import perf_counter

from tests.benchmarks.load.bots import Contender, running
from tests.benchmarks.load.people import Person
from tests.benchmarks.load.server import Server

PEOPLE = [Person(1001 + n) for n in range(64)]
SECONDS_TO_WARM_UP = 1.5
SECONDS_TO_WAKE = 0.2
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

    def __add__(self, other: "Phase") -> "Phase":
        return Phase(
            self.seconds + other.seconds,
            self.processor + other.processor,
            [*self.taps, *other.taps],
        )

    def percentile(self, percent: int) -> float:
        ordered = sorted(self.taps)
        return ordered[min(len(ordered) * percent // 100, len(ordered) - 1)]


@dataclass
class Figures:
    """One round of one bot."""

    crowd: Phase
    alone: Phase
    steady: Phase


class Load:
    """One bot and the people who tap at it, in rounds."""

    def __init__(self, contender: Contender) -> None:
        self._server = Server([Person(person.number) for person in PEOPLE], self._done)
        self._people = list(self._server.people.values())
        self._phase = Phase()
        self._tapping: set[int] = set()
        self._contender = contender
        self.rounds: list[Figures] = []
        self.first_polls: list[float] = []
        self.megabytes = 0.0

    @asynccontextmanager
    async def started(self) -> AsyncIterator[None]:
        """Start the bot and note how long it took until it polled; it runs until the end."""
        self._server.begin()
        port = await self._server.listen()
        began = perf_counter()
        numbers = [person.number for person in self._people]
        with running(self._contender, f"http://127.0.0.1:{port}", numbers) as self._process:
            await asyncio.wait_for(self._server.polled.wait(), 60)
            self.first_polls.append(perf_counter() - began)
            yield
            self.megabytes = self._process.megabytes
        self._server.close()

    async def warm_up(self) -> None:
        """Open the screenings, and tap for a while unmeasured."""
        if self._contender.screens:
            await self._open_screenings()
        await self._closed(self._people, SECONDS_TO_WARM_UP)

    async def round(self, seconds: float) -> None:
        """Note the figures of one round, half of it with everybody."""
        await self._closed(self._people, SECONDS_TO_WAKE)
        self.rounds.append(
            Figures(
                crowd=await self._closed(self._people, seconds / 2),
                alone=await self._closed(self._people[:1], seconds / 6),
                steady=await self._open(seconds / 3),
            )
        )

    async def typed(self, text: str) -> float:
        """Let one person type while nobody else does anything; the seconds until the next card."""
        person = self._people[0]
        card, began = person.card, perf_counter()
        self._server.push(person.says(text))
        while person.card is card:  # noqa: ASYNC110 - the server has nothing else to do
            await asyncio.sleep(0.0002)
        return perf_counter() - began

    async def _open_screenings(self) -> None:
        for person in self._people:
            self._server.push(person.says(f"/new L-{person.number}"))
        await self._all(lambda person: "reply_markup" in person.card)

    async def _closed(self, people: list[Person], seconds: float) -> Phase:
        """Let each tap again as soon as the last tap is done."""
        self._tapping = {person.number for person in people}
        phase = await self._measured(people, seconds)
        self._tapping = set()
        await self._all(lambda person: person.is_idle)
        return phase

    async def _open(self, seconds: float) -> Phase:
        """Let somebody tap at every beat, whether or not the taps before are done."""
        beating = asyncio.create_task(self._beat())
        phase = await self._measured([], seconds)
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

    async def _measured(self, people: list[Person], seconds: float) -> Phase:
        phase = self._phase = Phase()
        began, used = perf_counter(), self._process.seconds_of_processor
        for person in people:
            self._server.push(person.taps())
        await asyncio.sleep(seconds)
        phase.seconds = perf_counter() - began
        phase.processor = self._process.seconds_of_processor - used
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
