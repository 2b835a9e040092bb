"""✓ met, ✗ not met, ? open: the only place that chooses which mark a person sees."""

from enum import StrEnum

from ectrial.truth import TRUE, UNKNOWN, Truth


class Mark(StrEnum):
    """The meaning of a truth for entry into the trial, as the printed sign."""

    MET = "✓"
    NOT_MET = "✗"
    OPEN = "?"


def mark_of(truth: Truth, favours: Truth = TRUE) -> Mark:
    """Give the mark of a truth, where `favours` is the truth that speaks for entry.

    >>> from ectrial.truth import FALSE
    >>> str(mark_of(TRUE)), str(mark_of(TRUE, favours=FALSE)), str(mark_of(UNKNOWN))
    ('✓', '✗', '?')
    """
    if truth is UNKNOWN:
        return Mark.OPEN
    return Mark.MET if truth is favours else Mark.NOT_MET
