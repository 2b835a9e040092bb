"""Rings phones: at the times that people chose, and once a working day if there is work to do.

What is to ring stands in the record and is compared with the clock at each look, so that no
restart loses it, and a clock that jumps brings it late or early but not twice.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial

from bot.monitoring.logs import report
from bot.serving.commits import Commits
from bot.serving.jobs import DeliveryJob
from bot.serving.pushes import Bell, Neutral, Push
from ectrial.ledger.ledger import Chat, Ledger
from ectrial.ledger.tables.due import Due, Kind, Settled
from ectrial.site_hours import SiteHours
from ectrial.text import Language
from ectrial.working_days import is_working_day

logger = logging.getLogger(__name__)

SECONDS_BETWEEN_LOOKS = 20.0
SENTENCES: Mapping[Kind, Neutral] = {
    "reminder": Neutral.REMINDER,
    "news": Neutral.TO_LOOK_AT,
    "digest": Neutral.TO_DO,
}
"""What rings; of several things due to one person at once the first of these is said."""


@dataclass(slots=True)
class Reminders:
    """Looks regularly what is due, and hands it over to the delivery.

    `is_there`: whether a person works on a day: of the team, and not away. Who is not there hears
    nothing; a reminder waits for them. `todo` counts what a person can close now.
    """

    ledger: Ledger
    commits: Commits
    hours: SiteHours
    clock: Callable[[], datetime]
    is_there: Callable[[int, date], bool]
    todo: Callable[[int], int]
    language: Callable[[Chat], Language]
    hand_over: Callable[[int, DeliveryJob], None]
    _looked_on: date = date.min
    # who had nothing to do at the time of today's digest
    _free: set[int] = field(default_factory=set)

    async def run(self, seconds: float = SECONDS_BETWEEN_LOOKS) -> None:
        """Look regularly, and whenever a row is added, until cancelled."""
        loop, woken, has_failed = asyncio.get_running_loop(), asyncio.Event(), False
        self.ledger.due.added = lambda: loop.call_soon_threadsafe(woken.set)
        try:
            while True:
                try:
                    await self.ring_due()
                    has_failed = False
                except Exception as error:  # noqa: BLE001 - the one error handler of reminders
                    if not has_failed:
                        report(logger, "reminders could not be looked after", error)
                    has_failed = True
                await self._next_look(woken, seconds)
        finally:
            self.ledger.due.added = int

    async def _next_look(self, woken: asyncio.Event, seconds: float) -> None:
        # by the loop's own clock, which does not jump
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await woken.wait()
        if woken.is_set():
            woken.clear()
            # the transaction that adds the row may still be open
            with suppress(Exception):
                await self.commits.probe()

    async def ring_due(self) -> None:
        """Ring whatever is due now, unless it is night."""
        now = self.clock()
        if self.hours.is_quiet(now):
            return
        people = await asyncio.to_thread(self._with_a_digest, now)
        if not people and not self.ledger.due.waiting(now):
            return
        claimed = await self.commits.commit(partial(self._claim, now, people))
        for person, rows in claimed.items():
            self._ring(person, rows, self.hours.day(now))

    def _with_a_digest(self, now: datetime) -> frozenset[int]:
        """Give the people to whom today's digest is due; who had no work hears of none today."""
        today = self.hours.day(now)
        if self._looked_on != today:
            self._looked_on, self._free = today, set()
        if not self.hours.is_digest_due(now):
            return frozenset()
        others = {chat.id for chat in self.ledger.chats()} - self._free
        others -= self.ledger.due.unasked(today)
        if not others or not is_working_day(today, self.hours.country):
            return frozenset()
        here = {person for person in others if self.is_there(person, today)}
        busy = {person for person in here if self._has_work(person)}
        self._free |= here - busy
        return frozenset(busy)

    def _has_work(self, person: int) -> bool:
        try:
            return self.todo(person) > 0
        except Exception as error:  # noqa: BLE001 - what fails for one person harms no other
            report(logger, "the work of a person could not be counted", error)
            return False

    def _claim(self, now: datetime, people: frozenset[int]) -> dict[int, list[Due]]:
        """Add today's digests and take all that is due, by person."""
        due, today = self.ledger.due, self.hours.day(now)
        for person in people - due.unasked(today):
            due.add(person, "digest", "", today, now)
        reached = {chat.id for chat in self.ledger.chats()}
        claimed: dict[int, list[Due]] = {}
        for row in due.waiting(now):
            if row.kind != "reminder" and row.day != today.isoformat():
                due.claim(row)
                due.settle([row], "dropped")
            elif row.person in reached and self.is_there(row.person, today) and due.claim(row):
                claimed.setdefault(row.person, []).append(row)
        return claimed

    def _ring(self, person: int, rows: list[Due], day: date) -> None:
        """Ring once for all rows of a person."""
        kinds = {row.kind for row in rows}
        sentence = next(words for kind, words in SENTENCES.items() if kind in kinds)
        chat = self.ledger.chat(person) or Chat(person)

        def may_ring() -> bool:
            now = self.clock()
            is_today = self.hours.day(now) == day and not self.hours.is_quiet(now)
            return is_today and self.is_there(person, day)

        async def settle(state: Settled) -> None:
            await self.commits.write_soon(partial(self.ledger.due.settle, rows, state))

        push = Push(sentence, self.language(chat), Bell(may_ring, settle))
        self.hand_over(person, DeliveryJob(push=push, has_card=False))
