"""One entry criterion of a protocol file: its words, its rule, and what the rule reads."""

import re
from functools import cached_property
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator

from ectrial.facts import Facts
from ectrial.rules.conditions import applied
from ectrial.rules.language import AnyRule, Leaf, Rule, RuleOfCriterion, since
from ectrial.rules.over_things import OverThings
from ectrial.rules.unasked import Unasked, unasked
from ectrial.text import Text
from ectrial.trial.parts import OfParts
from ectrial.truth import TRUE, UNKNOWN, Truth, negate
from ectrial.vocabulary import Item

_FIRST_IDS = re.compile(r"(INCL|EXCL)\d\d[A-Z]?")
"""The ids of languages 1 and 2; with the third come those of a part (INCLB03) and INCL101."""

Category = Literal["inclusion", "exclusion"]


class Part(BaseModel):
    """A part of a protocol file."""

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))


class Criterion(Part):
    """One entry criterion under its CDISC id, with the rule that computes its truth.

    `verbatim` is the listing's own text; `paraphrase` stands in its place where that is not at
    hand, in words of our own, and is always shown as that (from language 3). `restored` lists
    text that the listing lost in print, such as a superscript; it stands in the verbatim text.
    `contradictions` are rules that hold if two recorded values contradict. Where `applies_to`
    does not hold, the criterion favours entry, whatever its rule (from language 3). `part` has the
    parts of the trial that it belongs to; without it, it is one of all.
    """

    id: str = Field(pattern=r"^(INCL|EXCL)(\d\d[A-Z]{0,2}|[A-Z]\d\d[A-Z]?|\d{3}[A-Z]?)$")
    category: Category
    title: Text
    verbatim: str = Field(default="", min_length=1)
    paraphrase: Text | None = None
    restored: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    part: OfParts = ()
    applies_to: RuleOfCriterion | None = None
    rule: RuleOfCriterion
    contradictions: tuple[AnyRule, ...] = ()

    @model_validator(mode="after")
    def _category_fits_id(self, info: ValidationInfo) -> Self:
        if self.id.startswith("INCL") != (self.category == "inclusion"):
            raise ValueError("the id and the category disagree")
        if not _FIRST_IDS.fullmatch(self.id):
            since(3, self.id, info)
        if self.paraphrase is not None:
            since(3, "paraphrase", info)
        if self.applies_to is not None:
            since(3, "applies_to", info)
        if bool(self.verbatim) == (self.paraphrase is not None):
            raise ValueError(
                "give either its own words as verbatim, or ours as paraphrase: {en: …, zh: …}"
            )
        if missing := [piece for piece in self.restored if piece not in self.verbatim]:
            raise ValueError(f"restored but not in the text: {missing}")
        return self

    @property
    def wording(self) -> str:
        """Its text, to be quoted from: verbatim, or the paraphrase in English."""
        return self.verbatim if self.paraphrase is None else self.paraphrase.en

    @property
    def told(self) -> Text:
        """Its text in each language; a verbatim one stays in the language of the listing."""
        return self.paraphrase or Text(en=self.verbatim, zh=self.verbatim)

    @cached_property
    def favours(self) -> Truth:
        """The truth of the criterion's text that favours entry: TRUE for an inclusion."""
        return Truth.TRUE if self.category == "inclusion" else Truth.FALSE

    @cached_property
    def fails(self) -> Truth:
        """The truth of the criterion's text that excludes: FALSE for an inclusion."""
        return negate(self.favours)

    @cached_property
    def decides(self) -> Rule:
        """The rule that decides: `rule`, for those to whom the criterion applies."""
        if self.applies_to is None:
            return self.rule
        return applied(self.applies_to, self.rule, self.favours)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every item that it reads, once each."""
        return tuple({item.id: item for item in self.decides.items()}.values())

    @cached_property
    def unasked(self) -> Unasked:
        """Its truth while none of the items that it reads is known."""
        return unasked(self.decides, self.favours)

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every rule within it that reads items itself."""
        return tuple(self.decides.leaves(self.favours))

    @cached_property
    def over_things(self) -> tuple[OverThings, ...]:
        """The rules over a list that can contradict itself, or what is told beside it."""
        rules = (leaf.rule for leaf in self.leaves)
        found = (rule for rule in rules if isinstance(rule, OverThings))
        return tuple(r for r in found if r.total or r.number or r.timed)

    @cached_property
    def can_clash(self) -> bool:
        """Whether answers to it may contradict each other."""
        return bool(self.contradictions or self.over_things)

    def clashing(self, facts: Facts) -> tuple[Item, ...]:
        """Give the items of which a list and what is told beside it cannot all be true."""
        items = (item for rule in self.over_things for item in rule.clash(facts))
        return tuple({item.id: item for item in items}.values())

    def is_for(self, facts: Facts) -> Truth:
        """Whether it applies to a subject with these facts; TRUE without `applies_to`."""
        return TRUE if self.applies_to is None else self.applies_to.holds(facts, UNKNOWN)
