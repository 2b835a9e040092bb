"""Examples that items show a person, and that could not be typed: the units do not read them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from ectrial.labs.characters import normalized
from ectrial.labs.quantities import band_of
from ectrial.labs.reader import reader_of
from ectrial.labs.spellings import spellings
from ectrial.labs.units import forms_by_code, unit_of
from ectrial.quantity import Quantity
from ectrial.truth import UNKNOWN
from ectrial.vocabulary import Item, Vocabulary

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_PLAIN = re.compile(rf"({_NUMBER.pattern}) ?(\D.*)?")
_TAKEN = frozenset({"value", "confirm", "ask_unit"})


def faults_of_examples(item: Item, items: Vocabulary) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give examples of a number, in either language, that cannot be typed, and what to write.

    `items` are those beside it, such as its upper limit. Examples of properties are told, too.
    """
    for name, each in item.properties.items():
        for place, message in faults_of_examples(each, {}):
            yield ("properties", name, *place), message
    if item.kind == "quantity" and item.example is not None:
        written = {"en": item.example.en, "zh": item.example.zh}
        for language, example in written.items():
            if not _is_read(example, item, items):
                yield ("example", language), _told(example, item)


def _is_read(example: str, item: Item, items: Vocabulary) -> bool:
    plain = _PLAIN.fullmatch(normalized(example))
    if plain is not None and _means_one(Decimal(plain[1]), plain[2] or "", item):
        return True  # most are so plain that no reader, slow to make, is needed
    limit = items.get(item.uln or "")
    beside = {limit.id: limit} if limit else {}
    readings = reader_of({**beside, item.id: item}).read(example, lambda _: UNKNOWN, card=item.id)
    own = [each for each in readings if each.item == item.id]
    return bool(own) and all(r.status in _TAKEN or r.share is not None for r in own)


def _means_one(number: Decimal, typed: str, item: Item) -> bool:
    band = None if typed else band_of(number, "=", item)
    unit = unit_of(typed, item) if typed else band and not band.asks and band.unit
    return bool(unit) and item.is_possible(Quantity(number, str(unit)))


def _told(example: str, item: Item) -> str:
    numbers = [Decimal(found) for found in _NUMBER.findall(normalized(example))]
    could = (
        f"{number} {typed_as(code, item)}"
        for code in item.units
        for number in numbers
        if item.is_possible(Quantity(number, code))
    )
    units = ", ".join(typed_as(code, item) for code in item.units)
    instead = next((f", such as '{each}'" for each in could), "")
    return f"{example!r} cannot be typed: write a possible number and its unit ({units}){instead}"


def typed_as(code: str, item: Item) -> str:
    """Give a unit as a person types it, such as `mmHg` for `mm[Hg]`; else its code."""
    plain = re.sub(r"[\[\]{}_]", "", code)
    return plain if unit_of(normalized(plain), item) == code else code


@cache
def plain_unit(code: str) -> str:
    """Give a unit without the signs of UCUM, if people write it so; else its code."""
    plain = re.sub(r"[\[\]{}_]", "", code)
    return plain if plain.lower() in (*forms_by_code().get(code, ()), *spellings(code)) else code
