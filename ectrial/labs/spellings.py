"""How a unit that units.yaml lacks may be typed, worked out from its UCUM code."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

from ectrial.labs.analytes import spelled_out
from ectrial.yaml_file import YamlFile

FILE = Path(__file__).parent / "unit_words.yaml"
_PART = re.compile(
    r"(?P<joint>[./]?)(?P<atom>(?:\[[^\[\]]*\]|[0-9]+\.[0-9]+|[^\[\]{}./()])*)"
    r"(?P<note>\{[^{}]*\})?"
)
_UNDER_ONE_LINE = re.compile(r"/\(([^()]*)\)")
_POWER_OF_TEN = re.compile(r"10[*^](-?[0-9]+)")
_EXPONENT = re.compile(r"([^\[\]]*?[a-z])(-?[0-9]+)")
_LOG = re.compile("log|lg|ln")
_LONGEST = 48
_FEW = 3
_MOST = (24, 24, 12, 5, 3, 1)
"""How many forms of each part are joined with each other, in units of one part, two and more."""

_JOINTS: Mapping[str, tuple[str, ...]] = {
    "": ("",),
    ".": ("x", "", "."),
    "/": ("/", "per", "每"),
}


class _Part(NamedTuple):
    joint: str
    forms: tuple[str, ...]


def spellings(code: str, *, is_log: bool = False) -> tuple[str, ...]:
    """Give the forms, in small letters without blanks, in which a unit may be typed.

    A note of words in braces may be left out, as in `{beats}/min`; not one with digits, as in
    `mL/min/{1.73_m2}`, nor one of a logarithm: without it another quantity is meant.

    >>> spellings("mm[Hg]")
    ('mm[hg]', '毫米汞柱', 'mmhg')
    """
    words = _spelled(code)
    forms = [_small(code), *words]
    if len(code) <= _LONGEST and (parts := _parts(code, is_log=is_log)):
        forms += _joined(parts)
    # a number alone would be read as a part of the number before it
    return tuple(dict.fromkeys(form for form in forms if form and not form.isdecimal()))


def _parts(code: str, *, is_log: bool) -> list[_Part]:
    """Divide a code at its `.` and `/`; empty if it is none that can be divided."""
    code = _UNDER_ONE_LINE.sub(lambda found: "/" + found[1].replace(".", "/"), code)
    parts, place = [], 0
    while place < len(code):
        found = _PART.match(code, place)
        if found is None or found.end() == place:
            return []
        forms = tuple(_forms(found["atom"], found["note"] or "", is_log=is_log))
        parts.append(_Part(found["joint"], forms))
        place = found.end()
    return parts


def _forms(atom: str, note: str, *, is_log: bool) -> Iterator[str]:
    """Give the forms of one part, such as `m2`, `{beats}` or `%{saturation}`."""
    own = tuple(dict.fromkeys(_forms_of_atom(atom))) if atom else ("",)
    if note:
        joints = ("/", "") if atom else ("",)
        yield from (f"{a}{j}{n}" for j in joints for a in own for n in _forms_of_note(note))
    if not note or not (is_log or _LOG.search(note.lower()) or re.search("[0-9]", note)):
        yield from own


def _forms_of_atom(atom: str) -> Iterator[str]:
    if ten := _POWER_OF_TEN.fullmatch(atom):
        signs = ("^", "x", "e", "")
        yield from (f"{times}10{sign}{ten[1]}" for sign in signs for times in ("", "x"))
        return
    small = _small(atom)
    yield re.sub(r"[\[\]_']", "", small)
    if raised := _EXPONENT.fullmatch(small):
        bases = (raised[1], *_spelled(atom[: -len(raised[2])]))
        exponents = (f"^{raised[2]}", raised[2], raised[2].replace("-", "⁻"))
        yield from (f"{base}{exponent}" for exponent in exponents for base in bases)
    yield from _spelled(atom)


def _forms_of_note(note: str) -> Iterator[str]:
    """Give the words of a note: one thing or several, and `1.73_m2` with every sign for m²."""
    inner = _small(note[1:-1]).replace("_", "")
    if re.search("[0-9]", inner):
        squared = (
            inner,
            *(re.sub("m2$", form, inner) for form in ("m^2", "㎡", "平方米", "平米")),
        )
        yield from squared
        yield from (f"({form})" for form in squared)
        return
    yield from (inner, f"{inner}s", inner.removesuffix("s"))
    yield from _spelled(note)


def _joined(parts: Sequence[_Part]) -> Iterator[str]:
    most = _MOST[min(len(parts), len(_MOST)) - 1]
    written = sorted({part.joint for part in parts})
    for typed in product(*(_JOINTS[joint] for joint in written)):
        joints = dict(zip(written, typed, strict=True))
        for chosen in product(*(part.forms[:most] for part in parts)):
            yield _small(
                "".join(joints[p.joint] + form for p, form in zip(parts, chosen, strict=True))
            )
    yield from _with_negative_power(parts)


def _with_negative_power(parts: Sequence[_Part]) -> Iterator[str]:
    """Give `gxl-1` for g/L, as in reports that print `g·L⁻¹`."""
    if [part.joint for part in parts] in (["", "/"], ["/"]):
        over = [form for form in parts[-1].forms[:_FEW] if form[-1:].isalpha()]
        above = [form for part in parts[:-1] for form in part.forms[:_FEW]] or [""]
        signs, times = ("-1", "⁻1"), ("x", "") if parts[:-1] else ("",)
        # a letter that touches the digits before it may be one of them, copied badly
        pairs = ((a, t) for a in above for t in times if t or not a[-1:].isdigit())
        yield from (f"{a}{t}{o}{s}" for a, t in pairs for o in over for s in signs)


def _small(code: str) -> str:
    """Write a code as the units of a text are compared: x for `*`, u for µ, and no blanks."""
    small = code.lower().translate(str.maketrans("µμ·*", "uuxx"))
    return re.sub(r"\s", "", small)


def _spelled(code: str) -> Iterable[str]:
    return _words().get(code, ())


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    """Give what people type for each part of a unit, with every pattern expanded."""
    return {
        code: tuple(_small(form) for each in forms for form in spelled_out(each))
        for code, forms in YamlFile(FILE).data.items()
    }
