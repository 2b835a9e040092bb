"""The client of the Bot API."""

from typing import Any

from telegram import Bot

from bot.telegram.bodies import NO_UPLOADS, Uploads
from bot.telegram.budget import NO_CHAT, Budget
from bot.telegram.calls import Calls, CountFailure, NotTelegramError

CONNECTIONS = 64


def is_telegram(error: BaseException | None) -> bool:
    """Whether a refusal came from Telegram: it was not caused by a NotTelegramError."""
    while error is not None:
        if isinstance(error, NotTelegramError):
            return False
        error = error.__cause__
    return True


class Client:
    """Calls the Bot API: with plain values for every tap, otherwise through the library's `bot`.

    The library's methods build an object for each part of a request and of an answer, which takes
    longer than the rest of a tap. Both ways raise the library's errors.
    """

    def __init__(
        self,
        token: str,
        base_url: str,
        count_failure: CountFailure = lambda _: None,
        budget: Budget | None = None,
    ) -> None:
        self.budget = budget or Budget()
        # a call waits for a free connection, so that no call fails in a busy hour
        self._calls = Calls(
            base_url,
            connections=CONNECTIONS,
            count_failure=count_failure,
            budget=self.budget,
        )
        self._polls = Calls(base_url, connections=1, count_failure=count_failure)
        self.bot = Bot(
            token, base_url=base_url, request=self._calls, get_updates_request=self._polls
        )

    @property
    def name(self) -> str:
        """The bot's own name without the @, once Telegram has told it."""
        try:
            return self.bot.username
        except RuntimeError:
            return ""

    async def call(
        self,
        method: str,
        given: dict[str, Any],
        seconds: float | None = None,
        person: int = NO_CHAT,
        uploads: Uploads = NO_UPLOADS,
    ) -> Any:
        """Call a method with plain values; give its plain result, within `seconds` if given.

        `person` is whose call it is, if `given` has no chat. `uploads` are files that go along,
        under the names of their parameters.
        """
        url = f"{self.bot.base_url}/{method}"
        return await self._calls.ask(url, given, seconds, person, uploads)

    async def poll(self, given: dict[str, Any], seconds: float) -> Any:
        """Poll for updates over a separate connection; wait this many seconds for the answer."""
        return await self._polls.ask(f"{self.bot.base_url}/getUpdates", given, seconds)
