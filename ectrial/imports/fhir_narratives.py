"""Whom the narrative of a FHIR resource names (`text.div`), which is made for people to read."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from ectrial.imports.destination import Destination
from ectrial.imports.identity import cell_tells_who, title_tells_who

PERSONS = ("Patient", "RelatedPerson", "Person")
_TAG = re.compile("<[^>]*>")
_GENERATED = "Generated Narrative"
"""Begins the head that programs write above a narrative: it looks like a name, and is none."""
# Of a laboratory value, Reference Range and 白血球 look like names: only a label tells a person
_LABELLED = re.compile(
    r"(?:\b(?:subject|patient|name)|患者|病人|受试者|姓名)(?: ?[:：]\s*| ?\n[:：\s]*)(\S.*)",
    re.IGNORECASE,
)
_LAST_FIRST = re.compile(r"[A-Z][\w'’-]+, ?[A-Z][\w'’-]+")


def narrates(resource: Mapping[str, Any], into: Destination) -> bool:
    """Whether its narrative tells who somebody is, and not by the code.

    That of a person is searched whole, that of any other resource behind a label such as
    *Patient:*.
    """
    narrative = resource.get("text")
    div = narrative.get("div") if isinstance(narrative, dict) else None
    if not isinstance(div, str):
        return False
    pieces = [*filter(None, (" ".join(unescape(each).split()) for each in _TAG.split(div)))]
    is_person = resource.get("resourceType") in PERSONS
    labelled = _LABELLED.findall("\n".join(pieces))
    told = [each for each in pieces if is_person and not each.startswith(_GENERATED)]
    return any(
        cell_tells_who(each) or (is_person and title_tells_who(each))
        for each in (*told, *labelled)
        if into.code_of(each) is None
    ) or any(map(_LAST_FIRST.match, labelled))
