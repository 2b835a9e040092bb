"""What an author should look at again, though it can be used, such as unused items."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ectrial.item_files import Items
from ectrial.labs.examples import faults_of_examples
from ectrial.rules.language import Rule
from ectrial.rules.logic import FirstKnown
from ectrial.rules.over_things import OverThings
from ectrial.trial.own_items import own_items
from ectrial.trial.protocol import Protocol
from ectrial.trial.sense import inner_rules
from ectrial.truth import TRUE
from ectrial.yaml_file import Fault

_WORDS = re.compile(r"[A-Za-z]{2,}.*[ -].*[a-z]{2,}")
"""English of several words; a name such as ALT may be the same in both languages."""


def unused_items(items: Items, protocols: list[Protocol]) -> Iterator[Fault]:
    """Give the items that none of the protocols of their folder uses."""
    used = {name for protocol in protocols for name in own_items(protocol)}
    for name, line in items.lines.items():
        if name in items.vocabulary and name not in used:
            yield line._replace(subject=name, message="no protocol reads this item")


def untypable_examples(items: Items) -> Iterator[Fault]:
    """Give the examples of numbers that a person could not type, and what to write instead.

    They harm nobody's verdict, and files from before they were checked have to stay readable.
    """
    for name, line in items.lines.items():
        item = items.vocabulary.get(name)
        for place, message in faults_of_examples(item, items.vocabulary) if item else ():
            yield line._replace(subject=".".join((name, *place)), message=message)


def lists_passed_over(protocol: Protocol) -> Iterator[tuple[str, str]]:
    """Give the criteria in which a list and a total stand one behind the other, and why not.

    Where the two contradict each other, the first passes over the second in silence.
    """
    for criterion in protocol.criteria:
        for rule in _within(criterion.decides):
            if not isinstance(rule, FirstKnown):
                continue
            first = [leaf.rule for leaf in rule.leaves(TRUE)]
            lists = [each for each in first if isinstance(each, OverThings)]
            others = [i.id for each in first if each not in lists for i in each.items()]
            if lists and others:
                write = f"{lists[0].operator}: {{things: {lists[0].things.id}, total: {others[0]}"
                cause = "where a list and another answer contradict each other, nothing tells it"
                yield criterion.id, f"first_known: {cause}: write '{write}, …}}' instead"
                break


def _within(rule: Rule) -> Iterator[Rule]:
    yield rule
    for _, inner in inner_rules(rule):
        yield from _within(inner)


def copied_words(data: Any, place: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give texts whose Chinese is a copy of their English, with their places in the file."""
    if isinstance(data, Mapping):
        english = data.get("en")
        if isinstance(english, str) and english == data.get("zh") and _WORDS.search(english):
            yield place, f"the Chinese is a copy of the English: {english[:40]!r}"
        for name, inner in data.items():
            yield from copied_words(inner, (*place, name))
    elif isinstance(data, list):
        for number, inner in enumerate(data):
            yield from copied_words(inner, (*place, number))  # type: ignore[arg-type] # a number in a list
