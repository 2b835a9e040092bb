"""The verdict on a screening by the clock of the site, computed once in a turn."""

from collections.abc import Mapping

from conversations.turn import World
from ectrial.record.entries import JSON
from ectrial.record.lapsing import with_lapses
from ectrial.record.screenings import Screening
from ectrial.trial.facts_file import read_facts
from ectrial.trial.protocol import Protocol
from ectrial.trial.screening_facts import days_of
from ectrial.trial.verdict import Verdict, assess


def as_it_counts(world: World, screening: Screening) -> Screening:
    """Give a screening without the carried answers whose origin has changed since."""
    if not screening.carried:
        return screening
    return with_lapses(screening, world.records.lapses(screening))


def judged(world: World, trial: Protocol, screening: Screening) -> Verdict:
    """Assess the answers; the cache compares them as recorded, for 5.0 and 5.00 look different."""
    answers: Mapping[str, JSON] = {item: a.value for item, a in screening.answers.items()}
    dated = days_of(screening, trial, world.day_of)
    for fingerprint, assessed, days, verdict in world.verdicts:
        if assessed == answers and fingerprint == trial.fingerprint and days == dated:
            return verdict
    verdict = assess(trial, dated.applied_to(read_facts(answers, trial)), world.today)
    world.verdicts.append((trial.fingerprint, answers, dated, verdict))
    return verdict
