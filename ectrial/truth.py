"""Kleene truth: the only notion of true, false and unknown in the project.

Order FALSE < UNKNOWN < TRUE: `all_of` is the minimum, `any_of` the maximum, `negate` swaps the
ends (strong Kleene logic).

    all_of  | F U T      any_of  | F U T      negate
    --------+------      --------+------      ------
    F       | F F F      F       | F U T      F -> T
    U       | F U U      U       | U U T      U -> U
    T       | F U T      T       | T T T      T -> F

>>> all_of([Truth.TRUE, Truth.UNKNOWN]), any_of([Truth.TRUE, Truth.UNKNOWN])
(<Truth.UNKNOWN: 'unknown'>, <Truth.TRUE: 'true'>)
"""

from collections.abc import Iterable
from enum import Enum
from typing import Final


class Truth(Enum):
    """TRUE, FALSE or UNKNOWN, without truthiness: `if truth:` cannot be written by accident."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"

    def __bool__(self) -> bool:
        raise TypeError("compare a Truth with `is`: it has three values")


TRUE: Final = Truth.TRUE
FALSE: Final = Truth.FALSE
UNKNOWN: Final = Truth.UNKNOWN
"""The members by name: looking a member up on its enum takes ten times as long (Python 3.11)."""


def all_of(truths: Iterable[Truth]) -> Truth:
    """FALSE if any is FALSE, else UNKNOWN if any is UNKNOWN; TRUE if there are none."""
    found = TRUE
    for truth in truths:
        if truth is FALSE:
            return truth
        if truth is UNKNOWN:
            found = truth
    return found


def any_of(truths: Iterable[Truth]) -> Truth:
    """TRUE if any is TRUE, else UNKNOWN if any is UNKNOWN; FALSE if there are none."""
    found = FALSE
    for truth in truths:
        if truth is TRUE:
            return truth
        if truth is UNKNOWN:
            found = truth
    return found


def negate(truth: Truth) -> Truth:
    """Swap TRUE and FALSE; UNKNOWN stays."""
    if truth is UNKNOWN:
        return truth
    return FALSE if truth is TRUE else TRUE


def truth_of(claim: bool) -> Truth:  # noqa: FBT001 - it exists to turn a bool into a truth
    """Give the truth of a claim that is certainly true or false."""
    return TRUE if claim else FALSE
