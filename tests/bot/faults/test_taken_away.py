"""A record taken away under a bot at work: told at once, everywhere, and nothing is taken on."""

import asyncio
import json
import subprocess
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.serving.webhook import SECRET_HEADER
from bot.setup.start import now
from ectrial.ledger.ledger import Ledger
from ectrial.record.entries import Kind
from tests.bot.asking import ask, free_port
from tests.bot.cli.test_main import ectrial_run, kinds, real
from tests.bot.faults.test_record import NOT_SAVED, not_saved
from tests.bot.faults.walks import RECORDED, SECOND, opens, sees
from tests.faults import FaultySandbox
from tests.phone import SECONDS, Phone

SECRET = "a-secret-that-only-telegram-knows-0123"  # noqa: S105 - it opens nothing
LOG_LINE = "removed, moved or replaced while it is in use; nothing was recorded. Put it back"


class Process:
    """`ectrial run` with a webhook and a health port."""

    def __init__(
        self,
        process: subprocess.Popen[str],
        sandbox: FaultySandbox,
        record: Path,
        hook: int,
        health: int,
        settings: dict[str, str],
    ) -> None:
        self._settings = settings
        self._process, self._sandbox, self._hook = process, sandbox, hook
        self.pid, self.record, self.health = process.pid, record, health

    async def post(self) -> int:
        """Post a command as Telegram does; give the status of the answer."""
        user = {"id": 1001, "is_bot": False, "first_name": "x", "language_code": "en"}
        message = {"message_id": 9_000, "date": 1_800_000_000, "text": "/help", "from": user}
        update = {**message, "chat": {"id": 1001, "type": "private"}}
        async with self._sandbox.session.post(
            f"http://127.0.0.1:{self._hook}/telegram",
            headers={SECRET_HEADER: SECRET},
            json={"update_id": 7, "message": update},
        ) as answer:
            return answer.status

    async def calls(self, *words: str) -> Result:
        """Call a command beside it, with its settings."""
        return await asyncio.to_thread(CliRunner().invoke, main, words, env=self._settings)

    async def stop(self) -> list[str]:
        """Stop it; give what the log says of the record."""
        self._process.terminate()
        _, told = await asyncio.to_thread(self._process.communicate, timeout=SECONDS)
        events = [json.loads(line)["event"] for line in told.splitlines()]
        return [event for event in events if "recorded" in event]


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "data" / "real.db"
    path.parent.mkdir(mode=0o700)
    Ledger.open(path, site="here", via="telegram", clock=now).close()
    return path


@pytest.fixture
async def process(sandbox: FaultySandbox, record: Path) -> AsyncIterator[Process]:
    hook, health = free_port(), free_port()
    settings = {
        **real(sandbox.url),
        "ECTRIAL_DATABASE": "data/real.db",
        "ECTRIAL_HEALTH_PORT": str(health),
        "ECTRIAL_WEBHOOK_URL": f"http://127.0.0.1:{hook}/telegram",
        "ECTRIAL_WEBHOOK_LISTEN": f"127.0.0.1:{hook}",
        "ECTRIAL_WEBHOOK_SECRET": SECRET,
    }
    with ectrial_run(**settings) as started:
        yield Process(started, sandbox, record, hook, health, settings)


def remove(record: Path) -> None:
    for file in record.parent.glob("real.db*"):
        if file.is_file():
            file.unlink()


def move_away(record: Path) -> None:
    record.rename(record.with_name("away.db"))


def rename_the_folder(record: Path) -> None:
    record.parent.rename(record.parent.with_name("elsewhere"))


def replace(record: Path) -> None:
    other = record.with_name("other.db")
    Ledger.open(other, site="here", via="telegram", clock=now).close()
    other.replace(record)


@pytest.mark.parametrize(
    "deed",
    [replace, *(pytest.param(each, marks=pytest.mark.long) for each in (remove, move_away))],
)
async def test_record_taken_away_is_told_at_once(
    process: Process, sandbox: FaultySandbox, deed: Callable[[Path], None]
) -> None:
    phone = Phone(sandbox)
    await opens(phone)
    before, _ = await ask(process.health, "/healthz")
    deed(process.record)

    await phone.taps("1", is_answered=False, is_read=False)
    await not_saved(phone)
    answers = [await process.post(), await process.post()]
    health, reasons = await ask(process.health, "/healthz")
    texts = [message["text"] for message in await phone.messages()]
    told = await process.stop()

    assert (before, health, answers) == (200, 503, [503, 503])
    assert "the record cannot be written" in reasons
    assert sum(text.startswith(NOT_SAVED) for text in texts) == 1
    assert [LOG_LINE in line for line in told] == [True]


WHERE = "record: data/real.db (not encrypted)"
PUT_BACK = (
    'do: put the file back, do not stop the bot (docs/operations.md, "When the record was'
    ' taken away")'
)
GONE, OTHER = (
    "there is none, but a bot still has it",
    "this is not the file that the running bot has",
)


@pytest.mark.parametrize(
    ("deed", "words"),
    [(remove, GONE), (move_away, GONE), (rename_the_folder, GONE), (replace, OTHER)],
)
async def test_status_says_that_the_bot_must_not_be_stopped(
    process: Process, sandbox: FaultySandbox, deed: Callable[[Path], None], words: str
) -> None:
    await opens(Phone(sandbox))
    deed(process.record)

    told = await process.calls("status")

    lines = told.output.splitlines()
    assert told.exit_code == 1
    assert f"{WHERE}, {words} open" in lines
    assert next(line for line in lines if line.startswith("do:")) == PUT_BACK
    assert "start the bot" not in told.output


async def test_status_says_that_a_missing_log_costs_nothing(
    process: Process, sandbox: FaultySandbox
) -> None:
    await opens(Phone(sandbox))
    process.record.with_name("real.db-wal").unlink()

    told = await process.calls("status")

    assert ", data/real.db-wal was removed, moved or replaced" in told.output
    assert "do: start the bot again, nothing is lost (docs/operations.md" in told.output


@pytest.mark.parametrize("words", ["run", "init"])
async def test_no_start_speaks_of_a_restore_while_a_bot_has_the_record_open(
    process: Process, sandbox: FaultySandbox, words: str
) -> None:
    await opens(Phone(sandbox))
    move_away(process.record)

    told = await process.calls(words)

    assert told.exit_code == 2
    assert "A running bot holds its lock, and still has the record open" in told.output
    assert "restore" not in told.output


async def test_a_file_in_the_place_of_the_record_is_not_copied(
    process: Process, sandbox: FaultySandbox
) -> None:
    await opens(Phone(sandbox))
    before = await process.calls("backup", "before.db")
    replace(process.record)

    told = await process.calls("backup", "copy.db")

    assert (before.exit_code, told.exit_code) == (0, 2)
    assert "data/real.db is not the file that the running bot has open" in told.output
    assert "copied" not in told.output


async def test_record_put_back_goes_on_with_what_was_answered(
    process: Process, sandbox: FaultySandbox
) -> None:
    phone = Phone(sandbox)
    await opens(phone)
    move_away(process.record)
    await phone.taps("1", is_answered=False, is_read=False)
    await not_saved(phone)

    process.record.with_name("away.db").rename(process.record)
    await sees(phone, SECOND)
    await process.stop()

    assert kinds(process.record) == RECORDED


@pytest.mark.long
async def test_record_removed_is_rescued_from_the_open_file(
    process: Process, sandbox: FaultySandbox
) -> None:
    phone = Phone(sandbox)
    await opens(phone)
    await phone.taps("1")
    await sees(phone, SECOND)
    remove(process.record)
    await phone.taps("Yes", is_answered=False, is_read=False)
    await not_saved(phone)

    rescued = rescue(process.pid)
    await process.stop()

    assert kinds(rescued) == [Kind.OPENED, Kind.ANSWERED]


def rescue(pid: int) -> Path:
    """Copy the open file, then its log, as docs/operations.md says."""
    opened = {link.readlink().name: link for link in Path(f"/proc/{pid}/fd").iterdir()}
    for suffix in ("", "-wal"):
        content = opened[f"real.db{suffix} (deleted)"].read_bytes()
        Path(f"rescued.db{suffix}").write_bytes(content)
    return Path("rescued.db")
