"""FHIR resources as bytes: each decimal with the digits it was recorded with, in constant memory.

Libraries write 1.50 as 1.5, and trailing zeros are precision in FHIR. So a decimal passes through
the encoder as a marked text, and its quotes are taken off again.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any
from uuid import NAMESPACE_URL, uuid5

Resource = dict[str, Any]
_OURS = uuid5(NAMESPACE_URL, "urn:ectrial")
_MARKED = re.compile(r'"\\u0000(-?[0-9]+(?:\.[0-9]+)?)"')
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Link:
    """A reference to a resource of the same file; how it is written hangs on the file."""

    resource: str
    id: str


def id_of(*parts: object) -> str:
    """Give the id that the parts always have, whenever and wherever they are written.

    >>> id_of("Task", "EC-1", 7) == id_of("Task", "EC-1", 7) != id_of("Task", "EC-1", 8)
    True
    """
    return str(uuid5(_OURS, "\x1f".join(map(str, parts))))


@lru_cache(maxsize=4096)
def told(text: str) -> str:
    """Give a text without the characters that FHIR refuses, and without blank ends."""
    return _REFUSED.sub("", text).strip()


def lines(resources: Iterable[Resource]) -> Iterator[bytes]:
    """Give each resource on a line of its own (NDJSON), with references such as `Task/id`."""
    for each in resources:
        yield written(each, lambda link: f"{link.resource}/{link.id}") + b"\n"


def bundle(resources: Iterable[Resource], parts: dict[str, Any]) -> Iterator[bytes]:
    """Give one Bundle (collection) with an entry on each line; `parts` stand before the entries.

    References are those of the entries: `urn:uuid:` and the id.
    """
    head = {"resourceType": "Bundle", **parts, "type": "collection"}
    yield written(head, _in_bundle)[:-1]
    before = b',"entry":['
    for each in resources:
        url = _in_bundle(Link(each["resourceType"], each["id"]))
        yield before + b"\n" + written({"fullUrl": url, "resource": each}, _in_bundle)
        before = b","
    yield b"\n]}\n" if before == b"," else b"}\n"


def _in_bundle(link: Link) -> str:
    return f"urn:uuid:{link.id}"


def written(resource: Resource, links: Callable[[Link], str]) -> bytes:
    """Write one resource as a line without an end.

    >>> written({"value": Decimal("1.50"), "unit": "µg"}, str).decode()
    '{"value":1.50,"unit":"µg"}'
    """

    def plain(each: object) -> str:
        if isinstance(each, Decimal):
            return f"\0{each:f}"
        if isinstance(each, Link):
            return links(each)
        raise TypeError(f"no part of a resource: {each!r}")

    text = json.dumps(resource, ensure_ascii=False, separators=(",", ":"), default=plain)
    return _MARKED.sub(r"\1", text).encode()
