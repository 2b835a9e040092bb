"""What becomes of whole processes: a second one, a signal, a damaged record at the start."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.sandbox.server import Sandbox
from bot.setup.start import CannotServeError, now
from ectrial.ledger.creating import create
from ectrial.ledger.ledger import Ledger
from ectrial.record.entries import Kind
from tests.bot.cli.test_main import ROOT, call, ectrial_run, kinds, real
from tests.bot.faults.walks import RECORDED, SECOND, answers, opens, sees
from tests.bot.running import Running
from tests.faults import MADE_UP_TOKEN, held, refused
from tests.phone import SECONDS, Phone


@pytest.fixture
def real_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", MADE_UP_TOKEN)
    monkeypatch.setenv("ECTRIAL_ADMIN_IDS", "1001")
    monkeypatch.setenv("ECTRIAL_TIMEZONE", "UTC")
    monkeypatch.setenv("ECTRIAL_DATABASE", "real.db")
    assert call("init").exit_code == 0
    return tmp_path / "real.db"


CONFLICT = refused(409, "Conflict: terminated by other getUpdates request")


async def refusal_of(process: Running) -> str:
    """How it ends by itself."""
    async with asyncio.timeout(SECONDS):
        with pytest.raises(CannotServeError) as ended:
            await process.serving
    return str(ended.value)


async def test_second_process_with_the_token_gives_up(
    bot: Running, sandbox: Sandbox, tmp_path: Path, phone: Phone
) -> None:
    await opens(phone)
    await answers(phone)
    async with Running(sandbox, tmp_path / "y.db") as second:
        told = await refusal_of(second)

        await phone.taps("Yes")

        assert told == "another process polls with this token; stop it first"
        assert bot.recorded == [*RECORDED, Kind.ANSWERED]
        assert second.recorded == []


async def test_process_that_is_always_in_conflict_gives_up(
    bot: Running, sandbox: Sandbox, phone: Phone
) -> None:
    await opens(phone)
    sandbox.faults.strike("getUpdates", CONFLICT, times=100)
    await phone.taps("1", is_answered=False, is_read=False)

    told = await refusal_of(bot)

    assert told == "another process polls with this token; stop it first"
    assert bot.recorded == RECORDED


def test_second_process_on_the_record_says_so_and_ends(real_record: Path) -> None:
    with Ledger.open(real_record, site="here", via="telegram", clock=now):
        result = call("staff", "list")

    assert result.exit_code == 2
    assert result.output == "another process has the record real.db open\n"


@pytest.mark.long
@pytest.mark.parametrize(
    "number", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.long)]
)
async def test_signal_lets_the_card_in_hand_be_shown(
    sandbox: Sandbox, real_record: Path, number: signal.Signals
) -> None:
    phone, until = Phone(sandbox), asyncio.Event()
    with ectrial_run(**real(sandbox.url)) as process:
        await opens(phone)
        sandbox.faults.strike("editMessageText", held(until))
        await phone.taps("1", is_answered=False)
        process.send_signal(number)
        until.set()
        assert await asyncio.to_thread(process.wait, SECONDS) == 0

    assert SECOND in (await phone.card()).text
    assert kinds(real_record) == RECORDED


@pytest.mark.long  # a bot that is forked stands for it in tests/crash/test_kills.py
async def test_card_is_shown_after_a_kill_between_commit_and_edit(
    sandbox: Sandbox, real_record: Path
) -> None:
    phone = Phone(sandbox)
    with ectrial_run(**real(sandbox.url)) as process:
        card = await opens(phone)
        sandbox.faults.strike("editMessageText", held(asyncio.Event()), times=9)
        await phone.taps("1", is_answered=False)
        process.kill()
    before = await phone.card()
    sandbox.faults.clear()

    with ectrial_run(**real(sandbox.url)):
        shown = await sees(phone, SECOND)

    assert before == card
    assert shown.message_id == card.message_id
    assert kinds(real_record) == RECORDED


def altered(content: bytes) -> bytes:
    assert b"operator" in content
    return content.replace(b"operator", b"0perator", 1)


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def scribbled(content: bytes) -> bytes:
    third = len(content) // 3
    return content[:third] + b"\xa5" * third + content[2 * third :]


def overwritten(content: bytes) -> bytes:
    return b"\xa5" * len(content)


@pytest.mark.long
@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (altered, "ECTRIAL_DATABASE: the record is damaged: entry 1 was altered\n"),
        (cut, "ECTRIAL_DATABASE: the file of the record is damaged\n"),
        (scribbled, "ECTRIAL_DATABASE: the file of the record is damaged\n"),
        (overwritten, "ECTRIAL_DATABASE: the key is wrong, or this is not our record"),
    ],
)
def test_damaged_record_is_refused_as_it_is(
    real_record: Path, damage: Callable[[bytes], bytes], told: str
) -> None:
    assert call("staff", "add", "42").exit_code == 0
    damaged = damage(real_record.read_bytes())
    real_record.write_bytes(damaged)

    result = call("staff", "list")

    assert result.exit_code == 2
    assert result.output.startswith(told)
    assert "There is no backup in real.db.backups." in result.output
    assert real_record.read_bytes() == damaged


@pytest.mark.long
def test_disk_that_cannot_be_written_to_is_told_at_the_start(tmp_path: Path) -> None:
    create(tmp_path / "disk" / "real.db", "real")
    read_only = "mount --bind disk disk && mount -o remount,ro,bind disk && exec"
    bot = f'"{sys.executable}" -m bot staff list'
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", f"{read_only} {bot}"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ECTRIAL_DATABASE": "disk/real.db"}

    result = subprocess.run(  # noqa: S603 - our own command
        command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    if "unshare" in result.stderr or "mount" in result.stderr:
        pytest.skip(f"no disk can be mounted here: {result.stderr.strip()}")

    assert result.returncode == 2
    told = "disk/real.db cannot be used: Read-only file system; make the disk writable\n"
    assert result.stderr == told
