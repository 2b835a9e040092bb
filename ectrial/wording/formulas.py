"""A formula in words: its result with the limit, and the answers that it was computed from."""

from fractions import Fraction

from ectrial.facts import Facts
from ectrial.rules.formula import Computed
from ectrial.rules.radicals import Roots
from ectrial.wording.answers import value_words
from ectrial.wording.numbers import number_apart, number_words, unit_words, with_unit
from ectrial.wording.speech import Say

_SIGNS = {"at_least": "≥", "at_most": "≤", "above": ">", "below": "<"}


def computed_words(say: Say, rule: Computed, facts: Facts) -> str:
    """Give the result of a formula with its limit and operands, or what it still needs."""
    results = rule.results(facts)
    if not results:
        missing = list(dict.fromkeys(say.text(item.name) for item in rule.missing(facts)))
        return say(
            "{formula}: not computable yet ({missing})",
            formula=_name(say, rule),
            missing=say.listed(missing),
        )
    answers = [
        say("{name}: {answer}", name=say.text(item.name), answer=value_words(say, item, facts))
        for item in rule.items()
    ]
    unit = "" if rule.unit == "1" else unit_words(rule.unit)
    return say(
        "{formula} {result} (needs {limit}), from {answers}",
        formula=_name(say, rule),
        result=with_unit(_range(results, rule.limit), unit),
        limit=f"{_SIGNS[rule.sign]} {number_words(getattr(rule, rule.sign))}",
        answers=" · ".join(answers),
    )


def _range(results: tuple[Roots, ...], limit: Fraction) -> str:
    """Give the lowest and highest result, never rounded onto or across the limit."""
    low = min(each.low.shown(limit) for each in results)
    shown = number_apart(low, limit)
    known = [each.high.shown(limit) for each in results if each.high is not None]
    if len(known) < len(results):
        return f"≥{shown}"
    high = number_apart(max(known), limit)
    if low < 0:
        return f"≤{high}"
    return shown if max(known) == low else f"{shown}–{high}"


def _name(say: Say, rule: Computed) -> str:
    match rule.name:
        case "cockcroft_gault":
            return say("clearance (Cockcroft–Gault)")
        case "ckd_epi_2021":
            return say("eGFR (CKD-EPI 2021)")
        case "bmi":
            return say("BMI")
        case "bsa_mosteller":
            return say("body surface area (Mosteller)")
        case "bsa_du_bois":
            return say("body surface area (Du Bois)")
        case "qtcf":
            return say("QTcF (Fridericia)")
        case "corrected_calcium":
            return say("corrected calcium")
        case _:
            part, whole = rule.of["part"], rule.of["whole"]
            return f"{say.text(part.name)} / {say.text(whole.name)}"
