"""The limits that a trial holds one number against, and which of them concern a subject.

A judgement in place of a number ("≥ 18, no number") tells its side of one limit. Where a trial has
several limits for the number it tells nothing: 18 or more may be below 75 or above it.
"""

from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

from ectrial.facts import Facts
from ectrial.rules.cases import Cases, CasesInTurn
from ectrial.rules.comparisons import Above, AtLeast, AtMost, Below, Limited
from ectrial.rules.conditions import Conditional
from ectrial.rules.language import Leaf, Rule
from ectrial.rules.logic import All, AnyOf, FalseIf, FirstKnown, Not
from ectrial.rules.ranges import ByUnit
from ectrial.trial.criterion import Criterion
from ectrial.truth import FALSE, UNKNOWN, Truth, negate

_SIDES: dict[type[Rule], str] = {Above: "above", AtLeast: "from", AtMost: "up to", Below: "below"}
_OPPOSITE = {"above": "up to", "up to": "above", "from": "below", "below": "from"}


class Limit(NamedTuple):
    """A leaf that holds a number against a limit, and the numbers by which it favours entry.

    `side` is equal for leaves that the same numbers favour, in whatever unit they are written.
    """

    item: str
    side: Hashable
    leaf: Leaf


def limits(leaves: Iterable[Leaf]) -> Iterator[Limit]:
    """Give the limits among the leaves; not those of conditions, which favour nobody."""
    for leaf in leaves:
        rule, meets = leaf.rule, leaf.meets
        if meets is UNKNOWN:
            continue
        if isinstance(rule, Limited):
            yield Limit(rule.item.id, _side(rule, meets), leaf)
        elif isinstance(rule, ByUnit):
            bounds = (tuple(sorted(rule.at_least.items())), meets)
            yield from (Limit(item.id, bounds, leaf) for item in rule.results)
            yield from limits(rule.otherwise.leaves(meets))


def _side(rule: Limited, meets: Truth) -> Hashable:
    side = _SIDES.get(type(rule))
    if side is None:
        return (rule, meets)
    if rule.unit is None:
        bound: Hashable = (rule.other.id, rule.times)  # type: ignore[attr-defined] # of these four
    else:
        bound = (rule.item.units[rule.unit].base, rule.bounds)
    return (side if meets is not FALSE else _OPPOSITE[side], bound)


def several_limits(criteria: Iterable[Criterion]) -> frozenset[str]:
    """Give the items that are held against several limits, or on both sides of one.

    A judgement of such an item does not tell whether each of them is met.
    """
    sides: dict[str, set[Hashable]] = {}
    for criterion in criteria:
        for limit in limits(criterion.leaves):
            sides.setdefault(limit.item, set()).add(limit.side)
    return frozenset(item for item, found in sides.items() if len(found) > 1)


def leave_open(criteria: Iterable[Criterion]) -> None:
    """Have the rules take no judgement of what is held against several limits.

    It is said to the rules themselves, once, when a trial is read: so whoever asks one of them, a
    verdict or the words of its proof, has the same answer.
    """
    several = several_limits(criteria)
    for criterion in criteria if several else ():
        for limit in limits(criterion.leaves):
            if limit.item in several:
                object.__setattr__(limit.leaf.rule, "unjudged", several)


def concerning(criterion: Criterion, item: str, facts: Facts) -> list[Leaf]:
    """Give the limits on which a criterion hangs for this subject, as far as others are known.

    None where it is settled without this item; several where it is not known which counts, and
    where each does. Equal ones once.
    """
    others = Facts({n: v for n, v in facts.items.items() if n != item}, {}, facts.days)
    leaves = _hanging(criterion.decides, criterion.favours, others)
    found = {limit.side: limit.leaf for limit in limits(leaves) if limit.item == item}
    return list(found.values())


def _hanging(rule: Rule, meets: Truth, facts: Facts) -> Iterator[Leaf]:
    """Give the leaves that may still settle a rule."""
    if rule.holds(facts, meets) is not UNKNOWN:
        return
    for inner, side in _inner(rule, meets, facts):
        if inner is rule:
            yield from rule.leaves(meets)
        else:
            yield from _hanging(inner, side, facts)


def _inner(rule: Rule, meets: Truth, facts: Facts) -> Iterator[tuple[Rule, Truth]]:
    match rule:
        case All() | AnyOf() | FirstKnown():
            yield from ((each, meets) for each in rule.rules)
        case Cases() | CasesInTurn():
            yield from ((each, meets) for each in rule.possible(facts))
        case Not():
            yield rule.rule, negate(meets)
        case Conditional() | FalseIf():
            yield rule.rule, meets
        case _:
            yield rule, meets
