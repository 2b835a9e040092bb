"""The verdict on one subject: a finding for each criterion, what is open, and warnings."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from ectrial.facts import Facts
from ectrial.rules.language import WITH_TIME
from ectrial.trial.ages import Aged
from ectrial.trial.criterion import Criterion
from ectrial.trial.finding import Finding, Outcome, contradiction
from ectrial.trial.over_time import on_a_day, turning_days
from ectrial.trial.part_verdicts import PartVerdict, of_part, of_possible_parts
from ectrial.trial.protocol import Protocol, Question
from ectrial.truth import UNKNOWN, Truth
from ectrial.vocabulary import Item


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
    is_of_enrolment: bool = False
    """Whether it is as of the day on which the subject was enrolled, and stays so."""
    outstanding: dict[str, tuple[Question, ...]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    """The questions worth asking, by order, once computed."""

    @cached_property
    def failing(self) -> tuple[Finding, ...]:
        """The findings that exclude the subject; with parts, none while one can be entered."""
        if self.parts and any(part.outcome != "not_eligible" for part in self.parts):
            return ()
        return tuple([f for f in self.findings if f.truth is f.criterion.fails])

    @cached_property
    def unresolved(self) -> tuple[Finding, ...]:
        """The findings that are still open, but for those of parts that cannot be entered."""
        found = [f for f in self.findings if f.truth is UNKNOWN]
        return tuple(of_possible_parts(found, self.parts) if self.parts else found)

    @cached_property
    def outcome(self) -> Outcome:
        """One failure decides, whatever else is unknown; anything unknown prevents *eligible*.

        So do criteria that are known to exist and are not in the file: nobody was asked of them.
        With parts, one part is enough that can be entered.
        """
        if any(part.outcome == "eligible" for part in self.parts):
            return "eligible"
        if self.failing:
            return "not_eligible"
        is_open = self.parts or self.unresolved or self.protocol.incomplete
        return "undetermined" if is_open else "eligible"

    @cached_property
    def parts(self) -> tuple[PartVerdict, ...]:
        """The verdict on each part of the trial, in its order; none if it has no parts."""
        found, is_cut = self.findings, self.protocol.incomplete
        return tuple([of_part(part, found, is_cut=is_cut) for part in self.protocol.parts])

    def entering(self, part: str) -> "PartVerdict | Verdict":
        """Give the verdict on the part that a subject enters; without parts that on the trial."""
        return next((each for each in self.parts if each.part.id == part), self)

    @property
    def is_open(self) -> bool:
        """Whether answers may still change it: one part may be open beside one to enter."""
        return "undetermined" in (self.outcome, *(part.outcome for part in self.parts))

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
            **self.parts_as_json(),
        }

    def parts_as_json(self) -> dict[str, Any]:
        """Give the outcome for each part, if the trial has parts; otherwise nothing."""
        return {"parts": {p.part.id: p.outcome for p in self.parts}} if self.parts else {}

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
    subject is enrolled it is as of that day, without the samples of later days.
    """
    enrolled = facts.days.get("enrolment")
    if enrolled is None:
        return assess_on(protocol, facts, today, until=today)
    verdict = assess_on(protocol, facts, enrolled, until=enrolled)
    return replace(verdict, is_of_enrolment=True)


def assess_on(protocol: Protocol, facts: Facts, today: date, until: date) -> Verdict:
    """Judge the facts as of a day; in a trial that knows time without samples after `until`."""
    given = facts
    stale: Mapping[str, Aged] = {}
    if protocol.language >= WITH_TIME:
        facts, stale = on_a_day(protocol, given, today, until)
    findings = []
    known = facts.items.keys()
    for criterion in protocol.criteria:
        if known.isdisjoint(criterion.unasked.looks_at):
            truth = criterion.unasked.truth
        else:
            truth = criterion.decides.holds(facts, criterion.favours)
        plain = not criterion.can_clash and (truth is not UNKNOWN or not facts.judged)
        findings.append(Finding(criterion, truth) if plain else _find(criterion, truth, facts))
    return Verdict(protocol, facts, today, tuple(findings), given, stale)


def _find(criterion: Criterion, truth: Truth, facts: Facts) -> Finding:
    """Add what the rule alone does not decide: contradictions, and criteria judged whole."""
    if criterion.contradictions and contradiction(criterion, facts):
        return Finding(criterion, UNKNOWN, contradicted=True)
    if truth is UNKNOWN and criterion.clashing(facts):
        return Finding(criterion, UNKNOWN, contradicted=True)
    if truth is UNKNOWN and facts.judged:
        judged = facts.judged.get(criterion.id, UNKNOWN)
        return Finding(criterion, judged, judged=judged is not UNKNOWN)
    return Finding(criterion, truth)
