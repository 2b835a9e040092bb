"""Marks of resources from practice: HL7's label for test data, and ids that no real one has."""

from collections.abc import Iterable, Iterator
from typing import Any

from ectrial.fhir_systems import HTEST, OURS, SECURITY
from ectrial.papers.fhir.writing import Link, Resource, id_of


def practised_meta(meta: dict[str, Any], banner: str) -> dict[str, Any]:
    """Add to `meta` that all is made up: for programs the label, for people the banner."""
    label = {"system": SECURITY, "code": HTEST, "display": "test health data"}
    tag = {"system": f"{OURS}world", "code": "practice", "display": banner}
    return {**meta, "security": [label], "tag": [*meta.get("tag", ()), tag]}


def practised_resources(resources: Iterable[Resource], banner: str) -> Iterator[Resource]:
    """Mark each resource; its id is another, so that on no server it stands for a real one."""
    for each in resources:
        head = {"resourceType": each["resourceType"], "id": _id(each["id"])}
        meta = practised_meta(each.get("meta", {}), banner)
        yield {**head, "meta": meta, **_linked(_without(each, *head, "meta"))}


def _without(resource: Resource, *names: str) -> Resource:
    return {name: value for name, value in resource.items() if name not in names}


def _id(real: str) -> str:
    return id_of("practice", real)


def _linked(value: Any) -> Any:
    """Give the same with each reference to the new id."""
    if isinstance(value, Link):
        return Link(value.resource, _id(value.id))
    if isinstance(value, dict):
        return {name: _linked(each) for name, each in value.items()}
    return [*map(_linked, value)] if isinstance(value, list | tuple) else value
