"""The interface of every rule, and how YAML of a protocol file becomes a rule.

A rule is a mapping with one key, its operator: `{at_least: {item: wbc, limit: 4, unit: 10*9/L}}`.
Items are looked up in the vocabulary, given as validation context; a misspelled item is a fault.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import BeforeValidator, ConfigDict, InstanceOf, ValidationError, ValidationInfo

from ectrial.facts import Facts
from ectrial.nearest import instead_of, unknown
from ectrial.rules.named import in_use, named_rule
from ectrial.rules.operands import arguments_of, in_plain_words
from ectrial.truth import UNKNOWN, Truth
from ectrial.vocabulary import Item

FROZEN = ConfigDict(extra="forbid", arbitrary_types_allowed=True)
_OF_CRITERION = "of criterion"

LANGUAGES = (1, 2, 3)
"""The versions of this language that files are written in. A file means what it meant: what would
change the meaning of a rule, or adds operands, comes with a new number."""
JUDGED_BY_ONE_LIMIT = 3
"""The language from which on a judgement says nothing of a number with several limits."""
WITH_TIME = 3
"""The language from which on rules know days."""


class Rule:
    """One node of a rule's tree.

    Each operator is a subclass, registered under its name in files; the operator `_` marks a
    shared base class. In all methods, `meets` is the truth of this node that favours entry. The
    judgement "acceptable", given in place of a number, makes the node this truth.
    """

    operator: ClassVar[str]
    operators: ClassVar[dict[str, type["Rule"]]] = {}
    language: ClassVar[int] = 1
    """The language with which the operator came."""
    of_list: ClassVar[type["Rule"] | None] = None
    """The class of the operator where its operands are a list, if another one."""
    instead: ClassVar[str] = ""
    """What a criterion says in place of this operator, as a later answer can turn its truth round;
    empty if none can, so that it may stand in a criterion."""
    unjudged: ClassVar[frozenset[str]] = frozenset()
    """Items of which this rule takes no judgement, as it does not tell their side of every limit
    (ectrial/trial/limits.py)."""

    def __init_subclass__(cls) -> None:
        if cls.operator != "_":
            Rule.operators[cls.operator] = cls

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        """Give the truth of the rule; never raises, whatever the facts."""
        raise TypeError(self.operator)

    def evidence(self, facts: Facts, meets: Truth) -> Iterator["Evidence"]:
        """Give the leaves that decided the result, to be shown as its proof."""
        yield Evidence(self, self.holds(facts, meets), meets)

    def open_items(self, facts: Facts, meets: Truth) -> Iterator[Item]:
        """Give the items that can settle the rule while it is UNKNOWN; otherwise none."""
        raise TypeError(self.operator)

    def items(self) -> Iterator[Item]:
        """Give every item that the rule reads."""
        raise TypeError(self.operator)

    def leaves(self, meets: Truth) -> Iterator["Leaf"]:
        """Give every rule within this rule that reads items itself."""
        yield Leaf(self, meets, frozenset(item.id for item in self.items()))


Part = Literal["decides", "applies", "does_not_apply", "may_apply", "case", "every_case"]
"""What a leaf does in its rule. One that does not decide says whether the rest applies, or which
case holds: by itself it speaks neither for nor against entry."""


class Leaf(NamedTuple):
    """A rule that reads items itself, with the truth that favours entry and the items' ids."""

    rule: Rule
    meets: Truth
    items: frozenset[str]
    part: Part = "decides"

    def evidence(self, facts: Facts) -> "Evidence":
        """Give the truth of the leaf under these facts."""
        return Evidence(self.rule, self.rule.holds(facts, self.meets), self.meets, self.part)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A leaf with its truth under some facts, and the truth that favours entry."""

    rule: Rule
    truth: Truth
    meets: Truth
    part: Part = "decides"


def is_of_criterion(info: ValidationInfo) -> bool:
    """Whether what is read stands in the rule of a criterion, where nothing may be reversed."""
    return bool((info.context or {}).get(_OF_CRITERION))


def since(language: int, what: str, info: ValidationInfo) -> None:
    """Refuse what came with a later language than that of the file."""
    if (info.context or {}).get("language", LANGUAGES[-1]) < language:
        raise ValueError(_needs(language, what))


def _needs(language: int, what: str) -> str:
    return f"{what!r} needs 'language: {language}' at the top of the file"


def _as_rule(written: Any, info: ValidationInfo) -> Any:
    return _read(written, info.context or {})


def _as_rule_of_criterion(written: Any, info: ValidationInfo) -> Any:
    return _read(written, {**(info.context or {}), _OF_CRITERION: True})


def rule_about(vocabulary: Any, written: Any, info: ValidationInfo) -> Any:
    """Read a rule within a rule, over items of its own: the properties of a thing."""
    return _read(written, {**(info.context or {}), "vocabulary": vocabulary, "rules": {}})


def _read(written: Any, context: dict[str, Any]) -> Any:
    """Build an instance of the operator's class from `{operator: operands}`."""
    if isinstance(written, Rule):
        return written
    if isinstance(written, str) and written in context.get("rules", {}):
        return _read_named(written, context)
    if not isinstance(written, dict) or len(written) != 1:
        raise ValueError(_no_rule(written, context))
    operator, operands = next(iter(written.items()))
    kind = Rule.operators.get(operator)
    if operator == "<<":
        raise ValueError("'<<' of YAML is not taken: write the rule itself, or name it in rules")
    if kind is None:
        raise ValueError(unknown("operator", operator, Rule.operators))
    if kind.language > context.get("language", LANGUAGES[-1]):
        raise ValueError(_needs(kind.language, operator))
    if kind.of_list is not None and isinstance(operands, list):
        kind = kind.of_list
    if kind.instead and context.get(_OF_CRITERION):
        cause = "a later answer could turn its truth round"
        raise ValueError(f"{operator!r} may not stand in a criterion: {cause}. {kind.instead}")
    return _build(kind, operands, context)


def _read_named(name: str, context: dict[str, Any]) -> Any:
    written, inner = named_rule(name, context)
    try:
        return _read(written, inner)
    except ValueError as error:  # also what pydantic raises
        raise in_use(name, error) from None


def _no_rule(written: Any, context: dict[str, Any]) -> str:
    said = "a rule is a mapping with one operator"
    if isinstance(written, str) and written in context.get("vocabulary", {}):
        return f"{said}: write 'is: {written}'"
    if isinstance(written, str) and written and (names := context.get("rules")):
        return unknown("rule", written, names)
    if isinstance(written, dict) and written:
        return f"{said}, not {len(written)}: write 'all:' or 'any:', and each behind a dash"
    return f"{said}, such as 'is: sex' or 'at_least: {{item: age, limit: 18, unit: a}}'"


def _build(kind: type[Rule], operands: Any, context: dict[str, Any]) -> Rule:
    validator = kind.__pydantic_validator__  # type: ignore[attr-defined] # every operator is a pydantic dataclass
    fields = written_names(kind)
    try:
        arguments = arguments_of(kind, fields, operands, context)
        return validator.validate_python(arguments, context=context)  # type: ignore[no-any-return] # a rule
    except ValidationError as error:
        raise in_plain_words(error, fields) from None


def written_names(kind: Any) -> tuple[str, ...]:
    """Give the names of an operator's fields as files write them, such as `if`."""
    return tuple(field.alias or name for name, field in kind.__pydantic_fields__.items())


def known_item(name: Any, info: ValidationInfo) -> Any:
    """Give the item with this name from the vocabulary; a misspelled name is a fault."""
    if isinstance(name, Item):
        return name
    vocabulary = (info.context or {}).get("vocabulary", {})
    if not isinstance(name, str) or not name:
        raise ValueError("no item is named: write its name, such as item: sex")
    if name in vocabulary:
        return vocabulary[name]
    if fault := (info.context or {}).get("faulty", {}).get(name):
        raise ValueError(f"the item {name!r} cannot be used: mend {fault}")
    raise ValueError(unknown("item", name, vocabulary))


def no_unit(item: Item, unit: str | None) -> str:
    """Say that a number of the item has no such unit, or none at all, and which it may have."""
    if item.kind == "date":
        lies = f"within: {{item: {item.id}, before: today, at_most: {{days: …}}}}"
        return f"{item.id} is a date: say when it lies, such as {lies}"
    if not item.units:
        return f"{item.id} is no number: compare it by 'is: {{item: {item.id}, answer: …}}'"
    said = "a number needs its unit" if unit is None else f"{unit!r} is not a unit of {item.id}"
    return f"{said}{instead_of(unit, item.units)}"


AnyRule = Annotated[InstanceOf[Rule], BeforeValidator(_as_rule)]
RuleOfCriterion = Annotated[InstanceOf[Rule], BeforeValidator(_as_rule_of_criterion)]
"""A rule that decides: learning more never turns what it settled (docs/criteria.md §12)."""
AnyItem = Annotated[InstanceOf[Item], BeforeValidator(known_item)]


class OneItem(Rule):
    """A rule about one item, which can settle the rule while it is UNKNOWN."""

    operator = "_"
    item: AnyItem

    def open_items(self, facts: Facts, meets: Truth) -> Iterator[Item]:
        if self.holds(facts, meets) is UNKNOWN:
            yield self.item

    def items(self) -> Iterator[Item]:
        yield self.item
