"""Tokens joined into amounts (comparator, number, unit) and into ranges of two amounts."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ectrial.labs.tokens import Token
from ectrial.quantity import Comparator

_DASHES = frozenset("-~")
_BESIDE = 2
_SIGNS = frozenset({"<=", "=<", "≤", "≦", ">=", "=>", "≥"})


class Amount(NamedTuple):
    """A number as typed, with its unit and comparator.

    `ambiguous`: it can be read in two ways, so it is asked. `worded`: its comparator is a word,
    such as `以上`. `spelled`: the number itself is written in words.
    """

    start: int
    end: int
    number: str
    unit: str = ""
    comparator: Comparator = "="
    ambiguous: bool = False
    worded: bool = False
    spelled: bool = False


class AmountRange(NamedTuple):
    """Two amounts with a dash between them, such as a reference range."""

    start: int
    end: int
    low: Amount
    high: Amount


Part = Amount | AmountRange | Token


def with_amounts(tokens: Sequence[Token]) -> Iterator[Part]:
    """Join tokens into amounts and ranges, as in `< 20 IU/mL`, `4 个月以上` and `3.5 - 9.5`.

    Other tokens are given unchanged.
    """
    place = 0
    while place < len(tokens):
        amount, after = _amount(tokens, place)
        if amount is None:
            yield tokens[place]
            place += 1
            continue
        second, end = _second(tokens, after)
        if second is not None and amount.comparator == "=" == second.comparator:
            yield AmountRange(amount.start, second.end, amount, second)
            place = end
        else:
            yield amount
            place = after


def _second(tokens: Sequence[Token], place: int) -> tuple[Amount | None, int]:
    """Give the number behind `-`, `~`, `--` or `to`, and the place where the parsing continues."""
    after = place
    while after < len(tokens) and after - place < _BESIDE and _is_dash(tokens[after]):
        after += 1
    return _amount(tokens, after) if after > place else (None, place)


def _is_dash(token: Token) -> bool:
    return token.text in _DASHES or token.text in ("to", "至", "到")


def _amount(tokens: Sequence[Token], place: int) -> tuple[Amount | None, int]:
    comparator, first = _comparator(tokens, place)
    if first >= len(tokens) or tokens[first].kind != "number":
        return None, place
    number, unit, worded, after = tokens[first], "", False, first + 1
    if after < len(tokens) and tokens[after].kind == "unit":
        unit, after = tokens[after].text, after + 1
    if after < len(tokens) and (word := tokens[after].word) and word.kind == "behind":
        ambiguous = comparator != "="
        comparator, worded, after = word.comparator, True, after + 1
    elif comparator in (">=", "<="):
        ambiguous, worded = False, tokens[place].text not in _SIGNS
    else:
        ambiguous = False
    start, end = tokens[place].start, tokens[after - 1].end
    ambiguous = ambiguous or number.ambiguous
    amount = Amount(start, end, number.text, unit, comparator, ambiguous, worded, number.spelled)
    return amount, after


def _comparator(tokens: Sequence[Token], place: int) -> tuple[Comparator, int]:
    if place < len(tokens) and (word := tokens[place].word) and word.kind == "before":
        return word.comparator, place + 1
    return "=", place
