"""Facts about one subject: for each item a value, a judgement, or the reason for having none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal, NamedTuple, get_args

from ectrial.event_days import EventDay
from ectrial.quantity import Interval, Quantity
from ectrial.truth import UNKNOWN, Truth


class Absence(StrEnum):
    """Why an asked item has no value; an item that was not asked is not in the facts."""

    UNKNOWN = "unknown"
    NOT_DONE = "not_done"
    PENDING = "pending"
    NOT_APPLICABLE = "not_applicable"


class Judgement(StrEnum):
    """The answer to a quantity without its number: only whether it favours entry."""

    MEETS = "meets"
    FAILS = "fails"


class Choices(tuple[str, ...]):
    """The ticked options of a list from which several may apply."""

    __slots__ = ()


class Reported(NamedTuple):
    """A result that a report gives as a word, not a number; `taken` is the day of the sample.

    `not_detected` is below every limit of the assay.
    """

    result: str
    taken: date | None = None


@dataclass(frozen=True, slots=True)
class Things:
    """A list of things, such as lesions, each with those of its properties that are known.

    `complete`: TRUE if the list has all of them, FALSE if there is at least one more.
    """

    things: tuple[Mapping[str, "Value"], ...] = ()
    complete: Truth = UNKNOWN


Value = Quantity | Judgement | Reported | EventDay | Absence | Choices | Things | str

AnchorName = Literal["today", "screening", "enrolment"]
ANCHORS: tuple[AnchorName, ...] = get_args(AnchorName)
"""Days that are no answers: of the assessment, the opening of the screening, and the enrolment."""


# every assessment asks for them: a union in place of the tuple is made anew for each value
_SAMPLED = (Quantity, Reported)


@dataclass(frozen=True, slots=True)
class Facts:
    """Values by item; criteria answered as a whole, by id (TRUE: the criterion's text holds).

    `days` are the days of anchors, as far as they are known; `answered` are the days on which
    items were answered.
    """

    items: Mapping[str, Value] = field(default_factory=dict)
    judged: Mapping[str, Truth] = field(default_factory=dict)
    days: Mapping[AnchorName, date] = field(default_factory=dict)
    answered: Mapping[str, date] = field(default_factory=dict)
    intervals: dict[str, Interval] = field(default_factory=dict, compare=False, repr=False)
    """The interval of each number, computed once, as many rules read the same number."""

    def quantity(self, item: str) -> Quantity | None:
        """Give the recorded number; None for any other answer."""
        value = self.items.get(item)
        return value if isinstance(value, Quantity) else None

    def sample_days(self) -> dict[str, date]:
        """Give the day of each sample, as far as it is known, by item."""
        items = self.items.items()
        return {name: v.taken for name, v in items if isinstance(v, _SAMPLED) and v.taken}

    def is_stated(self, item: str) -> bool:
        """Whether the item has a value or a judgement; false while it is unasked or unknown."""
        value = self.items.get(item)
        return value is not None and not isinstance(value, Absence)

    def with_items(self, changes: Mapping[str, Value]) -> "Facts":
        """Give the same facts with the values of some items replaced."""
        return Facts({**self.items, **changes}, self.judged, self.days, self.answered)
