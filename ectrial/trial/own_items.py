"""The items that one trial uses, of all that stand in the folder that it shares with others."""

from collections import deque
from collections.abc import Iterator
from itertools import chain

from ectrial.trial.protocol import Protocol
from ectrial.trial.sense import named, with_helpers
from ectrial.vocabulary import Vocabulary

_KNOWN: deque[tuple[Protocol, Vocabulary]] = deque(maxlen=16)
"""Those of the protocols asked for last, as reading all rules takes some ms; few are in use."""


def own_items(protocol: Protocol) -> Vocabulary:
    """Give the items that its questions ask or its rules read, with those that they refer to."""
    for known, items in tuple(_KNOWN):
        if known is protocol:
            return items
    found = _read(protocol)
    _KNOWN.append((protocol, found))
    return found


def _read(protocol: Protocol) -> Vocabulary:
    vocabulary = protocol.vocabulary
    used = frozenset(_used(protocol))
    while True:
        limits = (vocabulary[name].uln for name in used)
        more = with_helpers(chain(used, filter(None, limits)), vocabulary)
        if more == used:
            return {name: item for name, item in vocabulary.items() if name in used}
        used = more


def _used(protocol: Protocol) -> Iterator[str]:
    for question in protocol.questions:
        yield from (item.id for item in (*question.items, *question.also))
    for criterion in protocol.criteria:
        for rule in (criterion.decides, *criterion.contradictions):
            yield from named(rule)
    rules = [*protocol.cross_checks, *(each.when for each in protocol.advisories)]
    rules += [each.when for each in protocol.readings if each.when]
    yield from chain.from_iterable(map(named, rules))
    yield from protocol.ages
    yield from (age.before.id for age in protocol.ages.values() if age.before)
    yield from (factor.item.id for factor in protocol.factors)
