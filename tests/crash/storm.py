"""A storm: coordinators at work, a network that fails, and a bot that is killed over and over."""

import asyncio
import random
import signal
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from bot.sandbox.people import Person
from ectrial.ledger.creating import create
from tests.crash import kills
from tests.crash.coordinator import Coordinator
from tests.crash.keeper import Bots, bots
from tests.crash.oracle import Found, judge
from tests.crash.road import Road
from tests.crash.windows import moment
from tests.disk.preload import COMPILER, Disk
from tests.faults import (
    Fault,
    FaultySandbox,
    answer_lost,
    delivered_again,
    garbled,
    lost,
    page,
    repeated,
    silent,
    too_many,
)

# Only a net: a bot that starts beside a dozen other processes takes a minute.
NET = 300.0


def odds() -> dict[Fault, float]:
    """Give the chance of each fault in one storm.

    Anew for each: what is delivered again must not be words of the people of another.
    """
    return {
        repeated: 0.05,
        delivered_again(): 0.05,
        too_many(1): 0.005,
        page(500): 0.01,
        page(502): 0.01,
        lost: 0.01,
        answer_lost: 0.01,
        garbled: 0.01,
        silent: 0.002,
    }


@dataclass(slots=True)
class Storm:
    """How many people and kills, how long a person thinks and waits; and what came of it.

    Updates are polled, or posted to a webhook. A kill comes a number of words and taps after the
    start, not of seconds: a slow machine is given as much to lose. `waits` is only a net.
    """

    folder: Path
    kills: int
    people: int = 10
    thinks: float = 0.1
    waits: float = NET
    seed: int = 1
    mutants: tuple[str, ...] = ()
    is_hooked: bool = False
    moments: Counter[str] = field(default_factory=Counter)

    async def rages(self) -> Found:
        """Let it come and go; then hold what was seen against what is recorded."""
        team = [Person(2000 + number, f"Coordinator {number}") for number in range(self.people)]
        database = self.folder / "real.db"
        create(database, "real")
        tapped, is_over = asyncio.Event(), asyncio.Event()
        async with FaultySandbox(people=team) as sandbox, aiohttp.ClientSession() as session:
            people = [
                Coordinator(session, sandbox.url, each.id, tapped.set, self.thinks, self.waits)
                for each in team
            ]
            with Disk(database) as disk:
                environment = self._environment(sandbox, database, disk, team)
                async with bots(self.folder) as kept, self._hooked(environment):
                    work = [asyncio.create_task(each.work(is_over.is_set)) for each in people]
                    sandbox.faults.by_chance(self.seed, odds())
                    await self._kills(kept, environment, sandbox, disk, tapped)
                    sandbox.faults.clear()
                    await kept.start(environment, *self.mutants)
                    is_over.set()
                    await asyncio.gather(*work)
                    await kept.kill(signal.SIGTERM)
        subjects = [subject for each in people for subject in each.subjects]
        return judge(database, subjects, [told for each in people for told in each.unanswered])

    async def _kills(
        self,
        kept: Bots,
        environment: Mapping[str, str],
        sandbox: FaultySandbox,
        disk: Disk,
        tapped: asyncio.Event,
    ) -> None:
        chance = random.Random(self.seed)
        for _ in range(self.kills):
            disk.forget()
            before = self._calls(sandbox)
            await kept.start(environment, *self.mutants)
            if chance.randrange(8) == 0:
                await asyncio.sleep(chance.uniform(0, 0.3))
            else:
                await self._serves(sandbox, before)
                for _ in range(chance.randint(1, 2 * self.people)):
                    await _next(tapped)
                await asyncio.sleep(chance.uniform(0, 0.02))
            await kept.kill()
            preloaded = disk if COMPILER else None
            has_served = self._calls(sandbox) > before
            database = Path(environment["ECTRIAL_DATABASE"])
            self.moments[moment(sandbox, database, preloaded, has_served=has_served)] += 1

    def _calls(self, sandbox: FaultySandbox) -> int:
        """Count the calls after which updates come."""
        return sandbox.faults.calls["setwebhook" if self.is_hooked else "getupdates"]

    async def _serves(self, sandbox: FaultySandbox, calls_before: int) -> None:
        async with asyncio.timeout(NET):
            while self._calls(sandbox) == calls_before:  # noqa: ASYNC110 - it only counts
                await asyncio.sleep(0.005)

    def _environment(
        self, sandbox: FaultySandbox, database: Path, disk: Disk, team: list[Person]
    ) -> dict[str, str]:
        return {
            **(disk.environment() if COMPILER else {}),
            "TELEGRAM_BOT_TOKEN": sandbox.token,
            "TELEGRAM_API_URL": sandbox.url,
            "ECTRIAL_ADMIN_IDS": ",".join(str(person.id) for person in team),
            "ECTRIAL_TIMEZONE": "UTC",
            "ECTRIAL_DATABASE": str(database),
            **(kills.webhook() if self.is_hooked else {}),
        }

    @asynccontextmanager
    async def _hooked(self, environment: dict[str, str]) -> AsyncIterator[None]:
        """Lay a bad road to the bot, if updates are posted to it."""
        if not self.is_hooked:
            yield
            return
        async with Road(environment["ECTRIAL_WEBHOOK_URL"], self.seed) as road:
            environment["ECTRIAL_WEBHOOK_URL"] = road.url
            yield


async def _next(tapped: asyncio.Event) -> None:
    tapped.clear()
    async with asyncio.timeout(NET):
        await tapped.wait()
