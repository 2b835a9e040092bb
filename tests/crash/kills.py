"""Kills in one window of a turn, which is held open at that very point until the bot is dead.

Windows are held from outside the bot: by the disk under its record, and by the Telegram before it.
"""

import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.sandbox.bot_api import Interceptor, Responder
from bot.setup.start import now
from ectrial.ledger.creating import create
from ectrial.ledger.ledger import Ledger
from ectrial.record.entries import Entry, Kind
from tests.bot.asking import free_port
from tests.crash.keeper import Bots
from tests.disk.preload import Disk, Held
from tests.faults import FaultySandbox, held, lost
from tests.phone import SECONDS, Phone

Deed = Callable[[], Awaitable[None]]
# Until whatever holds a window open has been killed with it
ALWAYS = 10_000


class Scene:
    """One person before one bot after the other, and the record that they leave behind."""

    def __init__(
        self,
        bots: Bots,
        sandbox: FaultySandbox,
        disk: Disk,
        database: Path,
        more: Mapping[str, str],
    ) -> None:
        self.sandbox, self.disk = sandbox, disk
        self.phone = Phone(sandbox)
        self._bots, self._database = bots, database
        create(database, "real")
        self._environment = {
            **disk.environment(),
            "TELEGRAM_BOT_TOKEN": sandbox.token,
            "TELEGRAM_API_URL": sandbox.url,
            "ECTRIAL_ADMIN_IDS": "1001",
            "ECTRIAL_TIMEZONE": "UTC",
            "ECTRIAL_DATABASE": str(database),
            **more,
        }

    @asynccontextmanager
    async def bot(
        self, *mutants: str, number: signal.Signals = signal.SIGKILL
    ) -> AsyncIterator[None]:
        """Have a bot at work, wrong in these ways; in the end it is sent the signal."""
        before, interceptors = self._asked(), [*self.sandbox.interceptors]
        await self._bots.start(self._environment, *mutants)
        # by then it has written what the opening of a record writes
        try:
            await _until(lambda: self._asked() > before)
            yield
        finally:
            # also if a test fails: the next bot starts when this one has ended
            await self._bots.kill(number)
            self.disk.forget()
            self.sandbox.faults.clear()
            self.sandbox.interceptors[:] = interceptors

    def _asked(self) -> int:
        calls = self.sandbox.faults.calls
        return calls["getupdates"] + calls["setwebhook"]

    def answered(self) -> list[str | None]:
        """Which items the record has answers to, in order."""
        entries = self.entries()
        assert [each.said.kind for each in entries].count(Kind.OPENED) == 1
        return [each.said.item for each in entries if each.said.kind is Kind.ANSWERED]

    def entries(self) -> list[Entry]:
        """Every entry of the record, which holds."""
        with self.ledger() as ledger:
            found = ledger.verify()
            assert found.holds, found.breaks
            return list(ledger.entries())

    def ledger(self) -> Ledger:
        """The record, open, while no bot is at work."""
        return Ledger.open(self._database, site="here", via="telegram", clock=now)


async def between_tap_and_commit(scene: Scene, deed: Deed) -> None:
    scene.disk.holds(Held.AT_WRITE)
    await deed()
    await _until(lambda: scene.disk.is_holding)


async def between_confirmation_and_commit(scene: Scene, deed: Deed) -> None:
    await between_tap_and_commit(scene, deed)
    await confirmed(scene)


async def inside_the_commit(scene: Scene, deed: Deed) -> None:
    scene.disk.holds(Held.AT_SYNC)
    await deed()
    await _until(lambda: scene.disk.is_holding)
    assert scene.disk.is_in_commit


async def between_commit_and_card(scene: Scene, deed: Deed) -> None:
    before = await scene.phone.card()
    for method in ("editMessageText", "sendMessage"):
        scene.sandbox.faults.strike(method, held(asyncio.Event()), times=ALWAYS)
    await deed()
    await confirmed(scene)
    assert await scene.phone.card() == before


async def between_card_and_confirmation(scene: Scene, deed: Deed) -> None:
    scene.sandbox.interceptors.append(_loses_what_confirms(scene.sandbox))
    await _sees_the_next_card(scene.phone, deed)
    assert scene.sandbox.state.updates.pending


async def after_the_turn(scene: Scene, deed: Deed) -> None:
    await _sees_the_next_card(scene.phone, deed)
    await confirmed(scene)


async def confirmed(scene: Scene) -> None:
    """Wait until Telegram has been told that every update has arrived."""
    await _until(lambda: not scene.sandbox.state.updates.pending)


def _loses_what_confirms(sandbox: FaultySandbox) -> Interceptor:
    def intercept(method: str, given: Mapping[str, str]) -> Responder | None:
        offset = int(given.get("offset", 0)) if method == "getupdates" else 0
        does_confirm = any(each["update_id"] < offset for each in sandbox.state.updates.pending)
        return lost if does_confirm else None

    return intercept


async def _sees_the_next_card(phone: Phone, deed: Deed) -> None:
    before = await phone.card()
    await deed()

    def is_next(messages: list[dict[str, Any]]) -> bool:
        cards = [each["text"] for each in messages if "reply_markup" in each]
        return bool(cards) and cards[-1] != before.text

    await phone.wait_for(is_next, what="the next card")


async def _until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(SECONDS):
        while not holds():  # noqa: ASYNC110 - neither a disk nor a counter tells
            await asyncio.sleep(0.005)


def webhook() -> dict[str, str]:
    """Give the settings of a bot to which updates are posted."""
    listen = f"127.0.0.1:{free_port()}"
    return {
        "ECTRIAL_WEBHOOK_URL": f"http://{listen}/telegram",
        "ECTRIAL_WEBHOOK_LISTEN": listen,
        "ECTRIAL_WEBHOOK_SECRET": "known-to-the-tests-and-the-bot-only-0123",
    }
