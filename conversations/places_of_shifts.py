"""Places about the end of a shift: what a person hands over, and what a colleague is offered."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class EndOfShift:
    """What the person has open, and who takes it; `anew` offers again what is offered already."""

    page: int = 0
    anew: bool = False
    place: Literal["end_of_shift"] = "end_of_shift"


@dataclass(frozen=True, slots=True)
class ShiftOffer:
    """What a colleague hands over to the person."""

    giver: int
    place: Literal["shift_offer"] = "shift_offer"


@dataclass(frozen=True, slots=True)
class ReturningShift:
    """The question why the person does not take it over."""

    giver: int
    place: Literal["returning_shift"] = "returning_shift"


OfShifts = EndOfShift | ShiftOffer | ReturningShift
