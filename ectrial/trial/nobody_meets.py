"""Criteria that nobody meets, or everybody: an author may have meant something else by them."""

from itertools import combinations, repeat

from ectrial.rules.cases import CasesInTurn
from ectrial.rules.language import Rule
from ectrial.trial.criterion import Criterion
from ectrial.trial.one_outcome import one_outcome, outcomes
from ectrial.trial.parts import belongs
from ectrial.trial.protocol import Protocol
from ectrial.trial.sense import Told, inner_rules
from ectrial.truth import FALSE, TRUE, Truth
from ectrial.yaml_file import Location


def met_by_nobody(protocol: Protocol) -> Told:
    """Give criteria, and rules within them, whose truth is the same whatever is answered."""
    plain: list[tuple[int, Criterion]] = []
    for number, criterion in enumerate(protocol.criteria):
        told = list(_of_criterion(criterion))
        yield from ((("criteria", number, *place), message) for place, message in told)
        if not told:
            plain.append((number, criterion))
    for (_, one), (number, other) in combinations(plain, 2):
        if _share_a_part(protocol, one, other) and _never_both(one, other):
            message = f"nobody can meet it together with {one.id}: each excludes the other"
            yield ("criteria", number, "rule"), message


def _of_criterion(criterion: Criterion) -> Told:
    always = one_outcome(criterion.rule)
    if always is not None:
        yield ("rule",), _whole(criterion, always)
    else:
        yield from _within(criterion.rule, ("rule",))
    if criterion.applies_to is None or always is not None:
        return
    applies = one_outcome(criterion.applies_to)
    if applies is TRUE:
        yield ("applies_to",), "holds for everybody: leave it out, or mend it"
    elif applies is FALSE:
        yield ("applies_to",), "holds for nobody, so that the criterion never counts: mend it"
    else:
        yield from _within(criterion.applies_to, ("applies_to",))
        yield from _where_it_applies(criterion, criterion.applies_to)


def _whole(criterion: Criterion, always: Truth) -> str:
    met = "every answer meets it" if always is criterion.favours else "no answer meets it"
    if criterion.category == "exclusion":
        met = "it holds for every answer" if always is TRUE else "it holds for no answer"
    hence = "it excludes nobody" if always is criterion.favours else "nobody could be eligible"
    return f"{met}, so that {hence}: mend the rule"


def _where_it_applies(criterion: Criterion, applies_to: Rule) -> Told:
    found = outcomes([applies_to, criterion.rule])
    truths = {rule for applies, rule in found or () if applies is TRUE}
    if truths == {criterion.fails}:
        yield ("rule",), "nobody to whom it applies could be eligible: mend applies_to or rule"
    elif truths == {criterion.favours}:
        yield ("rule",), "it excludes nobody to whom it applies: mend applies_to or rule"


def _within(rule: Rule, place: Location) -> Told:
    """Give the innermost rules that have one truth, and cases that are never reached."""
    inner = [
        told
        for inner_place, each in inner_rules(rule)
        for told in _of_inner(each, (*place, *inner_place))
    ]
    yield from inner
    if isinstance(rule, CasesInTurn):
        yield from _never_reached(rule, place)


def _of_inner(rule: Rule, place: Location) -> Told:
    deeper = list(_within(rule, place))
    yield from deeper
    always = None if deeper else one_outcome(rule)
    if always is not None:
        how = "always holds" if always is TRUE else "never holds"
        yield place, f"'{rule.operator}' {how}, whatever is answered: mend it, or leave it out"


def _never_reached(rule: CasesInTurn, place: Location) -> Told:
    conditions = list(rule.conditions())
    found = outcomes(conditions)
    if found is None:
        return
    for number in range(1, len(rule.branches)):
        before = [each[number:] for each in found if TRUE not in each[:number]]
        if not any(not each or each[0] is not FALSE for each in before):
            message = f"case {number + 1} is never reached: those before it hold first"
            yield (*place, "branches", number), message
            return


def _share_a_part(protocol: Protocol, one: Criterion, other: Criterion) -> bool:
    parts = [part.id for part in protocol.parts] or [""]
    return any(belongs(one.part, part) and belongs(other.part, part) for part in parts)


def _never_both(one: Criterion, other: Criterion) -> bool:
    if {item.id for item in one.items}.isdisjoint(item.id for item in other.items):
        return False
    found = outcomes([one.decides, other.decides])
    against = (one.fails, other.fails)
    return found is not None and all(map(_clash, found, repeat(against)))


def _clash(truths: tuple[Truth, ...], against: tuple[Truth, ...]) -> bool:
    return any(truth is fails for truth, fails in zip(truths, against, strict=True))
