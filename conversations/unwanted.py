"""A text that may say who a patient is: its message is deleted, and that is recorded."""

from collections.abc import Sequence
from dataclasses import replace

from conversations.turn import Turn
from ectrial.identifiers import Identifier
from ectrial.record.stops import stop_of


def stopped(
    turn: Turn, trial: str, message: int, kinds: Sequence[Identifier] = ("bare_name",)
) -> Turn:
    """Have a message deleted (0 is none), and record that one was: of what kinds, and no more."""
    unwanted = {*turn.unwanted, message} - {0}
    entries = (*turn.entries, stop_of(trial, kinds))
    return replace(turn, unwanted=tuple(sorted(unwanted)), entries=entries)
