"""The operator over the days of answers: same_day, all of one day."""

from collections.abc import Iterator
from datetime import date
from typing import Self

from pydantic import Field, ValidationInfo, model_validator
from pydantic.dataclasses import dataclass

from ectrial.facts import Absence, Facts, Reported
from ectrial.quantity import Quantity
from ectrial.rules.language import FROZEN, AnyItem, Rule, since
from ectrial.truth import TRUE, UNKNOWN, Truth
from ectrial.vocabulary import Item


@dataclass(frozen=True, config=FROZEN)
class SameDay(Rule):
    """All of these answers are of one day: of their samples, else of the answering (language 3).

    Answers of different days never exclude: they leave the rule open until one is repeated.
    """

    operator = "same_day"
    together: tuple[AnyItem, ...] = Field(alias="items")

    @model_validator(mode="after")
    def _is_of_language_3(self, info: ValidationInfo) -> Self:
        since(3, "same_day", info)
        if len(self.together) < 2:
            raise ValueError("name two items or more, or leave it out: same_day: [wbc, platelets]")
        if doubles := [i.id for i in self.together if self.together.count(i) > 1]:
            raise ValueError(f"{doubles[0]!r} stands twice: leave one of them out")
        return self

    def days(self, facts: Facts) -> tuple[date | None, ...]:
        """Give the day of each answer; None without an answer, or if nobody knows its day."""
        return tuple(_day(item, facts) for item in self.together)

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        days = set(self.days(facts))
        return TRUE if len(days) == 1 and None not in days else UNKNOWN

    def open_items(self, facts: Facts, meets: Truth) -> Iterator[Item]:
        """Give the items that are missing or of an earlier day than the latest."""
        if self.holds(facts, meets) is TRUE:
            return
        days = self.days(facts)
        latest = max((day for day in days if day is not None), default=None)
        for item, day in zip(self.together, days, strict=True):
            if day is None or day != latest:
                yield item

    def items(self) -> Iterator[Item]:
        yield from self.together


def _day(item: Item, facts: Facts) -> date | None:
    value = facts.items.get(item.id)
    if value is None or isinstance(value, Absence):
        return None
    taken = value.taken if isinstance(value, Quantity | Reported) else None
    return taken or facts.answered.get(item.id)
