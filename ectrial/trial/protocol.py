"""The contents of a protocol file: criteria, questions, readings, advisories, study facts."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from ectrial.facts import Value
from ectrial.nearest import instead_of
from ectrial.rules.clearance import CockcroftGault
from ectrial.rules.comparisons import Limited
from ectrial.rules.language import LANGUAGES, AnyItem, AnyRule, Rule, since
from ectrial.rules.over_things import OverThings
from ectrial.rules.times import Within
from ectrial.text import Text
from ectrial.trial.ages import AnyAge, checked_ages
from ectrial.trial.blocks import Block
from ectrial.trial.criterion import Criterion, Part
from ectrial.trial.limits import several_limits
from ectrial.trial.parts import TrialPart, checked_parts
from ectrial.trial.remarks import AdvisoryRule, Reading
from ectrial.trial.rescreening import AnyRescreening
from ectrial.trial.strata import Factors
from ectrial.trial.study import Study
from ectrial.trial.ways import Ways
from ectrial.truth import Truth
from ectrial.vocabulary import Item

Role = Literal["criterion", "fact", "stratum"]


class Preset(Part):
    """One button that answers several items at once.

    `adds` is the label for the rest of the preset once one of its answers is known.
    """

    label: Text
    sets: Mapping[str, Any]
    adds: Text | None = None


class Question(Part):
    """One card: its items, its words, and the buttons beyond the usual ones.

    `criterion` gives its position in protocol order; its answers may serve other criteria, too.
    `always` marks a fact that is asked of everybody, though no criterion needs it. `also` are
    items of other cards that a preset may answer with the same tap. `beside` are the items that
    the file asks in the same question, and that have cards of their own (asked_apart.py).
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
    beside: tuple[AnyItem, ...] = Field(default=(), exclude=True)

    @model_validator(mode="after")
    def _presets_are_answers(self) -> Self:
        for preset in self.presets:
            for name, raw in preset.sets.items():
                if name not in self._settable:
                    said = f"preset sets {name!r}, which is not among its items"
                    raise ValueError(f"{said}{instead_of(name, self._settable)}")
                self._settable[name].answer_of_preset(raw)
        if (self.role == "criterion") != (self.criterion is not None):
            raise ValueError("a question of a criterion names it, any other does not")
        return self

    def sets(self, preset: int) -> dict[str, Value]:
        """Give the values that the preset with this number records."""
        raw_values = self.presets[preset].sets.items()
        return {name: self._settable[name].read(raw) for name, raw in raw_values}

    @cached_property
    def item_ids(self) -> frozenset[str]:
        """The ids of its items."""
        return frozenset(item.id for item in self.items)

    @property
    def asks_alone(self) -> bool:
        """Whether it may ask a factor of stratification, once the subject is eligible."""
        return self.role == "stratum" or len(self.items) == 1

    @cached_property
    def methods(self) -> tuple[str, ...]:
        """The ids of its items that say how a value was found."""
        return tuple(item.id for item in self.items if item.kind == "method")

    @cached_property
    def _settable(self) -> Mapping[str, Item]:
        return {item.id: item for item in (*self.items, *self.also)}


class GivenAs(NamedTuple):
    """The file of a site's own trial, and all that it is, with its items, in one text."""

    file: str = ""
    text: str = ""


class Protocol(Part):
    """A whole trial. `fingerprint` is the SHA-256 of its file, which a screening pins.

    A trial of the site's own has that of `written` and of the items it reads (given_trials.py).

    `language` is the language of its rules; a file without it is written in the first.

    `incomplete`: further criteria are known to exist and are not in the file, so that nobody is
    ever eligible by it, and nothing is signed.

    `former_ids` has the item for each id by which one was recorded before (renaming.py).

    `parts` are those that a subject may enter, each by a verdict of its own. `rescreening` says
    how often and how soon one may be screened again; None: the file does not say.

    `ages` say for an item how old its answer may be; an older one counts as not known.

    `cross_checks` are rules that hold if answers do not fit together, without a contradiction in a
    criterion: the person is asked when giving such answers, and the verdict ignores the rules.
    """

    language: int = Field(default=LANGUAGES[0], ge=LANGUAGES[0], le=LANGUAGES[-1])
    id: str
    version: str
    study: Study
    sample_days: int = Field(gt=0)
    incomplete: bool = False
    ages: Annotated[Mapping[str, AnyAge], AfterValidator(checked_ages)] = Field(
        default_factory=dict
    )
    parts: Annotated[tuple[TrialPart, ...], AfterValidator(checked_parts)] = ()
    rescreening: AnyRescreening | None = None
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    questions: tuple[Question, ...]
    blocks: tuple[Block, ...] = ()
    cross_checks: tuple[AnyRule, ...] = ()
    readings: tuple[Reading, ...] = ()
    advisories: tuple[AdvisoryRule, ...] = ()
    stratification: Factors | None = None
    vocabulary: Mapping[str, Item] = Field(default_factory=dict, exclude=True)
    ways: Ways = Field(default_factory=dict, exclude=True)
    fingerprint: str = Field(default="", exclude=True)
    written: Mapping[str, Any] = Field(default_factory=dict, exclude=True, repr=False)
    former_ids: Mapping[str, str] = Field(default_factory=dict, exclude=True, repr=False)
    given_as: GivenAs = Field(default=GivenAs(), exclude=True, repr=False)

    @field_validator("incomplete")
    @classmethod
    def _language_has_it(cls, incomplete: bool, info: ValidationInfo) -> bool:  # noqa: FBT001 - pydantic gives it so
        if incomplete:
            since(3, "incomplete", info)
        return incomplete

    @cached_property
    def several_limits(self) -> frozenset[str]:
        """The items that are held against several limits, so that a judgement says nothing."""
        return several_limits(self.criteria)

    @cached_property
    def factors(self) -> Factors:
        """The factors of its stratification; none if it has no strata."""
        return self.stratification or ()

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
        """All questions except the stratum's."""
        return tuple(question for question in self.questions if question.role != "stratum")

    @cached_property
    def quick_order(self) -> tuple[Question, ...]:
        """The questions before eligibility, sorted by p(fail)/cost of their block."""
        by_yield = sorted(self.before_eligibility, key=lambda question: -self.yield_of(question))
        return tuple(by_yield)

    def yield_of(self, question: Question) -> float:
        """p(fail)/cost of the question's block; 0 for a question without a block."""
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
        """The rules that compare a number with a limit."""
        return tuple(rule for rule in self.rules if isinstance(rule, Limited))

    @cached_property
    def timed(self) -> tuple[Within | OverThings, ...]:
        """The rules that hold days of events or things to an anchor, also of contradictions."""
        contradictions = (rule for each in self.criteria for rule in each.contradictions)
        leaves = (leaf.rule for rule in contradictions for leaf in rule.leaves(Truth.TRUE))
        rules = (*self.rules, *leaves)
        of_things = (each for each in rules if isinstance(each, OverThings) and each.timed)
        return (*(each for each in rules if isinstance(each, Within)), *of_things)

    @cached_property
    def estimates(self) -> tuple[CockcroftGault, ...]:
        """The rules that estimate a value from other values."""
        return tuple(rule for rule in self.rules if isinstance(rule, CockcroftGault))

    @cached_property
    def triggers(self) -> tuple[tuple[str, Text, Rule], ...]:
        """Code, text and condition of the readings that are reported when they played a part."""
        return tuple((r.code, r.tells, r.when) for r in self.readings if r.tells and r.when)

    @cached_property
    def labs_of_limits(self) -> Mapping[str, str]:
        """The lab of each upper limit of normal."""
        return {item.uln: item.id for item in self.vocabulary.values() if item.uln}

    @cached_property
    def reading_by_code(self) -> Mapping[str, Reading]:
        """Readings under their codes."""
        return {reading.code: reading for reading in self.readings}
