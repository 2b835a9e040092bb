"""Which update is posted next: the official server keeps several queues for a webhook."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

# The kind of the queue, and the number of its chat or person
Queue = tuple[str, int]

OF_A_CHAT = ("message", "edited_message")
# The official server draws a longest delay between this and twice as much, in seconds
LONGEST_DELAY = 60.0


@dataclass
class Attempts:
    """How often an update was refused, and when it may be posted again."""

    due: float
    refused: int = 0
    delay: float = 1.0
    is_on_its_way: bool = False


class Queues:
    """The messages of a chat form one queue, the taps of a person another.

    Only the first update of a queue is posted. A refused update is posted again after a delay, and
    the updates behind it wait. Other queues continue, so a later tap may overtake an earlier text.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._attempts: dict[int, Attempts] = {}

    def due(self, pending: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        """Give the updates that may be posted now, in the order in which they became due."""
        first: dict[Queue, dict[str, Any]] = {}
        known, self._attempts = self._attempts, {}
        for update in pending:
            number = update["update_id"]
            self._attempts[number] = known.get(number) or Attempts(self._now())
            first.setdefault(queue_of(update), update)
        ready = [update for update in first.values() if self._is_due(update["update_id"])]
        return sorted(ready, key=lambda update: self._attempts[update["update_id"]].due)

    def begin(self, number: int) -> None:
        """Note that an update is being posted."""
        self._attempts[number].is_on_its_way = True

    def refused(self, number: int, retry_after: float) -> None:
        """Note that an update was refused, and the delay that the bot asks for, if any."""
        attempts = self._attempts.get(number)
        if attempts is None:
            return
        wait = retry_after
        if not retry_after and attempts.refused:
            wait = attempts.delay = min(attempts.delay * 2, LONGEST_DELAY)
        attempts.due = self._now() + wait
        attempts.refused += 1
        attempts.is_on_its_way = False

    def _is_due(self, number: int) -> bool:
        attempts = self._attempts[number]
        return not attempts.is_on_its_way and attempts.due <= self._now()


def queue_of(update: dict[str, Any]) -> Queue:
    """Give the queue of an update.

    >>> queue_of({"update_id": 1, "edited_message": {"chat": {"id": 7}, "text": "a"}})
    ('message', 7)
    >>> queue_of({"update_id": 2, "callback_query": {"from": {"id": 7}, "data": "1.a"}})
    ('callback_query', 7)
    """
    kind, content = next((kind, each) for kind, each in update.items() if kind != "update_id")
    if kind in OF_A_CHAT:
        return OF_A_CHAT[0], content["chat"]["id"]
    return kind, content["from"]["id"]
