"""A bot in this process, before a sandbox of its own and with a record of its own."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.server import Sandbox
from ectrial.trial.protocol import Protocol
from ectrial.trial.versions import shipped
from tests.bot.running import Running
from tests.phone import Phone


@pytest.fixture(scope="session")
def trial() -> Protocol:
    return shipped().default


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as running:
        yield running


@pytest.fixture
async def bot(sandbox: Sandbox, tmp_path: Path) -> AsyncIterator[Running]:
    async with Running(sandbox, tmp_path / "practice.db") as running:
        yield running


@pytest.fixture
def phone(sandbox: Sandbox) -> Phone:
    return Phone(sandbox)


@pytest.fixture
def no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder to be in, and nothing set in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in os.environ:
        if name.startswith(("ECTRIAL_", "TELEGRAM_")):
            monkeypatch.delenv(name)
