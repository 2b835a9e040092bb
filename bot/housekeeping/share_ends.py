"""Ends shares that are over, or that nobody may hold open any more, and blanks guests' cards.

Such a share opens nothing from that moment on; here it is only said, in the record and in chats.
A guest who was asked whether a text holds a name cannot answer any more: that text is deleted.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from bot.housekeeping.background import SECONDS_BETWEEN_LOOKS, regularly
from bot.serving.commits import Commits
from bot.serving.jobs import DeliveryJob
from bot.serving.teams import Teams
from bot.setup.trace import PROCESS
from ectrial.ledger.ledger import Ledger
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.shares import Share, Why
from ectrial.record.team import Team

logger = logging.getLogger(__name__)


class Over(NamedTuple):
    """A share of a trial that is over, and why."""

    trial: str
    share: Share
    why: Why


@dataclass(slots=True)
class ShareEnds:
    """Looks regularly at the shares that no entry has ended; `now` is in the time of the site."""

    ledger: Ledger
    commits: Commits
    teams: Teams
    now: Callable[[], datetime]
    hand_over: Callable[[int, DeliveryJob], None]

    async def run(self, seconds: float = SECONDS_BETWEEN_LOOKS) -> None:
        """Look regularly, until cancelled."""
        await regularly(self.end_what_is_over, logger, "shares could not be looked after", seconds)

    async def end_what_is_over(self) -> None:
        """Record the ends, then take the cards of the guests away."""
        if self._over():
            for share in await self.commits.commit(self._end):
                for person in share.openers:
                    self.hand_over(person, DeliveryJob(must_show_again=True))

    def _over(self) -> list[Over]:
        now = self.now()
        return [
            Over(trial, share, why)
            for trial, team in self.teams.all()
            for share in self.ledger.of(trial).shares().by_seq.values()
            if (why := self._why(share, now, team)) is not None
        ]

    def _why(self, share: Share, now: datetime, team: Team) -> Why | None:
        if share.ended is None and self.ledger.opened_by(share.screening) is None:
            return "set_aside"
        return share.why_over(now, team)

    def _end(self) -> list[Share]:
        """Look again, within the transaction: it may have been ended meanwhile."""
        over = self._over()
        self.ledger.append(
            [
                NewEntry(
                    Kind.SHARE_ENDED, each.trial, item=str(each.share.seq), value={"why": each.why}
                )
                for each in over
            ],
            PROCESS,
        )
        return [each.share for each in over]
