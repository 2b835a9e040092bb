"""What buttons about the trial itself do; each pins the trial and the entry that it is about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WithdrawClarification:
    """Take a clarification back: it was wrong, or another one has come."""

    trial: str
    reading: str
    clarification: int


OfTheTrial = WithdrawClarification
