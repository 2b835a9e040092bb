"""Slips in items that can be read and never mean anything: they are refused when read."""

from collections.abc import Iterable, Iterator

from ectrial.unit_factors import faults_of_factors
from ectrial.vocabulary import Item, Vocabulary

Told = Iterator[tuple[tuple[str, ...], str]]


def faults_of_slips(items: Iterable[Item], usable: Vocabulary) -> Told:
    """Give items that wait for themselves, and wrong factors."""
    rings: set[frozenset[str]] = set()
    for item in items:
        ring = _ring(item, usable)
        if ring and frozenset(ring) not in rings:
            rings.add(frozenset(ring))
            yield (item.id, "asked_when"), _waits(ring)
        yield from (((item.id, *place), said) for place, said in faults_of_factors(item))


def _waits(ring: tuple[str, ...]) -> str:
    if len(ring) == 1:
        return f"{ring[0]!r} waits for an answer to itself: name another item, or leave it out"
    named = ", ".join(ring)
    return f"goes round in a circle: {named}; nobody is asked for them: leave one out"


def _ring(item: Item, usable: Vocabulary) -> tuple[str, ...]:
    """Give the items over which an item waits for an answer to itself; none if it does not."""
    ways: list[tuple[str, ...]] = [(item.id, name) for name in item.asked_when]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        if way[-1] == item.id:
            return way[:-1]
        if way[-1] not in seen and way[-1] in usable:
            seen.add(way[-1])
            ways += [(*way, name) for name in usable[way[-1]].asked_when]
    return ()
