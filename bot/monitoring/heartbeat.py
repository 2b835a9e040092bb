"""When Telegram last answered, when the record was last written, when the intake must move on.

Times are seconds of a monotonic clock, which no one sets.
"""

import time
from collections.abc import Callable
from math import inf

Clock = Callable[[], float]


class Heartbeat:
    """The signs of life of a bot: its event loop notes them, any thread may read them.

    An intake that has not moved on when `due` has passed hangs. While Telegram is out of reach,
    the intake does move on: it asks again and again.
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
        """Give the intake this many seconds for its next step."""
        self.due = self._clock() + seconds

    def since(self, moment: float) -> float:
        """Give the seconds since a moment of this clock."""
        return self._clock() - moment
