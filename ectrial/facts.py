"""What is known of one subject: a value, a judgement, or why there is none, item by item."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ectrial.quantity import Interval, Quantity
from ectrial.truth import Truth


class Absence(StrEnum):
    """Why an item that was asked has no value; one not asked yet is simply not in the facts."""

    UNKNOWN = "unknown"
    NOT_DONE = "not_done"
    NOT_APPLICABLE = "not_applicable"


class Judgement(StrEnum):
    """The answer to a quantity when only its judgement is known, seen from the subject's side."""

    MEETS = "meets"
    FAILS = "fails"


class Choices(tuple[str, ...]):
    """What was ticked in a list where several may apply."""

    __slots__ = ()


Value = Quantity | Judgement | Absence | Choices | str


@dataclass(frozen=True, slots=True)
class Facts:
    """Items by name, and whole criteria answered under their id (TRUE: its own sentence holds)."""

    items: Mapping[str, Value] = field(default_factory=dict)
    judged: Mapping[str, Truth] = field(default_factory=dict)
    intervals: dict[str, Interval] = field(default_factory=dict, compare=False, repr=False)
    """What each number may stand for, worked out once: many rules ask for the same one."""

    def quantity(self, item: str) -> Quantity | None:
        """Give the recorded number, if it is one."""
        value = self.items.get(item)
        return value if isinstance(value, Quantity) else None

    def is_stated(self, item: str) -> bool:
        """Whether the item has a value or a judgement, rather than being unasked or unknown."""
        value = self.items.get(item)
        return value is not None and not isinstance(value, Absence)

    def with_items(self, changes: Mapping[str, Value]) -> "Facts":
        """Give the same facts with some items replaced."""
        return Facts({**self.items, **changes}, self.judged)
