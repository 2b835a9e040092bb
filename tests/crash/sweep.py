"""Kills a command, or a start after it, at each of its writes, renames and syncs in turn.

After each kill the next plain start must serve, and nothing may be lost or left behind.
"""

import asyncio
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.crash import worlds
from tests.crash.keeper import Bots
from tests.crash.worlds import CASES, COPY, RECORD, Case, hashes, opened, round_of_the_card
from tests.disk.preload import Disk, Kind
from tests.faults import FaultySandbox
from tests.phone import SECONDS

START = ("run",)
KILLED = -signal.SIGKILL
# Rounds go on from the second of a restore, far above those that were shown
FIRST_NEW_ROUND = 10**9
MOST = 1000
ANY = Kind(0)


@dataclass(slots=True)
class Swept:
    """How many kills there were, and what was wrong after which of them."""

    points: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Moment:
    """What is killed: the command of a case at 0, or the first or second start after it."""

    case: str
    step: int
    kinds: Kind = ANY

    @property
    def of(self) -> Case:
        return CASES[self.case]

    @property
    def steps(self) -> list[tuple[str, ...]]:
        return [each for each in (self.of.words, START, START) if each]

    def __str__(self) -> str:
        step = ("", ", first start", ", second start")[self.step - len(self.steps) + 3]
        return self.case + step


class Sweep:
    """Carries out one moment after the other, each in folders of its own."""

    def __init__(
        self,
        bots: Bots,
        sandbox: FaultySandbox,
        disk: Disk,
        folder: Path,
        more: Mapping[str, str],
    ) -> None:
        self._bots, self._sandbox, self._disk = bots, sandbox, disk
        self._folder, self._more = folder, more

    async def over(
        self, moment: Moment, *mutants: str, every: int = 1, until_found: bool = False
    ) -> Swept:
        """Kill at each point, or at some; with wrong commands, until one is found if so wished."""
        before, swept = await self._before(moment), Swept()
        for point in range(1, MOST, every):
            world = _copied(before, self._folder / "world")
            ended = await self._carry_out(moment.steps[moment.step], world, mutants, point, moment)
            swept.points += ended == KILLED
            found = [*await self._faults(moment, before, world, mutants)]
            swept.faults += [f"{moment} killed at {point}: {fault}" for fault in found]
            if ended != KILLED or (found and until_found):
                return swept
        raise AssertionError(f"{moment} never ends")

    async def twice(self, moment: Moment, *, every: int) -> Swept:
        """Kill at some points, and then the start after that at some points as well."""
        before, killed, swept = await self._before(moment), self._folder / "killed", Swept()
        world = self._folder / "world"
        for first in range(1, MOST, every):
            _copied(before, killed)
            if await self._carry_out(moment.steps[moment.step], killed, (), first) != KILLED:
                return swept
            for second in range(1, MOST, every):
                _copied(killed, world)
                ended = await self._carry_out(START, world, (), second)
                swept.points += ended == KILLED
                where = f"{moment} killed at {first}, then the start at {second}"
                found = await self._faults(moment, before, world, ())
                swept.faults += [f"{where}: {fault}" for fault in found]
                if ended != KILLED:
                    break
        raise AssertionError(f"{moment} never ends")

    async def _before(self, moment: Moment) -> Path:
        """Give the folder as it is when what is to be killed begins."""
        folder = self._folder / "before"
        shutil.rmtree(folder, ignore_errors=True)
        moment.of.begin(folder)
        calm = replace(moment, kinds=ANY)
        for words in moment.steps[: moment.step]:
            assert await self._carry_out(words, folder, moment=calm) == 0, words
        return folder

    async def _carry_out(
        self,
        words: Sequence[str],
        world: Path,
        mutants: Sequence[str] = (),
        point: int = 0,
        moment: Moment | None = None,
    ) -> int:
        """Give how it ended; a start is told to stop once it serves."""
        self._disk.forget()
        kinds = moment.kinds if moment else ANY
        environment = {
            **self._disk.environment(kill_at=point, kill_of=kinds),
            **self._settings(world),
        }
        if words != START:
            there = [str(world / word) if "/" in word else word for word in words]
            typed = moment.of.typed if moment else ""
            return await self._bots.call(environment, *there, mutants=mutants, typed=typed)
        before = self._served()
        ended = asyncio.create_task(self._bots.call(environment, *words, mutants=mutants))
        async with asyncio.timeout(SECONDS):
            while not ended.done() and self._served() == before:  # noqa: ASYNC110 - it only counts
                await asyncio.sleep(0.005)
        self._bots.tell(signal.SIGTERM)
        return await ended

    def _served(self) -> int:
        calls = self._sandbox.faults.calls
        return calls["getupdates"] + calls["setwebhook"]

    def _settings(self, world: Path) -> dict[str, str]:
        return {
            "DISK_FILE": str(world),
            "TELEGRAM_BOT_TOKEN": self._sandbox.token,
            "TELEGRAM_API_URL": self._sandbox.url,
            "ECTRIAL_ADMIN_IDS": "1001",
            "ECTRIAL_TIMEZONE": "UTC",
            "ECTRIAL_DATABASE": str(world / RECORD),
            **self._more,
        }

    async def _faults(
        self, moment: Moment, before: Path, world: Path, mutants: Sequence[str]
    ) -> list[str]:
        is_missing = not (world / RECORD).exists() and not (world / f"{RECORD}.restored").exists()
        if (before / RECORD).exists() and not (world / RECORD).exists():
            return ["there is no record"]
        if is_missing and moment.case in ("init", "restore of a lost record"):
            # nothing was begun: it is to be asked for again
            code = await self._carry_out(moment.of.words, world, mutants)
            if code:
                return [f"asked for again, it ends with {code}"]
        served = self._served()
        code = await self._carry_out(START, world, mutants)
        if code or self._served() == served:
            return [f"the next start ends with {code}"]
        return [*_lost(moment, before, world), *_left(world)]


def _copied(folder: Path, to: Path) -> Path:
    """Copy what a killed process has left, with the second names of files."""
    shutil.rmtree(to, ignore_errors=True)
    subprocess.run(["cp", "-a", folder, to], check=True)  # noqa: S603, S607 - our own folders
    return to


def _lost(moment: Moment, before: Path, world: Path) -> Iterator[str]:
    """Compare the entries of before with those that are in the record, or set aside with it."""
    record, promised = world / RECORD, hashes(before / RECORD)
    # the starts since have added entries of their own
    is_restored = (
        moment.of.restores
        and moment.step == 0
        and _begins(hashes(record), hashes(world / COPY))
        and not (promised and _begins(hashes(record), promised))
    )
    asides = sorted(record.parent.glob("real.db.set-aside-*Z"))
    kept = [hashes(aside) for aside in asides]
    if is_restored and kept != ([promised] if promised else []):
        yield f"{len(promised)} entries were in place of the copy, {kept} are set aside"
    if not is_restored and not _begins(hashes(record), promised):
        yield f"{len(promised)} entries were there, {len(hashes(record))} are"
    if not is_restored and moment.step == 0 and asides:
        yield f"{asides} are set aside beside a record that was not replaced"
    if moment.case == "import" and opened(record) not in (0, worlds.ON_THE_LIST):
        yield f"{opened(record)} of {worlds.ON_THE_LIST} subjects of the list are there"
    has_copy = is_restored or (moment.of.restores and moment.step > 0)
    if has_copy and round_of_the_card(record) < FIRST_NEW_ROUND:
        yield "buttons from before the restore can act"


def _begins(entries: Sequence[str], with_these: Sequence[str]) -> bool:
    return entries[: len(with_these)] == with_these


def _left(world: Path) -> Iterator[str]:
    known = (
        "data/real.db",
        "data/real.db-wal",
        "data/real.db-shm",
        "data/real.db.lock",
        # of the chat that was at practice
        "data/real-practice.db*",
        "data/real.db.set-aside-*Z",
        "data/real.db.set-aside-*Z-wal",
        # from having been looked at here
        "data/real.db.set-aside-*Z-shm",
        "data/real.db.backups/real-*Z-hourly.db",
        "data/real.db.backups/real-*Z-before-migration.db",
        str(COPY),
        str(worlds.NEW),
        str(worlds.LOG),
        str(worlds.LIST),
    )
    for file in world.rglob("*"):
        path = file.relative_to(world)
        is_log = path.name.endswith("Z-wal")
        is_lone = is_log and not file.with_name(path.name.removesuffix("-wal")).exists()
        if file.is_file() and (is_lone or not any(path.match(each) for each in known)):
            yield f"{path} is left"


def moments() -> list[Moment]:
    """Give each command and the two starts after it, with all that can be killed at."""
    return [Moment(name, step) for name in CASES for step in range(len(Moment(name, 0).steps))]
