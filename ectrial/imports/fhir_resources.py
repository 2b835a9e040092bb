"""Where the resources of a FHIR file stand, and every object that stands in them, however deep."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ectrial.imports.faults import Fault

Placed = tuple[str, Mapping[str, Any]]
"""A resource, or another object, and where it stands: an entry of a Bundle, or a line."""


@dataclass(frozen=True, slots=True)
class Resources:
    """The resources of a file; `objects` are all in it, also contained or in a nested Bundle.

    `within` tells of Observations in other resources, and `faults` of what is no resource.
    """

    resources: list[Placed]
    objects: list[Placed]
    within: list[Fault]
    faults: list[Fault]


def is_fhir(records: Iterable[Any]) -> bool:
    """Whether records are FHIR resources, not facts."""
    return any(isinstance(each, dict) and "resourceType" in each for each in records)


def resources_of(records: Iterable[Any]) -> Resources:
    """Give each resource with its place: those of a Bundle by entry, those of NDJSON by line.

    What stands in the place of one and is none is a fault.
    """
    found = Resources([], [], [], [])
    for number, record in enumerate(records, start=1):
        for where, entry in _entries(f"record {number}", record):
            found.objects.extend((where, each) for each in _objects(entry))
            resource = entry.get("resource") if isinstance(entry, dict) else None
            if isinstance(resource, dict):
                url = {"fullUrl": entry["fullUrl"]} if "fullUrl" in entry else {}
                found.resources.append((where, {**url, **resource}))
            elif not isinstance(entry, dict) or "resource" in entry:
                found.faults.append(Fault(where, "is no resource"))
    found.within.extend(_within(found))
    return found


def _entries(where: str, record: Any) -> Iterator[tuple[str, Any]]:
    """Give the entries of a Bundle and what else it holds, or the record as the only one."""
    if not isinstance(record, dict) or record.get("resourceType") != "Bundle":
        yield where, {"resource": record}
        return
    yield where, {part: each for part, each in record.items() if part not in ("entry", "resource")}
    entries = record.get("entry", [])
    if not isinstance(entries, list):
        yield f"{where}, entry", None
        return
    yield from ((f"entry {place}", entry) for place, entry in enumerate(entries, start=1))


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    """Give every object at any depth of a value, in the order of the file."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            yield each
            waiting.extend(reversed(each.values()))
        elif isinstance(each, list):
            waiting.extend(reversed(each))


def _within(found: Resources) -> Iterator[Fault]:
    deep, top = (
        Counter(where for where, each in placed if each.get("resourceType") == "Observation")
        for placed in (found.objects, found.resources)
    )
    for where, number in (deep - top).items():
        yield Fault(where, f"has {number} Observations within another resource: not read")
