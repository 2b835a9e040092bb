"""The upper limit and the range printed beside a number, and whether they can be its own."""

from fractions import Fraction

from ectrial.labs.decimals import decimals
from ectrial.labs.elements import Amount
from ectrial.labs.grammar import Written
from ectrial.labs.values import Reading, band_of
from ectrial.vocabulary import RATIO, Item

_ROUNDING = Fraction(3, 100)
"""What rounding may put between a value and the same value converted."""


def upper_limit(written: Written) -> Amount | None:
    """Give the upper limit typed: alone, or the end of the reference range."""
    if written.limit is not None or written.range is None:
        return written.limit
    high = written.range.high
    return high._replace(unit=high.unit or written.range.low.unit)


def as_limit(written: Written) -> None:
    """Take `ULN 23`, `≤23` or the end of a range, where the limit itself is asked."""
    amount, more = written.amount or written.limit, written.limit or written.range
    if amount is None and written.range is not None:
        amount = written.range.high
    if amount is not None and amount.comparator in ("<", "<="):
        amount = amount._replace(comparator="=")
    elif amount is not None and (amount.comparator != "=" or (written.amount and more)):
        amount = amount._replace(odd=True)  # no upper limit is above a number, or beside one
    written.amount, written.limit, written.range = amount, None, None


def is_out_of_scale(written: Written, item: Item) -> bool:
    """Whether the range printed beside a bare number is of another unit."""
    amount, span = written.amount, written.range
    if amount is None or span is None or amount.unit or amount.odd or span.high.odd:
        return False
    ends = [band_of(number, "=", item) for number in decimals(span.high.number)]
    own = [band_of(number, amount.comparator, item) for number in decimals(amount.number)]
    units = {"%" if band.asks else band.unit for band in (*ends, *own) if band is not None}
    return len(units) > 1 and len(ends) == len(own) == 1


def is_the_same(reading: Reading, item: Item, beyond: Reading, limit: Item) -> bool:
    """Whether a limit is the value in another unit: `0.9 mg/dL (80 umol/L)`, rounded."""
    if reading.status != "value" or not beyond.quantities:
        return False
    value, most = reading.quantities[0], beyond.quantities[0]
    times = Fraction(item.interval(value).low) / Fraction(limit.interval(most).low)
    return value.unit not in (most.unit, RATIO) and abs(times - 1) < _ROUNDING
