"""The restore drill of docs/operations.md, on a bot of its own: copy under load, lose, go back."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.server import Sandbox
from tests.bot.cli.test_main import call
from tests.conversations.paths import COUNTS_UNDATED
from tests.ectrial.ledger.samples import KEY
from tests.faults import MADE_UP_TOKEN
from tests.phone import SECONDS, Card, Phone

ROOT = Path(__file__).parents[2]
RECORD = Path("data/real.db")
CANARY = "S-777"
TOO_SOON = "Not recorded, tap again."
BEFORE, MEANWHILE, AFTER = (
    COUNTS_UNDATED[1:4],
    COUNTS_UNDATED[4:7],
    (*COUNTS_UNDATED[7:], *["Not sure"] * 4),
)


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def settings(
    request: pytest.FixtureRequest,
    sandbox: Sandbox,
    no_settings: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("ECTRIAL_DATABASE", str(RECORD))
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", MADE_UP_TOKEN)
    monkeypatch.setenv("TELEGRAM_API_URL", sandbox.url)
    monkeypatch.setenv("ECTRIAL_ADMIN_IDS", "1001")
    monkeypatch.setenv("ECTRIAL_TIMEZONE", "UTC")
    if request.param is not None:
        monkeypatch.setenv("ECTRIAL_DATABASE_KEY", request.param)


@contextmanager
def bot_at_work() -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "run"], stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


async def ectrial(*words: str) -> str:
    """Run a command in a process of its own, as an operator does beside the bot."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *words), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    told, _ = await process.communicate()
    assert process.returncode == 0, told.decode()
    return told.decode()


async def entries() -> int:
    # in a thread of its own: the sandbox is in this one
    counts = (await asyncio.to_thread(call, "verify")).output.splitlines()[2]
    return int(counts.split(",")[0].removeprefix("entries: "))


def shows_another(messages: list[dict[str, Any]], before: Card) -> bool:
    keyboards = [each["reply_markup"] for each in messages if "reply_markup" in each]
    return bool(keyboards) and keyboards[-1]["inline_keyboard"] != before.rows


async def walk(phone: Phone, *steps: str) -> list[tuple[int, str]]:
    """Tap or type one after the other; gives what each tap was, so that it can come again."""
    tapped = []
    for step in steps:
        card = await phone.card()
        data = [b["callback_data"] for row in card.rows for b in row if b["text"] == step]
        if data:
            tapped.append((card.message_id, data[0]))
            await phone.taps(step)
            while phone.toasts and phone.toasts.pop() == TOO_SOON:
                await asyncio.sleep(0.4)
                await phone.taps(step)
        else:
            await phone.says(step)
        await phone.wait_for(lambda messages, before=card: shows_another(messages, before))
    return tapped


@pytest.mark.usefixtures("settings")
@pytest.mark.long
async def test_a_lost_record_is_restored_and_goes_on(sandbox: Sandbox) -> None:
    phone = Phone(sandbox)
    await ectrial("init")
    with bot_at_work():
        await phone.says(f"/new {CANARY} M 58")
        await walk(phone, *BEFORE)
        load = asyncio.create_task(walk(phone, *MEANWHILE))
        await ectrial("backup", "copy.db")
        await load
        lost = await walk(phone, *AFTER)
        assert len(lost) > 3
    for file in RECORD.parent.glob("real.db*"):
        if file.is_file():
            file.unlink()

    assert "restored: data/real.db" in await ectrial("restore", "copy.db")

    newest = (await phone.card()).message_id
    with bot_at_work() as process:
        # what rings names no subject; the card comes behind it
        messages = await phone.wait_for(
            lambda said: said[-1]["message_id"] > newest and "reply_markup" in said[-1]
        )
        assert CANARY in messages[-1]["text"]
        before = await entries()
        present = (await phone.card()).message_id
        for message_id, data in lost:
            await phone.taps_data(message_id, data)
            await phone.taps_data(present, data)
        assert await entries() == before

        entry_of_a_tap = await walk(phone, (await phone.card()).labels[0][0])
        assert entry_of_a_tap
        process.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(process.wait, SECONDS) == 0

    assert await entries() > before
