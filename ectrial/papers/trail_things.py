"""Which thing an entry of the trail is about: what stood there before is of that thing alone.

Most parts of a screening, a person or the trial are one thing each, such as its verdict. Of notes,
deviations, shares and invites there are many at a time, and each is known by its first entry.
"""

from collections.abc import Callable, Mapping
from typing import Any

from ectrial.papers.trail_entries import Told
from ectrial.record.entries import Entry, Kind
from ectrial.record.notes import OF_NOTES
from ectrial.record.shares import OF_SHARES

Thing = tuple[str, str]
"""A part by name, and which of them it is."""
EVENTS = (
    *(Kind.EXPORTED, Kind.IMPORTED, Kind.COPIES_DELETED, Kind.REDACTED),
    Kind.IDENTIFIER_STOPPED,
)
"""Kinds of what happened once: nothing stood there before, and nothing changes it."""
BEGINNING = (Kind.NOTE_WRITTEN, Kind.QUERY_OPENED, Kind.SHARE_MADE, Kind.STAFF_INVITED)
"""Kinds with which a thing begins: an earlier one of the same name is another."""


def things_of(entry: Entry, told: Told) -> tuple[Thing, ...]:
    """Name the things of which an entry says something new."""
    said = entry.said
    if said.kind in EVENTS:
        return ()
    if (which := _WHICH.get(said.kind)) is not None:
        return tuple((f"{told.object} {told.field}", each) for each in which(entry))
    # of people, each by its number; a field of a screening names its item itself
    return ((f"{told.object} {told.field}", "" if said.screening else said.item or ""),)


def note_of(entry: Entry) -> int:
    """Give the entry with which the note of an entry begins."""
    if entry.said.kind is Kind.NOTE_WRITTEN:
        return entry.seq
    return int(_value(entry).get("note", 0))


def _value(entry: Entry) -> Mapping[str, Any]:
    return entry.said.value if isinstance(entry.said.value, dict) else {}


def _note(entry: Entry) -> tuple[str, ...]:
    return (str(note_of(entry)),)


def _itself(entry: Entry) -> tuple[str, ...]:
    return (str(entry.seq),)


def _item(entry: Entry) -> tuple[str, ...]:
    return (entry.said.item or "",)


def _giver(entry: Entry) -> tuple[str, ...]:
    """Name who offers work: who is offered it is the item of an offer alone."""
    return (str(entry.actor),)


def _deviation(entry: Entry) -> tuple[str, ...]:
    return (str(_value(entry).get("takes_back", entry.seq)),)


def _sourced(entry: Entry) -> tuple[str, ...]:
    return tuple(map(str, _value(entry).get("items", ())))


_WHICH: Mapping[Kind, Callable[[Entry], tuple[str, ...]]] = {
    **dict.fromkeys(OF_NOTES, _note),
    **dict.fromkeys(OF_SHARES, _item),
    Kind.SHARE_MADE: _itself,
    Kind.STAFF_INVITED: _itself,
    Kind.INVITE_WITHDRAWN: _item,
    Kind.SHIFT_OFFERED: _giver,
    Kind.DEVIATION: _deviation,
    Kind.SOURCED: _sourced,
}
