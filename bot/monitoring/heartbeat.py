"""When the bot last did what shows that it lives, on a clock that never steps."""

import time
from collections.abc import Callable
from math import inf

Clock = Callable[[], float]


class Pulse:
    """Written by the loop that serves; read by whoever asks how it is, from any thread.

    `due` is until when the intake must have moved on: past it, it hangs. A Telegram that does
    not answer is not that: the intake moves on by asking again.
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
        """Note that Telegram has answered a poll, or posted."""
        self.heard, self.has_heard = self._clock(), True

    def commits(self) -> None:
        """Note that the record was written."""
        self.committed = self._clock()

    def expects(self, seconds: float) -> None:
        """Note how long what the intake does next takes at most."""
        self.due = self._clock() + seconds

    def since(self, moment: float) -> float:
        """Give the seconds since a moment of this clock."""
        return self._clock() - moment
