"""Who was let in once and is no more: what they write is deleted if it may say who a patient is.

They are answered nothing: their card says that they are not let in, or what was shared is over.
"""

from collections.abc import Callable
from datetime import datetime

from bot.serving.teams import Teams
from bot.setup.trace import PROCESS
from bot.telegram.updates import Update
from conversations.events import Commanded, Edited, Sent, Typed
from ectrial.identifiers import identifiers
from ectrial.ledger.ledger import Ledger
from ectrial.record.stops import stop_of


class FormerPeople:
    """Knows by the record who was of the team, or a guest."""

    def __init__(self, ledger: Ledger, teams: Teams, now: Callable[[], datetime]) -> None:
        self._ledger, self._teams, self._now = ledger, teams, now

    def delete_words(self, update: Update) -> None:
        """Have a text, caption or edit deleted, and record that; a bare name alone may stay."""
        kinds = [each for each in identifiers(_words(update)) if each != "bare_name"]
        if not kinds or update.sent is None or not self._were_let_in(update.person):
            return
        stop = stop_of(self._teams.trials[0], kinds)
        if self._ledger.append([stop], PROCESS, update_id=update.update_id) is not None:
            self._ledger.deletions.add(update.person, (update.sent,), self._now())

    def _were_let_in(self, person: int) -> bool:
        shares = self._ledger.shares().by_seq.values()
        is_member = any(person in {*t.members, *t.past} for _, t in self._teams.all())
        return is_member or any(person in each.openers for each in shares)


def _words(update: Update) -> str:
    match update.event:
        case Typed(text=text) | Edited(text=text) | Sent(text=text) | Commanded(rest=text):
            return text
    return ""
