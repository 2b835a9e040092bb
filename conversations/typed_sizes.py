"""A number typed for a property of a thing, such as `4.2 cm`: what it may mean."""

import re
import unicodedata
from decimal import Decimal
from typing import Literal, NamedTuple

from ectrial.labs.characters import normalized
from ectrial.labs.decimals import decimals
from ectrial.labs.quantities import band_of, in_every_unit
from ectrial.labs.units import unit_of
from ectrial.quantity import Quantity
from ectrial.vocabulary import Item

_NUMBER = r"\d{1,4}(?:[.,]\d{1,3})?"
_TYPED = re.compile(rf"({_NUMBER})\s*(\D.*)?")
_LIMIT = re.compile(rf"(?:[<>≤≥≦≧=~≈]|<=|>=)+\s*{_NUMBER}\s*\D*")
_SEVERAL = re.compile(rf"{_NUMBER}[^\d.,]+{_NUMBER}.*")
_OTHER_WORDS = {"公分": "厘米"}

Why = Literal["", "impossible", "limit", "several", "unclear"]


class TypedSize(NamedTuple):
    """What a typed number may mean; `is_sure` if only one is possible, and that is usual.

    `why` says why there is none.
    """

    choices: tuple[Quantity, ...] = ()
    is_sure: bool = False
    why: Why = ""


def typed_size(item: Item, text: str) -> TypedSize:
    """Read a number; without a unit it is each that it can be, and nothing is guessed."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    found = _TYPED.fullmatch(plain)
    if found is None or _SEVERAL.fullmatch(plain):
        return TypedSize(why=_why(plain))
    numbers, said = decimals(found[1]), found[2] or ""
    unit = unit_of(normalized(_OTHER_WORDS.get(said, said)), item) if said else None
    if said and unit is None:
        return TypedSize(why="unclear")
    choices = [each for number in numbers for each in _possible(number, unit, item)]
    if not choices:
        return TypedSize(why="impossible")
    one = choices[0]
    is_usual = len(choices) == 1 and item.is_plausible(one)
    return TypedSize(tuple(choices), is_usual and (bool(said) or _is_foreseen(one, item)))


def _possible(number: Decimal, unit: str | None, item: Item) -> tuple[Quantity, ...]:
    quantity = Quantity(number, unit or item.canonical)
    if unit is None:
        return in_every_unit(quantity, item)
    return (quantity,) if item.is_possible(quantity) else ()


def _is_foreseen(quantity: Quantity, item: Item) -> bool:
    band = band_of(quantity.value, "=", item)
    return band is not None and band.unit == quantity.unit and not (band.asks or band.confirm)


def _why(plain: str) -> Why:
    if _LIMIT.fullmatch(plain):
        return "limit"
    return "several" if _SEVERAL.fullmatch(plain) else "unclear"
