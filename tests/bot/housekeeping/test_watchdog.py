"""When the watchdog ends the process, and when it does not."""

import subprocess
import sys
from collections.abc import Callable
from math import inf

import pytest

from bot.housekeeping.watchdog import SECONDS_OF_GRACE, Watchdog
from bot.monitoring.heartbeat import Heartbeat
from tests.bot.housekeeping.test_health import Clock
from tests.phone import SECONDS

HANGS = """
import asyncio, time
from bot.housekeeping import watchdog
from bot.monitoring.heartbeat import Heartbeat

watchdog.SECONDS_BETWEEN_LOOKS = watchdog.SECONDS_OF_GRACE = 0.05

async def main():
    with watchdog.watched(Heartbeat(), asyncio.get_running_loop()):
        time.sleep(3600)

asyncio.run(main())
"""


class Process:
    """An intake, a loop that answers or not, and how it ended."""

    def __init__(self) -> None:
        self.clock, self.does_answer, self.ended = Clock(), True, list[int]()
        self.heartbeat = Heartbeat(self.clock)
        self._watchdog = Watchdog(self.heartbeat, self._ask, self.ended.append)

    def _ask(self, answer: Callable[[], object]) -> None:
        if self.does_answer:
            answer()

    def passes(self, seconds: float, looks: int = 1) -> None:
        """Let time pass, looking so many times."""
        for _ in range(looks):
            self.clock.now += seconds / looks
            self._watchdog.look()


@pytest.fixture
def process() -> Process:
    return Process()


def test_intake_that_moves_on_is_left_alone(process: Process) -> None:
    for _ in range(100):
        process.heartbeat.must_move_within(40)
        process.passes(60, looks=6)

    assert process.ended == []


def test_intake_may_wait_as_long_as_telegram_says(process: Process) -> None:
    process.heartbeat.must_move_within(3600)

    process.passes(3600, looks=360)

    assert process.ended == []


def test_intake_without_posts_may_wait_for_ever(process: Process) -> None:
    process.heartbeat.must_move_within(inf)

    process.passes(10**6, looks=100)

    assert process.ended == []


def test_intake_that_hangs_ends_the_process(process: Process) -> None:
    process.heartbeat.must_move_within(40)

    process.passes(40 + SECONDS_OF_GRACE, looks=10)
    assert process.ended == []
    process.passes(20, looks=2)

    assert process.ended == [1]


def test_loop_that_hangs_ends_the_process(process: Process) -> None:
    process.does_answer = False

    process.passes(30 + SECONDS_OF_GRACE, looks=9)

    assert process.ended == [1]


def test_machine_that_slept_is_given_time(process: Process) -> None:
    process.heartbeat.must_move_within(40)
    process.passes(8 * 3600)
    process.heartbeat.must_move_within(40)
    process.passes(10)

    assert process.ended == []


def test_process_whose_loop_is_blocked_ends_with_an_error() -> None:
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", HANGS], check=False, capture_output=True, text=True, timeout=SECONDS
    )

    assert done.returncode == 1
    assert "the event loop hangs; this process ends" in done.stderr
