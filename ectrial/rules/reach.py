"""Refuses limits that no possible value can reach: mostly a slip of a digit or of the unit."""

from decimal import Decimal

from ectrial.quantity import Quantity
from ectrial.vocabulary import Item


def reachable(item: Item, unit: str, number: Decimal) -> None:
    """Refuse a limit below zero or outside the possible range of the item: ValueError."""
    if number < 0:
        raise ValueError(f"no value of {item.id} reaches {number} {unit}: none is below 0")
    nearest = number.to_integral_value() if item.whole else number
    if not item.is_possible(Quantity(nearest, unit)):
        raise ValueError(f"no value of {item.id} reaches {number} {unit}{_possible(item, unit)}")


def _possible(item: Item, unit: str) -> str:
    own = item.units[unit].hard
    base = item.units[unit].base
    hard = own or item.units[base].hard
    if hard is None:
        return ""
    return f": possible are {hard[0]} to {hard[1]} {unit if own else base}"
