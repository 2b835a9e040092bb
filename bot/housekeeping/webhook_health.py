"""Whether Telegram can reach our webhook, which only Telegram can tell."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from time import time
from typing import Any

from telegram.error import TelegramError

from bot.monitoring.metrics import Metrics
from bot.telegram.client import Client

# Less than the time limit of the whole answer of /healthz
SECONDS_TO_ASK = 2.0
# Telegram retries within two minutes, and reports an error long after it is over
SECONDS_OF_AN_ERROR = 300.0


@dataclass(frozen=True, slots=True)
class WebhookHealth:
    """Asks Telegram about the state of our webhook."""

    client: Client
    url: str
    metrics: Metrics

    async def reasons(self) -> tuple[str, ...]:
        """Give why updates do not arrive; nothing if Telegram cannot be asked at present."""
        try:
            async with asyncio.timeout(SECONDS_TO_ASK):
                info = await self.client.call("getWebhookInfo", {})
        except (TelegramError, TimeoutError):
            return ()
        self.metrics.hears()
        return tuple(self._found(info)) if isinstance(info, dict) else ()

    def _found(self, info: dict[str, Any]) -> Iterator[str]:
        if info.get("url") != self.url:
            yield "Telegram posts updates to another address, or to none: start the bot again"
            return
        age = time() - info.get("last_error_date", 0)
        if info.get("pending_update_count") and age < SECONDS_OF_AN_ERROR:
            # Telegram's words, such as "Connection refused"; they contain nothing from the chats
            said = str(info.get("last_error_message", "no reason given"))[:200]
            yield f"Telegram cannot post updates to the webhook: {said}"
