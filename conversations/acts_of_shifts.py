"""What buttons about the end of a shift do; each pins the work that its card names.

Screenings and open items are named by the entries that opened them.
"""

from dataclasses import dataclass

from ectrial.record.shifts import ReturnReason


@dataclass(frozen=True, slots=True)
class OfferShift:
    """Offer open work to a colleague; `before` is an earlier offer that this one replaces."""

    to: int
    screenings: tuple[int, ...]
    queries: tuple[int, ...]
    drafts: int
    before: int | None


@dataclass(frozen=True, slots=True)
class WithdrawShift:
    """Take an offer back."""

    offer: int


@dataclass(frozen=True, slots=True)
class AcceptShift:
    """Take over what is still open of an offer."""

    giver: int
    offer: int
    screenings: tuple[int, ...]
    queries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReturnShift:
    """Leave what was offered with the giver."""

    giver: int
    offer: int
    why: ReturnReason


OfShifts = OfferShift | WithdrawShift | AcceptShift | ReturnShift
