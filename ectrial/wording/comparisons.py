"""A comparison in words, without the compared number: "≥ 100 ×10⁹/L", "≤ 2.5×ULN"."""

from ectrial.quantity import Quantity
from ectrial.rules.comparisons import Above, AtLeast, AtMost, Below
from ectrial.truth import FALSE, Truth
from ectrial.wording.answers import amount_words
from ectrial.wording.numbers import number_words
from ectrial.wording.speech import Say

Bounded = Above | AtLeast | AtMost | Below

_OPPOSITE = {"≤": ">", ">": "≤", "≥": "<", "<": "≥"}


def sign_of(rule: Bounded, truth: Truth) -> str:
    """Give the opposite sign of the rule if the truth is FALSE, else its own."""
    return _OPPOSITE[rule.symbol] if truth is FALSE else rule.symbol


def comparison(say: Say, rule: Bounded, truth: Truth) -> str:
    """Give the bound of the rule, behind the sign that gives the rule this truth."""
    if rule.limit is not None:
        bound = amount_words(say, rule.item, Quantity(rule.limit, rule.unit or ""))
    elif rule.other is not None and rule.other.id != rule.item.uln:
        bound = say.text(rule.other.name)
    else:
        bound = say("{times}×ULN", times=number_words(rule.times))
    return f"{sign_of(rule, truth)} {bound}"
