"""Refuses limits that no possible value can reach: mostly a slip of a digit or of the unit."""

from decimal import Decimal
from fractions import Fraction

from ectrial.quantity import Quantity
from ectrial.vocabulary import Item

_ALWAYS = {True: ("at_least", "above"), False: ("at_most", "below")}
"""What always holds against a limit below all values, and against one above them."""


def reachable(item: Item, unit: str, number: Decimal, operator: str = "") -> None:
    """Refuse a limit below zero or outside the possible range of the item: ValueError.

    `operator` is the comparison with the limit, if it is one; what it then means is said.
    """
    nearest = number.to_integral_value() if item.whole else number
    if number >= 0 and item.is_possible(Quantity(nearest, unit)):
        return
    is_low = number < 0 or _is_low(item, unit, number)
    where = "below" if is_low else "above"
    always = "always" if operator in _ALWAYS[is_low] else "never"
    hence = f"; {operator!r} {always} holds" if operator else ""
    possible = ": none is below 0" if number < 0 else _possible(item, unit)
    raise ValueError(f"{number} {unit} is {where} every value of {item.id}{possible}{hence}")


def _is_low(item: Item, unit: str, number: Decimal) -> bool:
    """Whether a number outside the possible range lies below it."""
    own, base = item.units[unit], item.units[item.units[unit].base]
    if own.hard is not None:
        return number < own.hard[0]
    return base.hard is not None and Fraction(number) * own.factor < base.hard[0]


def _possible(item: Item, unit: str) -> str:
    own = item.units[unit].hard
    base = item.units[unit].base
    hard = own or item.units[base].hard
    if hard is None:
        return ""
    return f": possible are {hard[0]} to {hard[1]} {unit if own else base}"
