"""The decimals that typed digits or number words may mean; a comma has two meanings."""

import re
from collections.abc import Iterator
from decimal import Decimal

_NUMBER = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?", re.IGNORECASE)
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_ENGLISH = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_DIGITS = {word: number for number, word in enumerate("一二三四五六七八九", start=1)} | {"两": 2}


def decimals(number: str) -> tuple[Decimal, ...]:
    """Give every meaning of the digits; two for `5,200`, none for `1.2.3` or for words.

    >>> [str(value) for value in decimals("5,200")], [str(value) for value in decimals("1.5e3")]
    (['5200', '5.200'], ['1500'])
    """
    if "," not in number:
        return tuple(_exact(number))
    decimal_comma = "." not in number and number.count(",") == 1
    readings = [number.replace(",", "")] if _THOUSANDS.fullmatch(number) else []
    readings += [number.replace(",", ".")] if decimal_comma else []
    return tuple(value for reading in readings for value in _exact(reading))


def _exact(number: str) -> Iterator[Decimal]:
    if _NUMBER.fullmatch(number):
        value = Decimal(number)
        exponent = value.as_tuple().exponent
        yield Decimal(f"{value:f}") if isinstance(exponent, int) and exponent > 0 else value


def spelled_number(words: str) -> Decimal | None:
    """Read a Chinese number below a hundred or an English one up to twelve; None for `两三`.

    >>> [str(spelled_number(words)) for words in ("十二", "九十", "six", "两三")]
    ['12', '90', '6', 'None']
    """
    if words in _ENGLISH:
        return Decimal(_ENGLISH.index(words) + 1)
    tens, ten, ones = words.rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or not {*tens, *ones} <= _DIGITS.keys():
        return None
    return Decimal((_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0))
