"""Methods that set, describe and delete the webhook."""

from typing import Any

from bot.sandbox.gate import is_local
from bot.sandbox.methods.method import Given, Method
from bot.sandbox.parameters import Parameter, array_of, clamped, flag, short_text, text
from bot.sandbox.refusal import bad_request
from bot.sandbox.state import State

LONGEST_SECRET = 256


def _set(state: State, given: Given) -> bool:
    if not given["url"].startswith(("https://", "http://")):
        raise bad_request("Bad webhook: An HTTPS URL must be provided for webhook")
    if given["url"] and not is_local(given["url"]):
        raise bad_request("Bad webhook: The sandbox posts to this machine alone")
    if given["drop_pending_updates"]:
        state.updates.clear()
    if given["allowed_updates"] is not None:
        state.updates.allowed = given["allowed_updates"]
    state.webhook.point(given["url"], given["secret_token"], given["max_connections"])
    return True


def _delete(state: State, given: Given) -> bool:
    if given["drop_pending_updates"]:
        state.updates.clear()
    state.webhook.point("", "")
    return True


def _info(state: State, given: Given) -> dict[str, Any]:
    del given
    allowed = state.updates.allowed
    return {
        "url": state.webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(state.updates.pending),
        **({"max_connections": state.webhook.connections} if state.webhook.url else {}),
        **({"allowed_updates": allowed} if allowed else {}),
    }


DROPPING = {"drop_pending_updates": Parameter(flag, otherwise=False)}
METHODS = {
    "setWebhook": Method(
        _set,
        {
            "url": Parameter(text, otherwise=""),
            "secret_token": Parameter(short_text(LONGEST_SECRET), otherwise=""),
            "max_connections": Parameter(clamped(1, 100), otherwise=40),
            "allowed_updates": Parameter(array_of(str)),
            **DROPPING,
        },
    ),
    "deleteWebhook": Method(_delete, DROPPING),
    "getWebhookInfo": Method(_info),
}
