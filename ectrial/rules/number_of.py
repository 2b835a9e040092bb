"""The operator over the number of rules that hold: number_of, as in "at least 2 of these"."""

from collections.abc import Iterator
from typing import Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from ectrial.facts import Facts
from ectrial.rules.language import FROZEN, Evidence, Leaf, Rule
from ectrial.rules.logic import Rules
from ectrial.rules.things_counted import Bounds
from ectrial.rules.things_operands import WholeNumber
from ectrial.truth import TRUE, UNKNOWN, Truth, negate
from ectrial.vocabulary import Item


@dataclass(frozen=True, config=FROZEN)
class NumberOf(Rule):
    """At least so many of these rules hold, or at most so many; both are two such rules.

    With both ends no truth of a rule would favour entry. A rule that is UNKNOWN may hold or not;
    the truth is what both leave.
    """

    operator = "number_of"
    language = 3
    rules: Rules
    at_least: WholeNumber | None = None
    at_most: WholeNumber | None = None

    @model_validator(mode="after")
    def _can_differ(self) -> Self:
        low, high, all_ = self.at_least, self.at_most, len(self.rules)
        if (low is None) == (high is None):
            raise ValueError("give at_least or at_most, a whole number; for both join two by all")
        if low is not None and not 1 <= low <= all_:
            raise ValueError(f"at_least: {low} of {all_} rules: write a number from 1 to {all_}")
        if high is not None and not 0 <= high < all_:
            raise ValueError(f"at_most: {high} of {all_} rules: write one from 0 to {all_ - 1}")
        return self

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        truths = [rule.holds(facts, self._favoured(meets)) for rule in self.rules]
        sure = truths.count(TRUE)
        return Bounds(sure, sure + truths.count(UNKNOWN)).within(self.at_least, self.at_most)

    def _favoured(self, meets: Truth) -> Truth:
        """Give the truth of each rule that favours entry: the other one, if few shall hold."""
        return meets if self.at_most is None else negate(meets)

    def evidence(self, facts: Facts, meets: Truth) -> Iterator[Evidence]:
        result, favoured = self.holds(facts, meets), self._favoured(meets)
        for rule in self.rules:
            if self._decides(rule.holds(facts, favoured), result):
                yield from rule.evidence(facts, favoured)

    def _decides(self, truth: Truth, result: Truth) -> bool:
        """Whether a rule of this truth is a cause of the result."""
        return truth is (result if self.at_most is None else negate(result))

    def open_items(self, facts: Facts, meets: Truth) -> Iterator[Item]:
        if self.holds(facts, meets) is UNKNOWN:
            for rule in self.rules:
                yield from rule.open_items(facts, self._favoured(meets))

    def items(self) -> Iterator[Item]:
        for rule in self.rules:
            yield from rule.items()

    def leaves(self, meets: Truth) -> Iterator[Leaf]:
        for rule in self.rules:
            yield from rule.leaves(self._favoured(meets))
