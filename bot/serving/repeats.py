"""Which taps are passed over: those of one person beyond what a hand can mean.

A card takes one tap: the next is meant for the next card, which nobody has seen before the batch
is committed. Five thousand taps that are each looked up would hold up everybody behind them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.telegram.updates import Update
from conversations.events import Tapped

# An impatient thumb is still told that the card has moved on
MOST_TAPS = 3
# As many as Telegram gives at a time: more of them are waiting
FULL = 100


class Tap(NamedTuple):
    """The same button of the same card, tapped by the same person."""

    person: int
    message: int | None
    round: int
    key: str


class Repeats:
    """Knows the taps of the full batches just before: only behind a flood do taps wait so."""

    def __init__(self) -> None:
        self._known: Counter[Tap] = Counter()

    def without(self, updates: Iterable[Update]) -> list[bool]:
        """Give for each update whether it is taken; of each person's taps the first are."""
        same, own = self._known.copy(), Counter[int]()
        taken = []
        for update in updates:
            if (tap := _tap(update)) is None:
                taken.append(True)
                continue
            same[tap] += 1
            own[update.person] += 1
            taken.append(max(same[tap], own[update.person]) <= MOST_TAPS)
        return taken

    def remember(self, updates: Sequence[Update]) -> None:
        """Note a batch that is committed, if more are waiting behind it; else forget all."""
        taps = Counter(tap for update in updates if (tap := _tap(update)) is not None)
        # the latest full batch alone: a flood is in each of them
        self._known = taps if len(updates) >= FULL else Counter()


def _tap(update: Update) -> Tap | None:
    match update.event:
        case Tapped() as tapped:
            return Tap(update.person, update.message, tapped.round, tapped.key)
    return None
