"""The record that a chat works on: where its place is kept, and what a turn writes there.

What a chat has once, it has in the real record alone: its round, its card, the updates taken, and
whether it practises. So buttons and updates of the two records cannot be confused. In the practice
record are the entries of practice, and the place in it.
"""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import Protocol

from bot.serving.practice import Practice
from bot.setup.trace import PROCESS
from bot.telegram.updates import Update
from conversations import focus as focuses
from conversations.focus import Focus
from conversations.focus_by_trial import at_trial, trial_at_hand, with_others
from conversations.turn import Turn
from ectrial.ledger.ledger import Author, Chat, Ledger
from ectrial.record.entries import JSON, Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from ectrial.record.training import confirms_training


class Record(Protocol):
    """One of the two records, as a turn uses it."""

    def at_hand(self) -> AbstractContextManager[Ledger]:
        """Give the ledger of the entries, open meanwhile."""
        ...

    def place(self, chat: Chat, trial: str) -> JSON:
        """Give the focus of a chat in this record and trial."""
        ...

    def has_taken(self, update: Update) -> bool:
        """Whether the entries of an update are recorded, but not yet its card."""
        ...

    def keep(self, turn: Turn, before: Focus, update: Update, author: Author, chat: Chat) -> bool:
        """Record a turn and its chat; False, with nothing recorded, if the update is known."""
        ...


class RealRecord:
    """The real record: a turn is one append."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def at_hand(self) -> AbstractContextManager[Ledger]:
        """Give the ledger."""
        return nullcontext(self._ledger)

    def place(self, chat: Chat, trial: str) -> JSON:
        """Give the focus that stands in the chat's own row."""
        return at_trial(chat.focus, trial)

    def has_taken(self, update: Update) -> bool:
        """Give False: entries and chat are in one commit."""
        return False

    def keep(self, turn: Turn, before: Focus, update: Update, author: Author, chat: Chat) -> bool:
        """Record entries, focus and update in one append."""
        kept = replace(chat, focus=_kept(turn, chat.focus))
        return _append(self._ledger, turn.entries, author, update, kept)


class PracticeRecord:
    """The practice record: its append comes first, the chat's row in the real record second.

    If the second is lost, Telegram delivers the update again, and only the second is made.
    """

    def __init__(self, practice: Practice, real: Ledger) -> None:
        self._practice, self._real = practice, real

    def at_hand(self) -> AbstractContextManager[Ledger]:
        """Give the ledger of practice."""
        return self._practice.at_hand()

    def place(self, chat: Chat, trial: str) -> JSON:
        """Give the focus in practice."""
        with self.at_hand() as ledger:
            row = ledger.chat(chat.id)
        return at_trial(None if row is None else row.focus, trial)

    def has_taken(self, update: Update) -> bool:
        """Whether the first append was made."""
        with self.at_hand() as ledger:
            return ledger.has_seen(update.update_id)

    def keep(self, turn: Turn, before: Focus, update: Update, author: Author, chat: Chat) -> bool:
        """Record the turn in practice, then the chat, and the person's training once it is done.

        A turn that leaves practice writes nothing there. The screening before the turn is looked
        at as well: a crash may have come between it and the entry about the training.
        """
        if self._real.has_seen(update.update_id):
            return False
        if turn.practice is None:
            with self.at_hand() as ledger:
                row = ledger.chat(chat.id) or Chat(chat.id)
                was = at_trial(row.focus, trial_at_hand(chat.focus))
                row = Chat(chat.id, focus=_kept(turn, was))
                _append(ledger, turn.entries, author, update, row)
        training = self._training(chat.id, before.screening, turn.focus.screening)
        if turn.trial is not None:
            chat = replace(chat, focus=at_trial(chat.focus, turn.trial))
        return _append(self._real, training, PROCESS, update, chat)

    def _training(self, person: int, *about: ScreeningId | None) -> tuple[NewEntry, ...]:
        """Give the entry that confirms the training, if one of these screenings does so first."""
        for id_ in about:
            with self.at_hand() as ledger:
                screening = None if id_ is None else ledger.screening(id_)
            if screening is not None and confirms_training(screening, person):
                known = person in self._real.team().trained
                entry = NewEntry(Kind.TRAINED, screening.id.trial, item=str(person))
                return () if known else (entry,)
        return ()


def _kept(turn: Turn, was: JSON) -> JSON:
    """Give what a row keeps of the focus after a turn, with the places in other trials."""
    now = with_others(focuses.dump(turn.focus), was)
    if turn.trial is None:
        return now
    there = at_trial(now, turn.trial)
    return there if turn.there is None else with_others(focuses.dump(turn.there), there)


def _append(
    ledger: Ledger, entries: tuple[NewEntry, ...], author: Author, update: Update, chat: Chat
) -> bool:
    recorded = ledger.append(
        entries, author, update_id=update.update_id, told_at=update.told_at, chat=chat
    )
    return recorded is not None
