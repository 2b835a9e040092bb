"""What an author should look at again, though it can be used, such as unused items."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ectrial.facts import Judgement
from ectrial.item_files import Items
from ectrial.labs.examples import faults_of_examples
from ectrial.rules.language import JUDGED_BY_ONE_LIMIT, Rule
from ectrial.rules.logic import FirstKnown
from ectrial.rules.over_things import OverThings
from ectrial.trial.criterion import Criterion
from ectrial.trial.limits import limits
from ectrial.trial.own_items import own_items
from ectrial.trial.protocol import Preset, Protocol
from ectrial.trial.sense import Told, inner_rules
from ectrial.truth import TRUE
from ectrial.yaml_file import Fault, Location

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


def judged_by_several(protocol: Protocol) -> Told:
    """Give the numbers that have several limits, and that their cards say nothing in their place.

    An author may count on a button such as "≥ 18, no number", or on a preset of such an answer.
    """
    for question in protocol.questions:
        presets = {name for each in question.presets for name in _judged(each)}
        for item in (*question.items, *question.also):
            asks = question.role == "criterion" and item in question.items and not item.whole
            if item.id not in protocol.several_limits or not (asks or item.id in presets):
                continue
            held = (each for each in protocol.criteria if _has_limit(each, item.id))
            by = ", ".join(each.id for each in held)
            means = "settles none of them"
            if protocol.language < JUDGED_BY_ONE_LIMIT:
                means = "counts for each of them"
            hidden = ", its preset of such an answer is not shown" if item.id in presets else ""
            told = f"{item.id} has several limits ({by}): its card takes a number or 'not sure'"
            message = f"{told} alone{hidden}, and 'meets' or 'fails' in a facts file {means}"
            yield _where_asked(protocol, item.id), message


def _where_asked(protocol: Protocol, item: str) -> Location:
    questions = enumerate(protocol.written.get("questions", ()))
    number = next((n for n, each in questions if item in each.get("items", ())), None)
    return () if number is None else ("questions", number, "items")


def _judged(preset: Preset) -> Iterator[str]:
    yield from (name for name, raw in preset.sets.items() if raw in tuple(Judgement))


def _has_limit(criterion: Criterion, item: str) -> bool:
    return any(limit.item == item for limit in limits(criterion.leaves))


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
