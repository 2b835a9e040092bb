"""Where an answer was seen, and who compared it with that source.

Both belong to one answer: an answer that is given later has neither, until somebody says so again
(ICH E6(R3) 4.2.2: attributable, original, accurate).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from ectrial.record.entries import Entry, Kind, whole

Source = Literal["lab_report", "imaging", "pathology", "chart", "patient", "physician", "import"]
SOURCES: tuple[Source, ...] = get_args(Source)
TO_CHOOSE = tuple(each for each in SOURCES if each != "import")
"""The sources that a person names; a list that was brought in is said by the import alone."""


@dataclass(frozen=True, slots=True)
class Sourced:
    """Where an answer was seen, said with entry `seq`; the answer is an earlier entry."""

    source: Source
    seq: int


@dataclass(frozen=True, slots=True)
class Verified:
    """A monitor's mark: the answer with entry `answer` agrees with its source."""

    answer: int
    at_utc: datetime
    actor: int
    role: str


def sourced(entry: Entry, state: dict[str, Any]) -> None:
    """Note where the named answers were seen; ValueError for an unknown source."""
    value = entry.said.value
    if value["source"] not in SOURCES:
        raise ValueError("an unknown source")
    new = {item: Sourced(value["source"], entry.seq) for item in value["items"]}
    state["sources"] = {**state["sources"], **new}


def verified(entry: Entry, state: dict[str, Any]) -> None:
    """Note that an answer was compared with its source."""
    mark = Verified(whole(entry.said.value["seq"]), entry.at_utc, entry.actor, entry.role)
    state["verified"] = {**state["verified"], entry.said.item: mark}


def unverified(entry: Entry, state: dict[str, Any]) -> None:
    """Take the mark of an answer back."""
    state["verified"] = without(state["verified"], entry.said.item)


def without(marks: Mapping[str, Any], item: str | None) -> dict[str, Any]:
    """Give the marks of all other items."""
    return {each: marks[each] for each in marks if each != item}


STEPS: Mapping[Kind, Callable[[Entry, dict[str, Any]], None]] = {
    Kind.SOURCED: sourced,
    Kind.VERIFIED: verified,
    Kind.UNVERIFIED: unverified,
}
