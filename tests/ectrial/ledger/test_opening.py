"""What opening a record refuses, and what it leaves on the disk."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.control.team import roles
from ectrial.ledger.errors import (
    LedgerBusyError,
    MixedWorldsError,
)
from ectrial.ledger.ledger import Chat, Ledger
from ectrial.ledger.sqlite.driver import connect
from ectrial.record.entries import Kind, NewEntry, Via
from tests.ectrial.ledger.samples import (
    NURSE,
    TRIAL,
    Clock,
    answered,
    called,
    open_or_make,
    opened,
    said,
)

ROOT = Path(__file__).parents[3]
OTHER_PROCESS = """
import os, signal, sys
from pathlib import Path
from ectrial.ledger.errors import LedgerError
from tests.ectrial.ledger.samples import NURSE, opened, open_or_make
try:
    ledger = open_or_make(Path(sys.argv[1]))
except LedgerError as error:
    sys.exit(f"{type(error).__name__}: {error}")
ledger.append([opened()], NURSE, update_id=1)
os.kill(os.getpid(), signal.SIGKILL)
"""


def in_another_process(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own text, our own path
        [sys.executable, "-c", OTHER_PROCESS, str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_second_process_is_refused_in_plain_words(ledger: Ledger, path: Path) -> None:
    second = in_another_process(path)

    assert second.returncode == 1
    assert second.stderr == "LedgerBusyError: another process has the record record.db open\n"
    assert ledger.head()[0] == 0


def test_what_a_killed_process_recorded_is_there(path: Path) -> None:
    killed = in_another_process(path)

    with open_or_make(path) as ledger:
        assert killed.returncode == -signal.SIGKILL
        assert ledger.screening(called("S-001/1")) is not None
        assert ledger.has_seen(1)
        assert ledger.verify().holds


def test_a_second_opening_in_this_process_is_refused(ledger: Ledger, path: Path) -> None:
    with pytest.raises(LedgerBusyError):
        open_or_make(path)

    assert ledger.append([opened()], NURSE)


def test_a_failed_opening_lets_go_of_the_lock(path: Path) -> None:
    open_or_make(path).close()

    with pytest.raises(MixedWorldsError):
        open_or_make(path, via="sandbox")

    open_or_make(path).close()


def test_another_writer_is_told_plainly(ledger: Ledger, path: Path) -> None:
    other = connect(path)
    other.execute("BEGIN IMMEDIATE")
    ledger._shared.writer.set_busy_timeout(0.05)  # type: ignore[attr-defined] # sqlcipher3 alone has it

    with pytest.raises(LedgerBusyError, match="another process"):
        ledger.append([opened()], NURSE)

    assert ledger.screenings(limit=1) == ()
    other.close()
    assert ledger.append([opened()], NURSE)


def test_a_restart_gives_the_same_state(path: Path, clock: Clock) -> None:
    chat = Chat(7, language="zh", round=3, focus={"question": 4, "给": [1]}, card=88, shown="ab")
    with open_or_make(path, clock=clock) as ledger:
        ledger.append([opened(), answered("age", 40)], NURSE, update_id=5, chat=chat)
        ledger.append([said(Kind.STOPPED)], NURSE)
        ledger.append([NewEntry(Kind.STAFF_ADDED, TRIAL, item="9", value="investigator")], NURSE)
        assert ledger.refuse(404)
        before = state(ledger)

    with open_or_make(path, clock=clock) as ledger:
        assert state(ledger) == before
        assert ledger.has_seen(5)
        assert not ledger.refuse(404)


def state(ledger: Ledger) -> tuple[object, ...]:
    return (
        ledger.head(),
        tuple(ledger.entries()),
        ledger.screening(called("S-001/1")),
        ledger.screenings(limit=9),
        ledger.chats(),
        roles(ledger),
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [("telegram", "sandbox"), ("sandbox", "telegram"), ("cli", "sandbox"), ("sandbox", "cli")],
)
def test_practice_and_real_never_share_a_record(path: Path, first: Via, second: Via) -> None:
    open_or_make(path, via=first).close()

    with pytest.raises(MixedWorldsError, match="practice"):
        open_or_make(path, via=second)


def test_the_command_line_shares_the_real_record(path: Path) -> None:
    open_or_make(path, via="telegram").close()

    with open_or_make(path, via="cli") as ledger:
        assert ledger.append([opened()], NURSE)
