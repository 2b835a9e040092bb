"""How people type units: forms in lower case, from units.yaml, to UCUM codes."""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from ectrial.vocabulary import Item
from ectrial.yaml_file import Source

FILE = Path(__file__).parent / "units.yaml"
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def units_of(typed: str, item: Item) -> tuple[str, ...]:
    """The item's units that were typed; none for an empty or a foreign unit."""
    return _among(typed, tuple(item.units))


@lru_cache(maxsize=4096)
def _among(typed: str, units: tuple[str, ...]) -> tuple[str, ...]:
    plain = _plain_unit(typed)
    codes = _codes().get(plain, ())
    return tuple(code for code in units if code in codes or _plain_unit(code) == plain)[:1]


def typed_forms() -> frozenset[str]:
    """Give every form in which a unit is typed, UCUM codes included."""
    return frozenset((*_codes(), *(_plain_unit(code) for code in Source(FILE).data)))


def _plain_unit(typed: str) -> str:
    plain = typed.lower().translate(SUPERSCRIPTS).replace(" ", "").replace("*", "x")
    return plain.replace("₁₀", "10").strip(".")


@cache
def _codes() -> Mapping[str, tuple[str, ...]]:
    codes: dict[str, tuple[str, ...]] = {}
    for code, forms in Source(FILE).data.items():
        for form in forms:
            codes[form] = (*codes.get(form, ()), code)
    return codes
