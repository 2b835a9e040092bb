"""Texts in the form of real reports, with what must come of each, and the judge of a reading."""

import json
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple

from tests.ectrial.lab_corpus import read

DATA = Path(__file__).parent.parent.parent / "data"
_SAME_SIZE = {
    "10*3/uL": ("10*9/L", Decimal(1)),
    "10*6/mL": ("10*9/L", Decimal(1)),
    "/uL": ("10*9/L", Decimal("0.001")),
    "/mm3": ("10*9/L", Decimal("0.001")),
    "10*4/uL": ("10*9/L", Decimal(10)),
    "[IU]/L": ("U/L", Decimal(1)),
}
Result = tuple[str, str, str]


class Faults(NamedTuple):
    """What is wrong with the reading of a text: values nobody meant, certain values asked."""

    wrong: list[str]
    asked: list[str]


def reports(file: str) -> list[dict[str, Any]]:
    """Give the cases of a file: a text, the card it was typed on, and what may come of it.

    `expect` lists for each item a value, unit and comparator, or "ask" for anything but a value.
    An item that is not named must give no value.
    """
    cases: list[dict[str, Any]] = json.loads((DATA / file).read_text("utf-8"))["cases"]
    return cases


def faults_of(case: dict[str, Any]) -> Faults:
    """Read a text as `ectrial labs` does, and judge what came of it."""
    readings: dict[str, list[dict[str, Any]]] = {}
    for each in read(case["text"], case["item"]):
        readings.setdefault(each["item"] or "", []).append(each)
    wrong: list[str] = []
    asked: list[str] = []
    for item, allowed in case["expect"].items():
        of_item = readings.get(item, [])
        values = [_result(each) for each in allowed if each != "ask"]
        taken = [_result(each) for each in of_item if each["status"] == "value"]
        offered = [_result(each) for each in of_item if each["status"] == "confirm"]
        bad = [each for each in taken if each not in values]
        if values and "ask" not in allowed:
            bad += [each for each in offered if each not in values]
        wrong += [f"{item} {each}" for each in bad]
        if not bad and "ask" not in allowed and not any(each in values for each in taken):
            asked.append(f"{item} {[each['status'] for each in of_item]}")
    for item, of_item in readings.items():
        if item and item not in case["expect"]:
            wrong += [f"{item} {_result(r)}" for r in of_item if r["status"] == "value"]
    return Faults(wrong, asked)


def _result(given: dict[str, Any]) -> Result:
    """Give comparator, value and unit, units of equal size as one."""
    value, unit = str(given["value"]), given["unit"] or ""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return given.get("comparator") or "=", value, unit
    if unit in _SAME_SIZE:
        unit, factor = _SAME_SIZE[unit]
        number *= factor
    return given.get("comparator") or "=", f"{number.normalize():f}", unit
