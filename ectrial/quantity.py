"""Exact measured values: a decimal with a UCUM unit, and intervals whose order is a truth."""

from collections.abc import Mapping
from datetime import date
from decimal import Context, Decimal, Inexact, localcontext
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Literal, NamedTuple, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict

from ectrial.text import Text
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth

Comparator = Literal["=", "<", "<=", ">", ">="]
COMPARATORS: Mapping[str, Comparator] = {sign: sign for sign in get_args(Comparator)}

Number = Decimal | Fraction
"""An exact number: a fraction if its decimal would not end, such as 4 months in weeks."""

_LOG_DIGITS = 50
_EXACT = Context(prec=200, traps=[Inexact])


class Quantity(NamedTuple):
    """A value as reported, never converted or rounded; `taken` is the day of the sample."""

    value: Decimal
    unit: str
    comparator: Comparator = "="
    taken: date | None = None


class Interval(NamedTuple):
    """All values that a reported number may stand for; a `high` of None is unbounded."""

    low: Number
    high: Number | None
    low_open: bool = False
    high_open: bool = False

    def times(self, factor: Number) -> "Interval":
        """Multiply by a positive factor."""
        low = multiply(self.low, factor)
        if self.high is self.low:
            return Interval(low, low)
        high = None if self.high is None else multiply(self.high, factor)
        return Interval(low, high, self.low_open, self.high_open)


def _positive(factor: Fraction) -> Fraction:
    if factor <= 0:
        raise ValueError("a factor must be greater than 0")
    return factor


def _ordered(ends: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    if ends[0] > ends[1]:
        raise ValueError("a range goes from low to high")
    return ends


Range = Annotated[tuple[Decimal, Decimal], AfterValidator(_ordered)]


class Unit(BaseModel):
    """How one unit of an analyte converts to its base unit, and which numbers are plausible in it.

    One such unit is `factor` times its `base`; a printed factor counts as exact (docs/criteria.md
    §2.1). Quantities with different bases are never compared. `log10`: its numbers are logarithms.
    A number outside `soft` must be confirmed, outside `hard` it is refused (§2.2). `reads` is the
    sentence for a number whose unit is a word.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    base: str
    factor: Annotated[Fraction, AfterValidator(_positive)] = Fraction(1)
    log10: bool = False
    soft: Range | None = None
    hard: Range | None = None
    reads: Text | None = None

    @cached_property
    def exact_factor(self) -> Number:
        """The factor, as a decimal if it ends: decimals are compared faster than fractions."""
        return exact(self.factor)

    def interval(self, quantity: Quantity, *, whole: bool = False) -> Interval:
        """All values in the base unit that the quantity may stand for."""
        if self.log10:
            return _logarithmic(quantity).times(self.exact_factor)
        value: Number = quantity.value
        if self.factor != 1:
            value = multiply(value, self.exact_factor)
        if quantity.comparator == "=":
            return Interval(value, value)
        if whole:
            return _whole(Fraction(value), quantity.comparator)
        return _censored(value, value, quantity.comparator)


def multiply(left: Number, right: Number) -> Number:
    """Multiply without rounding."""
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        try:
            return _EXACT.multiply(left, right)
        except Inexact:
            pass  # more digits than any report has: fractions have no limit
    return Fraction(left) * Fraction(right)


def exact(fraction: Fraction) -> Number:
    """Give the decimal that equals the fraction, or the fraction itself if there is none.

    >>> exact(Fraction(1, 8)), exact(Fraction(1, 3))
    (Decimal('0.125'), Fraction(1, 3))
    """
    try:
        return _EXACT.divide(Decimal(fraction.numerator), Decimal(fraction.denominator))
    except Inexact:
        return fraction


def at_most(left: Interval, right: Interval) -> Truth:
    """Whether every value of `left` is <= every value of `right`; UNKNOWN if only some are.

    >>> at_most(Interval(Fraction(9), Fraction(9)), Interval(Fraction(9), Fraction(9)))
    <Truth.TRUE: 'true'>
    """
    if left.high is not None and left.high <= right.low:
        return TRUE
    if right.high is None or left.low < right.high:
        return UNKNOWN
    beyond = left.low > right.high or left.low_open or right.high_open
    return FALSE if beyond else UNKNOWN


def point(value: Number) -> Interval:
    """The interval of one exactly known value."""
    return Interval(value, value)


def ten_to_the(power: Fraction) -> Fraction:
    """Give 10**power: exact for a whole power, otherwise with 50 digits.

    Other powers are irrational, so with 50 digits none can be equal to a limit by mistake.
    """
    if power.denominator == 1:
        return Fraction(10) ** int(power)
    with localcontext() as context:
        context.prec = _LOG_DIGITS
        exponent = Decimal(power.numerator) / Decimal(power.denominator)
        return Fraction(Decimal(10) ** exponent)


def _censored(low: Number, high: Number, comparator: Comparator) -> Interval:
    match comparator:
        case "<" | "<=":
            return Interval(Decimal(0), high, high_open=comparator == "<")
        case ">" | ">=":
            return Interval(low, None, low_open=comparator == ">")
        case _:
            return Interval(low, high)


def _whole(exact: Fraction, comparator: Comparator) -> Interval:
    """Give the interval of a whole number with a comparator: a score `<3` is at most 2."""
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
    """Give [10^(v-h), 10^(v+h)) for a rounded logarithm v; h is half of its last printed digit.

    h is at least 0.005, as laboratories print at most two meaningful decimals (R02).
    """
    exponent = quantity.value.as_tuple().exponent
    places = min(2, max(0, -exponent)) if isinstance(exponent, int) else 2
    half = Fraction(1, 2 * 10**places)
    middle = Fraction(quantity.value)
    low, high = ten_to_the(middle - half), ten_to_the(middle + half)
    if quantity.comparator == "=":
        return Interval(low, high, high_open=True)
    return _censored(low, high, quantity.comparator)
