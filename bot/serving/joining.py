"""Lets a stranger in who opens an invite: once, in time, and in the same turn as the welcome."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.serving.teams import Teams
from bot.telegram.updates import Update
from conversations.events import Commanded, Joined
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.invites import hash_of
from ectrial.record.team import Invite

LONGEST_CODE = 64


class Joining:
    """Opens invites; any other code is a stranger's attempt like everything else."""

    def __init__(self, ledger: Ledger, teams: Teams, now: Callable[[], datetime]) -> None:
        self._ledger, self._teams, self._now = ledger, teams, now

    def joined(self, update: Update) -> tuple[Update, int] | None:
        """Record that the person joins; give the welcome's update, and who made the invite.

        A person of a team may be invited to that of another trial.
        """
        found = self._invite(update)
        if found is None:
            return None
        trial, invite = found
        terms = replace(invite.terms, since=self._now().date())
        entry = NewEntry(
            Kind.STAFF_ADDED,
            trial,
            item=str(update.person),
            value={**terms.value, "invite": invite.seq},
            text=invite.name,
        )
        self._ledger.append([entry], Author(update.person, terms.role))
        return replace(update, event=Joined(trial), text=None), invite.by

    def _invite(self, update: Update) -> tuple[str, Invite] | None:
        if self._ledger.has_seen(update.update_id):
            # it was of the team then, and is not any more
            return None
        match update.event:
            case Commanded(name="start", rest=code) if 0 < len(code) <= LONGEST_CODE:
                return self._invited(update.person, hash_of(code))
        return None

    def _invited(self, person: int, hash_: str) -> tuple[str, Invite] | None:
        """Give an open invite to a team of which the person is not, whatever its trial."""
        now = self._now()
        found = [
            (trial, team.invite(hash_, now))
            for trial, team in self._teams.all()
            if team.member(person, now.date()) is None
        ]
        return next(((trial, invite) for trial, invite in found if invite is not None), None)
