"""Bots that are forked and killed, and one person before them."""

import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.bot.faults.walks import FIRST, sees
from tests.crash import kills
from tests.crash.keeper import Bots, bots
from tests.crash.kills import Scene
from tests.disk.preload import Disk
from tests.faults import FaultySandbox


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def forked(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Bots]:
    async with bots(tmp_path_factory.mktemp("bots")) as kept:
        yield kept


@pytest_asyncio.fixture(loop_scope="module", params=["polled"])
async def scene(
    forked: Bots, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[Scene]:
    """Somebody who has begun a screening, with no bot at work."""
    database = tmp_path / "real.db"
    more = kills.webhook() if request.param == "posted" else {}
    async with FaultySandbox() as sandbox:
        with Disk(database) as disk:
            scene = Scene(forked, sandbox, disk, database, more)
            # told to stop, it notes which message the card is before it ends
            async with scene.bot(number=signal.SIGTERM):
                await scene.phone.says("/new S-014 M 58", is_answered=False, is_read=False)
                await sees(scene.phone, FIRST)
                await kills.confirmed(scene)
            yield scene
