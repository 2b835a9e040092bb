"""Things of a list that end before they start: one of the days is wrong, nobody knows which."""

from collections.abc import Iterator, Mapping

from ectrial.event_days import EventDay
from ectrial.facts import Things, Value
from ectrial.vocabulary import Item

START, END = "start", "end"


def reversed_things(item: Item, value: Value | None) -> tuple[int, ...]:
    """Give the numbers, from 1, of the things of a list that end before they start."""
    if not isinstance(value, Things):
        return ()
    pairs = list(_pairs(item))
    numbered = enumerate(value.things, start=1)
    return tuple(n for n, thing in numbered if any(_is_reversed(thing, *pair) for pair in pairs))


def _pairs(item: Item) -> Iterator[tuple[str, str]]:
    """Give the dates of a thing that are named as the start and the end of the same."""
    days = [name for name, each in item.properties.items() if each.kind == "date"]
    pairs = ((name, name.replace(START, END)) for name in days if START in name)
    yield from (pair for pair in pairs if pair[1] in days)


def _is_reversed(thing: Mapping[str, Value], start: str, end: str) -> bool:
    first, last = thing.get(start), thing.get(end)
    if not isinstance(first, EventDay) or not isinstance(last, EventDay):
        return False
    return last.last < first.first
