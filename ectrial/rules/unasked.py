"""The truth and open items of a rule while none of its items is known: computed once."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, NoReturn

from ectrial.facts import Facts, Value
from ectrial.rules.language import Rule
from ectrial.truth import Truth
from ectrial.vocabulary import Item


class Unasked(NamedTuple):
    """A rule's truth and open items, valid until an item in `looks_at` becomes known."""

    truth: Truth
    open_items: tuple[Item, ...]
    looks_at: frozenset[str]


class _Nothing(Mapping[str, Value]):
    """Empty facts that note every name looked up; a rule must look up names, and not iterate."""

    def __init__(self) -> None:
        self.looked_up: set[str] = set()

    def __getitem__(self, name: str) -> NoReturn:
        self.looked_up.add(name)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        raise TypeError("a rule looks facts up by name")

    def __len__(self) -> int:
        raise TypeError("a rule looks facts up by name")


def unasked(rule: Rule, meets: Truth) -> Unasked:
    """Evaluate the rule without facts, and note the names that it looks up.

    Facts with other names change nothing, as the rule never looks at them.
    """
    nothing = _Nothing()
    facts = Facts(nothing)
    truth = rule.holds(facts, meets)
    items = {item.id: item for item in rule.open_items(facts, meets)}
    return Unasked(truth, tuple(items.values()), frozenset(nothing.looked_up))
