"""The truth of values under a protocol: a reading is asked if its choices differ in truth."""

from collections.abc import Mapping

from ectrial.facts import Facts
from ectrial.labs.truth_of_values import TruthOf
from ectrial.quantity import Quantity
from ectrial.rules.language import Evidence
from ectrial.trial.limits import concerning
from ectrial.trial.protocol import Protocol
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth


def truth_under(protocol: Protocol, known: Facts) -> TruthOf:
    """Judge numbers, with the known facts, by the first rule leaf that reads one.

    A number with several limits is judged by all that concern the subject.
    """

    def truth_of(values: Mapping[str, Quantity]) -> Truth:
        facts = known.with_items(values)
        for item in protocol.several_limits & values.keys():
            return _by_several(protocol, facts, item)
        for criterion in protocol.criteria:
            for leaf in criterion.leaves:
                if any(item.id in values for item in leaf.rule.items()):
                    return _favour(leaf.evidence(facts))
        return UNKNOWN

    return truth_of


def _by_several(protocol: Protocol, facts: Facts, item: str) -> Truth:
    """Give FALSE where one limit excludes, UNKNOWN where it is not known which of them counts."""
    found: set[Truth] = set()
    for criterion in protocol.criteria:
        leaves = concerning(criterion, item, facts)
        found.update(_favour(leaf.evidence(facts)) for leaf in leaves)
        if leaves and criterion.decides.holds(facts, criterion.favours) is criterion.fails:
            return FALSE
    return found.pop() if len(found) == 1 else UNKNOWN


def _favour(evidence: Evidence) -> Truth:
    if evidence.truth is UNKNOWN:
        return UNKNOWN
    return TRUE if evidence.truth is evidence.meets else FALSE
