"""Tokens put together: amounts with their units and comparators, ranges, and the rest."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ectrial.labs.tokens import Token
from ectrial.quantity import Comparator

_DASHES = frozenset("-~")
_BESIDE = 2
_SIGNS = frozenset({"<=", "=<", "≤", "≦", ">=", "=>", "≥"})


class Amount(NamedTuple):
    """A number as typed. `odd` must be asked; `worded`: a word such as `以上` compares it."""

    start: int
    end: int
    number: str
    unit: str = ""
    comparator: Comparator = "="
    odd: bool = False
    worded: bool = False
    spelled: bool = False


class Span(NamedTuple):
    """A range from one number to another."""

    start: int
    end: int
    low: Amount
    high: Amount


Element = Amount | Span | Token


def elements(tokens: Sequence[Token]) -> Iterator[Element]:
    """Join `< 20 IU/mL`, `4 个月以上` and `3.5 - 9.5`; other tokens stay as they are."""
    place = 0
    while place < len(tokens):
        amount, after = _amount(tokens, place)
        if amount is None:
            yield tokens[place]
            place += 1
            continue
        second, end = _second(tokens, after)
        if second is not None and amount.comparator == "=" == second.comparator:
            yield Span(amount.start, second.end, amount, second)
            place = end
        else:
            yield amount
            place = after


def _second(tokens: Sequence[Token], place: int) -> tuple[Amount | None, int]:
    """Give the number behind `-`, `~`, `--` or `to`."""
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
        odd = comparator != "="
        comparator, worded, after = word.comparator, True, after + 1
    elif comparator in (">=", "<="):
        odd, worded = False, tokens[place].text not in _SIGNS
    else:
        odd = False
    start, end = tokens[place].start, tokens[after - 1].end
    odd = odd or number.odd
    amount = Amount(start, end, number.text, unit, comparator, odd, worded, number.spelled)
    return amount, after


def _comparator(tokens: Sequence[Token], place: int) -> tuple[Comparator, int]:
    if place < len(tokens) and (word := tokens[place].word) and word.kind == "before":
        return word.comparator, place + 1
    return "=", place
