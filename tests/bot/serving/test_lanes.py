import asyncio

import pytest

from bot.serving.lanes import MOST_WAITING, Lanes


class Log:
    """Notes what was worked on; a chat waits until its gate opens."""

    def __init__(self) -> None:
        self.done: list[tuple[int, list[str]]] = []
        self.gates: dict[int, asyncio.Event] = {}

    async def work(self, chat: int, jobs: list[str]) -> None:
        if "fail" in jobs:
            raise ValueError("secret words")
        if chat in self.gates:
            await self.gates[chat].wait()
        self.done.append((chat, jobs))


def joined(earlier: str, later: str) -> str:
    return f"{earlier}+{later}"


async def test_one_chat_is_served_in_order_and_together() -> None:
    log = Log()
    lanes = Lanes(log.work, joined)
    log.gates[1] = asyncio.Event()

    lanes.put(1, "a")
    await asyncio.sleep(0)
    lanes.put(1, "b")
    lanes.put(1, "c")
    log.gates[1].set()
    await lanes.finish(1)

    assert log.done == [(1, ["a"]), (1, ["b", "c"])]


async def test_waiting_chat_holds_up_no_other() -> None:
    log = Log()
    lanes = Lanes(log.work, joined)
    log.gates[1] = asyncio.Event()

    lanes.put(1, "a")
    lanes.put(2, "b")
    await lanes.finish(0.05)

    assert log.done == [(2, ["b"])]


async def test_failed_job_is_noted_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    log = Log()
    lanes = Lanes(log.work, joined)

    lanes.put(1, "fail")
    await asyncio.sleep(0.01)
    lanes.put(1, "b")
    await lanes.finish(1)

    assert log.done == [(1, ["b"])]
    assert "ValueError at serving/test_lanes.py" in caplog.text
    assert "secret" not in caplog.text


async def test_flood_of_a_chat_waits_as_few_jobs_of_which_none_is_lost() -> None:
    log = Log()
    lanes = Lanes(log.work, joined)
    log.gates[1] = asyncio.Event()

    for number in range(5000):
        lanes.put(1, str(number))
    waiting = lanes.waiting
    log.gates[1].set()
    await lanes.finish(1)

    done = "+".join(job for _, jobs in log.done for job in jobs)
    assert waiting == MOST_WAITING
    assert done == "+".join(map(str, range(5000)))
