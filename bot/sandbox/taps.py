"""Taps on buttons that wait for the bot's answerCallbackQuery."""

from collections.abc import Callable

from bot.sandbox.chats import Chat
from bot.sandbox.refusal import bad_request

SECONDS_TO_ANSWER = 150
LONGEST_ANSWER = 200


class Taps:
    """Taps: each may be answered once, and only for a limited time."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._open: dict[str, tuple[float, Chat]] = {}
        self._count = 0

    def open(self, chat: Chat) -> str:
        """A new callback query id."""
        self._count += 1
        query_id = f"{chat.person.id}{self._count:012}"
        self._open[query_id] = (self._now() + SECONDS_TO_ANSWER, chat)
        return query_id

    def answer(self, query_id: str, text: str, *, show_alert: bool) -> None:
        """End the button's waiting and show the text, if any."""
        if len(text) > LONGEST_ANSWER:
            raise bad_request("MESSAGE_TOO_LONG")
        until, chat = self._open.pop(query_id, (0.0, None))
        if chat is None or until <= self._now():
            raise bad_request(
                "Query is too old and response timeout expired or query ID is invalid"
            )
        chat.changes.note("answered", callback_query_id=query_id, text=text, show_alert=show_alert)
