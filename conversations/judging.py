"""The verdict on a screening by the clock of the site, computed once in a turn."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from conversations.turn import World
from ectrial.record.entries import JSON
from ectrial.record.lapsing import with_lapses
from ectrial.record.screenings import Screening
from ectrial.trial.enrolled import as_enrolled, enrolled_on
from ectrial.trial.facts_file import read_facts
from ectrial.trial.protocol import Protocol
from ectrial.trial.screening_facts import days_of
from ectrial.trial.verdict import Verdict, assess, assess_on


def as_it_counts(world: World, screening: Screening) -> Screening:
    """Give a screening without the carried answers whose origin has changed since."""
    if not screening.carried:
        return screening
    return with_lapses(screening, world.records.lapses(screening))


def judged(world: World, trial: Protocol, screening: Screening) -> tuple[Verdict, Verdict | None]:
    """Give the verdict; of who is enrolled it is as of that day, beside what it would be now.

    What it would be now is of the same day, but by all that was recorded since.
    """
    then, day = as_enrolled(screening), enrolled_on(screening)
    if then is None or day is None:
        return _judged(world, trial, screening, world.today), None
    fixed = _judged(world, trial, then, day)
    would_be = _judged(world, trial, screening, day, anew=True)
    return replace(fixed, is_of_enrolment=True), would_be


def _judged(
    world: World, trial: Protocol, screening: Screening, day: date, *, anew: bool = False
) -> Verdict:
    """Assess the answers; the cache compares them as recorded, for 5.0 and 5.00 look different."""
    answers: Mapping[str, JSON] = {item: a.value for item, a in screening.answers.items()}
    dated = days_of(screening, trial, world.day_of)
    how = (trial.fingerprint, day, anew)
    for known, assessed, days, verdict in world.verdicts:
        if assessed == answers and known == how and days == dated:
            return verdict
    facts = dated.applied_to(read_facts(answers, trial))
    until = max(day, world.today)
    verdict = assess_on(trial, facts, day, until) if anew else assess(trial, facts, day)
    world.verdicts.append((how, answers, dated, verdict))
    return verdict
