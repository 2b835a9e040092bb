"""Exact roots: a number like (70 × 1.75)^(1/2) is compared by its power, and never rounded."""

from decimal import Decimal, localcontext
from fractions import Fraction
from typing import NamedTuple

from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth

_SHOWN_DIGITS = 60


class Root(NamedTuple):
    """The `degree`-th root of `power`, which is not negative if the degree is above 1."""

    power: Fraction
    degree: int = 1

    def order(self, limit: Fraction) -> int:
        """Give -1, 0 or 1 if it is below, equal to or above a limit that is not negative."""
        bound = limit**self.degree
        return (self.power > bound) - (self.power < bound)

    def shown(self, limit: Fraction) -> Fraction:
        """Give it with 60 digits, for words alone; the limit itself where it equals that."""
        if self.degree == 1 or self.order(limit) == 0:
            return self.power if self.degree == 1 else limit
        with localcontext() as context:
            context.prec = _SHOWN_DIGITS
            exact = Decimal(self.power.numerator) / Decimal(self.power.denominator)
            return Fraction(exact ** (Decimal(1) / self.degree))


class Roots(NamedTuple):
    """All values from one root up to another; a `high` of None is unbounded."""

    low: Root
    high: Root | None
    low_open: bool = False
    high_open: bool = False

    def at_most(self, limit: Fraction) -> Truth:
        """Whether every value is <= the limit; UNKNOWN if only some are."""
        if self.high is not None and self.high.order(limit) <= 0:
            return TRUE
        order = self.low.order(limit)
        return FALSE if order > 0 or (order == 0 and self.low_open) else UNKNOWN

    def below(self, limit: Fraction) -> Truth:
        """Whether every value is < the limit; UNKNOWN if only some are."""
        order = 1 if self.high is None else self.high.order(limit)
        if order < 0 or (order == 0 and self.high_open):
            return TRUE
        return FALSE if self.low.order(limit) >= 0 else UNKNOWN
