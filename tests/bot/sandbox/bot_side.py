"""The bot's side of the sandbox for tests: raw calls and a clock that stands still."""

import asyncio
from collections.abc import Iterable
from typing import Any

import aiohttp

from bot.sandbox.server import Sandbox

COORDINATOR = 1001


class Clock:
    """Seconds since 1970 that pass only when told to."""

    def __init__(self) -> None:
        self.seconds = 1_800_000_000.0

    def __call__(self) -> float:
        return self.seconds

    def passes(self, seconds: float) -> None:
        self.seconds += seconds


class Calls:
    """Calls the Bot API with nothing between: parameters go out as they are."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._api = sandbox.bot_api + sandbox.token

    async def __call__(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The whole answer, whether ok or not."""
        url = f"{self._api}/{method}"
        async with aiohttp.ClientSession() as session, session.post(url, json=parameters) as sent:
            answer: dict[str, Any] = await sent.json()
            assert sent.status == answer.get("error_code", 200)
            return answer

    async def result(self, method: str, **parameters: Any) -> Any:
        """What a call gives that is granted."""
        answer = await self(method, **parameters)
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method: str, **parameters: Any) -> str:
        """Why a call is refused."""
        answer = await self(method, **parameters)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def send(self, text: str = "A card", **parameters: Any) -> dict[str, Any]:
        """A message to the coordinator."""
        sent: dict[str, Any] = await self.result(
            "sendMessage", chat_id=COORDINATOR, text=text, **parameters
        )
        return sent

    async def updates(self, **parameters: Any) -> list[dict[str, Any]]:
        """What getUpdates gives."""
        updates: list[dict[str, Any]] = await self.result("getUpdates", **parameters)
        return updates

    async def confirm_all(self) -> None:
        """Take every update that waits."""
        await self.updates(offset=-1)
        updates = await self.updates()
        if updates:
            await self.updates(offset=updates[-1]["update_id"] + 1)

    def waits(self) -> "asyncio.Task[dict[str, Any]]":
        """A long poll on its way."""
        return asyncio.create_task(self("getUpdates", timeout=30))


def keyboard(*rows: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Telegram's InlineKeyboardMarkup."""
    return {"inline_keyboard": [list(row) for row in rows]}


YES = {"text": "Yes", "callback_data": "1:2:yes"}
NO = {"text": "No", "callback_data": "1:2:no"}
