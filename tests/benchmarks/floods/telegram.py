"""A sandbox that keeps Telegram's limits, and the bot of any folder of code, as a process."""

import asyncio
import os
import subprocess
import sys
from collections import deque
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bot.sandbox.bot_api import Responder
from bot.sandbox.chats import Chat
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from tests.faults import too_many

ROOT = Path(__file__).parents[3]
TEAM = [Person(number, "T") for number in range(1001, 1005)]
STRANGERS = [Person(number, "S") for number in range(10_000, 12_000)]
# What Telegram documents, and how long it takes nothing once that is overdrawn
CALLS_A_SECOND, MESSAGES_AT_ONCE, SECONDS_CLOSED = 30, 20, 3
OF_MESSAGES = ("send", "edit", "delete")


class Limits:
    """Refuses what goes beyond 30 calls in a second, or beyond one a second in a chat."""

    def __init__(self) -> None:
        self.calls = self.refused = 0
        self._latest: deque[float] = deque(maxlen=CALLS_A_SECOND)
        self._closed_until = 0.0
        self._chats: dict[str, float] = {}

    def look(self, method: str, given: Mapping[str, str]) -> Responder | None:
        """Count a call; refuse it, or let it through."""
        if method == "getupdates":
            return None
        now = perf_counter()
        self.calls += 1
        if now >= self._closed_until:
            if len(self._latest) == CALLS_A_SECOND and self._latest[0] > now - 1:
                self._closed_until = now + SECONDS_CLOSED
            elif not self._is_too_much(now, method, given):
                self._latest.append(now)
                return None
        self.refused += 1
        return too_many(max(1, round(self._closed_until - now)))

    def _is_too_much(self, now: float, method: str, given: Mapping[str, str]) -> bool:
        if not method.startswith(OF_MESSAGES) or "chat_id" not in given:
            return False
        full = max(self._chats.get(given["chat_id"], 0.0), now)
        if full - now >= MESSAGES_AT_ONCE:
            return True
        self._chats[given["chat_id"]] = full + 1
        return False


class Process:
    """What a running bot uses."""

    def __init__(self, number: int, log: Path) -> None:
        self._folder, self._log = Path(f"/proc/{number}"), log

    @property
    def processor(self) -> float:
        """Give the seconds of the processor: unlike a delay, no other process adds to them."""
        fields = (self._folder / "stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def figures(self) -> tuple[float, int, int]:
        """Give the memory in MB, the open files, and the bytes of the log."""
        lines = (self._folder / "status").read_text("ascii").splitlines()
        kilobytes = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
        files = len(list((self._folder / "fd").iterdir()))
        return kilobytes / 1024, files, self._log.stat().st_size


@asynccontextmanager
async def telegram(limits: Limits | None = None) -> AsyncIterator[Sandbox]:
    """Run a sandbox with a team and strangers, of whom the team has written."""
    async with Sandbox(people=[*TEAM, *STRANGERS]) as sandbox:
        if limits is not None:
            sandbox.interceptors.append(limits.look)
        yield sandbox


@contextmanager
def running(sandbox: Sandbox, code: Path) -> Iterator[Process]:
    """Run the bot of a folder of code, with a record of its own on a real disk."""
    with TemporaryDirectory(prefix=".flood-", dir=ROOT) as folder:
        environment = {
            **os.environ,
            "PYTHONPATH": str(code),
            "TELEGRAM_API_URL": sandbox.url,
            "TELEGRAM_BOT_TOKEN": sandbox.token,
            "ECTRIAL_ADMIN_IDS": ",".join(str(person.id) for person in TEAM),
            "ECTRIAL_TIMEZONE": "UTC",
            "ECTRIAL_DATABASE": f"{folder}/flood.db",
        }
        log = Path(folder) / "log"
        bot = [sys.executable, "-m", "bot"]
        given = {"env": environment, "cwd": folder}
        # where a record must be made first
        subprocess.run([*bot, "init"], capture_output=True, check=False, **given)  # noqa: S603
        with log.open("wb") as written:
            process = subprocess.Popen(  # noqa: S603 - our own command
                [*bot, "run"], stdout=written, stderr=written, **given
            )
        try:
            yield Process(process.pid, log)
        finally:
            process.kill()
            process.wait()


def card(chat: Chat) -> tuple[int, str] | None:
    """Give the newest card of a chat, by its number and its first button."""
    for message in reversed(chat.messages.values()):
        if message.is_from_bot and message.keyboard:
            return message.message_id, message.keyboard["inline_keyboard"][0][0].get(
                "callback_data", ""
            )
    return None


def tap(sandbox: Sandbox, person: int, times: int = 1) -> None:
    """Tap the first button of the newest card, as often as told."""
    chat = sandbox.state.chats[person]
    found = card(chat)
    assert found is not None
    message = chat.messages[found[0]]
    for _ in range(times):
        sandbox.state.tap(chat, message, found[1])


async def shown(chat: Chat, before: tuple[int, str] | None) -> float:
    """Wait for another card; give the seconds until it came."""
    began = perf_counter()
    while card(chat) == before:  # noqa: ASYNC110 - nothing tells
        await asyncio.sleep(0.002)
    return perf_counter() - began


async def begin(sandbox: Sandbox, people: Iterable[Person]) -> None:
    """Open a screening for each, so that there is a card to tap."""
    for person in people:
        chat = sandbox.state.chats[person.id]
        sandbox.state.say(chat, f"/new L-{person.id}")
        await asyncio.wait_for(shown(chat, None), 60)
        await asyncio.sleep(1.0)
