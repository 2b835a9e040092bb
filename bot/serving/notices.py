"""Silent messages beside the card that have one button of their own, which no card knows."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Notice:
    """A text with a button; `give_back` is called if its person cannot be reached.

    `sent` is told the number of its message.
    """

    text: str
    label: str
    data: str
    give_back: Callable[[], Awaitable[None]] = field(compare=False, repr=False)
    sent: Callable[[int], object] | None = field(default=None, compare=False, repr=False)

    @property
    def arguments(self) -> dict[str, Any]:
        """The message for the Bot API."""
        button = {"text": self.label, "callback_data": self.data}
        return {"text": self.text, "reply_markup": {"inline_keyboard": [[button]]}}


def stopping(paper: int) -> str:
    """Give the data of the button that stops a paper; `updates` reads it back."""
    return f"stop.{paper}"


def silencing(wish: int) -> str:
    """Give the data of the button that ends a wish; `updates` reads it back."""
    return f"off.{wish}"
