"""The verdict on one subject: a finding for each criterion, what is open, and warnings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal, NamedTuple

from ectrial.facts import Facts
from ectrial.rules.language import WITH_TIME, Evidence
from ectrial.trial.ages import Aged
from ectrial.trial.criterion import Criterion
from ectrial.trial.over_time import on_a_day, turning_days
from ectrial.trial.protocol import Protocol, Question
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth
from ectrial.vocabulary import Item

Outcome = Literal["eligible", "not_eligible", "undetermined"]


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

    def does_not_apply(self, facts: Facts) -> bool:
        """Whether the criterion is met because it is not meant for this subject."""
        return self.criterion.is_for(facts) is FALSE and not self.contradicted

    def evidence(self, facts: Facts) -> tuple[Evidence, ...]:
        """Give the leaves of the rule that decided; none if the criterion was judged whole."""
        if self.judged:
            return ()
        if self.contradicted and (leaves := _contradiction(self.criterion, facts)):
            return leaves
        return tuple(self.criterion.decides.evidence(facts, self.criterion.favours))

    def clashing(self, facts: Facts) -> tuple[Item, ...]:
        """Give the items whose recorded values contradict each other, once each."""
        if not self.contradicted:
            return ()
        leaves = _contradiction(self.criterion, facts)
        items = [item for leaf in leaves for item in leaf.rule.items()]
        items += self.criterion.clashing(facts)
        # what has no answer contradicts nothing, though the rule could read it
        return tuple({item.id: item for item in items if item.id in facts.items}.values())

    def open_items(self, facts: Facts) -> tuple[Item, ...]:
        """Give the items that can settle the criterion, once each, in the order of its rule."""
        if not self.is_unresolved:
            return ()
        if self.contradicted:
            items = list(self.clashing(facts))
            if not _contradiction(self.criterion, facts):
                items += self.criterion.decides.open_items(facts, self.criterion.favours)
        elif facts.items.keys().isdisjoint(self.criterion.unasked.looks_at):
            return self.criterion.unasked.open_items
        else:
            items = list(self.criterion.decides.open_items(facts, self.criterion.favours))
        return tuple({item.id: item for item in items}.values())


@dataclass(frozen=True)
class Verdict:
    """The outcome, with a finding for every criterion, in protocol order."""

    protocol: Protocol
    facts: Facts
    today: date
    findings: tuple[Finding, ...]
    given: Facts
    """All facts: those that count on the day, and those that are too old to."""
    stale: Mapping[str, Aged] = field(default_factory=dict)
    """The answers that are too old to count, by item."""
    outstanding: dict[str, tuple[Question, ...]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    """The questions worth asking, by order, once computed."""

    @cached_property
    def failing(self) -> tuple[Finding, ...]:
        """The findings that exclude the subject."""
        return tuple([f for f in self.findings if f.truth is f.criterion.fails])

    @cached_property
    def unresolved(self) -> tuple[Finding, ...]:
        """The findings that are still open."""
        return tuple([f for f in self.findings if f.truth is UNKNOWN])

    @cached_property
    def outcome(self) -> Outcome:
        """One failure decides, whatever else is unknown; anything unknown prevents *eligible*.

        So do criteria that are known to exist and are not in the file: nobody was asked of them.
        """
        if self.failing:
            return "not_eligible"
        is_open = self.unresolved or self.protocol.incomplete
        return "undetermined" if is_open else "eligible"

    @property
    def is_nothing_against(self) -> bool:
        """Whether every criterion of an incomplete list is met, so that only others are open."""
        return self.protocol.incomplete and not self.failing and not self.unresolved

    @property
    def stratum(self) -> str | None:
        """The stratum of an eligible subject (`unknown` until answered), else None.

        With several factors, their strata in order, joined by " / ".
        """
        return " / ".join(self.strata.values()) or None

    @property
    def strata(self) -> Mapping[str, str]:
        """The stratum of an eligible subject for the item of each factor, else none."""
        if self.outcome != "eligible":
            return {}
        return {each.item.id: each.stratum(self.facts) for each in self.protocol.factors}

    @cached_property
    def change(self) -> "Verdict | None":
        """The verdict on the first day on which it will be another by itself; None if none comes.

        No answer is given meanwhile. An enrolled subject's verdict stays as of that day.
        """
        if self.protocol.language < WITH_TIME or "enrolment" in self.given.days:
            return None
        days = turning_days(self.protocol, self.given, self.today)
        later = (assess(self.protocol, self.given, day) for day in days)
        return next((each for each in later if each.as_json() != self.as_json()), None)

    @property
    def changes_on(self) -> date | None:
        """The first day on which the verdict will be another by itself."""
        return None if self.change is None else self.change.today

    @cached_property
    def open_items(self) -> Mapping[str, tuple[Item, ...]]:
        """The items that can settle the unresolved criteria, by criterion."""
        return {f.criterion.id: f.open_items(self.facts) for f in self.unresolved}

    def as_json(self) -> dict[str, Any]:
        """Give the verdict as JSON for the record."""
        return {
            "verdict": self.outcome,
            "failing": [finding.criterion.id for finding in self.failing],
            "unresolved": [finding.criterion.id for finding in self.unresolved],
            "stratum": self.stratum,
            **self.strata_as_json(),
        }

    def strata_as_json(self) -> dict[str, Any]:
        """Give the stratum of each factor, if the trial has several; otherwise nothing."""
        return {"strata": dict(self.strata)} if len(self.protocol.factors) > 1 else {}

    def to_settle(self) -> tuple[Question, ...]:
        """Give the questions that can settle the unresolved criteria, most decisive first.

        A question for more criteria comes first; among equals, the one that is likelier to decide
        for its cost (docs/criteria.md §8).
        """
        return self._to_settle

    @cached_property
    def _to_settle(self) -> tuple[Question, ...]:
        weights: dict[str, int] = {}
        for items in self.open_items.values():
            for question in set(map(self._question, items)):
                if question is not None:
                    weights[question] = weights.get(question, 0) + 1
        asked = [question for question in self.protocol.questions if question.id in weights]
        return tuple(sorted(asked, key=lambda q: (-weights[q.id], -self.protocol.yield_of(q))))

    def _question(self, item: Item) -> str | None:
        question = self.protocol.question_of.get(item.id)
        return question.id if question else None


def assess(protocol: Protocol, facts: Facts, today: date) -> Verdict:
    """Judge the facts by every criterion; pure, and never raises on facts that could be read.

    `today` is the day of the assessment: the anchor of rules over time, and of advisories. Once a
    subject is enrolled, a trial that knows time judges as of that day.
    """
    given = facts
    stale: Mapping[str, Aged] = {}
    if protocol.language >= WITH_TIME:
        today = facts.days.get("enrolment", today)
        facts, stale = on_a_day(protocol, given, today)
    findings = []
    known = facts.items.keys()
    for criterion in protocol.criteria:
        if known.isdisjoint(criterion.unasked.looks_at):
            truth = criterion.unasked.truth
        else:
            truth = criterion.decides.holds(facts, criterion.favours)
        can_clash = criterion.contradictions or criterion.over_things
        plain = not can_clash and (truth is not UNKNOWN or not facts.judged)
        findings.append(Finding(criterion, truth) if plain else _find(criterion, truth, facts))
    return Verdict(protocol, facts, today, tuple(findings), given, stale)


def _find(criterion: Criterion, truth: Truth, facts: Facts) -> Finding:
    """Add what the rule alone does not decide: contradictions, and criteria judged whole."""
    if criterion.contradictions and _contradiction(criterion, facts):
        return Finding(criterion, UNKNOWN, contradicted=True)
    if truth is UNKNOWN and criterion.clashing(facts):
        return Finding(criterion, UNKNOWN, contradicted=True)
    if truth is UNKNOWN and facts.judged:
        judged = facts.judged.get(criterion.id, UNKNOWN)
        return Finding(criterion, judged, judged=judged is not UNKNOWN)
    return Finding(criterion, truth)


def _contradiction(criterion: Criterion, facts: Facts) -> tuple[Evidence, ...]:
    """Give the leaves of a contradiction that holds; judgements never contradict."""
    for rule in criterion.contradictions:
        if rule.holds(facts, UNKNOWN) is TRUE:
            return tuple(rule.evidence(facts, UNKNOWN))
    return ()
