"""Answers whose items or options have other ids from a move on: the entry of the move says which.

So the fold needs no protocol, and every reader sees one id. What was recorded stays as it was.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from ectrial.record.entries import JSON
from ectrial.record.queries import Queries
from ectrial.record.screenings import Screening

ITEMS, OPTIONS = "items", "options"
BY_ITEM = ("answers", "lapsed", "sources", "verified", "carried", "earlier", "enrolled_with")
"""The parts of a screening's state that are kept by item."""


class Renames(NamedTuple):
    """The new id of each item, and by the item's new id that of each option."""

    items: Mapping[str, str] = {}
    options: Mapping[str, Mapping[str, str]] = {}

    @property
    def value(self) -> JSON:
        """Give the value of the entry of a move; None if nothing has another id."""
        said = {ITEMS: dict(self.items), OPTIONS: {n: dict(o) for n, o in self.options.items()}}
        return said if self.items or self.options else None


def read_renames(value: JSON) -> Renames:
    """Read the value of the entry of a move; TypeError or ValueError if it is no such value."""
    if value is None:
        return Renames()
    if not isinstance(value, Mapping) or value.keys() != {ITEMS, OPTIONS}:
        raise ValueError("a move that says something else")
    items, options = dict(value[ITEMS]), {n: dict(o) for n, o in dict(value[OPTIONS]).items()}
    names = [
        *items,
        *items.values(),
        *(each for o in options.values() for each in (*o, *o.values())),
    ]
    if not all(isinstance(each, str) for each in names) or set(items) & set(items.values()):
        raise ValueError("a move that names no items")
    return Renames(items, options)


def renamed_answers(answers: Mapping[str, JSON], renames: Renames) -> dict[str, JSON]:
    """Give answers by their new ids, in their order."""
    names = ((name, renames.items.get(name, name)) for name in answers)
    return {new: renamed_value(renames, new, answers[name]) for name, new in names}


def renamed_value(renames: Renames, item: str, value: JSON) -> JSON:
    """Give an answer with the new ids of its options."""
    options = renames.options.get(item, {})
    if isinstance(value, list):
        return [options.get(each, each) if isinstance(each, str) else each for each in value]
    return options.get(value, value) if isinstance(value, str) else value


def renamed_screening(screening: Screening, renames: Renames) -> Screening:
    """Give a screening as it is once its move says so."""
    state = {part: dict(getattr(screening, part)) for part in (*BY_ITEM, "queries")}
    rename(state, renames.value)
    return replace(screening, **state)  # type: ignore[arg-type] # each part is kept by item


def rename(state: dict[str, Any], value: JSON) -> None:
    """Give the parts of a screening's state their new ids, by the value of the entry of a move."""
    renames = read_renames(value)
    if renames.items:
        for part in BY_ITEM:
            state[part] = _by_new_ids(state[part], renames)
        state["queries"] = renamed_queries(state["queries"], renames)
    for item in renames.options:
        if (answer := state["answers"].get(item)) is not None:
            now = renamed_value(renames, item, answer.value)
            state["answers"][item] = replace(answer, value=now)


def renamed_queries(queries: Queries, renames: Renames) -> Queries:
    """Give the open items by the new ids of what they ask for."""
    found = _by_new_ids(queries, renames)
    return {item: replace(query, item=item) for item, query in found.items()}


def _by_new_ids(parts: Mapping[str, Any], renames: Renames) -> dict[str, Any]:
    return {renames.items.get(item, item): each for item, each in parts.items()}
