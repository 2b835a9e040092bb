"""An answer about to be recorded, with its provenance: the day of the sample, whose report."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from ectrial.json_values import JSON, read_iso_day

_DAY = "date"
"""The JSON field of a number that holds its day, in a facts file and in the record."""
_LIMIT = "limit"
"""The JSON field of a sample told late that holds its own upper limit of normal."""


@dataclass(frozen=True, slots=True)
class Given:
    """One answer that may be recorded; `value` is JSON as in a facts file, without its day.

    `day` is the day of the sample: only a number or a reported result has one. `source` is the
    code of another subject if the value was copied from that subject's report. A `value` of None
    takes an answer back. `limit` is the upper limit of normal of a sample that is older than the
    recorded one: the item of the limit has that of the recorded one.
    """

    value: JSON
    day: date | None = None
    source: str | None = None
    limit: JSON = None

    @property
    def recorded(self) -> JSON:
        """The JSON for the record: the day is part of a number; the source is in the entry."""
        if self.day is None or not isinstance(self.value, dict):
            return self.value
        limit = {} if self.limit is None else {_LIMIT: self.limit}
        return {_DAY: self.day.isoformat(), **self.value, **limit}

    @property
    def unit(self) -> str | None:
        """The unit of a number; None for any other answer."""
        return self.value.get("unit") if isinstance(self.value, dict) else None

    def sampled_on(self, day: date) -> "Given":
        """Add the day of its sample to a result that has no day; other answers stay unchanged."""
        if not isinstance(self.value, dict) or self.day is not None:
            return self
        return replace(self, day=day)


def given(raw: JSON, source: str | None = None) -> Given:
    """Read an answer from the JSON of a facts file or the record; ValueError for a wrong day.

    >>> found = given({"value": "5.2", "unit": "10*9/L", "date": "2026-11-23"})
    >>> found.value, found.day
    ({'value': '5.2', 'unit': '10*9/L'}, datetime.date(2026, 11, 23))
    """
    if not isinstance(raw, dict) or _DAY not in raw:
        return Given(raw, None, source)
    value, limit = without_limit({field: part for field, part in raw.items() if field != _DAY})
    return Given(value, read_iso_day(raw[_DAY]), source, limit)


def without_limit(raw: JSON) -> tuple[JSON, JSON]:
    """Give a recorded answer apart from the limit that stands in it; None where none does."""
    if not isinstance(raw, dict) or _LIMIT not in raw:
        return raw, None
    return {field: part for field, part in raw.items() if field != _LIMIT}, raw[_LIMIT]


def all_given(raw: Mapping[str, JSON]) -> dict[str, Given]:
    """Read answers by item from the JSON of a facts file or the record."""
    return {item: given(value) for item, value in raw.items()}


def all_recorded(answers: Mapping[str, Given]) -> dict[str, JSON]:
    """Give answers by item as JSON for the record."""
    return {item: answer.recorded for item, answer in answers.items()}
