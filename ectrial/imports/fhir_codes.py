"""Whose code says what in a FHIR Observation: what was measured, in which unit, or which word."""

from collections.abc import Iterator, Mapping
from typing import Any

from ectrial.fhir_systems import ITEM, LOINC, RESULT, SNOMED, UCUM, system_of_answers
from ectrial.imports.faults import quoted
from ectrial.labs.loinc import item_by_loinc, known_of
from ectrial.record.entries import JSON
from ectrial.vocabulary import RATIO, Item, Vocabulary

_POSITIVE, _NEGATIVE, _NOT_DETECTED = "positive", "negative", "not_detected"
_WORDS: Mapping[tuple[str, str], str] = {
    (SNOMED, "10828004"): _POSITIVE,
    (SNOMED, "260385009"): _NEGATIVE,
    (SNOMED, "260415000"): _NOT_DETECTED,
    (LOINC, "LA6576-8"): _POSITIVE,
    (LOINC, "LA6577-6"): _NEGATIVE,
    (LOINC, "LA11883-8"): _NOT_DETECTED,
    (RESULT, "not_detected"): _NOT_DETECTED,
}
"""What codes of results say; any other code is not read."""


def codings(concept: Any) -> Iterator[tuple[str, str]]:
    """Give system and code of each coding of a concept."""
    found = concept.get("coding") if isinstance(concept, dict) else None
    for each in found if isinstance(found, list) else ():
        if isinstance(each, dict):
            yield str(each.get("system", "")), str(each.get("code", ""))


def items_of(concept: Any) -> dict[str, str]:
    """Give each item that a code names, with its LOINC code, or none where it is our own name."""
    named: dict[str, str] = {}
    for system, code in codings(concept):
        if system == ITEM:
            named.setdefault(code, "")
        elif system == LOINC and (item := item_by_loinc().get(code)):
            named[item] = named.get(item) or code
    return named


def unit_in(quantity: Mapping[str, Any], item: Item) -> str | None:
    """Give the unit of an item that a UCUM code is; None if it is none of them."""
    code = quantity.get("code")
    if quantity.get("system") != UCUM or not isinstance(code, str):
        return None
    unit = RATIO if code == f"{{{RATIO}}}" else code
    return unit if unit in item.units else None


def without_unit(quantity: Mapping[str, Any], item: Item) -> str:
    """Say why a quantity has no unit of an item: `unit` is for people, so it names none."""
    one_of = f"one of {', '.join(item.units)}"
    missing = [part for part in ("system", "code") if not quantity.get(part)]
    if missing:
        are = "is" if len(missing) == 1 else "are"
        return f"has no UCUM unit: its {' and '.join(missing)} {are} missing ({UCUM}, {one_of})"
    if quantity["system"] != UCUM:
        return f"has no UCUM unit: its system is {quoted(str(quantity['system']))}, not {UCUM}"
    return f"has no UCUM unit {quoted(str(quantity['code']))}; {one_of}"


def fits(item: str, loinc: str, unit: str) -> bool:
    """Whether a LOINC code of an item is for numbers in a unit."""
    return all(each.fits(unit) for each in known_of(item).codes if each.code == loinc)


def word_of(concept: Any, item: Item) -> JSON:
    """Give the answer that the code of a result is; None if it is none that is known."""
    for system, code in codings(concept):
        if system == system_of_answers(item.id) and code in item.options:
            return code
        word = _WORDS.get((system, code))
        if word in item.options:
            return word
        if word is not None and word in item.reports:
            return {"result": word}
    return None


def limit_of(observation: Mapping[str, Any], item: Item, items: Vocabulary) -> Any:
    """Give the high ends of its reference ranges for normal; of an item without a limit, none."""
    ranges = observation.get("referenceRange")
    if item.uln not in items or not isinstance(ranges, list):
        return []
    return [
        each["high"]
        for each in ranges
        if isinstance(each, dict) and isinstance(each.get("high"), dict) and _is_normal(each)
    ]


def _is_normal(range_: Mapping[str, Any]) -> bool:
    told = [code for _, code in codings(range_.get("type"))]
    return not told or "normal" in told
