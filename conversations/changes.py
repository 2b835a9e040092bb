"""Whether a new answer changes the recorded one: equal quantities and new samples do not."""

from datetime import date

from ectrial.given import Given, given
from ectrial.quantity import Quantity
from ectrial.record.entries import JSON
from ectrial.vocabulary import Item


def is_same(item: Item, old: JSON, new: JSON) -> bool:
    """Whether two answers mean the same: 5.2 and 5.20, or 92 g/L and 9.2 g/dL, of one day."""
    if old == new:
        return True
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    try:
        one, other = item.read(old), item.read(new)
    except ValueError:
        return False
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    if (one.taken, one.comparator) != (other.taken, other.comparator):
        return False
    in_one_base = item.units[one.unit].base == item.units[other.unit].base
    return in_one_base and item.interval(one) == item.interval(other)


def day_of(recorded: JSON) -> date | None:
    """Give the sampling day of a recorded number; None for any other answer."""
    return given(recorded).day


def is_repeat(old: JSON, new: Given) -> bool:
    """Whether a number is from a sample of another day than the recorded number."""
    before = day_of(old)
    return before is not None and new.day is not None and before != new.day


def is_earlier(old: JSON, new: Given) -> bool:
    """Whether a number is from an earlier sample, so that the recorded number still counts."""
    before = day_of(old)
    return before is not None and new.day is not None and new.day < before
