"""On which form and in which group each item of a version stands: those of its criterion.

Each criterion is a form, with its result and the questions that the file puts there. Questions
that are of no criterion, and items that no question asks, have forms of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ectrial.papers.both_languages import words
from ectrial.text import Text
from ectrial.trial.criterion import Criterion
from ectrial.trial.protocol import Protocol, Question
from ectrial.vocabulary import Item
from ectrial.wording.speech import marked

FACTS = words(marked("Facts beside the criteria"))
OTHERS = words(marked("Items that no question asks"))


@dataclass(frozen=True, slots=True)
class Group:
    """Items that are asked together."""

    oid: str
    name: str
    items: tuple[Item, ...] = ()
    of: Criterion | None = None
    """The criterion of which it has the result."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form with its groups in order; `says` is what it is about, `of` its criterion."""

    oid: str
    name: str
    says: Text
    groups: tuple[Group, ...]
    of: Criterion | None = None


@dataclass(frozen=True)
class Forms:
    """The forms of one version of a trial."""

    protocol: Protocol

    @cached_property
    def all(self) -> tuple[Form, ...]:
        """Give every form: of the criteria in their order, of other questions, of the rest."""
        asked = {item.id for each in self.protocol.questions for item in each.items}
        rest = [item for item in self.protocol.vocabulary.values() if item.id not in asked]
        others = (Group("IG.OTHERS", "Others", tuple(rest)),) if rest else ()
        known = [each for each in self.protocol.questions if each.criterion is None]
        facts = tuple(map(_group, known))
        return (
            *(self._of(each) for each in self.protocol.criteria),
            *([Form("F.FACTS", "Facts", FACTS, facts)] if facts else []),
            *([Form("F.OTHERS", "Others", OTHERS, others)] if others else []),
        )

    def _of(self, criterion: Criterion) -> Form:
        asked = [each for each in self.protocol.questions if each.criterion == criterion.id]
        result = Group(f"IG.RESULT.{criterion.id}", f"{criterion.id}: result", of=criterion)
        name = f"{criterion.id} {criterion.title.en}"
        groups = (*map(_group, asked), result)
        return Form(f"F.{criterion.id}", name, criterion.told, groups, criterion)

    @cached_property
    def group_of(self) -> dict[str, str]:
        """The group of each item, by its id."""
        groups = (group for form in self.all for group in form.groups)
        return {item.id: group.oid for group in groups for item in group.items}

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every item once."""
        return tuple(self._items())

    def _items(self) -> Iterator[Item]:
        for form in self.all:
            for group in form.groups:
                yield from group.items


def _group(question: Question) -> Group:
    return Group(f"IG.{question.id}", question.asks.en, question.items)
