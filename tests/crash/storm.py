"""A storm: coordinators at work, a network that fails, and a bot that is killed over and over."""

import asyncio
import os
import random
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from bot.sandbox.faults import (
    answer_lost,
    delivered_again,
    garbled,
    lost,
    page,
    repeated,
    silent,
    too_many,
)
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from tests.crash.coordinator import Coordinator
from tests.crash.oracle import Found, judge
from tests.crash.windows import moment
from tests.disk.preload import COMPILER, Disk

ODDS = {
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
    """How many people and kills, how long a person thinks and waits; and what came of it."""

    folder: Path
    kills: int
    people: int = 10
    thinks: float = 0.1
    waits: float = 15.0
    seed: int = 1
    mutants: tuple[str, ...] = ()
    moments: Counter[str] = field(default_factory=Counter)

    async def rages(self) -> Found:
        """Let it come and go; then hold what was seen against what is recorded."""
        team = [Person(2000 + number, f"Coordinator {number}") for number in range(self.people)]
        database = self.folder / "real.db"
        tapped, is_over = asyncio.Event(), asyncio.Event()
        async with Sandbox(people=team) as sandbox, aiohttp.ClientSession() as session:
            people = [
                Coordinator(session, sandbox.url, each.id, tapped.set, self.thinks, self.waits)
                for each in team
            ]
            with Disk(database) as disk:
                async with self._bots(sandbox, database, disk, team) as bots:
                    work = [asyncio.create_task(each.work(is_over.is_set)) for each in people]
                    sandbox.faults.by_chance(self.seed, ODDS)
                    await self._kills(bots, sandbox, database, disk, tapped)
                    sandbox.faults.clear()
                    await self._ends(bots, work, is_over)
        subjects = [subject for each in people for subject in each.subjects]
        return judge(database, subjects, [told for each in people for told in each.unanswered])

    async def _kills(
        self, bots: "Bots", sandbox: Sandbox, database: Path, disk: Disk, tapped: asyncio.Event
    ) -> None:
        chance = random.Random(self.seed)
        for _ in range(self.kills):
            disk.forget()
            polls = sandbox.faults.calls["getupdates"]
            await bots.start()
            match chance.randrange(8):
                case 0:
                    await asyncio.sleep(chance.uniform(0, 0.3))
                case 1 | 2:
                    await _serves(sandbox, polls)
                    await asyncio.sleep(chance.uniform(0, 1.2))
                case _:
                    await _serves(sandbox, polls)
                    await asyncio.sleep(chance.uniform(0, 0.6))
                    await _next(tapped)
                    await asyncio.sleep(chance.uniform(0, 0.02))
            await bots.kill()
            preloaded = disk if COMPILER else None
            self.moments[moment(sandbox, database, preloaded, polls)] += 1

    async def _ends(
        self, bots: "Bots", work: list[asyncio.Task[None]], is_over: asyncio.Event
    ) -> None:
        await bots.start()
        is_over.set()
        await asyncio.gather(*work)
        await bots.kill(signal.SIGTERM)

    @asynccontextmanager
    async def _bots(
        self, sandbox: Sandbox, database: Path, disk: Disk, team: list[Person]
    ) -> AsyncIterator["Bots"]:
        environment = {
            **os.environ,
            **(disk.environment() if COMPILER else {}),
            "TELEGRAM_BOT_TOKEN": sandbox.token,
            "TELEGRAM_API_URL": sandbox.url,
            "ECTRIAL_ADMIN_IDS": ",".join(str(person.id) for person in team),
            "ECTRIAL_DATABASE": str(database),
        }
        command = [sys.executable, "-m", "tests.crash.bots", *self.mutants]
        with (self.folder / "bots.log").open("w") as log:
            process = await asyncio.create_subprocess_exec(
                *command, env=environment, stdin=PIPE, stdout=PIPE, stderr=log
            )
            bots = Bots(process)
            try:
                yield bots
            finally:
                await bots.end()


class Bots:
    """The process that forks the bots."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._running = 0

    async def start(self) -> None:
        """Start the next one."""
        self._running = await self._asks()

    async def kill(self, number: signal.Signals = signal.SIGKILL) -> None:
        """End the one that runs and wait until it is gone."""
        os.kill(self._running, number)
        self._running = 0
        status = await self._asks()
        if os.waitstatus_to_exitcode(status) not in (-signal.SIGKILL, 0):
            raise RuntimeError(f"the bot ended by itself: {status}")

    async def end(self) -> None:
        """Leave nothing behind, however the storm has ended."""
        if self._running:
            os.kill(self._running, signal.SIGKILL)
        assert self._process.stdin is not None
        self._process.stdin.close()
        await self._process.wait()

    async def _asks(self) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(b"\n")
        while True:
            line = (await self._process.stdout.readline()).strip()
            # the bot says where it runs
            if line.isdigit():
                return int(line)
            if not line:
                raise RuntimeError("the bots cannot be started; see bots.log")


async def _serves(sandbox: Sandbox, polls_before: int) -> None:
    async with asyncio.timeout(60):
        while sandbox.faults.calls["getupdates"] == polls_before:  # noqa: ASYNC110 - it only counts
            await asyncio.sleep(0.005)


async def _next(tapped: asyncio.Event) -> None:
    tapped.clear()
    try:
        async with asyncio.timeout(0.5):
            await tapped.wait()
    except TimeoutError:
        return
