"""A week at a site with the whole bot before the sandbox: a clock to turn, every ring noted."""

from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple, Self

from bot.serving.pushes import Neutral, Push
from bot.setup.settings import Settings
from ectrial.ledger.ledger import Author
from ectrial.record.entries import JSON, Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from ectrial.record.team import Terms
from ectrial.site_hours import SiteHours
from tests.bot.desk import until
from tests.bot.running import Running
from tests.bot.test_two_phones import does, labels
from tests.conversations.paths import at
from tests.conversations.test_queries import THREE_OPEN
from tests.faults import FaultySandbox
from tests.phone import Phone
from tests.stored import stored

CHEN, LI, WANG, ADMIN = 1001, 1002, 1006, 1005
NAMES = {CHEN: "Chen", LI: "Li", WANG: "Wang"}
REMINDER = Push(Neutral.REMINDER, "en").text
# rings for nobody's sake: it tells that a look is over
BEACON = "beacon"


class Row(NamedTuple):
    """A due row as it is now."""

    id: int
    person: int
    kind: str
    about: str
    at: datetime


@dataclass(frozen=True)
class Rung:
    """A message that rang: whose phone, when by the clock of the machine, and what it said."""

    person: int
    at: datetime
    text: str


class Week:
    """`async with` begins; `restarts` ends the process and begins another on the same record.

    `faults` tells of rings without a reason in the record, or the other way round. `left` is what
    is to ring at the end.
    """

    def __init__(
        self, sandbox: FaultySandbox, record: Path, settings: Mapping[str, str], now: datetime
    ) -> None:
        self._sandbox, self._record = sandbox, record
        self.settings = Settings(_env_file=None, **settings)  # type: ignore[arg-type]
        self.hours: SiteHours = self.settings.hours
        self.now = now.astimezone(UTC)
        self.rings: list[Rung] = []
        self.faults: list[str] = []
        self._sent: dict[Row, str] = {}
        self._looks = self._heard = 0
        self.left: dict[Row, str] = {}
        self.removed_at = self.now
        self.phones = {each: Phone(sandbox, each) for each in (*NAMES, ADMIN)}
        sandbox.interceptors.append(self._hears)

    async def __aenter__(self) -> Self:
        await self._begins()
        self.bot.ledger.append([_joins(each) for each in NAMES], Author(ADMIN, "admin"))
        for phone in self.phones.values():
            await phone.says("/start")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._process.aclose()

    async def _begins(self) -> None:
        self._process = AsyncExitStack()
        running = Running(
            self._sandbox,
            self._record,
            admins=frozenset({ADMIN}),
            settings=self.settings,
            clock=lambda: self.now,
        )
        self.bot = await self._process.enter_async_context(running)
        await until(lambda: self._sandbox.is_at_rest is True)

    async def restarts(self) -> None:
        """End the process and begin another."""
        await self._process.aclose()
        await self._begins()

    async def passes(self, **time: float) -> None:
        """Let time pass, and the bot look at the clock."""
        self.now += timedelta(**time)
        await self.looks()

    async def looks(self) -> None:
        """Let the bot look once, then compare what rang with what the record says of it."""
        due, day = self.bot.ledger.due, self.hours.day(self.now)
        self._looks += 1
        due.add(ADMIN, "reminder", f"{BEACON}{self._looks}", day, self.now)
        await until(lambda: self.hours.is_quiet(self.now) or not self._open_beacons())
        await until(lambda: "sending" not in self.states().values())
        self._compares()

    def _open_beacons(self) -> bool:
        rows = self.states().items()
        due = [state for row, state in rows if row.person == ADMIN and row.at <= self.now]
        return any(state != "sent" for state in due)

    def _compares(self) -> None:
        """Note rows that are sent since the last look without one ring for them, or with more."""
        states = self.states()
        fresh = {r.person for r in states if states[r] == "sent" and self._sent.get(r) != "sent"}
        heard = [each.person for each in self.rings[self._heard :]]
        self._heard = len(self.rings)
        self.faults += [
            f"{heard.count(each)} rings for {each} at {self.now}"
            for each in {*fresh, *heard} - {ADMIN}
            if heard.count(each) != (each in fresh)
        ]
        self._sent = dict(states)

    def states(self) -> Mapping[Row, str]:
        """Give what is to ring, and what became of it."""
        rows = stored(self.bot.ledger, "SELECT id, person, kind, about, at_utc, state FROM due")
        return {Row(*row[:4], datetime.fromisoformat(row[4])): row[5] for row in rows}

    def _hears(self, method: str, given: Mapping[str, str]) -> None:
        is_sent = method.startswith("send") and "action" not in method
        if is_sent and given.get("disable_notification") != "true":
            self.rings.append(Rung(int(given["chat_id"]), self.now, given.get("text", method)))

    def screens(self, subjects: list[str]) -> None:
        """Record screenings, each with three open items, as taps have made one."""
        made = [entry.said for entry in at(*THREE_OPEN).records.entries]
        for subject in subjects:
            about = ScreeningId(self.bot.ledger.site, made[0].trial, subject, 1)
            self.bot.ledger.append(
                [replace(each, screening=about) for each in made], Author(CHEN, "coordinator")
            )

    async def asks(self, subject: str, person: int, *days: str) -> None:
        """Let Chen ask a colleague for all that is open."""
        phone = self.phones[CHEN]
        who = [] if person == CHEN else [f"[{NAMES[person]}]"]
        await does(phone, f"/open {subject}", "/verdict", "[Who settles? ›]", *who)
        await does(phone, *days, "[Record (3)]")
        await self.looks()

    async def reminds(self, person: int, subject: str, when: str) -> None:
        """Let a person be reminded of the first open item of a subject."""
        phone = self.phones[person]
        await does(phone, f"/open {subject}", "/verdict", "[Open items (3) ›]")
        first = next(each for each in await labels(phone) if each.startswith("EXCL"))
        await does(phone, f"[{first}]", "[Remind me later ›]", when)

    def records(self, by: int, kind: Kind, person: int, value: JSON = None) -> None:
        """Record what concerns the team."""
        entry = NewEntry(kind, "EC-CRT-003", item=str(person), value=value)
        self.bot.ledger.append([entry], Author(by, "coordinator"))

    def in_days(self, days: int) -> str:
        """Give a day to come at the site."""
        return (self.hours.day(self.now) + timedelta(days=days)).isoformat()


def _joins(person: int) -> NewEntry:
    terms = Terms.of("coordinator").value
    kind, trial = Kind.STAFF_ADDED, "EC-CRT-003"
    return NewEntry(kind, trial, item=str(person), value=terms, text=NAMES[person])
