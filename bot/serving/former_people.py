"""Who was let in once and is no more: what they write is deleted if it may say who a patient is.

They are answered nothing: their card says that they are not let in, or what was shared is over.
"""

from collections.abc import Callable
from datetime import datetime

from bot.setup.trace import PROCESS
from bot.telegram.updates import Update
from conversations.events import Commanded, Edited, Sent, Typed
from conversations.focus_by_trial import trial_at_hand
from ectrial.identifiers import identifiers
from ectrial.ledger.ledger import Ledger
from ectrial.record.stops import stop_of


class FormerPeople:
    """Knows by the record who was of the team, or a guest."""

    def __init__(self, ledger: Ledger, first: str, now: Callable[[], datetime]) -> None:
        """`first` is the trial that a chat's place does not name."""
        self._ledger, self._first, self._now = ledger, first, now

    def delete_words(self, update: Update) -> None:
        """Have a text, caption or edit deleted, and record that; a bare name alone may stay."""
        kinds = [each for each in identifiers(_words(update)) if each != "bare_name"]
        if not kinds or update.sent is None or not self._were_let_in(update.person):
            return
        chat = self._ledger.chat(update.person)
        stop = stop_of(trial_at_hand(chat and chat.focus) or self._first, kinds)
        if self._ledger.append([stop], PROCESS, update_id=update.update_id) is not None:
            self._ledger.deletions.add(update.person, (update.sent,), self._now())

    def _were_let_in(self, person: int) -> bool:
        """Whether they were, in whatever trial, also one whose file is gone."""
        shares, team = self._ledger.shares().by_seq.values(), self._ledger.team()
        is_member = person in {*team.members, *team.past}
        return is_member or any(person in each.openers for each in shares)


def _words(update: Update) -> str:
    match update.event:
        case Typed(text=text) | Edited(text=text) | Sent(text=text) | Commanded(rest=text):
            return text
    return ""
