"""A long log is exported in the memory of a short one, and can be broken off at any moment."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ectrial.record.entries import Kind
from ectrial.record.exports import FORMATS
from tests.bot.cli.test_export import TRIAL, noted, open_real, screened, settings, table
from tests.phone import SECONDS

__all__ = ["settings"]

MANY, FEW, AT_ONCE = 20_000, 50, 500
MOST_MORE = 12 * 1024  # kB: pages of the record that SQLite keeps
pytestmark = pytest.mark.long


def exporting(*words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "bot", "export", *words, "--for", "site"]
    return subprocess.Popen(command)  # noqa: S603 - our own command


def peak(*words: str) -> int:
    """Export in a process of its own; give its peak of memory in kB."""
    process = exporting(*words)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return used.ru_maxrss


def test_20_000_rows_take_the_memory_of_50_and_can_be_broken_off() -> None:
    screened(*(f"S-{n:05}" for n in range(FEW)))
    few = {each: peak(f"few.{each}") for each in FORMATS}
    for begin in range(FEW, MANY, AT_ONCE):
        screened(*(f"S-{n:05}" for n in range(begin, begin + AT_ONCE) if n < MANY))
    before = {path.name for path in Path().iterdir()}

    process = exporting("broken.csv", "--trial", TRIAL)
    deadline = time.monotonic() + SECONDS
    while not [*Path().glob("broken.csv.*.part")] and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    code = process.wait(SECONDS)
    many = {each: peak(f"many.{each}") for each in FORMATS}

    assert code == 1
    assert {path.name for path in Path().iterdir()} - before == {f"many.{e}" for e in FORMATS}
    assert len(noted()) == 2 * len(FORMATS)
    assert len(table(Path("many.csv"))) == MANY
    assert {each: many[each] - few[each] < MOST_MORE for each in FORMATS} == dict.fromkeys(
        FORMATS, True
    )
    with open_real() as ledger:
        assert ledger.verify().holds
        assert Kind.EXPORTED in {each.said.kind for each in ledger.entries()}
