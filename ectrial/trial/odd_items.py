"""What looks odd in a file of items, or cannot be meant by anybody, though it can be used."""

import re
from collections.abc import Iterator
from itertools import combinations

from ectrial.item_files import Items
from ectrial.quantity import Unit
from ectrial.unit_factors import size_of
from ectrial.vocabulary import Item
from ectrial.yaml_file import Fault

_SNAKE = re.compile(r"[a-z][a-z0-9_]*")
_CRITERION = re.compile(r"(INCL|EXCL)[A-Z]?\d+[A-Z]*", re.IGNORECASE)
Told = Iterator[tuple[str, str]]


def items_never_so(items: Items) -> Iterator[Fault]:
    """Give what nobody can mean in the items of a folder."""
    for name, line in items.lines.items():
        if item := items.vocabulary.get(name):
            for place, message in _never_so(item):
                yield line._replace(subject=".".join(filter(None, (name, place))), message=message)


def odd_items(items: Items) -> Iterator[Fault]:
    """Give what an author should look at again in the items of a folder."""
    for name, line in items.lines.items():
        if item := items.vocabulary.get(name):
            for place, message in _odd(item):
                yield line._replace(subject=".".join(filter(None, (name, place))), message=message)


def _never_so(item: Item) -> Told:
    if _CRITERION.fullmatch(item.id):
        yield "", "an id like that of a criterion: name what is asked, such as 'last_dose'"
    for language in ("en", "zh"):
        labels = [getattr(each, language) for each in item.options.values()]
        if twice := next((each for each in labels if labels.count(each) > 1), ""):
            yield "options", f"two have the label {twice!r}: nobody can tell them apart"
            break
    for band in item.bare:
        if band.low > band.high:
            yield "bare", f"low {band.low} is above high {band.high}: write the smaller as low"
    for name, each in item.properties.items():
        yield from ((f"properties.{name}.{place}", said) for place, said in _never_so(each))


def _odd(item: Item) -> Told:
    if not _SNAKE.fullmatch(item.id):
        yield "", "ids are small letters, digits and _: 'last_dose'"
    if item.units and item.kind != "quantity":
        yield "units", f"a {item.kind} has none: leave them out, or write kind: quantity"
    if item.options and item.kind in ("boolean", "quantity", "date", "list"):
        yield "options", f"a {item.kind} has none: leave them out, or write kind: choice"
    for one, other in combinations(item.bare, 2):
        if one.unit != other.unit and one.low <= other.high and other.low <= one.high:
            yield "bare", f"the bands of {one.unit} and {other.unit} overlap: the first counts"
    for code, unit in item.units.items():
        yield from ((f"units.{code}", message) for message in _odd_unit(code, unit))
    for name, each in item.properties.items():
        yield from ((f"properties.{name}.{place}", said) for place, said in _odd(each))


def _odd_unit(code: str, unit: Unit) -> Iterator[str]:
    soft, hard = unit.soft, unit.hard
    if soft and hard and not hard[0] <= soft[0] <= soft[1] <= hard[1]:
        yield "soft reaches beyond hard: no such number is ever accepted"
    has_factor = code == unit.base or "factor" in unit.model_fields_set
    if not has_factor and not _known(code, unit.base):
        yield f'1 {code} counts as 1 {unit.base}: write factor, also if it is "1"'


def _known(code: str, base: str) -> bool:
    """Whether UCUM says that both are one and the same."""
    mine, its = size_of(code), size_of(base)
    return mine is not None and its is not None and mine == its
