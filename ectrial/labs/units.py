"""The ways in which people type units (units.yaml, in lower case) -> UCUM codes."""

from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from ectrial.labs.analytes import spelled_out
from ectrial.labs.spellings import spellings
from ectrial.vocabulary import Item
from ectrial.yaml_file import YamlFile

FILE = Path(__file__).parent / "units.yaml"
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def unit_of(typed: str, item: Item) -> str | None:
    """Give the unit of the item that was typed; None for an empty or a foreign unit."""
    form = _normalized_unit(typed)
    return _among(form, tuple(item.units)) or own_spellings(item).get(form)


def own_spellings(item: Item) -> Mapping[str, str]:
    """Give the typed forms of those units of the item that units.yaml lacks -> UCUM codes."""
    return _own(tuple((code, unit.log10) for code, unit in item.units.items()))


@lru_cache(maxsize=1024)
def _own(units: tuple[tuple[str, bool], ...]) -> Mapping[str, str]:
    """Leave out what two units of the item share: small letters tell no mPa from an MPa."""
    known = forms_by_code()
    taken = {form for code, _ in units for form in known.get(code, ())}
    own = {
        code: {_normalized_unit(form) for form in spellings(code, is_log=is_log)} - {""}
        for code, is_log in units
        if code not in known
    }
    times = Counter(form for forms in own.values() for form in forms)
    exact = Counter(_normalized_unit(code) for code, _ in units)
    return {
        form: code
        for code, forms in own.items()
        for form in forms
        if form not in taken
        if times[form] == 1 or (form == _normalized_unit(code) and exact[form] == 1)
    }


@lru_cache(maxsize=4096)
def _among(form: str, units: tuple[str, ...]) -> str | None:
    codes = _codes().get(form, ())
    found = [u for u in units if u in codes or _normalized_unit(u) == form]
    is_open = len(found) > 1 and not any(unit in codes for unit in found)
    return None if is_open or not found else found[0]


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
