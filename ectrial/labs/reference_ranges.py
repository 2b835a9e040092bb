"""The upper limit or reference range beside a number, and whether both have the same unit."""

from fractions import Fraction

from ectrial.labs.amounts import Amount
from ectrial.labs.decimals import decimals
from ectrial.labs.parsed_result import ParsedResult
from ectrial.labs.quantities import QuantityReading, band_of
from ectrial.quantity import Quantity
from ectrial.vocabulary import RATIO, Item

_ROUNDING = Fraction(3, 100)
"""The greatest relative difference that rounding may cause in a converted value."""


def upper_limit(parsed: ParsedResult) -> Amount | None:
    """Give the upper limit, typed alone or as the end of the reference range."""
    if parsed.limit is not None or parsed.range is None:
        return parsed.limit
    high = parsed.range.high
    return high._replace(unit=high.unit or parsed.range.low.unit)


def take_as_limit(parsed: ParsedResult) -> None:
    """When a limit itself is read, take its amount from `ULN 23`, `≤23` or the end of a range."""
    amount, more = parsed.amount or parsed.limit, parsed.limit or parsed.range
    if amount is None and parsed.range is not None:
        amount = parsed.range.high
    if amount is not None and amount.comparator in ("<", "<="):
        amount = amount._replace(comparator="=")
    elif amount is not None and (amount.comparator != "=" or (parsed.amount and more)):
        amount = amount._replace(ambiguous=True)  # a limit is not above a number, nor beside one
    parsed.amount, parsed.limit, parsed.range = amount, None, None


def has_range_in_another_unit(parsed: ParsedResult, item: Item) -> bool:
    """Whether a number without a unit has a range whose size shows another unit."""
    amount, span = parsed.amount, parsed.range
    if amount is None or span is None or amount.unit or amount.ambiguous or span.high.ambiguous:
        return False
    ends = [band_of(number, "=", item) for number in decimals(span.high.number)]
    own = [band_of(number, amount.comparator, item) for number in decimals(amount.number)]
    units = {"%" if band.asks else band.unit for band in (*ends, *own) if band is not None}
    return len(units) > 1 and len(ends) == len(own) == 1


def is_value_converted(
    reading: QuantityReading, item: Item, upper: QuantityReading, limit: Item
) -> bool:
    """Whether a "limit" repeats the value in another unit: `0.9 mg/dL (80 umol/L)`."""
    if reading.status != "value" or not upper.quantities:
        return False
    value, most = reading.quantities[0], upper.quantities[0]
    times = Fraction(item.interval(value).low) / Fraction(limit.interval(most).low)
    return value.unit not in (most.unit, RATIO) and abs(times - 1) < _ROUNDING


def is_equal_but_for_rounding(first: Quantity, second: Quantity, item: Item) -> bool:
    """Whether two quantities with the same base unit are equal, apart from rounding."""
    units = item.units[first.unit], item.units[second.unit]
    lows = item.interval(first).low, item.interval(second).low
    if units[0].base != units[1].base or not all(lows):
        return False
    return abs(Fraction(lows[0]) / Fraction(lows[1]) - 1) < _ROUNDING
