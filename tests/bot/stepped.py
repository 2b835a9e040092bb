"""An event loop that never waits: with nothing left to do, its clock steps to the next timer."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

Result = TypeVar("Result")


class _Stepping(selectors.SelectSelector):
    """Lets time pass instead of waiting."""

    now = 1000.0

    def select(self, timeout: float | None = None) -> Any:
        assert timeout is not None, "everything waits for something that never comes"
        self.now += timeout
        return super().select(0)


class SteppedLoop(asyncio.SelectorEventLoop):
    """The loop of a test without sockets and threads."""

    def __init__(self) -> None:
        self._stepping = _Stepping()
        super().__init__(self._stepping)

    def time(self) -> float:
        return self._stepping.now


def stepped(work: Coroutine[Any, Any, Result]) -> Result:
    """Run to the end, in no time."""
    with asyncio.Runner(loop_factory=SteppedLoop) as runner:
        return runner.run(work)


def now() -> float:
    """What the clock of the running loop says."""
    return asyncio.get_running_loop().time()
