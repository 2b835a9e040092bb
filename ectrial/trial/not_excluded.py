"""Which other trials the known answers of a subject leave open: a list for the investigator. Pure.

It is no advice and no verdict there: what is known is assessed under each trial, with what it
implies; a trial that an answer already closes is not named.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from ectrial.record.entries import JSON
from ectrial.record.screenings import Screening
from ectrial.trial.carrying import Offer, may_offer, offer, sound
from ectrial.trial.facts_file import FactsError, read_facts, unreadable_items
from ectrial.trial.implied import Consequences, Implications, implied
from ectrial.trial.protocol import Protocol
from ectrial.trial.screening_facts import Dated, days_of
from ectrial.trial.verdict import Verdict, assess


@dataclass(frozen=True, slots=True)
class NotExcluded:
    """A trial that nothing known excludes the subject from.

    `left` counts the questions that can settle what is open there. `offers` is what would be used,
    `implied` what follows from known answers beside it. `is_open`: the trial enrols here today.
    """

    trial: Protocol
    verdict: Verdict
    left: int
    offers: Offer
    implied: Consequences
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Moment:
    """The day of the site, and the day of any moment there."""

    today: date
    day_of: Callable[[datetime], date]


def not_excluded(
    screening: Screening,
    under: Protocol,
    trials: Iterable[Protocol],
    table: Implications,
    at: Moment,
    *,
    is_open: Callable[[str], bool] = lambda _: True,
    screened_in: Callable[[str], Screening | None] = lambda _: None,
) -> tuple[NotExcluded, ...]:
    """Give the trials, other than the screening's, that are not excluded so far.

    Those that enrol here come first, and of these the ones with the fewest questions left.
    `screened_in` gives the screening of the same patient in a trial: its answers count there.
    """
    if not may_offer(screening):
        return ()
    follows = implied(sound(screening, under), table)
    found = []
    for there in trials:
        if there.id == under.id:
            continue
        own = screened_in(there.id)
        known = {} if own is None else {item: each.value for item, each in own.answers.items()}
        dated = Dated() if own is None else days_of(own, there, at.day_of)
        offers = offer(screening, under, there, known, at.today, at.day_of)
        verdict = _assessed(there, offers, known, dated, follows, at.today)
        if verdict is not None and not verdict.failing:
            left = len(verdict.to_settle())
            found.append(NotExcluded(there, verdict, left, offers, follows, is_open(there.id)))
    return tuple(sorted(found, key=lambda each: (not each.is_open, each.left, each.trial.id)))


def _values(offers: Offer) -> dict[str, JSON]:
    return {item: each.value for item, each in offers.answers.items()}


def _assessed(
    there: Protocol,
    offers: Offer,
    known: Mapping[str, JSON],
    dated: Dated,
    follows: Consequences,
    today: date,
) -> Verdict | None:
    """Assess known answers and what they imply; None if the trial cannot read its own.

    What is offered, and what is known there, counts as of its own day; what is implied, of today.
    """
    added = {item: each.value for item, each in follows.facts.items()}
    added = {item: value for item, value in added.items() if item in there.vocabulary}
    unread = set(unreadable_items(added, there))
    usable = {item: value for item, value in added.items() if item not in unread}
    try:
        facts = read_facts({**usable, **_values(offers), **known}, there)
    except FactsError:
        return None
    offered = {item: each.day for item, each in offers.answers.items()}
    # of what is known there without a day nobody knows how old it is
    rest = dict.fromkeys(facts.items.keys() - known.keys(), today)
    answered = {**rest, **dated.answered, **offered}
    return assess(there, replace(facts, days=dated.days, answered=answered), today)
