"""What /healthz says of a bot at work, asked over HTTP."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.housekeeping.backups import Backups
from bot.housekeeping.health import Health
from bot.monitoring.heartbeat import Heartbeat
from bot.monitoring.metrics import Metrics
from bot.serving.commits import Commits
from bot.setup.settings import Settings
from bot.setup.start import CannotServeError, now
from ectrial.ledger.ledger import Ledger
from tests.bot.asking import ask, free_port
from tests.bot.faults.test_record import locked
from tests.bot.running import Running
from tests.disk.full import full_disk
from tests.faults import FaultySandbox, held, page, silent
from tests.phone import SECONDS, Phone


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Watched:
    """A bot with a port, and a clock for how long ago things were."""

    def __init__(self, sandbox: FaultySandbox, folder: Path) -> None:
        self.clock, self.port, self.record = Clock(), free_port(), folder / "x.db"
        settings = Settings(
            _env_file=None,
            ECTRIAL_HEALTH_PORT=self.port,
            ECTRIAL_PRACTICE_DATABASE=self.record,
        )
        metrics = Metrics(Heartbeat(self.clock))
        self.bot = Running(sandbox, self.record, settings=settings, metrics=metrics)

    async def says(self) -> tuple[int, dict[str, Any]]:
        status, words = await ask(self.port, "/healthz")
        return status, json.loads(words)


@pytest.fixture
def watched(sandbox: FaultySandbox, tmp_path: Path) -> Watched:
    return Watched(sandbox, tmp_path)


async def until(holds: Callable[[], object]) -> None:
    async with asyncio.timeout(SECONDS):
        while not holds():  # noqa: ASYNC110 - nothing tells that it holds
            await asyncio.sleep(0.01)


async def test_bot_that_serves_is_well(watched: Watched, phone: Phone) -> None:
    async with watched.bot:
        await phone.says("/new S-014")
        watched.clock.now += 7

        status, found = await watched.says()

    assert status == 200
    assert found.pop("version")
    assert found == {
        "trial": "EC-CRT-003",
        "is_polling": True,
        "uptime_seconds": 7,
        "heard_seconds_ago": 7,
        "committed_seconds_ago": 7,
        "record_is_writable": True,
        "backup_seconds_ago": None,
        "reasons": [],
    }


async def test_telegram_that_stops_answering_is_told(
    watched: Watched, phone: Phone, sandbox: FaultySandbox
) -> None:
    async with watched.bot:
        await phone.says("/start")
        sandbox.faults.by_chance(1, {page(502): 1.0})
        await phone.says("/help", is_answered=False, is_read=False)
        await until(lambda: sandbox.faults.calls["sendmessage"] > 1)
        watched.clock.now += 89
        before, _ = await watched.says()
        watched.clock.now += 2

        status, found = await watched.says()

        sandbox.faults.clear()
        await phone.says("/start", is_answered=False, is_read=False)
        await until(lambda: watched.bot.metrics.heartbeat.heard == watched.clock.now)
        again, _ = await watched.says()

    assert (before, status, again) == (200, 503, 200)
    assert found["reasons"] == ["Telegram has not answered for 91 s"]


async def test_bot_that_never_reached_telegram_is_not_well_for_long(
    watched: Watched, sandbox: FaultySandbox
) -> None:
    sandbox.faults.by_chance(1, {silent: 1.0})
    async with watched.bot:
        await asyncio.sleep(0)
        await until(lambda: sandbox.faults.calls)
        first, _ = await watched.says()
        watched.clock.now += 91

        status, found = await watched.says()

    assert (first, status, found["heard_seconds_ago"]) == (200, 503, None)


async def test_record_that_took_no_answer_is_told_until_it_does(
    watched: Watched, phone: Phone
) -> None:
    async with watched.bot:
        await phone.says("/new S-014")
        with full_disk():
            await phone.taps("1", is_answered=False, is_read=False)
            await phone.wait_for(lambda all_: all_[-1]["text"].startswith("⚠️ NOT SAVED"))
            status, found = await watched.says()
        await phone.settles()
        again, _ = await watched.says()

    assert (status, again) == (503, 200)
    assert found["reasons"] == ["the record cannot be written"]


@pytest.mark.long
async def test_record_that_is_locked_is_told_before_anybody_answers(
    watched: Watched, phone: Phone
) -> None:
    async with watched.bot:
        await phone.says("/start")
        with locked(watched.record):
            status, found = await watched.says()

    assert status == 503
    assert found["reasons"] == ["the record cannot be written"]


async def test_bot_that_ends_says_so(
    watched: Watched, phone: Phone, sandbox: FaultySandbox
) -> None:
    async with watched.bot as bot:
        await phone.says("/start")
        sandbox.faults.strike("sendMessage", held(asyncio.Event()))
        await phone.says("/help", is_answered=False, is_read=False)
        await until(lambda: sandbox.faults.calls["sendmessage"] >= 2)
        bot.stop()
        await until(lambda: bot.metrics.heartbeat.is_stopping)

        status, found = await watched.says()

    assert (status, found["reasons"]) == (503, ["shutting down"])


async def test_nothing_listens_without_a_port(watched: Watched, bot: Running) -> None:
    with pytest.raises(aiohttp.ClientConnectorError):
        await watched.says()


async def test_taken_port_is_told(watched: Watched, sandbox: FaultySandbox, phone: Phone) -> None:
    settings = Settings(_env_file=None, ECTRIAL_HEALTH_PORT=watched.port)
    async with watched.bot:
        await phone.says("/start")
        second = Running(sandbox, watched.record.with_name("y.db"), settings=settings)
        async with second:
            with pytest.raises(CannotServeError, match="ECTRIAL_HEALTH_PORT"):
                await second.serving


async def test_age_of_the_newest_copy_is_told(tmp_path: Path) -> None:
    record = tmp_path / "x.db"
    with Ledger.open(record, site="here", via="telegram", clock=now) as ledger:
        backups = Backups(record, tmp_path / "copies", None, now)
        commits = Commits(ledger)
        health = Health("T", record, None, commits, Metrics(), backups)
        before = await health.look()
        await asyncio.to_thread(backups.make_one)
        found = await health.look()
        await commits.finish()

    assert before["backup_seconds_ago"] is None
    assert 0 <= found["backup_seconds_ago"] < 60
