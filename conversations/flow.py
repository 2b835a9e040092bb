"""What a flow is: how a place is shown, and what typed text means there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from conversations.here import Here
from conversations.screen import Block, Row
from conversations.turn import Turn
from ectrial.record.one_time_codes import Proved


@dataclass(frozen=True, slots=True)
class Flow:
    """How a place is shown, and how typed text is taken there; `typed` is None if it is refused.

    `proved` takes the outcome of a code, for which the place asks. `tells`: the flow itself shows
    what was just said, below something more important. `own_words` records a typed text as it is,
    once it is known to hold nothing of a person. `takes_codes`: codes are meant for the card.
    """

    words: Callable[[Here, Any], tuple[Block, ...]]
    rows: Callable[[Here, Any], tuple[Row, ...]]
    typed: Callable[[Here, Any, str], Turn] | None = None
    proved: Callable[[Here, Any, Proved], Turn] | None = None
    tells: bool = False
    own_words: Callable[[Here, Any, str], Turn] | None = None
    takes_codes: bool = False

    @property
    def takes_text(self) -> bool:
        """Whether typed text means something at the place."""
        return self.typed is not None or self.own_words is not None
