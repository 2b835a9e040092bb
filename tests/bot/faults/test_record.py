"""What can become of the record's disk and clock: nothing is shown that was not committed."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web

from bot.setup.start import now
from bot.telegram.retries import RetryPolicy
from ectrial.record.entries import Kind
from tests.bot.faults.walks import RECORDED, SECOND, answers, cards, is_sound, opens, sees
from tests.bot.running import Running
from tests.disk.full import full_disk
from tests.faults import Act, FaultySandbox, held, plainly
from tests.phone import Phone

NOT_SAVED = "⚠️ NOT SAVED"
# Who polls again within half a second is given one update at a time
SLOW_RETRIES = RetryPolicy(first=0.6, longest=0.6, shutdown=0.5)
# Another process, since a second SQLite in one process would break the locks of the first
BACKUP = """
import sys
from sqlcipher3 import dbapi2
connection = dbapi2.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.readline()
"""


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Another program holds the record."""
    command = [sys.executable, "-c", BACKUP, str(database)]
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "locked\n"
        yield


async def not_saved(phone: Phone) -> None:
    await phone.wait_for(
        lambda messages: any(each["text"].startswith(NOT_SAVED) for each in messages)
    )


async def test_answer_is_not_shown_before_the_disk_has_it(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    card = await opens(phone)
    with full_disk():
        await phone.taps("1", is_answered=False, is_read=False)
        await not_saved(phone)
        shown, recorded = await phone.card(), bot.recorded
        waiting = len(sandbox.state.updates.pending)

    after = await sees(phone, SECOND)

    assert (shown, recorded, waiting) == (card, [Kind.OPENED], 1)
    assert bot.recorded == RECORDED
    assert after.message_id > card.message_id
    assert await cards(phone) == [after.message_id]
    assert await is_sound(bot, phone)


async def test_everybody_who_waits_is_told_once(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    other = Phone(sandbox, 1002)
    async with Running(sandbox, tmp_path / "x.db", retry_policy=SLOW_RETRIES) as bot:
        await opens(phone)
        await opens(other, "S-015")
        await phone.settles()
        with full_disk():
            for each in (phone, other, phone):
                await each.taps("1", is_answered=False, is_read=False)
            await not_saved(phone)
            await not_saved(other)

        await sees(phone, SECOND)
        await sees(other, SECOND)

        assert sorted(bot.recorded) == [Kind.ANSWERED] * 2 + [Kind.OPENED] * 2
    for each in (phone, other):
        texts = [message["text"] for message in await each.messages()]
        assert sum(text.startswith(NOT_SAVED) for text in texts) == 1


@asynccontextmanager
async def disk_full_before_the_card(
    phone: Phone, sandbox: FaultySandbox, method: str
) -> AsyncIterator[None]:
    """Let the answer inside be recorded, and its card come onto a full disk."""
    until = asyncio.Event()
    await opens(phone)
    sandbox.faults.strike(method, held(until))
    yield
    with full_disk():
        until.set()
        await sees(phone, SECOND)
        await phone.settles()


async def test_disk_that_fills_between_commit_and_card_takes_nothing_back(
    bot: Running, phone: Phone, sandbox: FaultySandbox, caplog: pytest.LogCaptureFixture
) -> None:
    async with disk_full_before_the_card(phone, sandbox, "editMessageText"):
        await phone.taps("1", is_answered=False)

    assert [message["text"][:8] for message in await phone.messages()] == ["/new S-0", "PRACTICE"]
    assert not caplog.text
    assert await is_sound(bot, phone)


async def test_disk_that_fills_before_a_new_card_is_noted_takes_nothing_back(
    bot: Running, phone: Phone, sandbox: FaultySandbox, caplog: pytest.LogCaptureFixture
) -> None:
    async with disk_full_before_the_card(phone, sandbox, "sendMessage"):
        await phone.says("1", is_answered=False)

    assert "what the chats show could not be kept" in caplog.text
    assert await is_sound(bot, phone)


@pytest.mark.long
async def test_record_locked_by_a_backup_is_waited_for(
    sandbox: FaultySandbox, tmp_path: Path
) -> None:
    phone = Phone(sandbox)
    database = tmp_path / "practice.db"
    async with Running(sandbox, database) as bot:
        await opens(phone)
        bot.ledger._shared.writer.set_busy_timeout(0.05)  # type: ignore[attr-defined] # sqlcipher3 alone has it
        with locked(database):
            await phone.taps("1", is_answered=False, is_read=False)
            await not_saved(phone)
            recorded = bot.recorded

        await sees(phone, SECOND)

        assert recorded == [Kind.OPENED]
        assert bot.recorded == RECORDED
        assert await is_sound(bot, phone)


@pytest.mark.long
async def test_clock_that_goes_back_changes_no_order(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    went_back = timedelta()

    def clock() -> datetime:
        return now() - went_back

    async with Running(sandbox, tmp_path / "x.db", clock=clock) as bot:
        await opens(phone)
        await answers(phone)
        went_back = timedelta(days=400)
        await phone.taps("Yes")
        await phone.taps((await phone.card()).labels[0][0])
        await phone.taps("No")
        screening = bot.screening("S-014")

        assert bot.recorded == [*RECORDED, Kind.ANSWERED, Kind.CORRECTED, Kind.ANSWERED]
        assert screening.answers["escc_histologically_confirmed"].value == "no"
        assert bot.ledger.verify().holds
    async with Running(sandbox, tmp_path / "x.db", clock=clock) as again:
        await phone.settles()

        assert again.ledger.verify().holds


@pytest.mark.long
async def test_new_card_tapped_before_it_was_noted_keeps_its_buttons(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    until = asyncio.Event()

    async def answered_late(request: web.Request, act: Act) -> web.StreamResponse:
        answer = await plainly(request, act)
        await until.wait()
        return answer

    await opens(phone)
    with full_disk():
        await phone.taps("1", is_answered=False, is_read=False)
        await not_saved(phone)
        sandbox.faults.strike("sendMessage", answered_late)
    await sees(phone, SECOND)
    await phone.taps("Yes", is_answered=False, is_read=False)

    until.set()
    await phone.settles()

    await sees(phone, SECOND)
    assert await is_sound(bot, phone)
