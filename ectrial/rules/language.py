"""What every rule can do, and how a rule written in a protocol file becomes one.

A rule is a mapping with one key, its operator: `{at_least: {item: wbc, limit: 4, unit: 10*9/L}}`.
Items are looked up in the vocabulary given as validation context, so a misspelt one is a fault.
"""

from collections.abc import Iterator
from dataclasses import dataclass as plain_dataclass
from typing import Annotated, Any, ClassVar, NamedTuple

from pydantic import BeforeValidator, ConfigDict, InstanceOf, ValidationInfo

from ectrial.facts import Facts
from ectrial.truth import UNKNOWN, Truth
from ectrial.vocabulary import Item

FROZEN = ConfigDict(extra="forbid", arbitrary_types_allowed=True)


class Rule:
    """One node of a rule. `meets` is the truth that a favourable judgement gives to it.

    Each operator is a subclass under its name in files; `_` marks a shared part, not an operator.
    """

    operator: ClassVar[str]
    operators: ClassVar[dict[str, type["Rule"]]] = {}

    def __init_subclass__(cls) -> None:
        if cls.operator != "_":
            Rule.operators[cls.operator] = cls

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        """Evaluate; never raises, whatever the facts."""
        raise TypeError(self.operator)

    def evidence(self, facts: Facts, meets: Truth) -> Iterator["Evidence"]:
        """Give the leaves that made the result what it is (asked for only when it is shown)."""
        yield Evidence(self, self.holds(facts, meets), meets)

    def open_items(self, facts: Facts, meets: Truth) -> Iterator[Item]:
        """Give the items that can still settle it, when it is UNKNOWN; nothing otherwise."""
        raise TypeError(self.operator)

    def items(self) -> Iterator[Item]:
        """Every item it reads."""
        raise TypeError(self.operator)

    def leaves(self, meets: Truth) -> Iterator["Leaf"]:
        """Give every rule in it that reads items itself, with the truth that favours entry."""
        yield Leaf(self, meets, frozenset(item.id for item in self.items()))


class Leaf(NamedTuple):
    """A rule that reads items itself, the truth of it that favours entry, and their names."""

    rule: Rule
    meets: Truth
    items: frozenset[str]

    def evidence(self, facts: Facts) -> "Evidence":
        """Give what the facts say of it."""
        return Evidence(self.rule, self.rule.holds(facts, self.meets), self.meets)


@plain_dataclass(frozen=True, slots=True)
class Evidence:
    """A leaf of a rule with the truth that the facts gave it, and the truth that favours entry."""

    rule: Rule
    truth: Truth
    meets: Truth


def _as_rule(written: Any, info: ValidationInfo) -> Any:
    """Build the operator's own class from `{operator: operands}`."""
    if isinstance(written, Rule):
        return written
    if not isinstance(written, dict) or len(written) != 1:
        raise ValueError("a rule is a mapping with one operator")
    operator, operands = next(iter(written.items()))
    kind = Rule.operators.get(operator)
    if kind is None:
        raise ValueError(f"unknown operator {operator!r}")
    return _build(kind, operands, info)


def _build(kind: type[Rule], operands: Any, info: ValidationInfo) -> Rule:
    fields = kind.__pydantic_fields__  # type: ignore[attr-defined] # every operator is a pydantic dataclass
    first = next(iter(fields))
    arguments = operands if isinstance(operands, dict) and first in operands else {first: operands}
    validator = kind.__pydantic_validator__  # type: ignore[attr-defined] # as above
    return validator.validate_python(arguments, context=info.context)  # type: ignore[no-any-return]


def known_item(name: Any, info: ValidationInfo) -> Any:
    """Give the item of that name in the vocabulary being read; a misspelt one is a fault."""
    if isinstance(name, Item):
        return name
    vocabulary = (info.context or {}).get("vocabulary", {})
    if name not in vocabulary:
        raise ValueError(f"unknown item {name!r}")
    return vocabulary[name]


AnyRule = Annotated[InstanceOf[Rule], BeforeValidator(_as_rule)]
AnyItem = Annotated[InstanceOf[Item], BeforeValidator(known_item)]


class OneItem(Rule):
    """What every rule about one item shares: while it is unknown, the item can settle it."""

    operator = "_"
    item: AnyItem

    def open_items(self, facts: Facts, meets: Truth) -> Iterator[Item]:
        if self.holds(facts, meets) is UNKNOWN:
            yield self.item

    def items(self) -> Iterator[Item]:
        yield self.item
