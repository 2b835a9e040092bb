"""Faults between readable parts of a protocol: contradictions, and what has no use."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import chain
from typing import Any

from ectrial.nearest import instead_of, unknown
from ectrial.rules.demands import Demand, clash, demanded
from ectrial.rules.language import Rule, written_names
from ectrial.rules.logic import All
from ectrial.rules.over_things import OverThings
from ectrial.rules.spans import Length
from ectrial.trial.criterion import Criterion
from ectrial.trial.parts import belongs
from ectrial.trial.protocol import Protocol, Question
from ectrial.truth import TRUE
from ectrial.vocabulary import Item, Vocabulary
from ectrial.yaml_file import Location

Told = Iterator[tuple[Location, str]]
Criteria = Mapping[int, Criterion]
Questions = Mapping[int, Question]
_ASKED_SINCE = 3
"""The parts that can be read, by their places in the file."""


def faults_of_criteria(criteria: Criteria, parts: tuple[str, ...] = ()) -> Told:
    """Give limits that no value meets together, within one criterion and over all of a part."""
    needed: dict[str, list[Demand]] = {part: [] for part in parts or ("",)}
    for number, criterion in criteria.items():
        place = ("criteria", number, "rule")
        inner = list(_contradictory(criterion.rule, place))
        yield from inner
        own = list(demanded(criterion.decides, criterion.favours))
        if inner:
            continue
        of = [part for part in needed if belongs(criterion.part, part)]
        clashes = (clash([*needed[part], *own]) for part in of)
        if found := next(filter(None, clashes), None):
            yield place, f"{_no_value(*found)}, so that nobody could be eligible"
            continue
        for part in of:
            needed[part] += own


def _contradictory(rule: Rule, place: Location) -> Told:
    if isinstance(rule, All) and (found := clash(demanded(rule, TRUE))):
        yield place, f"{_no_value(*found)}: write 'any:' if one of them is enough"
        return
    for inner_place, inner in inner_rules(rule):
        yield from _contradictory(inner, (*place, *inner_place))


def _no_value(one: Demand, other: Demand) -> str:
    return f"no value of {one.item} is {one} and {other}"


def inner_rules(of: Any) -> Iterator[tuple[Location, Rule]]:
    """Give the rules that stand in an operand at any depth, each with its place."""
    for name, value in _parts(of):
        if isinstance(value, Rule):
            yield (name,), value
        else:
            yield from (((name, *place), rule) for place, rule in inner_rules(value))


def _parts(of: Any) -> Iterator[tuple[int | str, Any]]:
    """Give what a rule or another operand consists of, under the names that files write."""
    if isinstance(of, tuple):
        yield from enumerate(of)
    elif isinstance(of, Mapping):
        yield from of.items()
    elif is_dataclass(of) and not isinstance(of, type):
        names = written_names(type(of))
        yield from ((n, getattr(of, f.name)) for n, f in zip(names, fields(of), strict=True))


def named(rule: Rule) -> Iterator[str]:
    """Give every item that a rule names, also one that it only looks at."""
    if isinstance(rule, OverThings):  # what it names besides are properties of things
        yield from (item.id for item in rule.items())
        return
    yield from (item.id for item in rule.items())
    for name, value in _parts(rule):
        if name == "complete_when":
            yield from value
        several = value.items if isinstance(value, Length) else value
        for each in several if isinstance(several, tuple) else (value,):
            if isinstance(each, Item):
                yield each.id
    for _, inner in inner_rules(rule):
        yield from named(inner)


def faults_of_questions(criteria: Criteria, questions: Questions, vocabulary: Vocabulary) -> Told:
    """Give items asked twice, and questions under a criterion that has no use for them."""
    asked: dict[str, str] = {}
    used_by: dict[str, frozenset[str]] = {}
    for each in criteria.values():
        used_by[each.id] = used_by.get(each.id, frozenset()) | _used(each, vocabulary)
    for number, question in questions.items():
        seen: set[str] = set()
        for item in question.items:
            first = asked.setdefault(item.id, question.id)
            # of a question that stands twice that is told
            if item.id in seen or first != question.id:
                message = f"{item.id!r} is asked twice, first by {first!r}: leave one of them out"
                yield ("questions", number, "items"), message
            seen.add(item.id)
        used = used_by.get(question.criterion or "")
        if used is not None and used.isdisjoint(question.item_ids):
            yield ("questions", number, "criterion"), _not_used(question, used_by)


def _not_used(question: Question, used_by: Mapping[str, frozenset[str]]) -> str:
    better = [name for name, used in used_by.items() if not used.isdisjoint(question.item_ids)]
    asks = ", ".join(sorted(question.item_ids))
    if better:
        return f"{question.criterion} does not use {asks}: write {' or '.join(better)}"
    return f"{question.criterion} does not use {asks}: nor does any criterion; leave it out"


def _used(criterion: Criterion, vocabulary: Vocabulary) -> frozenset[str]:
    rules = (criterion.decides, *criterion.contradictions)
    return with_helpers(chain.from_iterable(map(named, rules)), vocabulary)


def with_helpers(names: Iterator[str], vocabulary: Vocabulary) -> frozenset[str]:
    """Add the items by which others are read or asked, and the whole of a share."""
    found = frozenset(names)
    items = [vocabulary[name] for name in found]
    shares = (each.names.share_of for each in items if each.names.share_of)
    conditions = (each for item in items for each in (item.applies_when, item.asked_when))
    return found.union(*conditions, shares)


def faults_of_strata(protocol: Protocol) -> Told:
    """Give strata of what is no answer to the item of a factor, and factors that nobody asks."""
    asked = {item.id for each in protocol.questions if each.asks_alone for item in each.items}
    for number, factor in enumerate(protocol.factors):
        place, item = ("stratification", number), factor.item
        for answer in factor.strata:
            if answer not in item.words:
                yield (
                    (*place, "strata", answer),
                    unknown(f"answer of {item.id}", answer, item.words),
                )
        if item.id not in asked and protocol.language >= _ASKED_SINCE:
            write = "ask it by a question of its own, or by one with role: stratum"
            yield (*place, "item"), f"no question asks {item.id!r} alone: {write}"


def faults_of_items(protocol: Protocol) -> Told:
    """Give items that a criterion's question asks, and no rule reads."""
    rules = [*protocol.cross_checks, *(each.when for each in protocol.advisories)]
    rules += [each.when for each in protocol.readings if each.when]
    for criterion in protocol.criteria:
        rules += [criterion.decides, *criterion.contradictions]
    read = with_helpers(chain.from_iterable(map(named, rules)), protocol.vocabulary)
    for number, question in enumerate(protocol.questions):
        for item in question.items if question.role == "criterion" else ():
            if item.id not in read:
                near = instead_of(item.id, read - protocol.question_of.keys())
                message = f"no rule reads {item.id!r}: leave it out, or give it a rule{near}"
                yield ("questions", number, "items"), message
