"""Lets a stranger in who opens an invite: once, in time, and in the same turn as the welcome."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.telegram.updates import Update
from conversations.events import Commanded, Joined
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.invites import hash_of
from ectrial.record.team import Invite

LONGEST_CODE = 64


class Joining:
    """Opens invites; any other code is a stranger's attempt like everything else."""

    def __init__(
        self, ledger: Ledger, trial: str, admins: frozenset[int], now: Callable[[], datetime]
    ) -> None:
        self._ledger, self._trial = ledger, trial
        self._admins, self._now = admins, now

    def joined(self, update: Update) -> tuple[Update, int] | None:
        """Record that the person joins; give the welcome's update, and who made the invite."""
        invite = self._invite(update)
        if invite is None:
            return None
        terms = replace(invite.terms, since=self._now().date())
        entry = NewEntry(
            Kind.STAFF_ADDED,
            self._trial,
            item=str(update.person),
            value={**terms.value, "invite": invite.seq},
            text=invite.name,
        )
        self._ledger.append([entry], Author(update.person, terms.role))
        return replace(update, event=Joined(), text=None), invite.by

    def _invite(self, update: Update) -> Invite | None:
        if self._ledger.has_seen(update.update_id):
            # it was of the team then, and is not any more
            return None
        match update.event:
            case Commanded(name="start", rest=code) if 0 < len(code) <= LONGEST_CODE:
                team = self._ledger.team().with_admins(self._admins)
                return team.invite(hash_of(code), self._now())
        return None
