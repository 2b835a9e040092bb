"""A bot in this process, before a sandbox of its own and with a record of its own."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from pathlib import Path

import pytest

from bot.setup.start import now
from ectrial.trial.protocol import Protocol
from ectrial.trial.versions import shipped
from tests.bot.rings import NEUTRAL, rings_of
from tests.bot.running import Running
from tests.faults import FaultySandbox
from tests.phone import SECONDS, Phone


@pytest.fixture(scope="session")
def trial() -> Protocol:
    return shipped().default


@pytest.fixture
async def sandbox() -> AsyncIterator[FaultySandbox]:
    """A sandbox; whatever a test lets the bot send, nothing but neutral sentences may ring."""
    async with FaultySandbox() as running:
        rung = rings_of(running)
        yield running
    assert set(rung) <= NEUTRAL


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """Give the present moment; a file whose tests are of a time of the day has its own."""
    return now


@pytest.fixture
async def bot(
    sandbox: FaultySandbox, tmp_path: Path, clock: Callable[[], datetime]
) -> AsyncIterator[Running]:
    async with Running(sandbox, tmp_path / "practice.db", clock=clock) as running:
        # the second poll comes after the cards of an earlier start are shown again: a card that is
        # made before would be shown twice
        async with asyncio.timeout(SECONDS):
            while sandbox.faults.calls["getupdates"] < 2:  # noqa: ASYNC110 - it only counts
                await asyncio.sleep(0.005)
        yield running


@pytest.fixture
def phone(sandbox: FaultySandbox) -> Phone:
    return Phone(sandbox)


@pytest.fixture
def no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder to be in, and nothing set in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in os.environ:
        if name.startswith(("ECTRIAL_", "TELEGRAM_")):
            monkeypatch.delenv(name)
