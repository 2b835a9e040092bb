"""Proofs in words: each value, the limit it was compared with, and whether it met the limit."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from ectrial.facts import Facts, Judgement, Reported
from ectrial.quantity import Quantity
from ectrial.rules.clearance import CockcroftGault
from ectrial.rules.comparisons import Above, AtLeast, AtMost, Below
from ectrial.rules.formula import Computed
from ectrial.rules.language import Evidence, Rule
from ectrial.rules.largest import OVER_THINGS
from ectrial.rules.over_things import OverThings
from ectrial.rules.ranges import Between, ByUnit
from ectrial.rules.same_day import SameDay
from ectrial.rules.times import Within
from ectrial.trial.finding import Finding
from ectrial.truth import Truth
from ectrial.vocabulary import RATIO, Item
from ectrial.wording.answers import amount_words, value_words
from ectrial.wording.bounds import bound, converted, sign
from ectrial.wording.clearances import clearance_words
from ectrial.wording.comparisons import Bounded, comparison
from ectrial.wording.conditions import of_condition
from ectrial.wording.formulas import computed_words
from ectrial.wording.marks import Mark, mark_of
from ectrial.wording.numbers import (
    number_words,
    quantity_words,
    unit_words,
    with_unit,
)
from ectrial.wording.proof_line import ProofLine
from ectrial.wording.speech import Say
from ectrial.wording.things_proofs import contradiction_words, over_things_words, told_beside
from ectrial.wording.times import same_day_words, within_words

_RESULT = Quantity | Judgement | Reported


def proof(say: Say, finding: Finding, facts: Facts) -> list[ProofLine]:
    """Give the lines that show why a criterion is met, not met or open; equal lines once."""
    if finding.judged:
        mark = mark_of(finding.truth, finding.criterion.favours)
        return [ProofLine(say("answered as a whole"), mark)]
    if finding.contradicted:
        answers = [answer_line(say, item, facts) for item in finding.clashing(facts)]
        return [*answers, ProofLine(contradiction_words(say, len(answers)))]
    lines = [evidence_line(say, leaf, facts) for leaf in finding.evidence(facts)]
    return list(dict.fromkeys(lines))


def evidence_line(say: Say, leaf: Evidence, facts: Facts) -> ProofLine:
    """Give one leaf in words, with its mark.

    "Hb 92 g/L = 9.2 g/dL ≥ 9 ✓" for a number, "Brain metastasis: No ✓" for an answer.
    """
    line = _LINES.get(type(leaf.rule), _answers)(say, leaf, facts)
    if leaf.part != "decides":
        is_open = leaf.part == "may_apply" and leaf.truth is Truth.UNKNOWN
        words = of_condition(say, leaf.part, line.words)
        return replace(line, words=words, mark=Mark.OPEN if is_open else None)
    return replace(line, mark=mark_of(leaf.truth, leaf.meets))


def answer_line(say: Say, item: Item, facts: Facts) -> ProofLine:
    """Give an item with its present answer, without a mark, as no rule is applied."""
    return _told(say, [item], facts)


def _answers(say: Say, leaf: Evidence, facts: Facts) -> ProofLine:
    return _told(say, leaf.rule.items(), facts)


def _told(say: Say, items: Iterable[Item], facts: Facts) -> ProofLine:
    by_id = {item.id: item for item in items}
    parts = [
        say("{name}: {answer}", name=say.text(item.name), answer=value_words(say, item, facts))
        for item in by_id.values()
    ]
    return ProofLine(" · ".join(parts), items=frozenset(by_id))


def _bounded(say: Say, leaf: Evidence, facts: Facts) -> ProofLine:
    rule: Bounded = leaf.rule  # type: ignore[assignment] # the table below pairs them
    value = facts.items.get(rule.item.id)
    name = say.text(rule.item.name)
    if isinstance(value, Judgement) and leaf.truth is Truth.UNKNOWN:
        words = say("{name}, no number", name=name)
        if leaf.part == "decides":
            needed = comparison(say, rule, leaf.meets)
            words = say("{line} (needs {needed})", line=words, needed=needed)
        return ProofLine(words, items=frozenset({rule.item.id}))
    if isinstance(value, Judgement):
        compared = comparison(say, rule, leaf.truth)
        words = say("{name} {comparison}, no number", name=name, comparison=compared)
        return ProofLine(words, items=frozenset({rule.item.id}))
    if not isinstance(value, Quantity):
        return _told(say, [rule.item], facts)
    shown = f"{name} {amount_words(say, rule.item, value)}{converted(say, rule, value)}"
    needed = f"{sign(leaf)} {bound(say, rule, value, facts)}"
    words = f"{shown} {needed}"
    if leaf.truth is Truth.UNKNOWN:
        words = say("{line} (needs {needed})", line=shown, needed=needed)
    return ProofLine(words, items=_named(rule, value, facts))


def _named(rule: Bounded, value: Quantity, facts: Facts) -> frozenset[str]:
    """Name the items; leave out the item of the bound if its number is shown instead."""
    other = rule.other
    if other is None or value.unit == RATIO or facts.quantity(other.id):
        return frozenset({rule.item.id})
    return frozenset({rule.item.id, other.id})


def _between(say: Say, leaf: Evidence, facts: Facts) -> ProofLine:
    rule: Between = leaf.rule  # type: ignore[assignment] # the table below pairs them
    line = _told(say, [rule.item], facts)
    if facts.quantity(rule.item.id) is None:
        return line
    needed = f"{number_words(rule.low)}–{number_words(rule.high)}"
    return replace(line, words=say("{line} (needs {needed})", line=line.words, needed=needed))


def _by_unit(say: Say, leaf: Evidence, facts: Facts) -> ProofLine:
    """Give the reported results; without any, the items that decide instead."""
    rule: ByUnit = leaf.rule  # type: ignore[assignment] # the table below pairs them
    reported = [item for item in rule.results if isinstance(facts.items.get(item.id), _RESULT)]
    if not reported:
        return _told(say, [item for item in rule.items() if not item.optional], facts)
    parts = [*_needing(say, rule, facts), *(_result(say, rule, i, facts) for i in reported)]
    return ProofLine(" · ".join(parts), items=frozenset(item.id for item in reported))


def _needing(say: Say, rule: ByUnit, facts: Facts) -> list[str]:
    """Give the answers because of which a judgement would not do, such as a positive antigen."""
    if rule.judged_if is None or rule.judged_if.holds(facts, Truth.TRUE) is not Truth.FALSE:
        return []
    return [str(_told(say, [item], facts)) for item in rule.judged_if.items()]


def _result(say: Say, rule: ByUnit, item: Item, facts: Facts) -> str:
    name, value = say.text(item.name), facts.quantity(item.id)
    if value is None:
        return say("{name}: {answer}", name=name, answer=value_words(say, item, facts))
    base = item.units[value.unit].base
    return say(
        "{value} (excludes from {limit})",
        value=f"{name} {quantity_words(value)}",
        limit=with_unit(number_words(rule.at_least[base]), unit_words(base)),
    )


def _clearance(say: Say, leaf: Evidence, facts: Facts) -> ProofLine:
    return ProofLine(clearance_words(say, leaf.rule, facts))  # type: ignore[arg-type] # paired below


def _over_things(say: Say, leaf: Evidence, facts: Facts) -> ProofLine:
    rule: OverThings = leaf.rule  # type: ignore[assignment] # the table below pairs them
    line = _told(say, told_beside(rule, facts), facts)
    if rule.things.id in line.items:
        return line
    words = (over_things_words(say, rule, leaf.meets, facts), line.words)
    return ProofLine(" · ".join(filter(None, words)), items=line.items | {rule.things.id})


def _within(say: Say, leaf: Evidence, facts: Facts) -> ProofLine:
    rule: Within = leaf.rule  # type: ignore[assignment] # the table below pairs them
    return ProofLine(within_words(say, rule, leaf.meets, facts), items=frozenset({rule.item.id}))


_Line = Callable[[Say, Evidence, Facts], ProofLine]


def _in_words(words: Callable[[Say, Any, Facts], str]) -> _Line:
    def line(say: Say, leaf: Evidence, facts: Facts) -> ProofLine:
        return ProofLine(
            words(say, leaf.rule, facts), items=frozenset(i.id for i in leaf.rule.items())
        )

    return line


_LINES: dict[type[Rule], _Line] = {
    Computed: _in_words(computed_words),
    Above: _bounded,
    AtLeast: _bounded,
    AtMost: _bounded,
    Below: _bounded,
    Between: _between,
    ByUnit: _by_unit,
    CockcroftGault: _clearance,
    SameDay: _in_words(same_day_words),
    Within: _within,
    **dict.fromkeys(OVER_THINGS, _over_things),
}
