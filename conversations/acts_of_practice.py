"""The act that leads from practice back to the real record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeavePractice:
    """Go back from practice to the real record."""
