"""Slips in rules that can be read and never mean anything: refused when a file is read."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ectrial.rules.comparisons import Above, AtLeast, AtMost, Below
from ectrial.rules.formula import Computed
from ectrial.rules.language import Rule
from ectrial.rules.over_things import OverThings
from ectrial.trial.criterion import Criterion
from ectrial.trial.sense import Criteria, Questions, Told, inner_rules
from ectrial.yaml_file import Location

_OF_PART = re.compile(r"(?:INCL|EXCL)([A-Z])\d\d[A-Z]?")


def every_rule(rule: Rule, place: Location = ()) -> Iterator[tuple[Location, Rule]]:
    """Give a rule and all rules within it, also those about one thing of a list."""
    yield place, rule
    for inner_place, inner in inner_rules(rule):
        yield from every_rule(inner, (*place, *inner_place))


def rules_of(number: int, criterion: Criterion) -> Iterator[tuple[Location, Rule]]:
    """Give every rule of a criterion at any depth, with its place in the file."""
    place = ("criteria", number)
    yield from every_rule(criterion.rule, (*place, "rule"))
    if criterion.applies_to is not None:
        yield from every_rule(criterion.applies_to, (*place, "applies_to"))
    for each, rule in enumerate(criterion.contradictions):
        yield from every_rule(rule, (*place, "contradictions", each))


def faults_of_slips(criteria: Criteria, parts: Collection[str]) -> Told:
    """Give ids of another part than the criterion's, and items held against themselves."""
    for number, criterion in criteria.items():
        letter = part_of_id(criterion, parts)
        if letter and criterion.part and letter not in criterion.part:
            has = ", ".join(criterion.part)
            message = f"the id says part {letter}, the criterion part {has}: change one of them"
            yield ("criteria", number, "part"), message
        for place, rule in rules_of(number, criterion):
            if message := _itself(rule):
                yield place, message


def part_of_id(criterion: Criterion, parts: Collection[str]) -> str:
    """Give the part that the letter in an id names, such as B in INCLB03; empty without one."""
    found = _OF_PART.fullmatch(criterion.id)
    return found[1] if found and found[1] in parts else ""


def _itself(rule: Rule) -> str:
    """Say which item a rule holds against itself; empty if none."""
    match rule:
        case AtLeast() | AtMost() | Above() | Below() if rule.other is rule.item:
            own = rule.item.uln
            instead = f"write other: {own}" if own else "write limit and unit"
            return f"{rule.item.id} is compared with itself: {instead}"
        case Computed() if twice := _twice(rule.of):
            return f"of: {twice} stands there twice: name another item for one of the two"
        case OverThings() if rule.total is not None and rule.total is rule.number:
            total = rule.total.id
            said = "is total, what this rule counts, and number, how many there are in all"
            return f"{total} {said}: leave one of them out, or name another item"
    return ""


def _twice(of: Mapping[str, Any]) -> str:
    names = [item.id for item in of.values()]
    return next((name for name in names if names.count(name) > 1), "")


def faults_of_waiting(questions: Questions) -> Told:
    """Give asked items that wait for an answer which nobody is asked for."""
    asked = {item.id for question in questions.values() for item in question.items}
    for number, question in questions.items():
        for item in question.items:
            for name in item.asked_when:
                if name not in asked:
                    cause = f"{item.id!r} is asked once {name!r} is answered (asked_when)"
                    message = f"{cause}, which no question asks: add it to the items of a question"
                    yield ("questions", number, "items"), message
