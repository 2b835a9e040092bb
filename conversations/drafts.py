"""What was said or read and is not recorded yet: values with where they stood, never a text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ectrial.record.entries import JSON

LineState = Literal["settled", "which", "again"]


@dataclass(frozen=True, slots=True)
class Given:
    """An answer about to be recorded, and beside it where it comes from.

    `value` is JSON as in the facts file, its sample's day apart from it in `day`; null takes an
    answer back. `source` is the subject on whose report it stood, if another's.
    """

    value: JSON
    day: date | None = None
    source: str | None = None

    @property
    def recorded(self) -> JSON:
        """The value as the record holds it, with its day."""
        return self.value if self.day is None else {"date": self.day.isoformat(), **self.value}

    @property
    def unit(self) -> str | None:
        """The unit of a number; None for any other answer."""
        return self.value["unit"] if isinstance(self.value, dict) else None


Values = Mapping[str, Given]
"""Answers about to be recorded, by item."""


@dataclass(frozen=True, slots=True)
class LabLine:
    """One lab that was read of a text: its readings, each with the upper limit read beside it.

    A settled line has one reading. One of which several may be meant, or a rare one, is asked;
    `why` says what kept a line from being read.
    """

    item: str
    state: LineState
    choices: tuple[Values, ...] = ()
    why: str = ""


def given(value: JSON, source: str | None = None) -> Given:
    """Take an answer as the record or the facts file holds it.

    >>> given({"value": "5.2", "unit": "10*9/L", "date": "2026-11-23"}).day
    datetime.date(2026, 11, 23)
    """
    if not isinstance(value, dict) or "date" not in value:
        return Given(value, None, source)
    rest = {name: part for name, part in value.items() if name != "date"}
    return Given(rest, date.fromisoformat(value["date"]), source)


def all_given(values: Mapping[str, JSON]) -> dict[str, Given]:
    """Take answers as the record or the facts file holds them."""
    return {item: given(value) for item, value in values.items()}
