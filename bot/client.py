"""The client of the Bot API: its connections, and whether it was Telegram that refused."""

from telegram import Bot

from bot.calls import Calls, NotTelegramError

CONNECTIONS = 64


def is_telegram(error: BaseException | None) -> bool:
    """Whether a refusal came from a Bot API; the library wraps the reason why it did not."""
    while error is not None:
        if isinstance(error, NotTelegramError):
            return False
        error = error.__cause__
    return True


def client(token: str, base_url: str) -> Bot:
    """Make the client, with room to wait for a connection: a busy hour is no failure."""
    return Bot(
        token,
        base_url=base_url,
        request=Calls(base_url, connections=CONNECTIONS),
        get_updates_request=Calls(base_url, connections=1),
    )
