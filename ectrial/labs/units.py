"""The ways in which people type units (units.yaml, in lower case) -> UCUM codes."""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from ectrial.labs.analytes import spelled_out
from ectrial.vocabulary import Item
from ectrial.yaml_file import YamlFile

FILE = Path(__file__).parent / "units.yaml"
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def unit_of(typed: str, item: Item) -> str | None:
    """Give the unit of the item that was typed; None for an empty or a foreign unit."""
    return _among(typed, tuple(item.units))


@lru_cache(maxsize=4096)
def _among(typed: str, units: tuple[str, ...]) -> str | None:
    form = _normalized_unit(typed)
    codes = _codes().get(form, ())
    return next((u for u in units if u in codes or _normalized_unit(u) == form), None)


def typed_forms() -> frozenset[str]:
    """Give every typed form of a unit, with the UCUM codes."""
    return frozenset((*_codes(), *(_normalized_unit(code) for code in forms_by_code())))


@cache
def forms_by_code() -> Mapping[str, tuple[str, ...]]:
    """Give the typed forms of each unit, with every pattern expanded."""
    return {
        code: tuple(form for each in forms for form in spelled_out(each))
        for code, forms in YamlFile(FILE).data.items()
    }


def _normalized_unit(typed: str) -> str:
    form = typed.lower().translate(SUPERSCRIPTS).replace(" ", "").replace("*", "x")
    return form.replace("₁₀", "10").strip(".")


@cache
def _codes() -> Mapping[str, tuple[str, ...]]:
    codes: dict[str, tuple[str, ...]] = {}
    for code, forms in forms_by_code().items():
        for form in forms:
            codes[form] = (*codes.get(form, ()), code)
    return codes
