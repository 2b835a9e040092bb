"""What a rule says of a subject of whom nothing that it looks at is known yet."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, NoReturn

from ectrial.facts import Facts, Value
from ectrial.rules.language import Rule
from ectrial.truth import Truth
from ectrial.vocabulary import Item


class Unasked(NamedTuple):
    """Its truth and open items, for as long as no fact is known among those it `looks_at`."""

    truth: Truth
    open_items: tuple[Item, ...]
    looks_at: frozenset[str]


class _Nothing(Mapping[str, Value]):
    """No facts at all, noting which are looked up; a rule looks facts up, and never walks them."""

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
    """Ask the rule once with no facts; with others than it looked up, it goes the same way."""
    nothing = _Nothing()
    facts = Facts(nothing)
    truth = rule.holds(facts, meets)
    items = {item.id: item for item in rule.open_items(facts, meets)}
    return Unasked(truth, tuple(items.values()), frozenset(nothing.looked_up))
