"""A rule for each case: by the answer to one item, or by the first condition that holds.

What is unknown settles nothing by itself, and hinders nothing: where every case that is still
possible has the same truth, that is the truth of the whole.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Self

from pydantic import Field, ValidationInfo, model_validator
from pydantic.dataclasses import dataclass

from ectrial.facts import Absence, Facts
from ectrial.nearest import instead_of
from ectrial.rules.language import FROZEN, AnyItem, AnyRule, Evidence, Leaf, OneItem, Part, Rule
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth
from ectrial.vocabulary import Item

_LASTING = frozenset({Absence.NOT_DONE, Absence.NOT_APPLICABLE})


class _Cases(Rule):
    """What both forms share: the rules of the cases, and those that are still possible."""

    operator = "_"
    language = 3

    def possible(self, facts: Facts) -> tuple[Rule, ...]:
        """Give the rules of the cases that the facts leave possible; one is certain."""
        raise TypeError(self.operator)

    def conditions(self) -> Iterator[Rule]:
        """Give the rules that say which case holds."""
        raise TypeError(self.operator)

    def rules(self) -> Iterator[Rule]:
        """Give the rule of every case."""
        raise TypeError(self.operator)

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        first, *others = self.possible(facts)
        truth = first.holds(facts, meets)
        for rule in others:
            if truth is UNKNOWN or rule.holds(facts, meets) is not truth:
                return UNKNOWN
        return truth

    def evidence(self, facts: Facts, meets: Truth) -> Iterator[Evidence]:
        possible, truth = self.possible(facts), self.holds(facts, meets)
        part: Part = "case" if len(possible) == 1 else "every_case"
        if len(possible) > 1 and truth is UNKNOWN:
            part = "may_apply"
        for condition in self._asked(facts):
            for leaf in condition.evidence(facts, UNKNOWN):
                yield replace(leaf, part=part)
        for rule in possible:
            yield from rule.evidence(facts, meets)

    def _asked(self, facts: Facts) -> list[Rule]:
        """Give the condition that holds and decides; without one, all that say it is another."""
        asked = []
        for condition in self.conditions():
            asked.append(condition)
            if condition.holds(facts, UNKNOWN) is TRUE:
                break
        return (
            asked[-1:]
            if len(self.possible(facts)) == 1
            and asked
            and (asked[-1].holds(facts, UNKNOWN) is TRUE)
            else asked
        )

    def open_items(self, facts: Facts, meets: Truth) -> Iterator[Item]:
        if self.holds(facts, meets) is not UNKNOWN:
            return
        possible = self.possible(facts)
        for condition in self._asked(facts) if len(possible) > 1 else ():
            yield from condition.open_items(facts, UNKNOWN)
        for rule in possible:
            yield from rule.open_items(facts, meets)

    def items(self) -> Iterator[Item]:
        for rule in (*self.conditions(), *self.rules()):
            yield from rule.items()

    def leaves(self, meets: Truth) -> Iterator[Leaf]:
        for condition in self.conditions():
            for leaf in condition.leaves(UNKNOWN):
                yield leaf._replace(part="case")
        for rule in self.rules():
            yield from rule.leaves(meets)


@dataclass(frozen=True, config=FROZEN)
class Which(OneItem):
    """Whether it is known which case an item's answer gives; only `cases` has it."""

    operator = "_"
    item: AnyItem

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        value = facts.items.get(self.item.id)
        return UNKNOWN if value is None or isinstance(value, Absence) else TRUE


@dataclass(frozen=True, config=FROZEN)
class Branch:
    """One entry of `cases`: a condition with its rule, or last the rule for everybody else."""

    condition: AnyRule | None = Field(default=None, alias="if")
    rule: AnyRule | None = Field(default=None, alias="then")
    otherwise: AnyRule | None = Field(default=None, alias="else")

    @property
    def decides(self) -> Rule:
        """The rule of this case."""
        return self.rule or self.otherwise  # type: ignore[return-value] # one stands, as checked


@dataclass(frozen=True, config=FROZEN)
class CasesInTurn(_Cases):
    """The rule behind the first condition that holds; behind `else`, where none does."""

    operator = "cases"
    branches: tuple[Branch, ...]

    @model_validator(mode="after")
    def _one_else_at_the_end(self) -> Self:
        *before, last = self.branches or (Branch(),)
        whole = [each for each in before if each.condition and each.rule and not each.otherwise]
        ends = last.otherwise and not last.condition and not last.rule
        if not before or len(whole) < len(before) or not ends:
            raise ValueError("write [{if: …, then: …}, {else: …}]: one else, and that is the last")
        return self

    def possible(self, facts: Facts) -> tuple[Rule, ...]:
        found = []
        for branch in self.branches:
            truth = TRUE if branch.condition is None else branch.condition.holds(facts, UNKNOWN)
            if truth is not FALSE:
                found.append(branch.decides)
            if truth is TRUE:
                break
        return tuple(found)

    def conditions(self) -> Iterator[Rule]:
        yield from (each.condition for each in self.branches if each.condition is not None)

    def rules(self) -> Iterator[Rule]:
        yield from (each.decides for each in self.branches)


@dataclass(frozen=True, config=FROZEN)
class Cases(_Cases):
    """The rule that stands under the item's answer, in `when`; `otherwise` is that of the others.

    Without an answer each case is possible. What was not done or does not apply is a case only if
    it stands in `when`.
    """

    operator = "cases"
    of_list = CasesInTurn
    item: AnyItem
    when: Mapping[str, AnyRule]
    otherwise: AnyRule | None = None

    @model_validator(mode="after")
    def _every_answer_once(self, info: ValidationInfo) -> Self:
        item, answers = self.item, _answers(self.item)
        if item.kind in ("quantity", "multichoice", "date", "list"):
            how = "write [{if: …, then: …}, {else: …}]"
            raise ValueError(f"{item.id} is no choice between cases: {how}")
        if foreign := [each for each in self.when if each not in (*answers, *_lasting(item))]:
            near = instead_of(foreign[0], [*answers, *_lasting(item)])
            raise ValueError(f"not an answer of {item.id}: {foreign[0]}{near}")
        missing = [each for each in answers if each not in self.when]
        if missing and self.otherwise is None:
            named = ", ".join(missing)
            raise ValueError(
                f"no case for these answers of {item.id}: {named}. Add each, or "
                "'otherwise: …' for all others"
            )
        if not missing and self.otherwise is not None:
            raise ValueError("otherwise is for no answer: each has its case, leave it out")
        return self

    def possible(self, facts: Facts) -> tuple[Rule, ...]:
        value = facts.items.get(self.item.id)
        if isinstance(value, Absence):
            case = self.when.get(value) if value in _LASTING else None
            return tuple(self.rules()) if case is None else (case,)
        if isinstance(value, str):
            case = self.when.get(value, self.otherwise)
            return tuple(self.rules()) if case is None else (case,)
        return tuple(self.rules())

    def conditions(self) -> Iterator[Rule]:
        yield Which(self.item)

    def rules(self) -> Iterator[Rule]:
        yield from self.when.values()
        if self.otherwise is not None:
            yield self.otherwise


def _answers(item: Item) -> tuple[str, ...]:
    return tuple(item.options) or ("yes", "no")


def _lasting(item: Item) -> tuple[str, ...]:
    return tuple(absence for absence in item.absences if absence in _LASTING)
