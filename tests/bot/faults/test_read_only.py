"""A disk that turns read-only under the running bot, as after an error of the file system."""

import asyncio
from pathlib import Path

import pytest

from bot.sandbox.server import Sandbox
from ectrial.ledger.creating import create
from tests.bot.cli.test_main import ectrial_run, kinds, real
from tests.bot.faults.walks import RECORDED, SECOND, opens, sees
from tests.disk.preload import COMPILER, Disk
from tests.phone import SECONDS, Phone

pytestmark = pytest.mark.skipif(COMPILER is None, reason="the disk is built with a C compiler")


@pytest.mark.long
async def test_disk_that_turns_read_only_is_told_and_outlasted(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    phone, database = Phone(sandbox), tmp_path / "real.db"
    create(database, "real")
    with Disk(database) as disk:
        settings = {**real(sandbox.url), **disk.environment(), "ECTRIAL_DATABASE": str(database)}
        with ectrial_run(**settings) as process:
            card = await opens(phone)
            disk.refuses(is_read_only=True)
            await phone.taps("1", is_answered=False, is_read=False)
            await phone.wait_for(lambda messages: messages[-1]["text"].startswith("⚠️ NOT SAVED"))
            meanwhile = await phone.card()
            disk.refuses(is_read_only=False)
            await sees(phone, SECOND)
            process.terminate()
            assert await asyncio.to_thread(process.wait, SECONDS) == 0

    assert meanwhile == card
    assert kinds(database) == RECORDED
