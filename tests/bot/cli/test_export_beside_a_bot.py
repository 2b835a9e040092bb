"""`ectrial export` beside a bot that runs in a process of its own: it reads, the bot notes it."""

import asyncio
import signal
from pathlib import Path

import pytest

from bot.sandbox.server import Sandbox
from ectrial.record.entries import Kind
from tests.bot.cli.test_export import table
from tests.bot.cli.test_main import call, ectrial_run, kinds, real
from tests.phone import SECONDS, Phone

FILE = Path("real.db")


@pytest.fixture(autouse=True)
def settings(no_settings: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECTRIAL_DATABASE", str(FILE))
    assert call("init").exit_code == 0


@pytest.mark.long
async def test_running_bot_notes_what_is_exported_beside_it(sandbox: Sandbox) -> None:
    phone = Phone(sandbox)
    with ectrial_run(**real(sandbox.url)) as process:
        await phone.says("/new S-014 M 58")
        first = await asyncio.to_thread(call, "export", "one.csv", "--for", "site")
        await phone.says("1")
        second = await asyncio.to_thread(call, "export", "two.csv", "--for", "sponsor")
        process.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(process.wait, SECONDS) == 0

    assert (first.exit_code, second.exit_code) == (0, 0), first.output + second.output
    assert [row["screening_no"] for row in table(Path("one.csv"))] == ["S-014"]
    assert [row["screenings_n"] for row in table(Path("two.csv"))] == ["<5"]
    assert kinds(FILE).count(Kind.EXPORTED) == 2
    assert call("verify", str(FILE)).exit_code == 0
