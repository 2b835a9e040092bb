"""The truth of values under a protocol: a reading is asked if its choices differ in truth."""

from collections.abc import Mapping

from ectrial.facts import Facts
from ectrial.labs.truth_of_values import TruthOf
from ectrial.quantity import Quantity
from ectrial.trial.protocol import Protocol
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth


def truth_under(protocol: Protocol, known: Facts) -> TruthOf:
    """Judge numbers, together with the known facts, by the first rule leaf that reads one."""

    def truth_of(values: Mapping[str, Quantity]) -> Truth:
        facts = known.with_items(values)
        for criterion in protocol.criteria:
            for leaf in criterion.leaves:
                if any(item.id in values for item in leaf.rule.items()):
                    held = leaf.evidence(facts).truth
                    if held is UNKNOWN:
                        return held
                    return TRUE if held is leaf.meets else FALSE
        return UNKNOWN

    return truth_of
