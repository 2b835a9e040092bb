"""The client of the Bot API: its connections, and how it reads what is no answer of Telegram."""

import json
from typing import Any

import httpx
from telegram import Bot
from telegram.error import NetworkError
from telegram.request import HTTPXRequest

CONNECTIONS = 64
# People answer every few seconds; the library's 5 s would mean a new connection for each tap
SECONDS_KEPT_ALIVE = 75.0


class NotTelegramError(NetworkError):
    """What answered is no Bot API: a proxy, a portal, or a wrong address."""


class Calls(HTTPXRequest):
    """Calls whose unreadable answers are an error like others, not a traceback in the log."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer; the page of a proxy is as good as none."""
        try:
            answer = json.loads(payload.decode(errors="replace"))
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or answer.keys().isdisjoint({"result", "description"}):
            raise NotTelegramError("this is no answer of the Bot API")
        return answer


def is_telegram(error: BaseException | None) -> bool:
    """Whether a refusal came from a Bot API; the library wraps the reason why it did not."""
    while error is not None:
        if isinstance(error, NotTelegramError):
            return False
        error = error.__cause__
    return True


def client(token: str, base_url: str) -> Bot:
    """Make the client, with room to wait for a connection: a busy hour is no failure."""
    calls = Calls(
        connection_pool_size=CONNECTIONS,
        pool_timeout=60.0,
        httpx_kwargs={
            "limits": httpx.Limits(
                max_connections=CONNECTIONS, keepalive_expiry=SECONDS_KEPT_ALIVE
            )
        },
    )
    polls = Calls(connection_pool_size=1)
    return Bot(token, base_url=base_url, request=calls, get_updates_request=polls)
