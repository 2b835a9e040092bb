"""One protocol out of several files: what one file says replaces or adds to what others say.

Lists of parts with names (criteria, questions, readings, advisories, blocks) are merged by name,
the facts of the study, named rules and other tables by key, cross-checks one after the other;
anything else replaces. Each part remembers the file and the place where it was written, for its
faults.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from ectrial.yaml_file import Location, YamlFile

NAMED = {
    "parts": "id",
    "criteria": "id",
    "questions": "id",
    "readings": "code",
    "advisories": "code",
    "blocks": "id",
}
"""The lists that are merged by name, with the field that names an entry."""
TABLES = frozenset({"study", "ages", "rules"})
ADDED = "cross_checks"

_ID = re.compile(r"(INCL|EXCL)([A-Z]?)(\d+)(.*)")


class Origin(NamedTuple):
    """The file and the place in it where something was written."""

    source: YamlFile
    place: Location


class Entry(NamedTuple):
    """One part with its name, as it counts, and where it was written."""

    name: str
    written: Any
    origin: Origin


Parts = dict[str, list[Entry]]
"""What files say, by field; a field that is no list or table of names is one entry."""


def parts_of(source: YamlFile) -> Parts:
    """Give what one file says."""
    return {field: _entries(source, field) for field in source.data}


def _entries(source: YamlFile, field: str) -> list[Entry]:
    written = source.data[field]
    places: list[tuple[str, Any, Location]]
    if field in TABLES and isinstance(written, dict):
        places = [(key, value, (field, key)) for key, value in written.items()]
    elif (field in NAMED or field == ADDED) and isinstance(written, list):
        places = [(_name(field, e), e, (field, n)) for n, e in enumerate(written)]
    else:
        places = [("", written, (field,))]
    return [Entry(name, value, Origin(source, place)) for name, value, place in places]


def _name(field: str, written: Any) -> str:
    named = written.get(NAMED.get(field, "")) if isinstance(written, dict) else None
    return named if isinstance(named, str) else ""


def renamed(parts: Parts, names: Mapping[str, str]) -> Parts:
    """Give other ids to criteria, also where questions name them."""

    def entry(field: str, each: Entry) -> Entry:
        about = {"criteria": "id", "questions": "criterion"}.get(field)
        if about is None or not isinstance(each.written, dict):
            return each
        old = each.written.get(about)
        new = names.get(old, old) if isinstance(old, str) else old
        written = {**each.written, about: new} if about in each.written else each.written
        return Entry(str(new) if field == "criteria" else each.name, written, each.origin)

    return {field: [entry(field, each) for each in entries] for field, entries in parts.items()}


def left_out(parts: Parts, names: Iterable[str]) -> Parts:
    """Leave parts out by name or field; with a criterion go its questions and own readings."""
    out = set(names)
    criteria = parts.get("criteria", [])
    kept = _readings(each for each in criteria if each.name not in out)
    out |= _readings(each for each in criteria if each.name in out) - kept
    return {
        field: [e for e in entries if e.name not in out and _criterion(e) not in out]
        for field, entries in parts.items()
        if field not in out
    }


def _readings(criteria: Iterable[Entry]) -> set[str]:
    listed = (each.written.get("readings") for each in criteria if isinstance(each.written, dict))
    codes = (code for each in listed if isinstance(each, list) for code in each)
    return {code for code in codes if isinstance(code, str)}


def _criterion(question: Entry) -> str | None:
    is_one = question.origin.place[0] == "questions" and isinstance(question.written, dict)
    named = question.written.get("criterion") if is_one else None
    return named if isinstance(named, str) else None


def over(below: Parts, above: Parts) -> Parts:
    """Lay what one file says over what others say."""
    merged = dict(below)
    for field, entries in above.items():
        old = merged.get(field, [])
        if field == ADDED:
            merged[field] = [*old, *entries]
        elif field in NAMED or field in TABLES:
            merged[field] = _by_name(old, entries)
        else:
            merged[field] = entries
    return merged


def _by_name(old: list[Entry], new: list[Entry]) -> list[Entry]:
    """Replace entries where they stand; one that is added stands behind the one it follows.

    A double stays, to be told.
    """
    known = {each.name: each for each in reversed(new) if each.name}
    had = {each.name for each in old}
    merged = [known.get(each.name, each) for each in old]
    before: Entry | None = None
    for each in new:
        if each.name not in had or known.get(each.name) is not each:
            place = next((n for n, e in enumerate(merged) if e is before), len(merged) - 1)
            merged.insert(place + 1, each)
        before = each
    return merged


def in_order(parts: Parts) -> Parts:
    """Sort criteria by id, readings by code, and put added questions beside their criterion's.

    A question of no criterion stays behind the one that it follows, strata stand at the end.
    """
    criteria = sorted(parts.get("criteria", []), key=lambda each: _place(each.name))
    places = {each.name: number for number, each in enumerate(criteria)}
    questions: list[tuple[int, Entry]] = []
    place = -1
    for each in parts.get("questions", []):
        is_stratum = isinstance(each.written, dict) and each.written.get("role") == "stratum"
        place = len(criteria) if is_stratum else places.get(str(_criterion(each)), place)
        behind = next((n for n, (at, _) in enumerate(questions) if at > place), len(questions))
        questions.insert(behind, (place, each))
    sorted_parts = {"criteria": criteria, "questions": [each for _, each in questions]}
    sorted_parts["readings"] = sorted(parts.get("readings", []), key=lambda each: each.name)
    return {**parts, **{name: found for name, found in sorted_parts.items() if name in parts}}


def _place(name: str) -> tuple[Any, ...]:
    found = _ID.fullmatch(name)
    if found is None:
        return (2, "", 0, name)
    kind, part, number, letters = found.groups()
    return (kind == "EXCL", part, int(number), letters)


def criteria_named(parts: Parts) -> set[str]:
    """Give the ids of criteria, and those under which questions stand."""
    named = map(_criterion, parts.get("questions", ()))
    return names_of(parts, ["criteria"]).union(filter(None, named))


def names_of(parts: Parts, fields: Iterable[str]) -> set[str]:
    """Give the names of the parts in some lists."""
    return {each.name for field in fields for each in parts.get(field, ()) if each.name}
