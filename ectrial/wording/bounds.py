"""The bound of a comparison in words, beside the value that is compared with it."""

from decimal import Decimal
from fractions import Fraction

from ectrial.facts import Facts
from ectrial.quantity import Quantity, multiply
from ectrial.rules.language import Evidence
from ectrial.truth import Truth
from ectrial.vocabulary import RATIO
from ectrial.wording.comparisons import Bounded, comparison, sign_of
from ectrial.wording.numbers import (
    number_apart,
    number_words,
    quantity_words,
    sign_words,
    unit_words,
    with_unit,
)
from ectrial.wording.speech import Say


def relation(say: Say, leaf: Evidence, value: Quantity, facts: Facts) -> str:
    """Give the limit of a leaf behind its sign; its unit only where the value has another."""
    rule: Bounded = leaf.rule  # type: ignore[assignment] # of these alone a caller asks
    if rule.limit is not None and rule.unit != value.unit:
        return comparison(say, rule, leaf.truth)
    return f"{sign(leaf)} {bound(say, rule, value, facts)}"


def sign(leaf: Evidence) -> str:
    """Give the sign that makes a true statement ("8 < 9 ✗"); if unknown, the sign needed."""
    rule: Bounded = leaf.rule  # type: ignore[assignment] # of these alone a caller asks
    return sign_of(rule, leaf.meets if leaf.truth is Truth.UNKNOWN else leaf.truth)


def bound(say: Say, rule: Bounded, value: Quantity, facts: Facts) -> str:
    """Give the bound, without its unit if the value before it has the same unit."""
    if rule.other is None:
        return number_words(rule.times if rule.limit is None else rule.limit)
    times = number_words(rule.times)
    if value.unit == RATIO:
        return times
    reference = facts.quantity(rule.other.id)
    if reference is None:
        shown = say.text(rule.other.name)
    elif reference.unit == value.unit:
        shown = number_words(reference.value)
    else:
        shown = quantity_words(reference)
    if rule.times == 1:
        return shown
    return f"{times}×{shown}{_product(rule, value, reference)}"


def _product(rule: Bounded, value: Quantity, reference: Quantity | None) -> str:
    """Give the calculated bound, if the upper limit is a plain number."""
    if reference is None or reference.comparator != "=":
        return ""
    product = multiply(rule.times, reference.value)
    number = f"{product.normalize():f}" if isinstance(product, Decimal) else number_words(product)
    unit = "" if reference.unit == value.unit else unit_words(reference.unit)
    return f" = {with_unit(number, unit)}"


def converted(say: Say, rule: Bounded, value: Quantity) -> str:
    """Give the value in the unit of a fixed limit, never rounded across that limit."""
    item, unit = rule.item, rule.unit
    if unit is None or rule.limit is None or value.unit == unit or item.units[value.unit].log10:
        return ""
    if item.units[value.unit].base != item.units[unit].base:
        return ""
    exact = Fraction(item.interval(value._replace(comparator="=")).low) / item.units[unit].factor
    number = sign_words(value.comparator) + number_apart(exact, Fraction(rule.limit))
    if unit == "mo":
        return " = " + say("{number} months", number=number)
    return f" = {with_unit(number, unit_words(unit))}"
