import asyncio

import pytest

from bot.serving.lanes import Lanes


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


async def test_one_chat_is_served_in_order_and_together() -> None:
    log = Log()
    lanes = Lanes(log.work)
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
    lanes = Lanes(log.work)
    log.gates[1] = asyncio.Event()

    lanes.put(1, "a")
    lanes.put(2, "b")
    await lanes.finish(0.05)

    assert log.done == [(2, ["b"])]


async def test_failed_job_is_noted_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    log = Log()
    lanes = Lanes(log.work)

    lanes.put(1, "fail")
    await asyncio.sleep(0.01)
    lanes.put(1, "b")
    await lanes.finish(1)

    assert log.done == [(1, ["b"])]
    assert "ValueError at serving/test_lanes.py" in caplog.text
    assert "secret" not in caplog.text
