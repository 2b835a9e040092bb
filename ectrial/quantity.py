"""Exact measured values: a decimal with a UCUM unit, and intervals compared into a truth."""

from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from ectrial.truth import Truth

Comparator = Literal["=", "<", "<=", ">", ">="]
COMPARATORS: frozenset[str] = frozenset({"=", "<", "<=", ">", ">="})

_LOG_DIGITS = 50


class Quantity(NamedTuple):
    """A value as it was reported, never converted or rounded; `taken` is the day of the sample."""

    value: Decimal
    unit: str
    comparator: Comparator = "="
    taken: date | None = None


class Interval(NamedTuple):
    """All the values a report may stand for; `high` None is unbounded."""

    low: Fraction
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def times(self, factor: Fraction) -> "Interval":
        """Scale by a positive factor."""
        high = None if self.high is None else self.high * factor
        return Interval(self.low * factor, high, self.low_open, self.high_open)


class Unit(BaseModel):
    """How one unit of one analyte becomes its base unit, and which numbers are plausible in it.

    `factor` is exact (a printed factor is used as if exact, criteria.md §2.1). `log10` units hold
    the logarithm of a value. Quantities whose `base` differs are never compared.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    base: str
    factor: Fraction = Fraction(1)
    log10: bool = False
    soft: tuple[Decimal, Decimal] | None = None
    hard: tuple[Decimal, Decimal] | None = None

    def interval(self, quantity: Quantity, *, whole: bool = False) -> Interval:
        """All values in the base unit that the quantity may stand for."""
        if self.log10:
            return _logarithmic(quantity).times(self.factor)
        exact = Fraction(quantity.value)
        if self.factor != 1:
            exact *= self.factor
        if quantity.comparator == "=":
            return Interval(exact, exact)
        if whole:
            return _whole(exact, quantity.comparator)
        return _censored(exact, exact, quantity.comparator)


def at_most(left: Interval, right: Interval) -> Truth:
    """Whether every value of `left` is <= every value of `right`; UNKNOWN when they straddle.

    >>> at_most(Interval(Fraction(9), Fraction(9)), Interval(Fraction(9), Fraction(9)))
    <Truth.TRUE: 'true'>
    """
    if left.high is not None and left.high <= right.low:
        return Truth.TRUE
    if right.high is None or left.low < right.high:
        return Truth.UNKNOWN
    beyond = left.low > right.high or left.low_open or right.high_open
    return Truth.FALSE if beyond else Truth.UNKNOWN


def point(value: Fraction) -> Interval:
    """The interval of one exactly known value."""
    return Interval(value, value)


def ten_to_the(power: Fraction) -> Fraction:
    """10**power: exact for whole powers; otherwise irrational, so 50 digits never meet a limit."""
    if power.denominator == 1:
        return Fraction(10) ** int(power)
    with localcontext() as context:
        context.prec = _LOG_DIGITS
        exponent = Decimal(power.numerator) / Decimal(power.denominator)
        return Fraction(Decimal(10) ** exponent)


def _censored(low: Fraction, high: Fraction, comparator: Comparator) -> Interval:
    match comparator:
        case "<" | "<=":
            return Interval(Fraction(0), high, high_open=comparator == "<")
        case ">" | ">=":
            return Interval(low, None, low_open=comparator == ">")
        case _:
            return Interval(low, high)


def _whole(exact: Fraction, comparator: Comparator) -> Interval:
    """Scores and cycles are whole numbers: `<3` means at most 2."""
    match comparator:
        case "<":
            return Interval(Fraction(0), Fraction(-(-exact // 1) - 1))
        case "<=":
            return Interval(Fraction(0), Fraction(exact // 1))
        case ">":
            return Interval(Fraction(exact // 1 + 1), None)
        case _:
            return Interval(Fraction(-(-exact // 1)), None)


def _logarithmic(quantity: Quantity) -> Interval:
    """Rounded on paper, so v stands for [10^(v-h), 10^(v+h)), h half of its last printed place.

    Never narrower than 0.005: laboratories print at most two meaningful decimals (R02).
    """
    exponent = quantity.value.as_tuple().exponent
    places = min(2, max(0, -exponent)) if isinstance(exponent, int) else 2
    half = Fraction(1, 2 * 10**places)
    middle = Fraction(quantity.value)
    low, high = ten_to_the(middle - half), ten_to_the(middle + half)
    if quantity.comparator == "=":
        return Interval(low, high, high_open=True)
    return _censored(low, high, quantity.comparator)
