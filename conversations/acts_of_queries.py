"""What buttons about open items do; each pins the screening, its last entry and what it says."""

from dataclasses import dataclass
from datetime import date, datetime

from conversations.places_of_queries import OpenItem, ToDo
from ectrial.record.entries import Reason
from ectrial.record.queries import Closing, Why
from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask a person to settle items until a day; each item with why it is open."""

    screening: ScreeningId
    seq: int
    items: tuple[tuple[str, Why], ...]
    assignee: int
    due: date | None


@dataclass(frozen=True, slots=True)
class Reassign:
    """Ask another person to settle an item."""

    screening: ScreeningId
    seq: int
    item: str
    assignee: int
    back: ToDo | None = None


@dataclass(frozen=True, slots=True)
class Postpone:
    """Set a new day for an item, with the reason; None takes the day away."""

    screening: ScreeningId
    seq: int
    item: str
    due: date | None
    reason: Reason
    back: ToDo | None = None


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Ask nobody any more to settle an item, or close what was to be checked."""

    screening: ScreeningId
    seq: int
    item: str
    back: ToDo | None = None
    why: Closing = "withdrawn"


@dataclass(frozen=True, slots=True)
class Settle:
    """Open the question of an item that waits, of any screening, and return to the list."""

    screening: ScreeningId
    item: str
    back: ToDo


@dataclass(frozen=True, slots=True)
class Remind:
    """Remind oneself of a matter at a time, and return; None takes the reminder away."""

    about: str
    at: datetime | None
    back: OpenItem | ToDo


QueryAct = Ask | Reassign | Postpone | Withdraw | Settle | Remind
