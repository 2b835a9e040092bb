"""A long log is exported in the memory of a short one, and can be broken off at any moment."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ectrial.record.entries import Kind, NewEntry
from ectrial.record.exports import FORMATS, PAPER_OF
from ectrial.record.subjects import ScreeningId
from tests.bot.cli.test_export import FAILED, NURSE, TRIAL, noted, open_real, settings, table
from tests.phone import SECONDS

__all__ = ["settings"]

MANY, AT_ONCE = 20_000, 1000
MOST_MORE = 8 * 1024  # kB: pages of the record that SQLite keeps
pytestmark = pytest.mark.long


def opened(numbers: range) -> None:
    """Record as many screenings, each with a verdict, in one append."""
    ids = [ScreeningId("CRT-01", TRIAL, f"S-{n:05}", 1) for n in numbers]
    under = {"protocol_version": "2", "protocol_hash": "ab"}
    said = [
        each
        for id_ in ids
        for each in (
            NewEntry(Kind.OPENED, TRIAL, id_, **under),
            NewEntry(Kind.VERDICT_GIVEN, TRIAL, id_, value=FAILED),
        )
    ]
    with open_real() as ledger:
        ledger.append(said, NURSE)


def exporting(*words: str, stderr: int | None = None) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "bot", "export", *words, "--for", "site"]
    return subprocess.Popen(command, stderr=stderr)  # noqa: S603 - our own command


def peak(*words: str) -> int:
    """Export in a process of its own; give its peak of memory in kB."""
    process = exporting(*words)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return used.ru_maxrss


def test_20_000_rows_take_the_memory_of_one_and_can_be_broken_off() -> None:
    for begin in range(0, MANY, AT_ONCE):
        opened(range(begin, begin + AT_ONCE))

    process = exporting("broken.csv", "--trial", TRIAL, stderr=subprocess.PIPE)
    deadline = time.monotonic() + SECONDS
    while not [*Path().glob("broken.csv.*.part")] and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=SECONDS)
    of_both = [each for each in FORMATS if PAPER_OF[each] not in ("funnel", "worksheet")]
    one = {each: peak(f"one.{each}", "--subject", "S-00001") for each in of_both}
    many = {each: peak(f"many.{each}") for each in of_both}

    assert process.returncode == 130
    assert b"stopped: broken.csv is not written, and nothing is noted" in said
    written = {path.name for path in Path().iterdir() if not path.name.startswith("real.db")}
    assert written == {f"{name}.{each}" for name in ("one", "many") for each in of_both}
    assert not [*Path().glob("*.unfinished")]
    assert len(noted()) == 2 * len(of_both)
    assert len(table(Path("many.csv"))) == MANY
    assert [each for each in of_both if many[each] - one[each] > MOST_MORE] == []
    with open_real() as ledger:
        assert ledger.verify().holds
        assert Kind.EXPORTED in {each.said.kind for each in ledger.entries()}
