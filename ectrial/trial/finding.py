"""The result of one criterion for one subject, with its proof and what is open."""

from typing import Literal, NamedTuple

from ectrial.facts import Facts
from ectrial.rules.language import Evidence
from ectrial.trial.criterion import Criterion
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth
from ectrial.vocabulary import Item

Outcome = Literal["eligible", "not_eligible", "undetermined"]
Result = Literal["met", "not_met", "unknown", "conflict", "not_applicable"]
"""What a criterion came to; *met* favours entry, also where an exclusion is absent."""


class Finding(NamedTuple):
    """The result of one criterion for one subject: the truth of the criterion's text, and why.

    `contradicted`: two recorded values contradict. `judged`: the criterion was answered whole.
    """

    criterion: Criterion
    truth: Truth
    contradicted: bool = False
    judged: bool = False

    @property
    def is_failing(self) -> bool:
        """Whether an inclusion is FALSE or an exclusion is TRUE."""
        return self.truth is self.criterion.fails

    @property
    def is_unresolved(self) -> bool:
        """Whether the truth is unknown."""
        return self.truth is UNKNOWN

    def result(self, facts: Facts) -> Result:
        """Name what the criterion came to, for forms in which it is one of a few codes."""
        if self.contradicted:
            return "conflict"
        if self.does_not_apply(facts):
            return "not_applicable"
        if self.is_unresolved:
            return "unknown"
        return "not_met" if self.is_failing else "met"

    def does_not_apply(self, facts: Facts) -> bool:
        """Whether the criterion is met because it is not meant for this subject."""
        return self.criterion.is_for(facts) is FALSE and not self.contradicted

    def evidence(self, facts: Facts) -> tuple[Evidence, ...]:
        """Give the leaves of the rule that decided; none if the criterion was judged whole."""
        if self.judged:
            return ()
        if self.contradicted and (leaves := contradiction(self.criterion, facts)):
            return leaves
        return tuple(self.criterion.decides.evidence(facts, self.criterion.favours))

    def clashing(self, facts: Facts) -> tuple[Item, ...]:
        """Give the items whose recorded values contradict each other, once each."""
        if not self.contradicted:
            return ()
        leaves = contradiction(self.criterion, facts)
        items = [item for leaf in leaves for item in leaf.rule.items()]
        items += self.criterion.clashing(facts)
        # what has no answer contradicts nothing, though the rule could read it
        return tuple({item.id: item for item in items if item.id in facts.items}.values())

    def open_items(self, facts: Facts) -> tuple[Item, ...]:
        """Give the items that can settle the criterion, once each, in the order of its rule."""
        if not self.is_unresolved:
            return ()
        criterion = self.criterion
        if not self.contradicted and facts.items.keys().isdisjoint(criterion.unasked.looks_at):
            return _due(criterion.unasked.open_items, facts)
        clashing = self.clashing(facts)
        if self.contradicted and contradiction(criterion, facts):
            return clashing
        found = tuple(criterion.decides.open_items(facts, criterion.favours))
        return tuple({item.id: item for item in (*clashing, *_due(found, facts))}.values())


def _due(items: tuple[Item, ...], facts: Facts) -> tuple[Item, ...]:
    """Leave out what is no question yet, such as the day of a test before there was a test.

    It is better told than nothing, so all stay where nothing else is open.
    """
    due = tuple(each for each in items if _is_due(each, facts))
    return due or items


def _is_due(item: Item, facts: Facts) -> bool:
    return all(facts.items.get(name) == answer for name, answer in item.asked_when.items())


def contradiction(criterion: Criterion, facts: Facts) -> tuple[Evidence, ...]:
    """Give the leaves of a contradiction that holds; judgements never contradict."""
    for rule in criterion.contradictions:
        if rule.holds(facts, UNKNOWN) is TRUE:
            return tuple(rule.evidence(facts, UNKNOWN))
    return ()
