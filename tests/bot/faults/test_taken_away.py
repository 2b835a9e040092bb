"""A record taken away under a bot at work: told at once, everywhere, and nothing is taken on."""

import asyncio
import json
import subprocess
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.serving.webhook import SECRET_HEADER
from bot.setup.start import now
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import Kind, NewEntry
from tests.bot.asking import ask, free_port
from tests.bot.cli.test_main import ectrial_run, kinds, real
from tests.bot.faults.test_record import NOT_SAVED, not_saved
from tests.bot.faults.walks import RECORDED, SECOND, opens, sees
from tests.faults import FaultySandbox
from tests.phone import SECONDS, Phone

SECRET = "a-secret-that-only-telegram-knows-0123"  # noqa: S105 - it opens nothing
OPERATOR = Author(0, "operator")
Settings = dict[str, str]
LOG_LINE = "removed, moved or replaced while it is in use; nothing was recorded. Put it back"


class Process:
    """`ectrial run` with a webhook and a health port."""

    def __init__(
        self,
        process: subprocess.Popen[str],
        sandbox: FaultySandbox,
        record: Path,
        settings: Settings,
    ) -> None:
        self._process, self._sandbox = process, sandbox
        self._hook = settings["ECTRIAL_WEBHOOK_URL"]
        self.pid, self.record = process.pid, record
        self.health = int(settings["ECTRIAL_HEALTH_PORT"])

    async def post(self) -> int:
        """Post a command as Telegram does; give the status of the answer."""
        user = {"id": 1001, "is_bot": False, "first_name": "x", "language_code": "en"}
        message = {"message_id": 9_000, "date": 1_800_000_000, "text": "/help", "from": user}
        update = {**message, "chat": {"id": 1001, "type": "private"}}
        async with self._sandbox.session.post(
            self._hook,
            headers={SECRET_HEADER: SECRET},
            json={"update_id": 7, "message": update},
        ) as answer:
            return answer.status

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
def settings(sandbox: FaultySandbox) -> Settings:
    """Of the bot, and of every command beside it."""
    hook = free_port()
    return {
        **real(sandbox.url),
        "ECTRIAL_DATABASE": "data/real.db",
        "ECTRIAL_HEALTH_PORT": str(free_port()),
        "ECTRIAL_WEBHOOK_URL": f"http://127.0.0.1:{hook}/telegram",
        "ECTRIAL_WEBHOOK_LISTEN": f"127.0.0.1:{hook}",
        "ECTRIAL_WEBHOOK_SECRET": SECRET,
    }


@pytest.fixture
async def process(
    sandbox: FaultySandbox, record: Path, settings: Settings
) -> AsyncIterator[Process]:
    with ectrial_run(**settings) as started:
        yield Process(started, sandbox, record, settings)


@asynccontextmanager
async def open_here(_: FaultySandbox, record: Path, __: Settings) -> AsyncIterator[None]:
    """What a bot at work is to the commands beside it: somebody who has the record open."""
    with Ledger.open(record, site="here", via="telegram", clock=now) as ledger:
        ledger.append([NewEntry(Kind.STAFF_ADDED, "T", item="9", value="coordinator")], OPERATOR)
        yield


@asynccontextmanager
async def open_in_a_bot(
    sandbox: FaultySandbox, _: Path, settings: Settings
) -> AsyncIterator[None]:
    with ectrial_run(**settings):
        await opens(Phone(sandbox))
        yield


@pytest.fixture(params=[open_here, pytest.param(open_in_a_bot, marks=pytest.mark.long)])
async def in_use(
    request: pytest.FixtureRequest, sandbox: FaultySandbox, record: Path, settings: Settings
) -> AsyncIterator[Path]:
    """The record while somebody has it open."""
    async with request.param(sandbox, record, settings):
        yield record


Call = Callable[..., Awaitable[Result]]


@pytest.fixture
def calls(settings: Settings) -> Call:
    """Calls a command beside whoever has the record open, with the same settings."""

    async def call(*words: str) -> Result:
        return await asyncio.to_thread(CliRunner().invoke, main, words, env=settings)

    return call


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


@pytest.mark.long
@pytest.mark.parametrize("deed", [replace, remove, move_away])
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


LONG = pytest.mark.long


@pytest.mark.parametrize(
    ("in_use", "deed", "words"),
    [
        (open_here, move_away, GONE),
        (open_here, replace, OTHER),
        # the lock is gone as well: only the bot's health tells
        pytest.param(open_in_a_bot, remove, GONE, marks=LONG),
        pytest.param(open_in_a_bot, rename_the_folder, GONE, marks=LONG),
        pytest.param(open_in_a_bot, move_away, GONE, marks=LONG),
        pytest.param(open_in_a_bot, replace, OTHER, marks=LONG),
    ],
    indirect=["in_use"],
)
async def test_status_says_that_the_bot_must_not_be_stopped(
    in_use: Path, calls: Call, deed: Callable[[Path], None], words: str
) -> None:
    deed(in_use)

    told = await calls("status")

    lines = told.output.splitlines()
    assert told.exit_code == 1
    assert f"{WHERE}, {words} open" in lines
    assert next(line for line in lines if line.startswith("do:")) == PUT_BACK
    assert "start the bot" not in told.output


async def test_status_says_that_a_missing_log_costs_nothing(in_use: Path, calls: Call) -> None:
    in_use.with_name("real.db-wal").unlink()

    told = await calls("status")

    assert ", data/real.db-wal was removed, moved or replaced" in told.output
    assert "do: start the bot again, nothing is lost (docs/operations.md" in told.output


@pytest.mark.parametrize("words", ["run", "init"])
async def test_no_start_speaks_of_a_restore_while_a_bot_has_the_record_open(
    in_use: Path, calls: Call, words: str
) -> None:
    move_away(in_use)

    told = await calls(words)

    assert told.exit_code == 2
    assert "A running bot holds its lock, and still has the record open" in told.output
    assert "restore" not in told.output


async def test_a_file_in_the_place_of_the_record_is_not_copied(in_use: Path, calls: Call) -> None:
    before = await calls("backup", "before.db")
    replace(in_use)

    told = await calls("backup", "copy.db")

    assert (before.exit_code, told.exit_code) == (0, 2)
    assert "data/real.db is not the file that the running bot has open" in told.output
    assert "copied" not in told.output


@pytest.mark.long
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
