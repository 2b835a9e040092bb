"""Proofs in words: what a value was, what it was held against, and whether it met it."""

from collections.abc import Callable
from fractions import Fraction

from ectrial.facts import Absence, Choices, Facts, Judgement
from ectrial.quantity import Interval, Quantity, point
from ectrial.rules.clearance import CockcroftGault
from ectrial.rules.comparisons import Above, AtLeast, AtMost, Below
from ectrial.rules.language import Evidence, Rule
from ectrial.rules.ranges import Between, ByUnit
from ectrial.trial.protocol import Criterion
from ectrial.trial.verdict import Finding
from ectrial.truth import Truth
from ectrial.vocabulary import RATIO, Item
from ectrial.wording.numbers import (
    number_apart,
    number_words,
    quantity_words,
    sign_words,
    unit_words,
    with_unit,
)
from ectrial.wording.speech import Say

Bounded = Above | AtLeast | AtMost | Below


def proof(say: Say, finding: Finding, facts: Facts) -> list[str]:
    """Give the lines that show why a criterion is met, not met or open; each ends in ✓, ✗ or ?."""
    if finding.judged:
        return [say("answered as a whole {mark}", mark=_mark(finding.truth, finding.criterion))]
    if finding.contradicted:
        items = finding.open_items(facts)
        answers = [
            say("{name}: {answer}", name=say.text(i.name), answer=value_words(say, i, facts))
            for i in items
        ]
        return [*answers, say("these cannot both be true: check the entries")]
    lines = [evidence_words(say, leaf, facts) for leaf in finding.evidence(facts)]
    return list(dict.fromkeys(line for line in lines if line))


def evidence_words(say: Say, leaf: Evidence, facts: Facts) -> str:
    """Give one leaf in words.

    "Hb 92 g/L = 9.2 g/dL ≥ 9 ✓" for a number, "Brain metastasis: No ✓" for an answer.
    """
    mark = "?" if leaf.truth is Truth.UNKNOWN else "✓" if leaf.truth is leaf.meets else "✗"
    words = _WORDS.get(type(leaf.rule), _answer)
    return f"{words(say, leaf, facts)} {mark}"


def value_words(say: Say, item: Item, facts: Facts) -> str:
    """Give the present answer to an item in words."""
    value = facts.items.get(item.id)
    if value is None:
        return say("not asked")
    if isinstance(value, Quantity):
        return amount_words(say, item, value)
    if isinstance(value, Judgement):
        return say("acceptable") if value is Judgement.MEETS else say("not acceptable")
    if isinstance(value, Absence):
        return _absence(say, value)
    if isinstance(value, Choices):
        return " + ".join(say.text(item.options[option]) for option in value) or say("none")
    if value in item.options:
        return say.text(item.options[value])
    return say("Yes") if value == "yes" else say("No")


def _mark(truth: Truth, criterion: Criterion) -> str:
    if truth is Truth.UNKNOWN:
        return "?"
    return "✓" if truth is criterion.favours else "✗"


def _absence(say: Say, absence: Absence) -> str:
    match absence:
        case Absence.NOT_DONE:
            return say("not done")
        case Absence.NOT_APPLICABLE:
            return say("not applicable")
        case _:
            return say("not sure")


def amount_words(say: Say, item: Item, quantity: Quantity) -> str:
    """Give a quantity as reported; a unit that is a word is said in the person's language."""
    reads = item.units[quantity.unit].reads
    if reads is None:
        return quantity_words(quantity)
    return say.text(reads).format(
        number=sign_words(quantity.comparator) + number_words(quantity.value)
    )


def _answer(say: Say, leaf: Evidence, facts: Facts) -> str:
    parts = [
        say("{name}: {answer}", name=say.text(item.name), answer=value_words(say, item, facts))
        for item in leaf.rule.items()
    ]
    return " · ".join(parts)


def _bounded(say: Say, leaf: Evidence, facts: Facts) -> str:
    rule: Bounded = leaf.rule  # type: ignore[assignment] # the table below pairs them
    value = facts.items.get(rule.item.id)
    name = say.text(rule.item.name)
    if not isinstance(value, Quantity):
        return say("{name}: {answer}", name=name, answer=value_words(say, rule.item, facts))
    shown = f"{name} {amount_words(say, rule.item, value)}{_converted(say, rule, value)}"
    relation = f"{_symbol(leaf)} {_bound(say, rule, value, facts)}"
    if leaf.truth is Truth.UNKNOWN:
        return say("{line} (needs {needed})", line=shown, needed=relation)
    return f"{shown} {relation}"


def _symbol(leaf: Evidence) -> str:
    """Only what is true is written: "8 < 9 ✗", never "8 ≥ 9 ✗". Unknown: what is needed."""
    symbol = str(getattr(leaf.rule, "symbol", ""))
    wanted = leaf.meets if leaf.truth is Truth.UNKNOWN else leaf.truth
    return symbol if wanted is Truth.TRUE else _OPPOSITE[symbol]


def _bound(say: Say, rule: Bounded, value: Quantity, facts: Facts) -> str:
    """Give the bound; its unit is left out where the value was just shown in it."""
    if rule.other is None:
        return number_words(rule.times if rule.limit is None else rule.limit)
    times = number_words(rule.times)
    if value.unit == RATIO:
        return times
    reference = facts.quantity(rule.other.id)
    if reference is None:
        shown = say.text(rule.other.name)
    elif reference.unit == value.unit:
        shown = number_words(reference.value)
    else:
        shown = quantity_words(reference)
    return shown if rule.times == 1 else f"{times}×{shown}"


def _converted(say: Say, rule: Bounded, value: Quantity) -> str:
    """Give the value in the unit of a fixed limit, never rounded across that limit."""
    item, unit = rule.item, rule.unit
    if unit is None or rule.limit is None or value.unit == unit or item.units[value.unit].log10:
        return ""
    if item.units[value.unit].base != item.units[unit].base:
        return ""
    exact = Fraction(item.interval(value._replace(comparator="=")).low) / item.units[unit].factor
    number = sign_words(value.comparator) + number_apart(exact, Fraction(rule.limit))
    if unit == "mo":
        return " = " + say("{number} months", number=number)
    return f" = {with_unit(number, unit_words(unit))}"


def _between(say: Say, leaf: Evidence, facts: Facts) -> str:
    rule: Between = leaf.rule  # type: ignore[assignment] # the table below pairs them
    answer = value_words(say, rule.item, facts)
    line = say("{name}: {answer}", name=say.text(rule.item.name), answer=answer)
    if facts.quantity(rule.item.id) is None:
        return line
    needed = f"{number_words(rule.low)}–{number_words(rule.high)}"
    return say("{line} (needs {needed})", line=line, needed=needed)


def _by_unit(say: Say, leaf: Evidence, facts: Facts) -> str:
    rule: ByUnit = leaf.rule  # type: ignore[assignment] # the table below pairs them
    parts = []
    for item in rule.results:
        value = facts.items.get(item.id)
        if isinstance(value, Quantity):
            base = item.units[value.unit].base
            limit = with_unit(number_words(rule.at_least[base]), unit_words(base))
            parts.append(
                say(
                    "{value} (excludes from {limit})",
                    value=f"{say.text(item.name)} {quantity_words(value)}",
                    limit=limit,
                )
            )
        elif isinstance(value, Judgement):
            answer = value_words(say, item, facts)
            parts.append(say("{name}: {answer}", name=say.text(item.name), answer=answer))
    if parts:
        return " · ".join(parts)
    asked = {item.id: item for item in rule.items() if not item.optional}
    return " · ".join(
        say("{name}: {answer}", name=say.text(item.name), answer=value_words(say, item, facts))
        for item in asked.values()
    )


def _clearance(say: Say, leaf: Evidence, facts: Facts) -> str:
    rule: CockcroftGault = leaf.rule  # type: ignore[assignment] # the table below pairs them
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


_OPPOSITE = {"≤": ">", ">": "≤", "≥": "<", "<": "≥"}

_WORDS: dict[type[Rule], Callable[[Say, Evidence, Facts], str]] = {
    Above: _bounded,
    AtLeast: _bounded,
    AtMost: _bounded,
    Below: _bounded,
    Between: _between,
    ByUnit: _by_unit,
    CockcroftGault: _clearance,
}
