"""What a protocol file says: criteria, questions, readings, advisories and study facts."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ectrial.facts import Value
from ectrial.rules.clearance import CockcroftGault
from ectrial.rules.comparisons import Limited
from ectrial.rules.language import AnyItem, AnyRule, Leaf, Rule
from ectrial.rules.unasked import Unasked, unasked
from ectrial.text import Text
from ectrial.trial.remarks import AdvisoryRule, Reading
from ectrial.trial.study import Study
from ectrial.truth import Truth, negate
from ectrial.vocabulary import Item

Category = Literal["inclusion", "exclusion"]
Role = Literal["criterion", "fact", "stratum"]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))


class Criterion(_Part):
    """One entry criterion under its CDISC id, verbatim, with the rule that computes its sentence.

    `restored` lists what the listing lost in print, such as a superscript, and stands in verbatim.
    `contradictions` are rules that hold when two recorded values cannot both be true.
    """

    id: str = Field(pattern=r"^(INCL|EXCL)\d\d[A-Z]?$")
    category: Category
    title: Text
    verbatim: str = Field(min_length=1)
    restored: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    rule: AnyRule
    contradictions: tuple[AnyRule, ...] = ()

    @model_validator(mode="after")
    def _category_fits_id(self) -> Self:
        if self.id.startswith("INCL") != (self.category == "inclusion"):
            raise ValueError("the id and the category disagree")
        if missing := [piece for piece in self.restored if piece not in self.verbatim]:
            raise ValueError(f"restored but not in the text: {missing}")
        return self

    @cached_property
    def favours(self) -> Truth:
        """The truth of its sentence that favours entry: TRUE for an inclusion."""
        return Truth.TRUE if self.category == "inclusion" else Truth.FALSE

    @cached_property
    def fails(self) -> Truth:
        """The truth of its sentence that excludes: FALSE for an inclusion."""
        return negate(self.favours)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every item its rule reads, once each."""
        return tuple({item.id: item for item in self.rule.items()}.values())

    @cached_property
    def unasked(self) -> Unasked:
        """What its rule says while nothing is known of what it looks at."""
        return unasked(self.rule, self.favours)

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every rule in it that reads items itself."""
        return tuple(self.rule.leaves(self.favours))


class Preset(_Part):
    """One button that answers several items at once.

    `adds` is how the rest of it is called once one of the answers is known.
    """

    label: Text
    sets: Mapping[str, Any]
    adds: Text | None = None


class Question(_Part):
    """One card: the items it asks, in words, and the buttons beyond the usual ones.

    `criterion` is where it is asked in protocol order; its answers may serve others too. A fact
    that is asked of everybody, though no criterion needs it, is marked `always`. `also` are items
    of other cards that its presets may answer in the same tap.
    """

    id: str
    asks: Text
    items: tuple[AnyItem, ...] = Field(min_length=1)
    also: tuple[AnyItem, ...] = ()
    criterion: str | None = None
    role: Role = "criterion"
    always: bool = False
    block: str | None = None
    unknown_label: Text | None = None
    hint: Text | None = None
    presets: tuple[Preset, ...] = ()

    @model_validator(mode="after")
    def _presets_are_answers(self) -> Self:
        for preset in self.presets:
            for name, raw in preset.sets.items():
                if name not in self._settable:
                    raise ValueError(f"preset sets {name!r}, which is not among its items")
                self._settable[name].read(raw)
        if (self.role == "criterion") != (self.criterion is not None):
            raise ValueError("a question of a criterion names it, any other does not")
        return self

    def sets(self, preset: int) -> dict[str, Value]:
        """Give the values that the preset with this number records."""
        raw_values = self.presets[preset].sets.items()
        return {name: self._settable[name].read(raw) for name, raw in raw_values}

    @cached_property
    def item_ids(self) -> frozenset[str]:
        """The names of its items."""
        return frozenset(item.id for item in self.items)

    @cached_property
    def methods(self) -> tuple[str, ...]:
        """The names of those that say how a value is found."""
        return tuple(item.id for item in self.items if item.kind == "method")

    @cached_property
    def _settable(self) -> Mapping[str, Item]:
        return {item.id: item for item in (*self.items, *self.also)}


class Block(_Part):
    """Questions answered from one document, asked together in the quick order.

    `p_fail` is the estimated chance that it excludes, `cost` the seconds to answer it.
    """

    id: str
    p_fail: float = Field(gt=0, lt=1)
    cost: float = Field(gt=0)


class Stratification(_Part):
    """The factor asked once a subject is eligible, and the stratum of each answer."""

    item: AnyItem
    strata: Mapping[str, str]


class Protocol(_Part):
    """A whole trial. `fingerprint` is the SHA-256 of its file: a screening is pinned to it.

    `cross_checks` are rules that hold when answers do not go together, though no criterion is
    contradicted by it: asked about when they are given, never counted.
    """

    id: str
    version: str
    study: Study
    sample_days: int = Field(gt=0)
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    questions: tuple[Question, ...]
    blocks: tuple[Block, ...] = ()
    cross_checks: tuple[AnyRule, ...] = ()
    readings: tuple[Reading, ...] = ()
    advisories: tuple[AdvisoryRule, ...] = ()
    stratification: Stratification | None = None
    vocabulary: Mapping[str, Item] = Field(default_factory=dict, exclude=True)
    fingerprint: str = ""

    @cached_property
    def criterion_by_id(self) -> Mapping[str, Criterion]:
        """Criteria under their ids."""
        return {criterion.id: criterion for criterion in self.criteria}

    @cached_property
    def question_by_id(self) -> Mapping[str, Question]:
        """Questions under their ids."""
        return {question.id: question for question in self.questions}

    @cached_property
    def before_eligibility(self) -> tuple[Question, ...]:
        """All questions but that of the stratum."""
        return tuple(question for question in self.questions if question.role != "stratum")

    @cached_property
    def quick_order(self) -> tuple[Question, ...]:
        """The same, by p(fail)/cost of their block."""
        by_yield = sorted(self.before_eligibility, key=lambda question: -self.yield_of(question))
        return tuple(by_yield)

    def yield_of(self, question: Question) -> float:
        """How likely its block is to exclude for its cost; nothing for a question without one."""
        return self._yields.get(question.block or "", 0.0)

    @cached_property
    def _yields(self) -> Mapping[str, float]:
        return {block.id: block.p_fail / block.cost for block in self.blocks}

    @cached_property
    def question_of(self) -> Mapping[str, Question]:
        """The question that asks each item."""
        return {item.id: question for question in self.questions for item in question.items}

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule of every criterion that reads items itself."""
        return tuple(leaf.rule for criterion in self.criteria for leaf in criterion.leaves)

    @cached_property
    def limited(self) -> tuple[Limited, ...]:
        """Those that hold a number against a limit."""
        return tuple(rule for rule in self.rules if isinstance(rule, Limited))

    @cached_property
    def estimates(self) -> tuple[CockcroftGault, ...]:
        """Those that estimate a value from others."""
        return tuple(rule for rule in self.rules if isinstance(rule, CockcroftGault))

    @cached_property
    def triggers(self) -> tuple[tuple[str, Text, Rule], ...]:
        """The readings that tell something when they played a part, and when they did."""
        return tuple((r.code, r.tells, r.when) for r in self.readings if r.tells and r.when)

    @cached_property
    def labs_of_limits(self) -> Mapping[str, str]:
        """The lab that each upper limit of normal belongs to."""
        return {item.uln: item.id for item in self.vocabulary.values() if item.uln}

    @cached_property
    def reading_by_code(self) -> Mapping[str, Reading]:
        """Readings under their codes."""
        return {reading.code: reading for reading in self.readings}
