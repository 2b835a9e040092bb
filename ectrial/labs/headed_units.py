"""The unit in the heading of a column, put behind the numbers of a cell that names none itself."""

from itertools import pairwise

from ectrial.labs.characters import normalized
from ectrial.labs.lexicon import Lexicon
from ectrial.labs.tokens import Token, tokens
from ectrial.labs.units import unit_of
from ectrial.vocabulary import RATIO, Item


def units_named(text: str, lexicon: Lexicon, item: Item) -> frozenset[str]:
    """Give the units that a text names, as the item has them; of another lab as it was typed."""
    return frozenset(_code(each, lexicon, item) for each in _cut(text, lexicon, item, "unit"))


def with_unit(text: str, unit: str, lexicon: Lexicon, item: Item) -> str:
    """Give the text as it would be typed with a unit; as it is, if it names a unit itself.

    A multiple of the upper limit (`1.2×ULN`) is in no unit, so that other numbers beside it are.
    """
    if units_named(text, lexicon, item) - {RATIO}:
        return text
    cut = [*tokens(normalized(text), lexicon, item.id), None]
    typed, done = "", 0
    for number, after in pairwise(cut):
        if number and number.kind == "number" and not (after and after.kind == "unit"):
            typed += f"{text[done : number.end]} {unit} "
            done = number.end
    return typed + text[done:].lstrip() if typed else text


def _cut(text: str, lexicon: Lexicon, item: Item, kind: str) -> list[Token]:
    return [each for each in tokens(normalized(text), lexicon, item.id) if each.kind == kind]


def _code(unit: Token, lexicon: Lexicon, item: Item) -> str:
    code = unit_of(unit.text, item)
    if code is None and unit.text in lexicon.scaled:
        return lexicon.scaled[unit.text][1]
    return code or unit.text
