"""Starts and stops the whole bot in this process; all but the signals is the real thing."""

import asyncio
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cache, partial
from itertools import count
from pathlib import Path
from typing import Self

from bot.app import serve
from bot.endpoint import practice_endpoint
from bot.monitoring.metrics import Metrics
from bot.setup.settings import Settings
from bot.setup.start import Prepared, now
from bot.telegram.budget import Budget
from bot.telegram.retries import RetryPolicy
from ectrial.ledger.ledger import Ledger
from ectrial.record.entries import Kind, Via
from ectrial.record.screenings import Screening
from ectrial.record.subjects import ScreeningId
from ectrial.trial.study_team import StudyTeams
from ectrial.trial.versions import Trials, shipped
from tests.blank_record import blank
from tests.bot.tasks import Tasks
from tests.faults import FaultySandbox

QUICK_RETRIES = RetryPolicy(first=0.02, longest=0.1, shutdown=0.5)
TEAM = frozenset({1001, 1002})


def environment() -> frozenset[tuple[str, str]]:
    """Give what is set of the bot's own settings."""
    names = [name for name in os.environ if name.startswith(("ECTRIAL_", "TELEGRAM_"))]
    return frozenset((name, os.environ[name]) for name in names)


@cache
def of_the_environment(_: frozenset[tuple[str, str]]) -> Settings:
    """Read the settings once, which would take a tenth of each start."""
    return Settings(_env_file=None)


class Running:
    """`async with` serves; leaving tells the bot to stop and waits until it has."""

    def __init__(
        self,
        sandbox: FaultySandbox,
        database: Path,
        *,
        bot_api: str | None = None,
        token: str | None = None,
        admins: frozenset[int] = TEAM,
        settings: Settings | None = None,
        retry_policy: RetryPolicy = QUICK_RETRIES,
        metrics: Metrics | None = None,
        clock: Callable[[], datetime] = now,
        trials: Trials | None = None,
        monotonic: Callable[[], float] | None = None,
        is_practice: bool = True,
        study_teams: StudyTeams | None = None,
    ) -> None:
        self._sandbox, self._tasks = sandbox, Tasks()
        # a second from each look to the next: no call waits for its turn
        self._budget = Budget(partial(next, count(0.0, 1.0)))
        self._clock = clock
        # a second from each look at the clock to the next: nobody taps too soon
        self._monotonic = monotonic or partial(next, count(0.0, 1.0))
        self._trials = trials or shipped()
        self._settings = settings or of_the_environment(environment())
        self._study_teams = study_teams or {}
        endpoint = practice_endpoint(sandbox)
        self._endpoint = replace(
            endpoint,
            base_url=bot_api or endpoint.base_url,
            token=token or endpoint.token,
            admins=admins,
            is_practice=is_practice,
        )
        self._retry_policy = retry_policy
        self.metrics = metrics or Metrics()
        self._database = database
        self._stop = asyncio.Event()

    async def __aenter__(self) -> Self:
        is_practice = self._endpoint.is_practice
        record = blank(self._database, "practice" if is_practice else "real")
        via: Via = "sandbox" if is_practice else "telegram"
        self.ledger = Ledger.open(record, site="here", via=via, clock=self._clock)
        prepared = Prepared(
            self._settings,
            self._trials,
            self.ledger,
            self._clock,
            self._monotonic,
            self._study_teams,
        )
        self._sandbox.bots.append(self._tasks)
        self.serving = self._tasks.begin(
            serve(
                prepared,
                self._endpoint,
                self._stop,
                self._retry_policy,
                self.metrics,
                budget=self._budget,
            )
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        self.stop()
        await asyncio.gather(self.serving, return_exceptions=True)
        self._sandbox.bots.remove(self._tasks)
        self.ledger.close()

    @property
    def subjects(self) -> list[str]:
        """The subject of each entry about a screening, oldest first."""
        about = (entry.said.screening for entry in self.ledger.entries())
        return [screening.subject for screening in about if screening]

    def screening(self, subject: str) -> Screening:
        """Give the first screening of a subject, which must be there."""
        id_ = ScreeningId(self.ledger.site, shipped().ids[0], subject, 1)
        found = self.ledger.screening(id_)
        assert found is not None, f"{subject} was never opened"
        return found

    def stop(self) -> None:
        """Tell the bot to stop."""
        self._stop.set()

    @property
    def recorded(self) -> list[Kind]:
        """The kinds of all entries, in order."""
        return [entry.said.kind for entry in self.ledger.entries()]
