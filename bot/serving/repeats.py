"""Which taps of a batch are passed over: those of one person beyond what a hand can mean.

A card takes one tap: the next is meant for the next card, which nobody has seen before the batch
is committed. Five thousand taps that are each looked up would hold up everybody behind them.
"""

from collections import Counter
from collections.abc import Iterable

from bot.telegram.updates import Update
from conversations.turn import Tapped

# Of one person in a batch: an impatient thumb is still told that the card has moved on
MOST_TAPS = 3


def without_repeats(updates: Iterable[Update]) -> list[bool]:
    """Give for each update whether it is taken; the first taps of each person are."""
    taps: Counter[int] = Counter()
    taken = []
    for update in updates:
        is_tap = isinstance(update.event, Tapped)
        taps[update.person] += is_tap
        taken.append(not is_tap or taps[update.person] <= MOST_TAPS)
    return taken
