"""A text cut into names, numbers, units, words and signs, from left to right in linear time."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from ectrial.labs.dates import DATE_OR_TIME
from ectrial.labs.lexicon import Lexicon, Name, Word
from ectrial.labs.units import SUPERSCRIPTS

TokenKind = Literal["name", "number", "unit", "word", "sign", "line", "date", "other"]


class Token(NamedTuple):
    """One piece of a text: its kind, its position, and its normalized characters.

    A number is `ambiguous` if it can be read in two ways, and `spelled` if written in words.
    """

    kind: TokenKind
    start: int
    end: int
    text: str
    name: Name | None = None
    word: Word | None = None
    ambiguous: bool = False
    spelled: bool = False


_NUMBER = re.compile(
    r"10(?:\^[0-9]{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})|[0-9]+(?:[.,][0-9]+)*(?:e[+-]?[0-9]{1,2}(?![0-9]))?"
)
_POINT_FIRST = re.compile(r"\.[0-9]+(?:[.,][0-9]+)*")
_SPELLED = re.compile(
    r"[一二两三四五六七八九十]{1,4}(?=\s*(?:个?半?月|个?周期|个?疗程|年|天|周|星期|程|$))"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?=[ -]?(?:cycle|month|week|year|day)|$)"
)
_POWER = re.compile(r" ?x ?10(?:\^ ?([0-9]{1,2})|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})|(?:e[0-9])|([0-9])(?![0-9]))")
_BROKEN = re.compile(r"\.[a-z](?![a-z])|,[zobislq](?![a-z])")
"""A letter in place of a digit, as in a badly copied `5.Z`."""
_HALF_YEAR = re.compile("半年|half (?:a )?year")
_UNIT_POWER = re.compile(r"[0-9]+(?:[.,][0-9]+)?(?=e9/l)")
"""`5.2E9/L` means 5.2 with the unit E9/L, not 5 200 000 000."""
_ASCII_WORD = re.compile(r"[a-z][a-z0-9]*")
_NUMERIC = frozenset("0123456789.")
_SIGNS = frozenset("()[]/-~:=,、;.+%")


def tokens(text: str, lexicon: Lexicon, item: str = "") -> Iterator[Token]:
    """Cut a normalized text (see characters.py); leave out blanks, dates and times.

    `item` is the item of the card: numbers before any name are in its units.
    """
    place, unit_may_follow, counted = 0, False, False
    last: Token | None = None
    while place < len(text):
        if text[place] == " ":
            place += 1
            continue
        made = _unit(text, place, lexicon, item) if unit_may_follow else ()
        if made and last and last.text == "," and not _is_column(text, place, made[0]):
            made = ()
        made = made or _token(text, place, lexicon, item)
        if made and last and last.kind == "other" and made[0].text in lexicon.prose:
            made = (made[0]._replace(kind="other", name=None),)
        place = made[-1].end
        if made[-1].kind == "date":
            continue
        yield from made
        last = made[-1]
        item = last.name.item if last.name else item
        counted = last.kind == "number" or (counted and last.kind not in ("name", "line"))
        unit_may_follow = last.kind == "number" or _admits_unit(last, counted=counted)


_BETWEEN_NUMBER_AND_UNIT = frozenset({"flag", "level", "absent"})


def _admits_unit(token: Token, *, counted: bool) -> bool:
    """Whether a unit may follow: in brackets, or behind an arrow or `Low` after a number."""
    if token.text in ("(", "["):
        return True
    if token.text in (")", "]", ","):
        return counted
    return counted and token.word is not None and token.word.kind in _BETWEEN_NUMBER_AND_UNIT


def _is_column(text: str, place: int, unit: Token) -> bool:
    """Whether a unit stands in its own column, as in `WBC,7.5,10^9/L`."""
    return text[place - 1] == "," and any(sign in unit.text for sign in "/%")


def _unit(text: str, place: int, lexicon: Lexicon, item: str) -> tuple[Token, ...]:
    found = lexicon.unit_at(text, place, item)
    if text[place].isalpha() and (found is None or _goes_on(text, found[1])):
        found = lexicon.unknown_unit_at(text, place) or found
    name = lexicon.name_at(text, place) if found else None
    if found is None or (name and name[1] > found[1]):
        return ()
    return (Token("unit", place, found[1], found[0]),)


def _goes_on(text: str, end: int) -> bool:
    return text[end : end + 1].isalnum() or text[end : end + 1] == "/"


def _token(text: str, place: int, lexicon: Lexicon, item: str) -> tuple[Token, ...]:
    first = text[place]
    if first == "\n":
        return (Token("line", place, place + 1, first),)
    named = lexicon.name_at(text, place)
    word = lexicon.word_at(text, place)
    if named and not (word and word[1] > named[1]):
        return (Token("name", place, named[1], text[place : named[1]], name=named[0]),)
    if first in _NUMERIC and (token := _numeric(text, place, lexicon, item)):
        return (token,)
    if word and not _is_touching_flag(text, word):
        return (Token("word", place, word[1], text[place : word[1]], word=word[0]),)
    if first in _SIGNS:
        return (Token("sign", place, place + 1, first),)
    half = _HALF_YEAR.match(text, place)
    if half:
        end = half.end()
        return (Token("number", place, end, "6"), Token("unit", place, end, "mo"))
    spelled = _SPELLED.match(text, place)
    if spelled:
        return (Token("number", place, spelled.end(), spelled[0], spelled=True),)
    other = _ASCII_WORD.match(text, place)
    end = other.end() if other else place + 1
    return (Token("other", place, end, text[place:end]),)


def _is_touching_flag(text: str, found: tuple[Word, int]) -> bool:
    """Whether a letter such as L touches the digits behind it, so that it may be a miscopied 1."""
    word, end = found
    letter = text[end - 1].isascii() and text[end - 1].isalpha()
    return word.kind == "flag" and letter and text[end : end + 1].isdigit()


def _numeric(text: str, place: int, lexicon: Lexicon, item: str) -> Token | None:
    """Give the date or number that begins here; a point alone is neither."""
    if date := DATE_OR_TIME.match(text, place):
        return Token("date", place, date.end(), date[0])
    if number := _UNIT_POWER.match(text, place) or _NUMBER.match(text, place):
        return _number(text, _before_column(text, number, lexicon, item), lexicon, item)
    point = _POINT_FIRST.match(text, place)
    return _ambiguous(point[0], place) if point else None


def _before_column(text: str, found: re.Match[str], lexicon: Lexicon, item: str) -> re.Match[str]:
    """End a number at a comma before a unit that begins with digits: `7.5,10^9/L`."""
    if "," not in found[0]:
        return found
    for comma in (place for place, sign in enumerate(found[0], found.start()) if sign == ","):
        unit = lexicon.unit_at(text, comma + 1, item)
        if unit is not None and "/" in unit[0]:
            return _NUMBER.match(text, found.start(), comma) or found
    return found


def _number(text: str, found: re.Match[str], lexicon: Lexicon, item: str) -> Token:
    place = found.start()
    if broken := _BROKEN.match(text, found.end()):
        return _ambiguous(text[place : broken.end()], place)
    power = _POWER.match(text, found.end())
    if power is None or _is_unit(text, found.end(), power.end(), lexicon, item):
        return Token("number", place, found.end(), _without_power(found[0]))
    exponent = power[1] or (power[2] or "").translate(SUPERSCRIPTS) or power[3]
    if exponent is None or not found[0].replace(".", "", 1).isdigit():
        return _ambiguous(text[place : power.end()], place)
    return Token("number", place, power.end(), f"{found[0]}e{exponent}")


def _is_unit(text: str, start: int, power_end: int, lexicon: Lexicon, item: str) -> bool:
    """Whether `×10⁹` belongs to the unit, as in ×10⁹/L, and not to the number."""
    unit = lexicon.unit_at(text, start, item)
    if unit is None or unit[1] < power_end:
        return False
    return unit[1] > power_end or not lexicon.unit_at(text, power_end, item)


def _without_power(number: str) -> str:
    """Write `10^4` and `10⁴` as 1e4."""
    if number.isdecimal():
        return number
    digits = number.removeprefix("10")
    if digits[:1] == "^":
        return f"1e{digits[1:]}"
    exponent = digits.translate(SUPERSCRIPTS)
    return f"1e{exponent}" if exponent != digits else number


def _ambiguous(number: str, place: int) -> Token:
    return Token("number", place, place + len(number), number, ambiguous=True)
