"""What came of one lab in a text."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ectrial.facts import Judgement
from ectrial.quantity import Quantity

Status = Literal["value", "ask_unit", "ask", "confirm", "reject", "unread"]


@dataclass(frozen=True, slots=True)
class LabReading:
    """One lab as it was read: a value, what must be asked, or why it is refused.

    `choices` are the readings offered; `text` quotes what was typed, never to be stored; `share`
    is the percentage of white cells that was typed instead of a count.
    """

    item: str | None
    status: Status
    text: str
    value: Quantity | Judgement | str | None = None
    choices: tuple[Quantity, ...] = ()
    share: Decimal | None = None
