"""The approval under which the site works, as the operator states it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved what, under which number, and on which day."""

    body: str
    number: str
    day: date
    covers: str
