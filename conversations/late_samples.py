"""A sample older than the recorded one: it never counts, and is kept with its limit beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from conversations.changes import is_earlier, is_same
from conversations.drafts import Values
from conversations.turn import World
from ectrial.given import Given
from ectrial.papers.limits import Limits
from ectrial.record.entries import JSON
from ectrial.record.later_samples import sample_of
from ectrial.record.screenings import Answer, Screening
from ectrial.trial.protocol import Protocol


@dataclass(frozen=True, slots=True)
class LateSamples:
    """What is known of the samples of a screening that a later one came before."""

    world: World
    screening: Screening
    trial: Protocol

    def among(self, values: Values) -> tuple[str, ...]:
        """Give those numbers for which a later sample is already recorded."""
        present = self.screening.answers
        found = ((item, present.get(item), value) for item, value in values.items())
        return tuple(i for i, answer, v in found if is_earlier(answer and answer.value, v))

    def with_own_limits(self, values: Values) -> Values:
        """Put the limit told with an older sample beside it: the recorded one has its own."""
        limits = {item: self._limit(item) for item in self.among(values)}
        told = {item: _number(values.get(limit)) for item, limit in limits.items()}
        return {
            item: replace(value, limit=told[item]) if told.get(item) else value
            for item, value in values.items()
            if item not in limits.values()
        }

    def known(self, values: Values) -> Mapping[str, Answer]:
        """Give by item the recorded sample of the day of each number that is older."""
        found = {}
        for item in self.among(values):
            kept, day = self.screening.earlier.get(item, ()), values[item].day
            found[item] = sample_of(kept, day.isoformat()) if day else None
        return {item: sample for item, sample in found.items() if sample}

    def told_before(self, values: Values) -> tuple[str, ...]:
        """Give those that say nothing that is not recorded of their sample, nor add a limit."""
        return tuple(
            item
            for item, sample in self.known(values).items()
            if not self._is_other(item, sample, values[item])
            and (values[item].limit is None or self._limit_of(item, sample) is not None)
        )

    def replaced(self, values: Values) -> dict[str, Given]:
        """Give those that take the place of another number of their sample; it keeps its limit."""
        found = {}
        for item, sample in self.known(values).items():
            told = values[item]
            if self._is_other(item, sample, told):
                found[item] = replace(told, limit=told.limit or self._limit_of(item, sample))
        return found

    def _is_other(self, item: str, before: Answer, told: Given) -> bool:
        number, known = replace(told, limit=None).recorded, self.trial.vocabulary
        if not is_same(known[item], before.value, number):
            return True
        limit = told.limit and self._limit_of(item, before)
        return limit is not None and not is_same(known[self._limit(item)], limit, told.limit)

    def _limit_of(self, item: str, sample: Answer) -> JSON:
        if sample.limit is not None:
            return sample.limit
        history = self.world.records.history(self.screening.id)
        limits = Limits(history, self.trial, self.screening)
        found = limits.of(self.trial.vocabulary[item], sample)
        return None if found is None else {"value": str(found.value), "unit": found.unit}

    def _limit(self, item: str) -> str:
        return self.trial.vocabulary[item].uln or ""


def _number(told: Given | None) -> JSON:
    return told.value if told is not None and isinstance(told.value, dict) else None
