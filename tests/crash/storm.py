"""A storm: coordinators at work, a network that fails, and a bot that is killed over and over."""

import asyncio
import os
import random
import signal
import socket
import sys
from asyncio.subprocess import PIPE
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from bot.sandbox.people import Person
from tests.crash.coordinator import Coordinator
from tests.crash.keeper import Bots
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

    Updates are polled, or posted to a webhook.
    """

    folder: Path
    kills: int
    people: int = 10
    thinks: float = 0.1
    waits: float = 15.0
    seed: int = 1
    mutants: tuple[str, ...] = ()
    is_hooked: bool = False
    moments: Counter[str] = field(default_factory=Counter)

    async def rages(self) -> Found:
        """Let it come and go; then hold what was seen against what is recorded."""
        team = [Person(2000 + number, f"Coordinator {number}") for number in range(self.people)]
        database = self.folder / "real.db"
        tapped, is_over = asyncio.Event(), asyncio.Event()
        async with FaultySandbox(people=team) as sandbox, aiohttp.ClientSession() as session:
            people = [
                Coordinator(session, sandbox.url, each.id, tapped.set, self.thinks, self.waits)
                for each in team
            ]
            with Disk(database) as disk:
                async with self._bots(sandbox, database, disk, team) as bots:
                    work = [asyncio.create_task(each.work(is_over.is_set)) for each in people]
                    sandbox.faults.by_chance(self.seed, odds())
                    await self._kills(bots, sandbox, database, disk, tapped)
                    sandbox.faults.clear()
                    await self._ends(bots, work, is_over)
        subjects = [subject for each in people for subject in each.subjects]
        return judge(database, subjects, [told for each in people for told in each.unanswered])

    async def _kills(
        self, bots: Bots, sandbox: FaultySandbox, database: Path, disk: Disk, tapped: asyncio.Event
    ) -> None:
        chance = random.Random(self.seed)
        for _ in range(self.kills):
            disk.forget()
            before = self._calls(sandbox)
            await bots.start()
            match chance.randrange(8):
                case 0:
                    await asyncio.sleep(chance.uniform(0, 0.3))
                case 1 | 2:
                    await self._serves(sandbox, before)
                    await asyncio.sleep(chance.uniform(0, 1.2))
                case _:
                    await self._serves(sandbox, before)
                    await asyncio.sleep(chance.uniform(0, 0.6))
                    await _next(tapped)
                    await asyncio.sleep(chance.uniform(0, 0.02))
            await bots.kill()
            preloaded = disk if COMPILER else None
            has_served = self._calls(sandbox) > before
            self.moments[moment(sandbox, database, preloaded, has_served=has_served)] += 1

    def _calls(self, sandbox: FaultySandbox) -> int:
        """Count the calls after which updates come."""
        return sandbox.faults.calls["setwebhook" if self.is_hooked else "getupdates"]

    async def _serves(self, sandbox: FaultySandbox, calls_before: int) -> None:
        async with asyncio.timeout(60):
            while self._calls(sandbox) == calls_before:  # noqa: ASYNC110 - it only counts
                await asyncio.sleep(0.005)

    async def _ends(
        self, bots: Bots, work: list[asyncio.Task[None]], is_over: asyncio.Event
    ) -> None:
        await bots.start()
        is_over.set()
        await asyncio.gather(*work)
        await bots.kill(signal.SIGTERM)

    @asynccontextmanager
    async def _bots(
        self, sandbox: FaultySandbox, database: Path, disk: Disk, team: list[Person]
    ) -> AsyncIterator[Bots]:
        environment = {
            **os.environ,
            **(disk.environment() if COMPILER else {}),
            "TELEGRAM_BOT_TOKEN": sandbox.token,
            "TELEGRAM_API_URL": sandbox.url,
            "ECTRIAL_ADMIN_IDS": ",".join(str(person.id) for person in team),
            "ECTRIAL_DATABASE": str(database),
        }
        command = [sys.executable, "-m", "tests.crash.bots", *self.mutants]
        async with AsyncExitStack() as held:
            if self.is_hooked:
                environment |= await held.enter_async_context(self._webhook())
            log = held.enter_context((self.folder / "bots.log").open("w"))
            process = await asyncio.create_subprocess_exec(
                *command, env=environment, stdin=PIPE, stdout=PIPE, stderr=log
            )
            bots = Bots(process)
            try:
                yield bots
            finally:
                await bots.end()

    @asynccontextmanager
    async def _webhook(self) -> AsyncIterator[dict[str, str]]:
        """Give the settings of a bot to which updates are posted over a bad road."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            listen = f"127.0.0.1:{free.getsockname()[1]}"
        async with Road(f"http://{listen}/telegram", self.seed) as road:
            yield {
                "ECTRIAL_WEBHOOK_URL": road.url,
                "ECTRIAL_WEBHOOK_LISTEN": listen,
                "ECTRIAL_WEBHOOK_SECRET": "known-to-the-storm-and-the-bot-only-0123",
            }


async def _next(tapped: asyncio.Event) -> None:
    tapped.clear()
    try:
        async with asyncio.timeout(0.5):
            await tapped.wait()
    except TimeoutError:
        return
