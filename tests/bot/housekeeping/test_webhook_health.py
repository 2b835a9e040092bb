"""What Telegram says of our webhook, and what becomes of it in /healthz."""

import time
from typing import Any

import pytest
from aiohttp import web

from bot.housekeeping.webhook_health import WebhookHealth
from bot.monitoring.metrics import Metrics
from bot.telegram.client import Client
from tests.faults import Act, Fault, FaultySandbox, page

OURS = "https://ours.example/telegram"


def saying(*, error_ago: int | None = None, **info: Any) -> Fault:
    """Answer with this health of the webhook, its last error so many seconds before the answer."""

    async def answer(_request: web.Request, _act: Act) -> web.StreamResponse:
        dated = {} if error_ago is None else {"last_error_date": int(time.time()) - error_ago}
        return web.json_response({"ok": True, "result": {"url": OURS, **dated, **info}})

    return answer


REFUSED = {"last_error_message": "Connection refused", "pending_update_count": 3}


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (saying(pending_update_count=0), None),
        (saying(pending_update_count=9), None),
        (saying(**REFUSED, error_ago=0), "cannot post updates to the webhook: Connection"),
        (saying(**REFUSED, error_ago=86_400), None),
        (saying(**{**REFUSED, "pending_update_count": 0}, error_ago=0), None),
        (saying(url=""), "to another address, or to none"),
        (saying(url="https://elsewhere.example"), "to another address, or to none"),
        (page(502), None),
    ],
    ids=["well", "busy", "refused", "long ago", "taken since", "none", "another", "not asked"],
)
async def test_webhook_that_telegram_cannot_reach_is_a_reason(
    sandbox: FaultySandbox, answer: Fault, told: str | None
) -> None:
    client = Client(sandbox.token, sandbox.bot_api)
    await client.bot.initialize()
    sandbox.faults.strike("getWebhookInfo", answer)

    reasons = await WebhookHealth(client, OURS, Metrics()).reasons()
    await client.bot.shutdown()

    assert len(reasons) == (told is not None)
    assert all(told in reason for reason in reasons if told)
