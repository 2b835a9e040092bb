"""What was said or read and is not recorded yet: values with where they stood, never a text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ectrial.given import Given
from ectrial.record.entries import JSON

LineState = Literal["settled", "which", "again"]

Doubt = Literal["before", "unknown", "reply", "repeat", "late", "switched"]
"""Why a typed text may not be for the question at hand.

It was sent before the question was shown; whether it was cannot be told; it replies to another
card; it repeats what was just recorded; it came after something that was done later; another
screening was open just before.
"""


Values = Mapping[str, Given]
"""Answers about to be recorded, by item."""


@dataclass(frozen=True, slots=True)
class LabLine:
    """One lab that was read of a text: its readings, each with the upper limit read beside it.

    A settled line has one reading. One of which several may be meant, or a rare one, is asked;
    `why` says what kept a line from being read. `whole` is the recorded value that a count was
    worked out from: once another is recorded, the count is no longer right.
    """

    item: str
    state: LineState
    choices: tuple[Values, ...] = ()
    why: str = ""
    whole: JSON = None


@dataclass(frozen=True, slots=True)
class DayLines:
    """Labs that have a card of their own, with the days that their text names (see Report)."""

    lines: tuple[LabLine, ...]
    sampled: tuple[date, ...] = ()
    days: tuple[date, ...] = ()
    unclear: bool = False
