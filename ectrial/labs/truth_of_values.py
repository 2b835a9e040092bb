"""The truth that values would give under a protocol: readings that differ in it are asked."""

from collections.abc import Callable, Mapping

from ectrial.facts import Facts
from ectrial.quantity import Quantity
from ectrial.trial.protocol import Protocol
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth

TruthOf = Callable[[Mapping[str, Quantity]], Truth]
"""Gives the truth of numbers by item: TRUE where they favour entry, FALSE where they do not."""


def truth_under(protocol: Protocol, known: Facts) -> TruthOf:
    """Judge numbers, beside what is known, by the first leaf of a rule that reads one of them."""

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
