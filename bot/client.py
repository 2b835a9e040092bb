"""The client of the Bot API: its connections, and whether it was Telegram that refused."""

from functools import cache
from typing import Any

from telegram import Bot
from telegram.request import BaseRequest

from bot.calls import Calls, NotTelegramError, Told

CONNECTIONS = 64


def is_telegram(error: BaseException | None) -> bool:
    """Whether a refusal came from a Bot API; the library wraps the reason why it did not."""
    while error is not None:
        if isinstance(error, NotTelegramError):
            return False
        error = error.__cause__
    return True


def client(token: str, base_url: str, fails: Told = lambda _: None) -> Bot:
    """Make the client, with room to wait for a connection: a busy hour is no failure."""
    return Bot(
        token,
        base_url=base_url,
        request=Calls(base_url, connections=CONNECTIONS, fails=fails),
        get_updates_request=Calls(base_url, connections=1, fails=fails),
    )


async def call(
    bot: Bot, method: str, given: dict[str, Any], *, seconds: float | None = None
) -> Any:
    """Call a method with plain values and give its plain answer, within the seconds if any.

    The library's own methods build an object for each part of an answer, which costs more than
    all else that a tap takes. Keep them for what is called seldom.
    """
    patience = BaseRequest.DEFAULT_NONE if seconds is None else seconds
    return await bot.do_api_request(_spelt(method), api_kwargs=given, read_timeout=patience)


@cache
def _spelt(method: str) -> str:
    """Spell a method so that the library passes it on without advising its own.

    >>> _spelt("getUpdates")
    'get_Updates'
    """
    return "".join(f"_{letter}" if letter.isupper() else letter for letter in method)
