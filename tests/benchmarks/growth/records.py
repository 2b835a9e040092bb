"""Records of few and of many screenings, and the figures of one without a bot around it."""

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from conversations.cards import show
from conversations.focus import Focus
from conversations.places_to_look_at import Verdict
from conversations.standing import list_page
from conversations.turn import World
from ectrial.ledger.ledger import Author, Chat, Ledger
from ectrial.ledger.sqlite.driver import connect_read_only
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from ectrial.record.team import Member, Terms
from ectrial.trial.versions import shipped
from tests.conversations.paths import ELIGIBLE, at
from tests.records import labs, trial

ROOT = Path(__file__).parents[3]
FEW, MANY = 100, 100_000
AUTHOR = Author(7, "coordinator")
SITE, TRIAL = "site-1", "EC-CRT-003"
SKIPPED = NewEntry(Kind.SKIPPED, TRIAL, item="Q01")
ROUNDS, TAPS, LOOKS = 7, 1000, 30


def now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - a benchmark has a clock


def open_record(path: Path) -> Ledger:
    return Ledger.open(path, site=SITE, via="telegram", clock=now)


def build(path: Path, screenings: int) -> None:
    """Record as many screenings as asked, each the same walk to a verdict under another code."""
    walk = [entry.said for entry in at(*ELIGIBLE, "Yes").records.entries]
    with open_record(path) as ledger:
        for number in range(ledger.count_screenings(), screenings):
            ledger.append(as_subject(walk, code(number)), AUTHOR, update_id=number + 1)


def build_anew(few: Path) -> None:
    """Record the few again: their screenings must not grow longer than the others."""
    for file in (few, *few.parent.glob(f"{few.name}-*")):
        file.unlink(missing_ok=True)
    build(few, FEW)


def code(number: int) -> str:
    return f"S-{number + 1:06}"


def screening_of(subject: str) -> ScreeningId:
    return ScreeningId(SITE, TRIAL, subject, 1)


def as_subject(walk: list[NewEntry], subject: str) -> list[NewEntry]:
    return [replace(said, screening=screening_of(subject)) for said in walk]


def measure(path: Path, count: int) -> dict[str, float]:
    """Give the figures of one record with so many screenings, in this process."""
    began = time.perf_counter()
    with open_record(path) as ledger:
        figures = {"open, s": time.perf_counter() - began}
        member = Member(7, Terms.of("coordinator"))
        world = World(SITE, trial(), shipped(), labs(), ledger, now(), now().date(), member, "en")
        middle = screening_of(code(count // 2))
        looks: dict[str, Callable[[], object]] = {
            "list page, ms": lambda: show(world, Focus(list_page(world, 0))),
            "list page in the middle, ms": lambda: ledger.screenings(limit=6, offset=count // 2),
            "verdict, ms": lambda: show(world, Focus(Verdict(), middle)),
            "latest upper limits, ms": lambda: ledger.screenings_with(TRIAL, "ast_uln", 20),
            "next subject, ms": lambda: ledger.next_subject(TRIAL, "S"),
        }
        figures |= {name: milliseconds(look) for name, look in looks.items()}
        # the log grows to its full size first
        appends_a_second(ledger, count, FEW)
        figures["appends a second"] = appends_a_second(ledger, count, FEW)
        figures["none to the same twice"] = appends_a_second(ledger, count, TAPS)
    figures["memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures


def milliseconds(look: Callable[[], object]) -> float:
    """Give the slowest of several, the first included."""
    slowest = 0.0
    for _ in range(LOOKS):
        began = time.perf_counter()
        look()
        slowest = max(slowest, time.perf_counter() - began)
    return slowest * 1000


def appends_a_second(ledger: Ledger, count: int, at_once: int) -> float:
    """Take taps on so many screenings in turn, spread over the record, as the bot does."""
    base = ledger.head()[0] * 1000
    began = time.perf_counter()
    for tap in range(TAPS):
        (skipped,) = as_subject([SKIPPED], code(tap % at_once * 7919 % count))
        ledger.append([skipped], AUTHOR, update_id=base + tap, chat=Chat(tap % 50, "en", tap))
    return TAPS / (time.perf_counter() - began)


def measured(path: Path, count: int) -> dict[str, float]:
    """Measure in a process of its own, so that memory is of this record alone."""
    command = [sys.executable, "-m", "tests.benchmarks.growth.records", str(path), str(count)]
    done = subprocess.run(  # noqa: S603 - our own command
        command, check=True, capture_output=True, text=True, cwd=ROOT
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def in_turns(few: Path, many: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Measure both again and again in turns, since the machine is never quiet; give medians."""
    pairs = []
    for _ in range(ROUNDS):
        build_anew(few)
        pairs.append((measured(few, FEW), measured(many, MANY)))

    def medians(runs: list[dict[str, float]]) -> dict[str, float]:
        return {name: statistics.median(run[name] for run in runs) for name in runs[0]}

    small, large = medians([few for few, _ in pairs]), medians([many for _, many in pairs])
    ratios = [many["appends a second"] / few["appends a second"] for few, many in pairs]
    large["append, many to few"] = statistics.median(ratios)
    small["append, many to few"] = 1.0
    return small, large


def sizes(path: Path) -> dict[str, Any]:
    with closing(connect_read_only(path)) as connection:
        ((entries,),) = connection.execute("SELECT max(seq) FROM entries")
    return {"entries": entries, "MB": round(path.stat().st_size / 2**20)}


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), int(sys.argv[2]))))
