"""The people of the load: each taps a button of the card they see, and waits until it is answered.

A tap is done when both its answer and the card that follows have arrived.
"""

import re
from random import Random  # noqa: TID251 - each person's taps are the same in every run
from time import perf_counter
from typing import Any

BOT = {"id": 1234567, "is_bot": True, "first_name": "Load", "username": "load_bot"}
DATE = 1_800_000_000
# What is left out leads away from a screening, or stays where it is
ANSWERS = re.compile(r"(• )?(Yes|No|Not sure|\d|None of these|Negative|.* · no number)$")
MOVES = re.compile(r"(Skip ›|↩ Undo .*|Keep going|Stop here)$")
ONWARDS = re.compile(
    r"(Use .*|Screen again|PI asked: screen again|New screening|New subject|New ›|Go on with .*)$"
)
HOW_OFTEN_ANSWERED = 0.9

Json = dict[str, Any]


class Person:
    """One user of the bot, in the private chat with it."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.user = {"id": number, "is_bot": False, "first_name": "P", "language_code": "en"}
        self.chat = {"id": number, "type": "private", "first_name": "P"}
        self.card: Json = self.message(1, "Begin", None)
        self.query: str | None = None
        self.began = 0.0
        self._random = Random(number)  # noqa: S311 - no secret
        self._is_answered = self._is_shown = True
        self._taps = 0

    @property
    def is_idle(self) -> bool:
        return self._is_answered and self._is_shown

    def message(self, number: int, text: str, keyboard: Json | None) -> Json:
        """Give a message of the bot in this chat."""
        message = {"message_id": number, "date": DATE, "chat": self.chat, "from": BOT}
        buttons = {} if keyboard is None else {"reply_markup": keyboard}
        return {**message, "text": text, **buttons}

    def says(self, text: str) -> Json:
        """Give the content of an update: a text of this person."""
        message = {"message_id": 2, "date": DATE, "chat": self.chat, "from": self.user}
        return {"message": {**message, "text": text}}

    def taps(self) -> Json:
        """Give the content of an update: a tap on the card."""
        self._taps += 1
        self.query = f"{self.number}-{self._taps}"
        self._is_answered = self._is_shown = False
        self.began = perf_counter()
        return {
            "callback_query": {
                "id": self.query,
                "from": self.user,
                "message": self.card,
                "chat_instance": str(self.number),
                "data": self._choice(),
            }
        }

    def answered(self) -> float | None:
        """Note the answer to the tap; how long it took if that ends it."""
        self._is_answered = True
        return self._ended()

    def shown(self, card: Json) -> float | None:
        """Note the card; how long the tap took if that ends it."""
        was_idle = self.is_idle
        self.card, self._is_shown = card, True
        return None if was_idle else self._ended()

    def _ended(self) -> float | None:
        return perf_counter() - self.began if self.is_idle else None

    def _choice(self) -> str:
        rows = self.card.get("reply_markup", {}).get("inline_keyboard", [])
        labels = {
            b["callback_data"]: b["text"] for row in rows for b in row if "copy_text" not in b
        }
        if not labels:
            return "x"
        answers, moves, onwards = (
            [data for data, label in labels.items() if pattern.match(label)]
            for pattern in (ANSWERS, MOVES, ONWARDS)
        )
        if not onwards and answers and self._random.random() < HOW_OFTEN_ANSWERED:
            return self._random.choice(answers)
        # the first button that leads on, so that a screening that is done gives way to a new one
        return onwards[0] if onwards else self._random.choice(moves or answers or list(labels))
