"""What the day of assessment does to facts, and on which later days that may be something else."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from ectrial.facts import Facts
from ectrial.trial.ages import Aged, ages_of, stale_on
from ectrial.trial.protocol import Protocol
from ectrial.truth import TRUE, Truth


def on_a_day(
    protocol: Protocol, facts: Facts, today: date, until: date | None = None
) -> tuple[Facts, Mapping[str, Aged]]:
    """Give the facts that count on a day, and the answers that are too old to.

    Nor does a sample count whose day is after `until`, which is that day if it is not given.
    """
    dated = replace(facts, days={**facts.days, "today": today}, intervals={})
    stale = stale_on(protocol.ages, dated, protocol.vocabulary, today)
    ahead = sampled_after(facts, until or today)
    if not (stale or ahead):
        return dated, stale
    left_out = stale.keys() | ahead.keys()
    counting = {name: value for name, value in facts.items.items() if name not in left_out}
    return replace(dated, items=counting), stale


def sampled_after(facts: Facts, day: date) -> dict[str, date]:
    """Give the day of each sample that was taken after a day, by item."""
    return {name: taken for name, taken in facts.sample_days().items() if taken > day}


def turning_days(protocol: Protocol, facts: Facts, today: date) -> Iterator[date]:
    """Give each day after today on which a rule over time turns, or an answer counts or not."""
    before = _state(protocol, facts, today)
    for day in sorted(set(_candidates(protocol, facts))):
        if day > today and (now := _state(protocol, facts, day)) != before:
            before = now
            yield day


def _candidates(protocol: Protocol, facts: Facts) -> Iterator[date]:
    for rule in protocol.timed:
        yield from rule.turns(facts)
    yield from sampled_after(facts, date.min).values()
    for each in ages_of(protocol.ages, facts, protocol.vocabulary):
        if each.last is not None:
            yield each.last + timedelta(days=1)


def _state(
    protocol: Protocol, facts: Facts, day: date
) -> tuple[frozenset[str], tuple[Truth, ...]]:
    counting, _ = on_a_day(protocol, facts, day)
    return frozenset(counting.items), tuple(rule.holds(counting, TRUE) for rule in protocol.timed)
