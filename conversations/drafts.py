"""Answers that were given or read but not recorded yet: parsed values, never a text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ectrial.given import Given
from ectrial.record.entries import JSON

LineState = Literal["settled", "which", "again"]

Doubt = Literal["before", "unknown", "reply", "repeat", "late", "switched"]
"""Why a typed text may not be for the question at hand.

It was sent before the question was shown; nobody can tell whether it was; it replies to another
card; it repeats what was just recorded; it came after something that was done later; another
screening was open just before.
"""


Values = Mapping[str, Given]
"""Answers that are about to be recorded, by item."""


@dataclass(frozen=True, slots=True)
class LabLine:
    """One lab that was read in a text: its possible values, each with its upper limit if given.

    A settled line has one value. If several are possible, or the value is rare, the person is
    asked; `why` names what is unclear. `whole` is the recorded value from which a count was
    calculated: once another value is recorded, the count is no longer right.
    """

    item: str
    state: LineState
    choices: tuple[Values, ...] = ()
    why: str = ""
    whole: JSON = None


@dataclass(frozen=True, slots=True)
class DayLines:
    """Labs that get a card of their own, with the days that their text names (see Report)."""

    lines: tuple[LabLine, ...]
    sampled: tuple[date, ...] = ()
    days: tuple[date, ...] = ()
    unclear: bool = False
