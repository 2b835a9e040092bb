"""Methods about the bot itself, its updates and its chats."""

from typing import Any

from bot.sandbox.methods.method import Given, Method
from bot.sandbox.parameters import Parameter, array_of, clamped, integer
from bot.sandbox.refusal import Refusal
from bot.sandbox.state import State
from bot.sandbox.updates import PollRequest


def _me(state: State, given: Given) -> dict[str, Any]:
    del given
    return {
        **state.bot,
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def _updates(state: State, given: Given) -> list[dict[str, Any]]:
    if state.webhook.url:
        raise Refusal(
            409,
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first",
        )
    return await state.updates.poll(
        PollRequest(given["offset"], given["limit"], given["timeout"], given["allowed_updates"])
    )


def _chat(state: State, given: Given) -> dict[str, Any]:
    found = state.chat(given["chat_id"])
    return {
        **found.person.chat,
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            [
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ],
            False,
        ),
    }


METHODS = {
    "getMe": Method(_me),
    "getUpdates": Method(
        _updates,
        {
            "offset": Parameter(integer, otherwise=0),
            "limit": Parameter(clamped(1, 100), otherwise=100),
            "timeout": Parameter(clamped(0, 50), otherwise=0),
            "allowed_updates": Parameter(array_of(str)),
        },
    ),
    "getChat": Method(_chat, {"chat_id": Parameter(integer, missing="Chat_id is empty")}),
}
