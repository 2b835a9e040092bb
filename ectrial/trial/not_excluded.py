"""Which other trials the known answers of a subject leave open: a list for the investigator. Pure.

It is no advice and no verdict there: what is known is assessed under each trial, with what it
implies; a trial that an answer already closes is not named.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from ectrial.record.entries import JSON
from ectrial.record.renames import renamed_screening
from ectrial.record.screenings import Screening
from ectrial.trial.carrying import Offer, may_offer
from ectrial.trial.facts_file import FactsError, read_facts, unreadable_items
from ectrial.trial.implied import Consequences, Contradiction, Implications, implied
from ectrial.trial.one_patient import Agreed, Screened, agreed, agreed_there
from ectrial.trial.protocol import Protocol
from ectrial.trial.renaming import renames
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
    linked: Sequence[Screened] = (),
) -> tuple[NotExcluded, ...]:
    """Give the trials, other than the screening's, that are not excluded so far.

    Those that enrol here come first, and of these the ones with the fewest questions left.
    `linked` are the other screenings of the same patient, the latest of each trial first, also of
    the same trial: their answers count as well, and contradicting ones leave their item unknown.
    """
    if not may_offer(screening):
        return ()
    patient = (Screened(screening, under), *linked)
    whole = agreed(patient, at.day_of)
    follows = implied(whole.answers, table)
    unsure = {each.item for each in follows.contradictions}
    found = []
    for there in trials:
        if there.id == under.id:
            continue
        last = next((each for each in linked if each.under.id == there.id), None)
        own = None if last is None else _now(last.screening, there)
        others = [each for each in patient if each is not last]
        counts, offers = agreed_there(there, others, own, at.today, at.day_of)
        clashes = (*whole.contradictions, *counts.contradictions)
        more = _more(follows, unsure | {each.item for each in clashes}, there)
        facts = {item: value for item, value in counts.answers.items() if item not in unsure}
        verdict = _assessed(there, {**more, **facts}, counts, own, at)
        if verdict is not None and not verdict.failing:
            left = len(verdict.to_settle())
            told = _told(follows, counts.contradictions)
            found.append(NotExcluded(there, verdict, left, offers, told, is_open(there.id)))
    return tuple(sorted(found, key=lambda each: (not each.is_open, each.left, each.trial.id)))


def _now(screening: Screening, there: Protocol) -> Screening:
    """Give a screening of a trial by the ids that its items have in a version of it."""
    answers = {name: each.value for name, each in screening.answers.items()}
    return renamed_screening(screening, renames(there, answers))


def _more(follows: Consequences, unsure: Container[str], there: Protocol) -> dict[str, JSON]:
    """Give what follows from known answers and can be read there."""
    added = {item: each.value for item, each in follows.facts.items()}
    added = {i: value for i, value in added.items() if i in there.vocabulary and i not in unsure}
    unread = set(unreadable_items(added, there))
    return {item: value for item, value in added.items() if item not in unread}


def _told(follows: Consequences, contradictions: Iterable[Contradiction]) -> Consequences:
    """Add the answers that contradict each other, once for each item."""
    clashes = {each.item: each for each in (*follows.contradictions, *contradictions)}
    facts = {item: each for item, each in follows.facts.items() if item not in clashes}
    return Consequences(facts, tuple(clashes.values()))


def _assessed(
    there: Protocol,
    answers: Mapping[str, JSON],
    counts: Agreed,
    own: Screening | None,
    at: Moment,
) -> Verdict | None:
    """Assess what counts in a trial; None if it cannot read its own answers.

    What is offered, and what is known there, counts as of its own day; what is implied, of today.
    """
    try:
        facts = read_facts(dict(answers), there)
    except FactsError:
        return None
    dated = Dated() if own is None else days_of(own, there, at.day_of)
    used = {item: each.day for item, each in counts.used.items()}
    # of what is known there without a day nobody knows how old it is
    undated = set() if own is None else own.answers.keys() - used.keys()
    rest = dict.fromkeys(facts.items.keys() - undated, at.today)
    answered = {**rest, **dated.answered, **used}
    return assess(there, replace(facts, days=dated.days, answered=answered), at.today)
