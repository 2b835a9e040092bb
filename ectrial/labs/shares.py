"""Tells percentages of white cells from counts that look alike."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ectrial.labs.decimals import decimals
from ectrial.labs.lab_reading import LabReading
from ectrial.labs.lexicon import Name
from ectrial.labs.parsed_result import ParsedResult
from ectrial.labs.units import unit_of
from ectrial.quantity import Quantity
from ectrial.vocabulary import Item

_PERCENT = 100


def share_of(item: Item, parsed: ParsedResult, text: str) -> LabReading:
    """Keep a percentage as typed; whole_report.py offers the count calculated from it."""
    amount = parsed.amount
    is_clear = amount and not amount.ambiguous and not parsed.is_doubtful
    shares = decimals(amount.number) if amount and is_clear else ()
    share = shares[0] if len(shares) == 1 else None
    if amount and share is not None and share <= 1 and amount.unit != "%":
        share = None  # `NEUT% 0.62` may mean 62 % or 0.62 %
    return LabReading(item.id, "ask", text, share=share, why="percent")


def lacks_unit(name: Name, parsed: ParsedResult, item: Item) -> bool:
    """Whether a name that is clear only with a unit has none: `NEUT 3.1` may be a percentage."""
    if name.kind != "with_unit" or parsed.amount is None:
        return name.kind == "with_unit"
    return parsed.amount.unit != "%" and unit_of(parsed.amount.unit, item) is None


def may_be_fraction(name: Name, parsed: ParsedResult) -> bool:
    """Whether a bare number up to 1 may be a fraction of the white cells: `中性粒细胞 0.85`."""
    if name.kind != "share_or_count" or parsed.amount is None or parsed.amount.unit:
        return False
    return any(number <= 1 for number in decimals(parsed.amount.number))


def with_fraction(readings: Iterable[LabReading]) -> Iterator[LabReading]:
    """Ask whether a number is the count or the percentage that a fraction stands for."""
    for each in readings:
        if isinstance(each.value, Quantity):
            share = each.value.value * _PERCENT
            yield replace(
                each, status="ask", value=None, choices=(each.value,), share=share, why="percent"
            )
        else:
            yield each
