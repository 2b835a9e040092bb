"""A person's phone for tests: says, taps and reads over the sandbox's people-side API."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.sandbox.server import Sandbox
from tests.faults import FaultySandbox

# A net for what hangs, never waited for by what works
SECONDS = 120.0
CODE_BEHIND = re.compile(r" · S-[0-9]+$")
# How often it is looked whether a bot in this process rests before its silence must tell
LOOKS = 50
REACTIONS = {"message", "edited", "deleted", "answered"}


@dataclass(frozen=True)
class Card:
    """The newest message of the bot that has buttons."""

    message_id: int
    text: str
    rows: list[list[dict[str, Any]]]
    entities: list[dict[str, Any]]

    @property
    def labels(self) -> list[list[str]]:
        """What the buttons say, row by row."""
        return [[button["text"] for button in row] for row in self.rows]

    def place(self, label: str) -> tuple[int, int]:
        """The row and column of the button with that label, or with a subject code behind it."""
        for row, labels in enumerate(self.labels):
            plain = [CODE_BEHIND.sub("", each) for each in labels]
            for found in (labels, plain):
                if label in found:
                    return row, found.index(label)
        raise AssertionError(f"no button {label!r}; there are {self.labels}\n{self.text}")


class Phone:
    """What one person can do in the chat with the bot."""

    def __init__(self, sandbox: Sandbox, person_id: int = 1001, *, seconds: float = SECONDS):
        self._url = f"{sandbox.url}/phone"
        self._inside = sandbox if isinstance(sandbox, FaultySandbox) else None
        self._person = person_id
        self._seconds = seconds
        self._seen = 0
        self.toasts: list[str] = []
        self.alerts: list[str] = []

    async def says(
        self,
        text: str,
        *,
        is_answered: bool = True,
        is_read: bool = True,
        seconds: float = 1.0,
        reply_to: int | None = None,
    ) -> None:
        """Send a text; wait until the bot has answered, and has read everything and is at rest.

        Typing it takes so many seconds of the sandbox's clock.
        """
        await self._read_changes()
        if self._inside:
            self._inside.clock.passes(seconds)
        replied = {} if reply_to is None else {"reply_to": reply_to}
        await self._post("texts", {"text": text, **replied})
        if is_answered:
            await self._reaction(REACTIONS, f"an answer to {text!r}")
        if is_read:
            await self.settles()

    async def taps(self, label: str, *, is_answered: bool = True, is_read: bool = True) -> None:
        """Tap the button with exactly this label on the newest card; wait for the answer."""
        card = await self.card()
        row, column = card.place(label)
        tap = {"message_id": card.message_id, "row": row, "column": column}
        await self._tap(tap, label, is_answered=is_answered, is_read=is_read)

    async def taps_data(
        self, message_id: int, data: str, *, is_answered: bool = True, is_read: bool = True
    ) -> None:
        """Tap what an outdated phone may still show: any data, on any message of the bot."""
        tap = {"message_id": message_id, "data": data}
        await self._tap(tap, data, is_answered=is_answered, is_read=is_read)

    async def sends_a_photo(self) -> None:
        """Send an empty photo; wait until the bot has answered and is at rest."""
        await self._read_changes()
        await self._post("photos", {})
        await self._reaction(REACTIONS, "an answer to the photo")
        await self.settles()

    async def edits(self, message_id: int, text: str) -> None:
        """Change a text that was sent; wait until the bot has read everything and is at rest."""
        await self._post("edits", {"message_id": message_id, "text": text})
        await self.settles()

    async def blocks(self, *, is_blocked: bool = True) -> None:
        """Block the bot, or let it back in."""
        await self._post("block", {"is_blocked": is_blocked})

    async def messages(self) -> list[dict[str, Any]]:
        """Every message in the chat, oldest first, as Telegram's Message."""
        messages: list[dict[str, Any]] = (await self._get(""))["messages"]
        return messages

    async def file(self, message: dict[str, Any]) -> bytes:
        """The photo or document of a message."""
        shown = message["photo"][-1] if "photo" in message else message["document"]
        url = f"{self._url}/{self._person}/files/{shown['file_id']}"
        async with self._session() as session, session.get(url) as response:
            assert response.ok, await response.text()
            return await response.read()

    async def commands(self) -> list[dict[str, str]]:
        """The commands that the menu of this phone offers."""
        commands: list[dict[str, str]] = (await self._get(""))["commands"]
        return commands

    async def description(self) -> str:
        """What the empty chat says of the bot."""
        return str((await self._get(""))["bot"]["description"])

    async def text(self) -> str:
        """What the newest message says."""
        messages = await self.messages()
        assert messages, "the chat is empty"
        return str(messages[-1]["text"])

    async def card(self) -> Card:
        """The newest message of the bot with a keyboard."""
        messages = await self.messages()
        for message in reversed(messages):
            if message["from"]["is_bot"] and "reply_markup" in message:
                rows = message["reply_markup"]["inline_keyboard"]
                entities = message.get("entities", [])
                text = message.get("text", message.get("caption", ""))
                return Card(message["message_id"], text, rows, entities)
        raise AssertionError(f"no message with buttons; the chat:\n{_transcript(messages)}")

    async def settles(self) -> None:
        """Wait until the bot has confirmed every update and has gone quiet."""
        try:
            async with asyncio.timeout(self._seconds):
                while not await self._rests_here():
                    before = self._in_threads()
                    await self._get("/rest", is_personal=False)
                    # silence tells nothing while a thread works: it may be slow
                    if self._in_threads() == before and not any(going for _, going in before):
                        break
        except TimeoutError:
            raise AssertionError(await self._complaint("the bot to come to rest")) from None
        await self._read_changes()

    async def settles_while_time_passes(self) -> None:
        """Settle once nothing waits for the sandbox's clock, which may stand still.

        An update that was refused waits by that clock, and its wait may begin only after the test
        has seen the refusal: so time passes until the update was taken.
        """
        assert self._inside is not None
        async with asyncio.timeout(self._seconds):
            while self._inside.state.updates.pending:
                self._inside.clock.passes(1)
                await asyncio.sleep(0.005)
        await self.settles()

    def _in_threads(self) -> list[tuple[int, int]]:
        return self._inside.in_threads if self._inside else []

    async def _rests_here(self) -> bool:
        """Whether bots in this process soon have nothing left to do; they may wait for long."""
        for _ in range(LOOKS):
            is_at_rest = self._inside.is_at_rest if self._inside else None
            if is_at_rest is not False:
                return bool(is_at_rest)
            await asyncio.sleep(0.001)
        return False

    async def wait_for(
        self, holds: Callable[[list[dict[str, Any]]], bool], *, what: str = "the condition"
    ) -> list[dict[str, Any]]:
        """The messages, as soon as they fulfil the condition."""
        try:
            async with asyncio.timeout(self._seconds):
                while True:
                    messages = await self.messages()
                    if holds(messages):
                        return messages
                    # not for long: the condition may be of something that changes no chat
                    await self._read_changes(seconds=0.05)
        except TimeoutError:
            raise AssertionError(await self._complaint(what)) from None

    async def _tap(
        self, tap: dict[str, Any], what: str, *, is_answered: bool, is_read: bool
    ) -> None:
        await self._read_changes()
        await self._post("taps", tap)
        if is_answered:
            await self._reaction({"answered"}, f"an answer to the tap on {what!r}")
        if is_read:
            await self.settles()

    async def _reaction(self, kinds: set[str], what: str) -> None:
        def is_reaction(change: dict[str, Any]) -> bool:
            is_own = not change.get("message", {}).get("from", {}).get("is_bot", True)
            return change["kind"] in kinds and not is_own

        try:
            async with asyncio.timeout(self._seconds):
                while not any(
                    is_reaction(change) for change in await self._read_changes(self._seconds)
                ):
                    pass
        except TimeoutError:
            raise AssertionError(await self._complaint(what)) from None

    async def _read_changes(self, seconds: float = 0) -> list[dict[str, Any]]:
        query = f"/changes?after={self._seen}&seconds={seconds}"
        changes: list[dict[str, Any]] = await self._get(query)
        for change in changes:
            self._seen = change["number"]
            if change["kind"] == "answered" and change["text"]:
                shown = self.alerts if change["show_alert"] else self.toasts
                shown.append(change["text"])
        return changes

    async def _complaint(self, awaited: str) -> str:
        transcript = _transcript(await self.messages())
        return f"waited {self._seconds:g} s in vain for {awaited}; the chat:\n{transcript}"

    async def _get(self, path: str, *, is_personal: bool = True) -> Any:
        owner = f"/{self._person}" if is_personal else ""
        url = f"{self._url}{owner}{path}"
        async with self._session() as session, session.get(url) as response:
            assert response.ok, await response.text()
            return await response.json()

    async def _post(self, path: str, body: dict[str, Any]) -> Any:
        url = f"{self._url}/{self._person}/{path}"
        async with self._session() as session, session.post(url, json=body) as response:
            assert response.ok, await response.text()
            return await response.json()

    @asynccontextmanager
    async def _session(self) -> AsyncIterator[aiohttp.ClientSession]:
        if self._inside:
            yield self._inside.session
            return
        async with aiohttp.ClientSession() as session:
            yield session


def _transcript(messages: list[dict[str, Any]]) -> str:
    lines = []
    for message in messages:
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        labels = " ".join(f"[{button['text']}]" for row in rows for button in row)
        mark = "<" if message["from"]["is_bot"] else ">"
        lines.append(f"{mark} {message.get('text', 'a file')} {labels}".rstrip())
    return "\n".join(lines) or "(empty)"
