"""Deletes the text that somebody was asked about (*Is this a name?*) who is let in no more."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from bot.housekeeping.background import SECONDS_BETWEEN_LOOKS, regularly
from bot.serving.commits import Commits
from bot.setup.trace import PROCESS
from conversations import focus as focuses
from conversations.focus import Focus
from conversations.places_of_own_words import NameAsked
from ectrial.ledger.ledger import Chat, Ledger
from ectrial.record.stops import stop_of

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class AskedTexts:
    """Looks regularly for such chats; the text itself is in no chat's row."""

    ledger: Ledger
    commits: Commits
    trial: str
    now: Callable[[], datetime]
    is_let_in: Callable[[int], bool]

    async def run(self, seconds: float = SECONDS_BETWEEN_LOOKS) -> None:
        """Look regularly, until cancelled."""
        await regularly(self.look, logger, "texts could not be looked after", seconds)

    async def look(self) -> None:
        """Delete what was asked of people who were removed, or whose share has ended."""
        if any(self._left()):
            await self.commits.commit(self._delete)

    def _left(self) -> Iterator[tuple[Chat, Focus, NameAsked]]:
        for chat in self.ledger.chats():
            match focuses.load(chat.focus or {}):
                case Focus(place=NameAsked() as place) as focus if not self.is_let_in(chat.id):
                    yield chat, focus, place

    def _delete(self) -> None:
        """Look again, within the transaction; record a stop, and leave the question."""
        for chat, focus, place in [*self._left()]:
            left = replace(chat, focus=focuses.dump(focus.at(place.back)))
            self.ledger.append([stop_of(self.trial, ("bare_name",))], PROCESS, chat=left)
            if place.message:
                self.ledger.deletions.add(chat.id, (place.message,), self.now())
