"""Has bots started and killed, one after the other, by the process that forks them."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from tests.disk.preload import COMPILER, library


class Bots:
    """The process that forks the bots."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._running = 0

    async def start(self, environment: Mapping[str, str], *mutants: str) -> None:
        """Start the next one, wrong in these ways."""
        await self._order(environment, mutants)

    async def call(
        self,
        environment: Mapping[str, str],
        *words: str,
        mutants: Sequence[str] = (),
        typed: str = "",
    ) -> int:
        """Have a command carried out; gives its exit code, or minus the signal that ended it."""
        await self._order(environment, mutants, words, typed)
        return await self.ended()

    async def ended(self) -> int:
        """Wait until the one that runs has ended by itself, and say how."""
        code = os.waitstatus_to_exitcode(await self._number())
        self._running = 0
        return code

    def tell(self, number: signal.Signals) -> None:
        """Send the one that runs a signal; it may be gone."""
        with suppress(ProcessLookupError):
            # 0 would be everybody in this group
            if self._running:
                os.kill(self._running, number)

    async def _order(
        self,
        environment: Mapping[str, str],
        mutants: Sequence[str],
        words: Sequence[str] = (),
        typed: str = "",
    ) -> None:
        assert self._process.stdin is not None
        order = {"environment": environment, "mutants": mutants, "words": words, "typed": typed}
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._running = await self._number()

    async def kill(self, number: signal.Signals = signal.SIGKILL) -> None:
        """End the one that runs and wait until it is gone."""
        self.tell(number)
        code = await self.ended()
        if code not in (-signal.SIGKILL, 0):
            raise RuntimeError(f"the bot ended by itself: {code}")

    async def end(self) -> None:
        """Leave nothing behind, however it has ended."""
        self.tell(signal.SIGKILL)
        assert self._process.stdin is not None
        self._process.stdin.close()
        await self._process.wait()

    async def _number(self) -> int:
        assert self._process.stdout is not None
        while True:
            line = await self._process.stdout.readline()
            # the bot says where it runs, and a command asks
            if line.strip().isdigit():
                return int(line)
            if not line:
                raise RuntimeError("the bots cannot be started; see bots.log")


@asynccontextmanager
async def bots(folder: Path) -> AsyncIterator[Bots]:
    """Give bots whose files can be on a preloaded disk; what they log is in `bots.log`."""
    preloaded = {"LD_PRELOAD": str(library())} if COMPILER else {}
    command = [sys.executable, "-m", "tests.crash.bots"]
    with (folder / "bots.log").open("w") as log:
        process = await asyncio.create_subprocess_exec(
            *command, env={**os.environ, **preloaded}, stdin=PIPE, stdout=PIPE, stderr=log
        )
        kept = Bots(process)
        try:
            yield kept
        finally:
            await kept.end()
