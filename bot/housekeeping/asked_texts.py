"""Deletes the text that somebody was asked about (*Is this a name?*) who cannot answer any more.

They are let in no more, or the question was left behind in another trial, by a link or a removal.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from bot.housekeeping.background import SECONDS_BETWEEN_LOOKS, regularly
from bot.serving.commits import Commits
from bot.setup.trace import PROCESS
from conversations import focus as focuses
from conversations.focus import Focus
from conversations.focus_by_trial import at_trial, kept_trials, trial_at_hand, with_others
from conversations.places_of_own_words import NameAsked
from ectrial.ledger.ledger import Chat, Ledger
from ectrial.record.stops import stop_of

logger = logging.getLogger(__name__)


class Left(NamedTuple):
    """A question about a text that is asked no more, in the place of a chat in one trial."""

    chat: int
    trial: str
    focus: Focus
    place: NameAsked


@dataclass(slots=True)
class AskedTexts:
    """Looks regularly for such chats; the text itself is in no chat's row.

    `first` is the trial that a chat's place does not name, `trial_of` that in which a chat works.
    """

    ledger: Ledger
    commits: Commits
    first: str
    now: Callable[[], datetime]
    trial_of: Callable[[Chat], str]
    is_let_in: Callable[[int], bool]

    async def run(self, seconds: float = SECONDS_BETWEEN_LOOKS) -> None:
        """Look regularly, until cancelled."""
        await regularly(self.look, logger, "texts could not be looked after", seconds)

    async def look(self) -> None:
        """Delete what was asked of people who were removed, whose share has ended, or who left."""
        if any(self._left()):
            await self.commits.commit(self._delete)

    def _left(self) -> Iterator[Left]:
        for chat in self.ledger.chats():
            for trial in kept_trials(chat.focus):
                match focuses.load(at_trial(chat.focus, trial) or {}):
                    case Focus(place=NameAsked() as place) as focus:
                        if not self._is_asked(chat, trial):
                            yield Left(chat.id, trial, focus, place)

    def _is_asked(self, chat: Chat, trial: str) -> bool:
        return self.is_let_in(chat.id) and self.trial_of(chat) == (trial or self.first)

    def _delete(self) -> None:
        """Look again, within the transaction; record a stop, and leave the question."""
        for left in [*self._left()]:
            chat = self.ledger.chat(left.chat) or Chat(left.chat)
            there = with_others(
                focuses.dump(left.focus.at(left.place.back)), at_trial(chat.focus, left.trial)
            )
            kept = replace(chat, focus=at_trial(there, trial_at_hand(chat.focus)))
            stop = stop_of(left.trial or self.first, ("bare_name",))
            self.ledger.append([stop], PROCESS, chat=kept)
            if left.place.message:
                self.ledger.deletions.add(chat.id, (left.place.message,), self.now())
