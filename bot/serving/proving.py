"""Whether a person has to prove who they are before the turn, and the check of a typed code.

It runs in the writing thread, within the transaction of the turn. The digits go no further than
here: the dialogue is told what came of them.
"""

from bot.telegram.updates import Update
from conversations.dialogue import asks_for_a_code
from conversations.focus import Focus
from conversations.turn import Typed, World
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.one_time_codes import Proved, ToProve, code_of


class Proving:
    """Knows the pepper; without one nobody can prove anything, and nobody is idle."""

    def __init__(self, ledger: Ledger, pepper: bytes) -> None:
        self._ledger, self._pepper = ledger, pepper

    def needed(self, person: int, last: Proved | None = None) -> ToProve:
        """Say whether a person has to prove who they are; `last` is the code of this turn."""
        found = self._ledger.enrolments.to_prove(person, has_pepper=bool(self._pepper))
        return found if last is None else ToProve(found.must, found.can, last)

    def code(self, update: Update, world: World, focus: Focus) -> str | None:
        """Give the six digits of a text that answers the question for a code."""
        if not isinstance(update.event, Typed):
            return None
        digits = code_of(update.event.text)
        return digits if digits and asks_for_a_code(world, focus) else None

    def check(self, update: Update, author: Author, code: str, trial: str) -> Proved:
        """Check and count a code; *proved* or *locked* is recorded."""
        given = update.person, code, self._pepper, author, trial
        return self._ledger.enrolments.check(*given, typed_at=update.told_at)

    def note_seen(self, person: int) -> None:
        """Note that a person did something and was let through."""
        self._ledger.enrolments.note_seen(person)
