"""Holds the factor between two units of an item against UCUM, where both codes are of one kind.

A factor that is wrong by a power of ten, or upside down, judges every number that is typed in
that unit wrongly. A small part of UCUM is enough: what is not known here is not judged.
"""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from ectrial.quantity import Unit, exact
from ectrial.vocabulary import Item

_PREFIXES = {
    "k": Fraction(1000),
    "h": Fraction(100),
    "d": Fraction(1, 10),
    "c": Fraction(1, 100),
    "m": Fraction(1, 10**3),
    "u": Fraction(1, 10**6),
    "n": Fraction(1, 10**9),
    "p": Fraction(1, 10**12),
    "f": Fraction(1, 10**15),
    "M": Fraction(10**6),
    "G": Fraction(10**9),
}
_DAY, _MONTH = 86400, Fraction(487 * 5400)
_METRIC = {
    "m": (Fraction(1), "L"),
    "g": (Fraction(1), "M"),
    "s": (Fraction(1), "T"),
    "mol": (Fraction(1), "N"),
    "L": (Fraction(1, 1000), "LLL"),
    "l": (Fraction(1, 1000), "LLL"),
    "kat": (Fraction(1), "N/T"),
    "U": (Fraction(1, 60 * 10**6), "N/T"),
    "[IU]": (Fraction(1), "I"),
    "[iU]": (Fraction(1), "I"),
    "Pa": (Fraction(10**3), "M/LTT"),
    "m[Hg]": (Fraction(133322 * 10**3), "M/LTT"),
    "Gy": (Fraction(1), "LL/TT"),
    "Hz": (Fraction(1), "/T"),
}
"""Units that take prefixes: size, and kind: length L, mass M, time T, amount N, [IU] I."""
_WHOLE = {
    "min": (Fraction(60), "T"),
    "h": (Fraction(3600), "T"),
    "d": (Fraction(_DAY), "T"),
    "wk": (Fraction(7 * _DAY), "T"),
    "mo": (_MONTH, "T"),
    "a": (12 * _MONTH, "T"),
    "%": (Fraction(1, 100), ""),
    "[lb_av]": (Fraction("453.59237"), "M"),
    "[in_i]": (Fraction("0.0254"), "L"),
    "[ft_i]": (Fraction("0.3048"), "L"),
}
_TERMS = re.compile(r"([./]?)((?:\d+\.\d+)?[^./]+)")
_TEN = re.compile(r"10[*^](-?\d{1,2})")
_TERM = re.compile(r"(\d+(?:\.\d+)?)?(\D+?)?(-?\d)?")
_NOTE = re.compile(r"\{[^}]*\}")
_NEAR = Fraction(1, 10)
"""Factors are rounded, and a month counts as 30 days: what is nearer than this is not judged."""


class Size(NamedTuple):
    """How large one of a unit is in metres, grams, seconds and moles, and the powers of these."""

    number: Fraction
    powers: Mapping[str, int]

    def times(self, other: "Size", power: int) -> "Size":
        """Multiply by a power of another."""
        names = self.powers.keys() | other.powers.keys()
        powers = {n: self.powers.get(n, 0) + power * other.powers.get(n, 0) for n in names}
        number = self.number * other.number**power
        return Size(number, {name: each for name, each in powers.items() if each})


_ONE = Size(Fraction(1), {})


def size_of(code: str) -> Size | None:
    """Give the size of a unit by its UCUM code; None for one that is not known here.

    >>> str(size_of("mmol/L").number), size_of("{score}"), size_of("lb")
    ('1', None, None)
    """
    bare = _NOTE.sub("", code)
    terms = _TERMS.findall(bare)
    if not terms or "".join(f"{sign}{term}" for sign, term in terms) != bare:
        return None
    size = _ONE
    for sign, term in terms:
        one = _size_of_term(term)
        if one is None:
            return None
        size = size.times(one, -1 if sign == "/" else 1)
    return size


def _size_of_term(term: str) -> Size | None:
    if ten := _TEN.fullmatch(term):
        return Size(Fraction(10) ** int(ten[1]), {})
    found = _TERM.fullmatch(term)
    if found is None:
        return None
    number, atom, power = found.groups()
    size = _size_of_atom(atom) if atom else _ONE
    if size is None:
        return None
    return Size(Fraction(number or 1), {}).times(size, int(power or 1))


def _size_of_atom(atom: str) -> Size | None:
    known = _WHOLE.get(atom) or _METRIC.get(atom)
    factor = Fraction(1)
    if known is None:
        known = _METRIC.get(atom[1:])
        factor = _PREFIXES.get(atom[:1], Fraction(0))
    if known is None or not factor:
        return None
    above, _, below = known[1].partition("/")
    powers = {name: above.count(name) - below.count(name) for name in (*above, *below)}
    return Size(known[0] * factor, powers)


def faults_of_factors(item: Item) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give the units of an item, and of its properties, whose factor is not that of UCUM."""
    for code, unit in item.units.items():
        if code != unit.base and not unit.log10 and (message := _wrong(code, unit)):
            yield ("units", code, *(("factor",) if _has_factor(unit) else ())), message
    for name, each in item.properties.items():
        for place, message in faults_of_factors(each):
            yield ("properties", name, *place), message


def _has_factor(unit: Unit) -> bool:
    return "factor" in unit.model_fields_set


def _wrong(code: str, unit: Unit) -> str:
    """Say what the factor is instead; empty if it is right, or cannot be told."""
    mine, its = size_of(code), size_of(unit.base)
    if mine is None or its is None or _NOTE.findall(code) != _NOTE.findall(unit.base):
        return ""
    if mine.powers == its.powers:
        right = mine.number / its.number
        if abs(unit.factor / right - 1) <= _NEAR:
            return ""
        beside = f", not {exact(unit.factor)}" if _has_factor(unit) else ""
        return f'1 {code} is {exact(right)} {unit.base}{beside}: write factor: "{exact(right)}"'
    if _has_factor(unit) or "I" in {*mine.powers, *its.powers}:
        return ""
    return f"1 {code} is not 1 {unit.base}: add factor, how many {unit.base} that is"
