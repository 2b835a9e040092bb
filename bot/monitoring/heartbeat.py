"""When Telegram last answered, when the record was last written, when the intake is late.

Times are seconds of a monotonic clock, which never jumps when the machine's time is set.
"""

import time
from collections.abc import Callable
from math import inf

Clock = Callable[[], float]


class Heartbeat:
    """The signs of life of a bot: written by the event loop, readable from any thread.

    An intake hangs if it has not taken its next step by the time `due`. While Telegram is not
    reachable, the intake does not hang: it keeps polling.
    """

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self.started = self.heard = clock()
        self.has_heard = False
        self.committed: float | None = None
        self.due = inf
        self.is_unsaved = False
        self.is_stopping = False

    def hears(self) -> None:
        """Note that Telegram has answered a poll, or posted an update."""
        self.heard, self.has_heard = self._clock(), True

    def commits(self) -> None:
        """Note that the record was written."""
        self.committed = self._clock()

    def must_move_within(self, seconds: float) -> None:
        """Allow the intake this many seconds for its next step."""
        self.due = self._clock() + seconds

    def since(self, moment: float) -> float:
        """Give the seconds since a moment of this clock."""
        return self._clock() - moment
