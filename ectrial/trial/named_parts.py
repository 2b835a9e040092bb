"""Faults of names within a protocol file: those that must be unique, and those that must exist.

They are looked for in what was written, so that they are told beside faults of single parts.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ectrial.nearest import unknown

_LISTS = {"reading": "readings", "block": "blocks", "criterion": "criteria"}
Told = Iterator[tuple[tuple[int | str, ...], str]]


def listed(data: Mapping[str, Any], part: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Give each entry of a list of the file with its number; none for what is no list."""
    written = data.get(part)
    for number, entry in enumerate(written if isinstance(written, list) else ()):
        if isinstance(entry, dict):
            yield number, entry


def faults_of_names(data: Mapping[str, Any]) -> Told:
    """Give doubles, and names of readings, criteria and blocks that stand nowhere."""
    criteria, readings = _names(data, "criteria", "id"), _names(data, "readings", "code")
    blocks = _names(data, "blocks", "id")
    parts = _names(data, "parts", "id")
    yield from _doubles("parts", parts)
    yield from _doubles("criteria", criteria)
    yield from _doubles("questions", _names(data, "questions", "id"))
    yield from _doubles("readings", readings)
    yield from _doubles("blocks", blocks)
    for number, criterion in listed(data, "criteria"):
        yield from _unknown_parts(number, criterion.get("part"), parts.values())
        codes = criterion.get("readings")
        for code in codes if isinstance(codes, list) else ():
            if code not in readings.values():
                place = ("criteria", number, "readings")
                yield place, _unknown("reading", code, readings)
    for number, question in listed(data, "questions"):
        for field, names in (("criterion", criteria), ("block", blocks)):
            name = question.get(field)
            if isinstance(name, str) and name not in names.values():
                yield ("questions", number, field), _unknown(field, name, names)


def _unknown(what: str, name: object, names: Mapping[int, str]) -> str:
    how = "" if names else f": the file has no {_LISTS[what]}, write one there or leave it out"
    return f"{unknown(what, name, names.values())}{how}"


def _unknown_parts(number: int, written: Any, known: Collection[str]) -> Told:
    for name in (written,) if isinstance(written, str) else written or ():
        if isinstance(name, str) and name not in known:
            how = "" if known else f": name it at the top, parts: [{{id: {name}, name: …}}, …]"
            yield ("criteria", number, "part"), f"{unknown('part', name, known)}{how}"


def _names(data: Mapping[str, Any], part: str, field: str) -> dict[int, str]:
    named = ((number, entry.get(field)) for number, entry in listed(data, part))
    return {number: name for number, name in named if isinstance(name, str)}


def _doubles(part: str, names: Mapping[int, str]) -> Told:
    seen: set[str] = set()
    for number, name in names.items():
        if name in seen:
            yield (part, number), f"{name!r} stands twice: give one of them another name"
        seen.add(name)
