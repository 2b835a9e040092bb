"""The client of the Bot API: its connections, and whether it was Telegram that refused."""

from typing import Any

from telegram import Bot

from bot.telegram.calls import Calls, NotTelegramError, Told

CONNECTIONS = 64


def is_telegram(error: BaseException | None) -> bool:
    """Whether a refusal came from a Bot API; the library wraps the reason why it did not."""
    while error is not None:
        if isinstance(error, NotTelegramError):
            return False
        error = error.__cause__
    return True


class Client:
    """Calls the Bot API: what every tap needs with plain values, all else through `bot`.

    The library's own methods build an object for each part of a question and of an answer, which
    costs more than all else that a tap takes. Errors are its own either way.
    """

    def __init__(self, token: str, base_url: str, fails: Told = lambda _: None) -> None:
        # with room to wait for a connection: a busy hour is no failure
        self._calls = Calls(base_url, connections=CONNECTIONS, fails=fails)
        self._polls = Calls(base_url, connections=1, fails=fails)
        self.bot = Bot(
            token, base_url=base_url, request=self._calls, get_updates_request=self._polls
        )

    async def call(self, method: str, given: dict[str, Any]) -> Any:
        """Call a method and give its answer, both plain."""
        return await self._calls.ask(f"{self.bot.base_url}/{method}", given)

    async def poll(self, given: dict[str, Any], seconds: float) -> Any:
        """Ask for updates over a connection that nothing else waits for, within the seconds."""
        return await self._polls.ask(f"{self.bot.base_url}/getUpdates", given, seconds)
