"""Has bots started and killed, one after the other, by the process that forks them."""

import os
import signal
from asyncio.subprocess import Process


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
