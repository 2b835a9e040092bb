"""A bot's reminders over a real record, with a clock to turn and phones that note each ring."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple, Self

from bot.housekeeping.reminders import Reminders
from bot.serving.bells import Bells
from bot.serving.commits import Commits
from bot.serving.jobs import DeliveryJob
from bot.serving.pushes import Neutral
from ectrial.ledger.ledger import Chat, Ledger
from ectrial.site_hours import SiteHours
from tests.stored import stored

UNASKED = ("digest", "news")
ZERO = timedelta()


class Row(NamedTuple):
    """A due row; the same row set to another time is another."""

    id: int
    person: int
    kind: str
    about: str
    at: datetime


@dataclass(frozen=True)
class Ring:
    """A phone that rang: whose, when by the clock of the machine, with what words, and why."""

    person: int
    at: datetime
    sentence: Neutral
    rows: tuple[Row, ...]
    was_away: bool

    @property
    def is_unasked(self) -> bool:
        return all(row.kind in UNASKED for row in self.rows)


class Site:
    """`async with` begins; the process can be killed and begins again on the same record.

    Time passes by `passes`; `jumped` is how far the clock is ahead of it. `left` is what became
    of each row by the end.
    """

    def __init__(
        self, path: Path, hours: SiteHours, now: datetime, people: frozenset[int]
    ) -> None:
        self._path, self.hours, self.people = path, hours, people
        self._true, self.jumped = now.astimezone(UTC), ZERO
        self.is_telegram_reached = True
        self.work = dict.fromkeys(people, 0)
        self.away: set[tuple[int, date]] = set()
        self.rings: list[Ring] = []
        self.left: Mapping[Row, str] = {}

    async def __aenter__(self) -> Self:
        self._begin()
        with self.ledger.together():
            for person in self.people:
                self.ledger.save_chat(Chat(person, language="en"))
        return self

    async def __aexit__(self, *_: object) -> None:
        self.left = self.states()
        await self._end()

    def _begin(self) -> None:
        self.ledger = Ledger.open(self._path, site="x", via="sandbox", clock=self.now)
        self.commits = Commits(self.ledger, write_waits=0.0)
        self.bells = Bells(self.ledger.due, self.hours)
        self._in_hand: list[tuple[int, DeliveryJob]] = []
        self.reminders = Reminders(
            self.ledger,
            self.commits,
            self.hours,
            self.now,
            is_there=lambda person, day: (person, day) not in self.away,
            todo=lambda person: self.work[person],
            language=lambda chat: chat.language or "en",
            hand_over=lambda person, job: self._in_hand.append((person, job)),
        )

    async def _end(self) -> None:
        await self.commits.finish()
        self.ledger.close()

    def now(self) -> datetime:
        return self._true + self.jumped

    def passes(self, time: timedelta) -> None:
        self._true += time

    async def looks(self) -> None:
        """Look once; what is handed over rings if Telegram can be reached."""
        await self.reminders.ring_due()
        await self.delivers()

    async def looks_until(self, end: datetime, every: timedelta) -> None:
        while self.now() < end:
            await self.looks()
            self.passes(every)

    async def delivers(self) -> None:
        while self.is_telegram_reached and self._in_hand:
            person, job = self._in_hand.pop(0)
            assert job.push is not None
            is_rung, now = job.push.bell.may_ring(), self.now()
            before = self.states()
            await job.push.bell.settle("sent" if is_rung else "open")
            if is_rung:
                after = self.states()
                rows = tuple(row for row in before if (before[row], after[row])[:2] == SENT)
                is_away = (person, self.hours.day(now)) in self.away
                self.rings.append(Ring(person, now, job.push.sentence, rows, is_away))

    async def is_killed(self) -> None:
        """End the process, with whatever it had in hand, and begin again."""
        await self._end()
        self._begin()

    def states(self) -> Mapping[Row, str]:
        rows = stored(self.ledger, "SELECT id, person, kind, about, at_utc, state FROM due")
        return {Row(*row[:4], datetime.fromisoformat(row[4])): row[5] for row in rows}


SENT = ("sending", "sent")


def broken_promises(site: Site) -> list[str]:
    """Say what must never be, whatever happened: rings at night, too early, doubled, too many."""
    rings = site.rings
    found = [f"at night: {ring}" for ring in rings if site.hours.is_quiet(ring.at)]
    found += [f"for nothing: {ring}" for ring in rings if not ring.rows]
    found += [f"early: {ring}" for ring in rings if any(row.at > ring.at for row in ring.rows)]
    rung = [row for ring in rings for row in ring.rows]
    found += [f"doubled: {row}" for row in set(rung) if rung.count(row) > 1]
    days = [(ring.person, site.hours.day(ring.at)) for ring in rings if ring.is_unasked]
    found += [f"unasked again: {day}" for day in set(days) if days.count(day) > 1]
    return found + [f"away: {ring}" for ring in rings if ring.was_away]
