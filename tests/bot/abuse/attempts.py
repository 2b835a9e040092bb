"""Attempts on the bot, as raw updates that no phone would send, and what came of them."""

from itertools import count
from typing import Any

from bot.sandbox.server import Sandbox
from ectrial.ledger.ledger import Chat
from tests.bot.running import Running
from tests.phone import SECONDS, Phone


class Attempts:
    """Sends updates straight into the queue, counts them, and looks whether any came through."""

    def __init__(self, bot: Running, sandbox: Sandbox) -> None:
        self._bot, self._sandbox = bot, sandbox
        self._before = self._state()
        self._numbers = count(50_000)
        self.made = 0

    def begin(self) -> None:
        """Count from here: what was recorded so far was meant."""
        self._before, self.made = self._state(), 0

    @property
    def through(self) -> int:
        """How many entries were recorded since, or people changed."""
        entries, team = self._state()
        return entries - self._before[0] + (team != self._before[1])

    def counted(self, *people: int) -> int:
        """How many attempts of these strangers the record has counted."""
        query = "SELECT count FROM strangers WHERE user_id = ?"
        with self._bot.ledger._shared.reading() as connection:
            rows = [connection.execute(query, [each]).fetchall() for each in people]
        return sum(count for row in rows for (count,) in row)

    def chat(self, person: int) -> Chat:
        """Give where a chat stands, which must have begun."""
        chat = self._bot.ledger.chat(person)
        assert chat is not None
        return chat

    def says(self, person: int, text: str, **changes: Any) -> None:
        """Send a text; `changes` replace parts of the message."""
        self.made += 1
        self._push("message", {**self._message(person), "text": text, **changes})

    async def taps(self, person: int, data: str, message: int, **changes: Any) -> None:
        """Tap any data on any message, and wait: of taps that come together one is looked at."""
        self.made += 1
        card = {**self._message(person), "message_id": message, "text": "card", **changes}
        query = {"id": str(next(self._numbers)), "from": _user(person), "chat_instance": "1"}
        self._push("callback_query", {**query, "message": card, "data": data})
        await self.rest()

    async def rest(self) -> None:
        """Wait until the bot has dealt with all of them: the more, the longer."""
        await Phone(self._sandbox, seconds=SECONDS + self.made / 10).settles()

    def _push(self, kind: str, content: dict[str, Any]) -> None:
        self._sandbox.state.updates.push(kind, content)

    def _message(self, person: int) -> dict[str, Any]:
        chat = {"id": person, "type": "private", "first_name": "A"}
        number = next(self._numbers)
        return {"message_id": number, "date": number, "chat": chat, "from": _user(person)}

    def _state(self) -> tuple[int, Any]:
        return len(self._bot.recorded), self._bot.ledger.team()


def _user(person: int) -> dict[str, Any]:
    return {"id": person, "is_bot": False, "first_name": "A", "language_code": "en"}
