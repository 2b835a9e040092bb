"""How long ago each card was shown: a tap may have been meant for the previous card."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.telegram.rendering import Keyboard
from conversations.events import Tapped

# The keys of the acts, row by row
Layout = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Showing:
    """The buttons of a card and of the previous card, and the time, on a monotonic clock."""

    round: int
    layout: Layout
    before: Layout
    since: float


class Showings:
    """The present card of each chat, if this process has shown it."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._showing: dict[int, Showing] = {}

    def begin(self, chat: int, card_round: int, keyboard: Keyboard) -> None:
        """Note that a card is about to be shown; a repeated call counts as the same showing."""
        layout = layout_of(keyboard)
        last = self._showing.get(chat)
        if last is None or (last.round, last.layout) != (card_round, layout):
            before = () if last is None else last.layout
            self._showing[chat] = Showing(card_round, layout, before, self._monotonic())

    def confirm(self, chat: int, card_round: int) -> None:
        """Note that the call that showed the card was answered."""
        last = self._showing.get(chat)
        if last is not None and last.round == card_round:
            self._showing[chat] = replace(last, since=self._monotonic())

    def timed(self, chat: int, tap: Tapped) -> Tapped:
        """Add to a tap how long its card was shown, if another act was at its position before.

        A tap that comes too soon restarts the time, so that repeated fast taps are all refused.
        """
        showing = self._showing.get(chat)
        if showing is None or showing.round != tap.round:
            return tap
        if not meant_another(showing, tap.key):
            return tap
        now = self._monotonic()
        timed = replace(tap, after_ms=int((now - showing.since) * 1000))
        if timed.is_too_soon:
            self._showing[chat] = replace(showing, since=now)
        return timed


def layout_of(keyboard: Keyboard) -> Layout:
    """Give the keys of the acts of a keyboard; a button that only copies a text has none."""
    return tuple(
        tuple(button.get("callback_data", "").partition(".")[2] for button in row)
        for row in keyboard["inline_keyboard"]
    )


def meant_another(showing: Showing, key: str) -> bool:
    """Whether a button with another act was at this position, counted from top or bottom.

    The buttons of a row are equally wide, so two rows are compared by the widths they cover.
    """
    rows = len(showing.layout)
    for place, row in enumerate(showing.layout):
        for column, found in enumerate(row):
            if found != key:
                continue
            for before in (place, len(showing.before) - rows + place):
                if 0 <= before < len(showing.before):
                    covered = _covered(showing.before[before], column, len(row))
                    if any(other != key for other in covered):
                        return True
    return False


def _covered(row: tuple[str, ...], column: int, columns: int) -> tuple[str, ...]:
    """Give the buttons of a row that overlap a column of a row with so many columns."""
    wide = len(row)
    first, last = column * wide // columns, -(-(column + 1) * wide // columns)
    return row[first:last]
