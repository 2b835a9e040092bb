"""The truth that values would give under a protocol, by which two readings are compared."""

from collections.abc import Callable, Mapping

from ectrial.facts import Facts
from ectrial.quantity import Quantity
from ectrial.trial.protocol import Protocol
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth

Values = Mapping[str, Quantity]
Judge = Callable[[Values], Truth]
"""The truth that values would give, by which two readings are compared."""


def judge_under(protocol: Protocol, known: Facts) -> Judge:
    """Judge by the first part of a criterion that reads one of the values."""

    def judge(values: Values) -> Truth:
        facts = known.with_items(values)
        for criterion in protocol.criteria:
            for leaf in criterion.leaves:
                if any(item.id in values for item in leaf.rule.items()):
                    held = leaf.evidence(facts).truth
                    if held is UNKNOWN:
                        return held
                    return TRUE if held is leaf.meets else FALSE
        return UNKNOWN

    return judge
