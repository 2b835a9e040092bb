"""Forgets at midnight of the site where subjects lie: the rows, the log's pages, and the cards."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import partial

from bot.housekeeping.background import SECONDS_BETWEEN_LOOKS, regularly
from bot.serving.commits import Commits
from ectrial.ledger.bed_rows import BedRows
from ectrial.ledger.sqlite.write_ahead_log import Log

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class BedLabels:
    """Forgets all labels but those of today, once a day and at the start.

    Where the site forbids labels, those of today go as well.
    """

    rows: BedRows
    commits: Commits
    log: Callable[[], Log]
    today: Callable[[], date]
    show_again: Callable[[int], None]
    is_allowed: bool = True
    _done: date | None = None

    async def run(self, seconds: float = SECONDS_BETWEEN_LOOKS) -> None:
        """Look regularly until cancelled."""
        await regularly(self.look, logger, "the labels of beds could not be forgotten", seconds)

    async def look(self) -> None:
        """Forget if a new day has begun; what is still in use in the log is tried again."""
        today = self.today()
        if self._done == today:
            return
        kept = today if self.is_allowed else None
        whose = await self.commits.commit(partial(self.rows.forget_but, kept))
        for chat in whose:
            self.show_again(chat)
        if await asyncio.to_thread(self._empty_log):
            self._done = today

    def _empty_log(self) -> bool:
        with closing(self.log()) as log:
            return log.empty()
