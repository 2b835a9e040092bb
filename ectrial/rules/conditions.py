"""Whether a rule applies at all: `implies`, and what `applies_to` of a criterion makes of it."""

from collections.abc import Iterator
from dataclasses import replace

from pydantic import Field
from pydantic.dataclasses import dataclass

from ectrial.facts import Facts
from ectrial.rules.language import FROZEN, AnyRule, Evidence, Leaf, Part, Rule
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth, all_of, any_of, negate
from ectrial.vocabulary import Item

_PARTS: dict[Truth, Part] = {TRUE: "applies", FALSE: "does_not_apply", UNKNOWN: "may_apply"}


class Conditional(Rule):
    """A rule that counts only where its condition holds.

    A condition favours nobody, so a judgement in place of a number says nothing about it.
    """

    operator = "_"
    condition: AnyRule
    rule: AnyRule

    def applies(self, facts: Facts) -> Truth:
        """Give the truth of the condition."""
        return self.condition.holds(facts, UNKNOWN)

    def evidence(self, facts: Facts, meets: Truth) -> Iterator[Evidence]:
        applies, result = self.applies(facts), self.holds(facts, meets)
        # a rule that settles the matter alone needs no word about its condition
        if applies is not UNKNOWN or result is UNKNOWN:
            for leaf in self.condition.evidence(facts, UNKNOWN):
                yield replace(leaf, part=_PARTS[applies])
        if applies is not FALSE:
            yield from self.rule.evidence(facts, meets)

    def open_items(self, facts: Facts, meets: Truth) -> Iterator[Item]:
        if self.holds(facts, meets) is UNKNOWN:
            yield from self.condition.open_items(facts, UNKNOWN)
            yield from self.rule.open_items(facts, meets)

    def items(self) -> Iterator[Item]:
        yield from self.condition.items()
        yield from self.rule.items()

    def leaves(self, meets: Truth) -> Iterator[Leaf]:
        for leaf in self.condition.leaves(UNKNOWN):
            yield leaf._replace(part="applies")
        yield from self.rule.leaves(meets)


@dataclass(frozen=True, config=FROZEN)
class Implies(Conditional):
    """Where `if` holds, `then` must hold (Kleene: not `if`, or `then`)."""

    operator = "implies"
    language = 3
    condition: AnyRule = Field(alias="if")
    rule: AnyRule = Field(alias="then")

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        return any_of((negate(self.applies(facts)), self.rule.holds(facts, meets)))


@dataclass(frozen=True, config=FROZEN)
class OnlyIf(Conditional):
    """An exclusion that concerns some subjects only: both the condition and the rule hold."""

    operator = "_"
    condition: AnyRule = Field(alias="if")
    rule: AnyRule = Field(alias="then")

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        return all_of((self.applies(facts), self.rule.holds(facts, meets)))


def applied(condition: Rule, rule: Rule, favours: Truth) -> Rule:
    """Give the rule of a criterion that applies only where a condition holds.

    Where it does not, the criterion has the truth that favours entry.
    """
    kind = Implies if favours is TRUE else OnlyIf
    return kind(**{"if": condition, "then": rule})
