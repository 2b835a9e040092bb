"""Guests: who is not of the team and may look, for as long as something is shared with them."""

from collections.abc import Callable
from datetime import datetime

from bot.serving.jobs import DeliveryJob
from bot.serving.teams import Teams
from bot.telegram.updates import Update
from conversations.events import Commanded
from conversations.turn import Turn
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.invites import hash_of
from ectrial.record.shares import CLOSING, GUEST, Share

LONGEST_CODE = 64


class Guests:
    """Knows guests by the record alone; where the site allows none, there is none."""

    def __init__(
        self,
        ledger: Ledger,
        teams: Teams,
        now: Callable[[], datetime],
        *,
        are_allowed: bool,
    ) -> None:
        self._ledger, self._teams, self._now = ledger, teams, now
        self.are_allowed = are_allowed

    def is_guest(self, person: int) -> bool:
        """Whether something that is shared with a person is open."""
        return any(each.is_of(person) for each in self._open())

    def author(self, update: Update) -> Author | None:
        """Give the guest who acts, or becomes one by opening a link that nobody else has entered.

        Whoever is let in has had the one answer that a stranger gets: later there is none.
        """
        person = update.person
        if self.is_guest(person):
            return Author(person, GUEST)
        match update.event:
            case Commanded(name="start", rest=code) if 0 < len(code) <= LONGEST_CODE:
                if self._is_opened_by(person, code) and not self._ledger.has_seen(
                    update.update_id
                ):
                    self._ledger.refuse(person)
                    return Author(person, GUEST)
        return None

    def left_by(self, turn: Turn, person: int) -> list[tuple[int, DeliveryJob]]:
        """Give the jobs for the guests whose share a turn has closed: their cards are blanked."""
        shares = self._ledger.shares().by_seq
        closed = [int(each.item or 0) for each in turn.entries if each.kind in CLOSING]
        people = {who for seq in closed if seq in shares for who in shares[seq].openers}
        return [(who, DeliveryJob(must_show_again=True)) for who in sorted(people - {person})]

    def _is_opened_by(self, person: int, code: str) -> bool:
        share = self._ledger.shares().with_hash(hash_of(code))
        return share is not None and share.admits(person) and share in self._open()

    def _open(self) -> tuple[Share, ...]:
        shares = self._ledger.shares()
        if not self.are_allowed or not shares.by_seq:
            return ()
        return tuple(each for each in shares.by_seq.values() if self._stands(each))

    def _stands(self, share: Share) -> bool:
        about = self._ledger.opened_by(share.screening)
        if about is None or about.trial not in self._teams.trials:
            return False  # nothing of a trial can be shown whose file is gone
        return share.stands(self._now(), self._teams.of(about.trial))
