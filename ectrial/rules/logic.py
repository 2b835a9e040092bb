"""Operators that join rules: all, any, not, first_known, false_if, unknown."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field
from pydantic.dataclasses import dataclass

from ectrial.facts import Facts
from ectrial.rules.language import FROZEN, AnyRule, Evidence, Leaf, Rule
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth, negate, truth_of
from ectrial.vocabulary import Item

Rules = Annotated[tuple[AnyRule, ...], Field(min_length=1)]


class _Joined(Rule):
    """Rules side by side; only those that decided the result are shown as evidence."""

    operator = "_"
    rules: Rules

    def evidence(self, facts: Facts, meets: Truth) -> Iterator[Evidence]:
        result = self.holds(facts, meets)
        for rule in self.rules:
            if rule.holds(facts, meets) is result:
                yield from rule.evidence(facts, meets)

    def open_items(self, facts: Facts, meets: Truth) -> Iterator[Item]:
        if self.holds(facts, meets) is UNKNOWN:
            for rule in self.rules:
                yield from rule.open_items(facts, meets)

    def items(self) -> Iterator[Item]:
        for rule in self.rules:
            yield from rule.items()

    def leaves(self, meets: Truth) -> Iterator[Leaf]:
        for rule in self.rules:
            yield from rule.leaves(meets)


@dataclass(frozen=True, config=FROZEN)
class All(_Joined):
    """Every rule holds (Kleene and)."""

    operator = "all"
    rules: Rules

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        # the loop of `all_of`, repeated: assessments spend half of their time in two such loops
        found = TRUE
        for rule in self.rules:
            truth = rule.holds(facts, meets)
            if truth is FALSE:
                return truth
            if truth is UNKNOWN:
                found = truth
        return found


@dataclass(frozen=True, config=FROZEN)
class AnyOf(_Joined):
    """At least one rule holds (Kleene or)."""

    operator = "any"
    rules: Rules

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        found = FALSE
        for rule in self.rules:
            truth = rule.holds(facts, meets)
            if truth is TRUE:
                return truth
            if truth is UNKNOWN:
                found = truth
        return found


@dataclass(frozen=True, config=FROZEN)
class FirstKnown(_Joined):
    """The truth of the first rule that is not UNKNOWN: a measured value, then an estimate."""

    operator = "first_known"
    rules: Rules

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        for rule in self.rules:
            truth = rule.holds(facts, meets)
            if truth is not UNKNOWN:
                return truth
        return UNKNOWN

    def evidence(self, facts: Facts, meets: Truth) -> Iterator[Evidence]:
        known = [rule for rule in self.rules if rule.holds(facts, meets) is not UNKNOWN]
        for rule in known[:1] or self.rules:
            yield from rule.evidence(facts, meets)


@dataclass(frozen=True, config=FROZEN)
class Not(Rule):
    """The opposite of a rule; within it, the truth that favours entry is also the opposite."""

    operator = "not"
    rule: AnyRule

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        return negate(self.rule.holds(facts, negate(meets)))

    def evidence(self, facts: Facts, meets: Truth) -> Iterator[Evidence]:
        yield from self.rule.evidence(facts, negate(meets))

    def open_items(self, facts: Facts, meets: Truth) -> Iterator[Item]:
        yield from self.rule.open_items(facts, negate(meets))

    def items(self) -> Iterator[Item]:
        yield from self.rule.items()

    def leaves(self, meets: Truth) -> Iterator[Leaf]:
        yield from self.rule.leaves(negate(meets))


@dataclass(frozen=True, config=FROZEN)
class FalseIf(Rule):
    """FALSE if the rule holds, else UNKNOWN: never TRUE, so it settles only one outcome."""

    operator = "false_if"
    rule: AnyRule

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        holds = self.rule.holds(facts, meets) is TRUE
        return FALSE if holds else UNKNOWN

    def evidence(self, facts: Facts, meets: Truth) -> Iterator[Evidence]:
        yield from self.rule.evidence(facts, negate(meets))

    def open_items(self, facts: Facts, meets: Truth) -> Iterator[Item]:
        if self.holds(facts, meets) is UNKNOWN:
            yield from self.rule.open_items(facts, meets)

    def items(self) -> Iterator[Item]:
        yield from self.rule.items()

    def leaves(self, meets: Truth) -> Iterator[Leaf]:
        yield from self.rule.leaves(meets)


@dataclass(frozen=True, config=FROZEN)
class Unknown(Rule):
    """TRUE if the rule is UNKNOWN, else FALSE. For advisories only: an answer can reverse it."""

    operator = "unknown"
    instead = (
        "Write the rule alone: without an answer it leaves its criterion open by itself. "
        "What is unknown can be told in an advisory"
    )
    rule: AnyRule

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        return truth_of(self.rule.holds(facts, meets) is UNKNOWN)

    def open_items(self, facts: Facts, meets: Truth) -> Iterator[Item]:
        yield from ()

    def items(self) -> Iterator[Item]:
        yield from self.rule.items()

    def leaves(self, meets: Truth) -> Iterator[Leaf]:
        yield from self.rule.leaves(meets)
