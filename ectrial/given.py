"""An answer as it is given, with its provenance beside it: the sample's day, and whose report."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from ectrial.json_values import JSON, read_iso_day

_DAY = "date"
"""The field of a number's JSON in which a facts file and the record hold its day."""


@dataclass(frozen=True, slots=True)
class Given:
    """One answer that may be recorded; `value` is JSON as in a facts file, without its day.

    `day` is the day of the sample: only a number or a reported result has one. `source` is the
    subject on whose report the answer stood, if it was taken over from another. A `value` of None
    takes an answer back.
    """

    value: JSON
    day: date | None = None
    source: str | None = None

    @property
    def recorded(self) -> JSON:
        """The JSON that the record holds: the day within a number, the source in its entry."""
        if self.day is None or not isinstance(self.value, dict):
            return self.value
        return {_DAY: self.day.isoformat(), **self.value}

    @property
    def unit(self) -> str | None:
        """The unit of a number; None for any other answer."""
        return self.value.get("unit") if isinstance(self.value, dict) else None

    def sampled_on(self, day: date) -> "Given":
        """Give a result the day of its sample, unless it has one; other answers have no day."""
        if not isinstance(self.value, dict) or self.day is not None:
            return self
        return replace(self, day=day)


def given(raw: JSON, source: str | None = None) -> Given:
    """Read an answer as a facts file or the record holds it; ValueError for what is no day.

    >>> given({"value": "5.2", "unit": "10*9/L", "date": "2026-11-23"})
    Given(value={'value': '5.2', 'unit': '10*9/L'}, day=datetime.date(2026, 11, 23), source=None)
    """
    if not isinstance(raw, dict) or _DAY not in raw:
        return Given(raw, None, source)
    value = {field: part for field, part in raw.items() if field != _DAY}
    return Given(value, read_iso_day(raw[_DAY]), source)


def all_given(raw: Mapping[str, JSON]) -> dict[str, Given]:
    """Read answers by item as a facts file or the record holds them."""
    return {item: given(value) for item, value in raw.items()}


def all_recorded(answers: Mapping[str, Given]) -> dict[str, JSON]:
    """Give answers by item as the record holds them."""
    return {item: answer.recorded for item, answer in answers.items()}
