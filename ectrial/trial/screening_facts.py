"""The facts of a screening: its answers, each with its day, and the days that rules count from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from ectrial.facts import AnchorName, Facts
from ectrial.record.screenings import Screening
from ectrial.rules.language import WITH_TIME
from ectrial.trial.facts_file import read_facts
from ectrial.trial.protocol import Protocol

DayOf = Callable[[datetime], date]
"""Gives the day of a moment at the site."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The days of a screening: of anchors, and of each answer; empty where rules know no time."""

    days: Mapping[AnchorName, date] = field(default_factory=dict)
    answered: Mapping[str, date] = field(default_factory=dict)

    def applied_to(self, facts: Facts) -> Facts:
        """Add the days to facts."""
        return replace(facts, days=self.days, answered=self.answered, intervals={})


def days_of(screening: Screening, protocol: Protocol, day_of: DayOf) -> Dated:
    """Give the days of a screening under a protocol, by the clock of the site.

    An answer that was carried over is of the day on which it was true in its own trial.
    """
    if protocol.language < WITH_TIME:
        return Dated()
    days: dict[AnchorName, date] = {"screening": day_of(screening.opened_at)}
    enrolment = screening.enrolment
    if enrolment is not None and enrolment.what == "enrolled" and enrolment.day is not None:
        days["enrolment"] = enrolment.day
    # what a taken-back tap brought back was answered earlier; when is not known any more
    given = {item: each for item, each in screening.answers.items() if not each.restored}
    answered = {item: day_of(answer.at_utc) for item, answer in given.items()}
    carried = {item: screening.origin(item) for item in answered}
    answered |= {item: origin.day for item, origin in carried.items() if origin}
    return Dated(days, answered)


def facts_of(screening: Screening, protocol: Protocol, day_of: DayOf) -> Facts:
    """Give the facts of a screening; FactsError if the protocol cannot read an answer."""
    answers: dict[str, Any] = {item: each.value for item, each in screening.answers.items()}
    facts = read_facts(answers, protocol)
    dated = days_of(screening, protocol, day_of)
    return dated.applied_to(facts) if dated.days else facts
