"""Typed texts that are not kept: deleted from the chat, or held in memory while we ask.

A text that may hold a name is never on a disk before its person has said that it holds none.
"""

from datetime import datetime

from conversations.focus import Focus
from conversations.places_of_own_words import AskedAbout
from conversations.turn import Held, Turn
from ectrial.ledger.deletion_rows import DeletionRows


class UnkeptTexts:
    """Holds one text a person; after a restart there is none, and it is typed once more."""

    def __init__(self, deletions: DeletionRows) -> None:
        self._deletions = deletions
        self._held: dict[int, Held] = {}

    def of(self, person: int) -> Held | None:
        """Give the text that a person was asked about."""
        return self._held.get(person)

    def forget(self, person: int, focus: Focus) -> None:
        """Forget it in the turn after the answer: a turn that cannot be written comes again."""
        if not isinstance(focus.place, AskedAbout):
            self._held.pop(person, None)

    def take(self, person: int, turn: Turn, now: datetime) -> None:
        """Hold what a turn asks about, and note what it wants deleted, in its transaction."""
        if turn.held is not None:
            self._held[person] = turn.held
        if turn.unwanted:
            self._deletions.add(person, turn.unwanted, now)
