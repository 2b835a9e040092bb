"""Operators over answers that are words: is, maps, any_listed, stated, given."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, Self

from pydantic import ValidationInfo, model_validator
from pydantic.dataclasses import dataclass

from ectrial.event_days import EventDay
from ectrial.facts import Absence, Choices, Facts
from ectrial.nearest import instead_of
from ectrial.quantity import Quantity
from ectrial.rules.language import (
    FROZEN,
    AnyItem,
    OneItem,
    is_of_criterion,
    known_item,
    no_unit,
    since,
)
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth, any_of, truth_of
from ectrial.vocabulary import Item

Truths = Mapping[str, Literal["true", "false", "unknown"]]
_PASSING = frozenset({Absence.UNKNOWN, Absence.PENDING})


def _known_answers(item: Item, answers: Iterable[str], info: ValidationInfo) -> None:
    """Refuse a misspelled answer when the file is read: a rule with it could never hold."""
    if foreign := sorted(set(answers) - set(item.options) - set(item.words)):
        if item.kind == "quantity" and foreign == ["yes"]:
            compared = f"at_least: {{item: {item.id}, limit: …, unit: {item.canonical!r}}}"
            raise ValueError(f"{item.id} is a number: compare it, such as {compared}")
        if item.kind == "date":
            lies = f"within: {{item: {item.id}, before: today, at_most: {{days: …}}}}"
            raise ValueError(f"{item.id} is a date: say when it lies, such as {lies}")
        words = _lasting_words(item) if is_of_criterion(info) else item.words
        near = instead_of(foreign[0], [*item.options, *words])
        raise ValueError(f"not answers of {item.id}: {', '.join(foreign)}{near}")


def _lasting(item: Item, answers: Iterable[str], info: ValidationInfo) -> None:
    """Refuse to settle a criterion by an answer that only says that none is known yet."""
    passing = sorted(_PASSING.intersection(answers))
    if passing and is_of_criterion(info):
        others = ", ".join(_lasting_words(item))
        raise ValueError(
            f"{passing[0]!r} settles no criterion: a later answer could turn its truth round. "
            f"Without an answer a criterion stays open by itself; write one of: {others}"
        )


def _lasting_words(item: Item) -> list[str]:
    return [word for word in item.words if word not in _PASSING]


def _every_option(item: Item, truths: Truths) -> None:
    if missing := sorted(set(item.options) - set(truths)):
        add = ", ".join(f'{answer}: "unknown"' for answer in missing)
        cause = f"no truth for these answers of {item.id}: {', '.join(missing)}"
        raise ValueError(f"{cause}. Add each with true, false or unknown, such as {add}")


@dataclass(frozen=True, config=FROZEN)
class Is(OneItem):
    """TRUE if this is the item's answer, FALSE for any other answer, UNKNOWN without an answer.

    `not_applicable` is FALSE, but UNKNOWN if other answers say that the item applies. `not_done`
    says nothing about the result, so it is UNKNOWN, unless the rule asks for it, or says with
    `not_done` whether a test that was not done counts as this answer (from language 2).
    """

    operator = "is"
    item: AnyItem
    answer: str = "yes"
    not_done: Literal["yes", "no"] | None = None

    @model_validator(mode="after")
    def _answers_exist(self, info: ValidationInfo) -> Self:
        _known_answers(self.item, [self.answer], info)
        _lasting(self.item, [self.answer], info)
        if self.not_done is not None:
            since(2, "not_done", info)
            _known_answers(self.item, [Absence.NOT_DONE], info)
            if self.answer == Absence.NOT_DONE:
                raise ValueError("the rule asks for not_done already: leave the other out")
        return self

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        value = facts.items.get(self.item.id)
        if value == self.answer:
            return TRUE
        if value is Absence.NOT_DONE and self.not_done is not None:
            return truth_of(self.not_done == "yes")
        if value in (None, Absence.UNKNOWN, Absence.PENDING, Absence.NOT_DONE):
            return UNKNOWN
        if value is Absence.NOT_APPLICABLE:
            conditions = self.item.applies_when.items()
            applies = any(facts.items.get(name) == answer for name, answer in conditions)
            return UNKNOWN if applies else FALSE
        return FALSE


@dataclass(frozen=True, config=FROZEN)
class Maps(OneItem):
    """The truth that a table gives to the item's answer; UNKNOWN without an answer."""

    operator = "maps"
    item: AnyItem
    truths: Truths

    @model_validator(mode="after")
    def _answers_exist(self, info: ValidationInfo) -> Self:
        _known_answers(self.item, self.truths, info)
        _every_option(self.item, self.truths)
        return self

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        value = facts.items.get(self.item.id)
        if value is None or isinstance(value, Absence) or not isinstance(value, str):
            return UNKNOWN
        return Truth(self.truths.get(value, "unknown"))


@dataclass(frozen=True, config=FROZEN)
class AnyListed(OneItem):
    """TRUE if any ticked option has this truth; FALSE only if the list is complete, else UNKNOWN.

    `complete_when` names items and answers; if all of them hold, no tick can be missing.
    """

    operator = "any_listed"
    item: AnyItem
    truths: Truths
    complete_when: Mapping[str, str]

    @model_validator(mode="after")
    def _answers_exist(self, info: ValidationInfo) -> Self:
        _known_answers(self.item, self.truths, info)
        _every_option(self.item, self.truths)
        for name, answer in self.complete_when.items():
            _known_answers(known_item(name, info), [answer], info)
            _lasting(known_item(name, info), [answer], info)
        return self

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        value = facts.items.get(self.item.id)
        listed = value if isinstance(value, Choices) else Choices()
        conditions = self.complete_when.items()
        complete = all(facts.items.get(name) == answer for name, answer in conditions)
        truths = [Truth(self.truths[option]) for option in listed]
        return any_of(truths if listed and complete else [*truths, UNKNOWN])

    def open_items(self, facts: Facts, meets: Truth) -> Iterator[Item]:
        """Give no item if the list cannot become complete, as more ticks would settle nothing."""
        recorded = [(facts.items.get(name), answer) for name, answer in self.complete_when.items()]
        if all(value in (None, answer) for value, answer in recorded):
            yield from super().open_items(facts, meets)


@dataclass(frozen=True, config=FROZEN)
class Stated(OneItem):
    """TRUE if exactly this was answered, `unknown` and `not_done` included; else FALSE.

    For advisories and contradictions only: it is never UNKNOWN, so a later answer can reverse it.
    """

    operator = "stated"
    instead = (
        "Write 'is' with the same item and answer; what else was answered belongs in an advisory"
    )
    item: AnyItem
    answer: str

    @model_validator(mode="after")
    def _answers_exist(self, info: ValidationInfo) -> Self:
        _known_answers(self.item, [self.answer], info)
        return self

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        return TRUE if facts.items.get(self.item.id) == self.answer else FALSE


@dataclass(frozen=True, config=FROZEN)
class IsGiven(OneItem):
    """TRUE if the item has a number (in `unit`, if named), a date or a non-empty list; else FALSE.

    For advisories and contradictions only: it is never UNKNOWN, so a later answer can reverse it.
    """

    operator = "given"
    instead = (
        "Compare the number (at_least, at_most, above, below, between), or judge the ticks "
        "(any_listed); that there is an answer can be told in an advisory"
    )
    item: AnyItem
    unit: str | None = None

    @model_validator(mode="after")
    def _unit_exists(self) -> Self:
        if self.unit is not None and self.unit not in self.item.units:
            raise ValueError(no_unit(self.item, self.unit))
        return self

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        value = facts.items.get(self.item.id)
        if isinstance(value, EventDay):
            return TRUE
        if isinstance(value, Quantity):
            return TRUE if self.unit is None or self.unit == value.unit else FALSE
        return TRUE if isinstance(value, Choices) and value else FALSE
