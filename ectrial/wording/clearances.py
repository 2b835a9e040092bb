"""The estimate of a clearance in words, never rounded onto its limit."""

from fractions import Fraction

from ectrial.facts import Facts
from ectrial.quantity import Interval, point
from ectrial.rules.clearance import CockcroftGault
from ectrial.wording.numbers import number_apart, number_words
from ectrial.wording.speech import Say


def clearance_words(say: Say, rule: CockcroftGault, facts: Facts) -> str:
    """Give only the estimate: the items that it was computed from have their own lines."""
    body = rule.body(facts)
    if body is None:
        return say("clearance (Cockcroft–Gault): not computable yet")
    return say(
        "clearance by Cockcroft–Gault, estimated: {estimate} mL/min (needs > {limit})",
        estimate=_range(body.clearance(), Fraction(rule.above)),
        limit=number_words(rule.above),
    )


def _range(interval: Interval, limit: Fraction) -> str:
    low = number_apart(Fraction(interval.low), limit)
    if interval == point(interval.low) or interval.high is None:
        return low
    return f"{low}–{number_apart(Fraction(interval.high), limit)}"
