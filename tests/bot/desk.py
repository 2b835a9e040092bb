"""A desk with a bot that is started again and again, and a wait for what no message tells."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.setup.settings import Settings
from tests.bot.rings import rings_of
from tests.bot.running import Running
from tests.faults import FaultySandbox
from tests.phone import SECONDS

NINE = datetime(2026, 11, 30, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


class Desk:
    """A bot that is started again and again on one record, with a clock to turn."""

    def __init__(self, sandbox: FaultySandbox, record: Path) -> None:
        self._sandbox, self._record = sandbox, record
        self.now = NINE
        self.rung = rings_of(sandbox)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Running]:
        settings = Settings(_env_file=None, ECTRIAL_TIMEZONE="Asia/Shanghai")
        async with Running(
            self._sandbox, self._record, settings=settings, clock=lambda: self.now
        ) as bot:
            yield bot


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(SECONDS):
        while not is_so():  # noqa: ASYNC110 - the record tells nobody
            await asyncio.sleep(0.005)
