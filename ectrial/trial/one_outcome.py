"""Finds rules that have one truth whatever is answered: those are met by nobody, or by everybody.

What each answer makes of the rules about it is tried at every limit, and just beside it. Rules
that are not computed so, such as of two numbers, are taken to be true or false as they like: what
is found to have one truth has it for certain, and some that have are not found.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from ectrial.rules.answers import Is
from ectrial.rules.cases import Cases, CasesInTurn
from ectrial.rules.conditions import Implies, OnlyIf
from ectrial.rules.language import Rule
from ectrial.rules.logic import All, AnyOf, FalseIf, FirstKnown, Not
from ectrial.rules.number_of import NumberOf
from ectrial.rules.things_counted import Bounds
from ectrial.trial.slips import every_rule
from ectrial.trial.tried_answers import Vectors, tried
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth, all_of, any_of, negate

MOST = 4096
"""So many combinations of answers are tried at most: rules with more are not judged."""

Truths = tuple[Truth, ...]
Compute = Callable[[Truths], Truth]


def outcomes(rules: Sequence[Rule]) -> set[Truths] | None:
    """Give the truths that rules can have together; None if there are too many ways to try."""
    leaves: list[Rule] = []
    computed = [_compute(rule, leaves) for rule in rules]
    with_unknown = any(_has_first_known(rule) for rule in rules)
    groups = list(tried(leaves, with_unknown=with_unknown))
    number = 1
    for group in groups:
        number *= len(group.truths)
        if number > MOST:
            return None
    return {tuple(each(truths) for each in computed) for truths in _every(groups, len(leaves))}


def one_outcome(rule: Rule) -> Truth | None:
    """Give the truth that a rule always has, TRUE or FALSE; None if it can have others."""
    found = outcomes([rule])
    only = next(iter(found))[0] if found is not None and len(found) == 1 else UNKNOWN
    return None if only is UNKNOWN else only


def _every(groups: Sequence[Vectors], leaves: int) -> Iterator[Truths]:
    truths = [UNKNOWN] * leaves
    for some in product(*(group.truths for group in groups)):
        for group, vector in zip(groups, some, strict=True):
            for leaf, truth in zip(group.leaves, vector, strict=True):
                truths[leaf] = truth
        yield tuple(truths)


def _compute(rule: Rule, leaves: list[Rule]) -> Compute:
    """Give how the truth of a rule follows from those of its leaves, which are added."""
    match rule:
        case All() | AnyOf() | FirstKnown() | NumberOf():
            return _of_several(rule, [_compute(each, leaves) for each in rule.rules])
        case Not() | FalseIf():
            inner, negated = _compute(rule.rule, leaves), isinstance(rule, Not)
            return lambda of: negate(inner(of)) if negated else _false_if(inner(of))
        case Implies() | OnlyIf():
            return _conditional(rule, leaves)
        case CasesInTurn():
            return _in_turn([(each.condition, each.decides) for each in rule.branches], leaves)
        case Cases():
            others: list[tuple[Rule | None, Rule]] = [
                (Is(item=rule.item, answer=answer), each) for answer, each in rule.when.items()
            ]
            return _in_turn([*others, *_otherwise(rule)], leaves)
    if rule not in leaves:
        leaves.append(rule)
    place = leaves.index(rule)
    return lambda of: of[place]


def _of_several(rule: All | AnyOf | FirstKnown | NumberOf, inner: list[Compute]) -> Compute:
    match rule:
        case All():
            return lambda of: all_of(each(of) for each in inner)
        case AnyOf():
            return lambda of: any_of(each(of) for each in inner)
        case NumberOf():
            return lambda of: _counted(rule, [each(of) for each in inner])
    return lambda of: next((t for each in inner if (t := each(of)) is not UNKNOWN), UNKNOWN)


def _conditional(rule: Implies | OnlyIf, leaves: list[Rule]) -> Compute:
    condition, then = _compute(rule.condition, leaves), _compute(rule.rule, leaves)
    if isinstance(rule, Implies):
        return lambda of: any_of((negate(condition(of)), then(of)))
    return lambda of: all_of((condition(of), then(of)))


def _counted(rule: NumberOf, truths: list[Truth]) -> Truth:
    sure = truths.count(TRUE)
    return Bounds(sure, sure + truths.count(UNKNOWN)).within(rule.at_least, rule.at_most)


def _false_if(truth: Truth) -> Truth:
    return FALSE if truth is TRUE else UNKNOWN


def _otherwise(rule: Cases) -> list[tuple[Rule | None, Rule]]:
    return [] if rule.otherwise is None else [(None, rule.otherwise)]


def _in_turn(branches: Sequence[tuple[Rule | None, Rule]], leaves: list[Rule]) -> Compute:
    """Give the truth of the first case whose condition holds; UNKNOWN where none does."""
    pairs = [
        (None if condition is None else _compute(condition, leaves), _compute(rule, leaves))
        for condition, rule in branches
    ]

    def truth(of: Truths) -> Truth:
        for condition, rule in pairs:
            holds = TRUE if condition is None else condition(of)
            if holds is not FALSE:
                return rule(of) if holds is TRUE else UNKNOWN
        return UNKNOWN

    return truth


def _has_first_known(rule: Rule) -> bool:
    return any(isinstance(each, FirstKnown) for _, each in every_rule(rule))
