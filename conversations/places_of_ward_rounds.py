"""Places of a ward round: its list and order, each stop, and its end."""

from dataclasses import dataclass
from typing import Literal

from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class PickStops:
    """One page of the codes to choose from, with those that were on it when it was opened."""

    page: int = 0
    shown: tuple[ScreeningId, ...] = ()
    place: Literal["pick_stops"] = "pick_stops"


@dataclass(frozen=True, slots=True)
class OrderStops:
    """The order of the beds, which a tap changes."""

    place: Literal["order_stops"] = "order_stops"


@dataclass(frozen=True, slots=True)
class AtStop:
    """The stop of the open screening, and one page of what can be closed at that bed.

    `through`: an answer leads to the next question there, not back to the stop.
    """

    page: int = 0
    through: bool = False
    place: Literal["at_stop"] = "at_stop"


@dataclass(frozen=True, slots=True)
class BedAsked:
    """The question where the subject of the open screening lies today."""

    place: Literal["bed_asked"] = "bed_asked"


@dataclass(frozen=True, slots=True)
class GoneStop:
    """A stop whose screening was voided: there is nothing to do."""

    screening: ScreeningId
    place: Literal["gone_stop"] = "gone_stop"


@dataclass(frozen=True, slots=True)
class EndOfRound:
    """One page of what is still open, and whose it is."""

    page: int = 0
    place: Literal["end_of_round"] = "end_of_round"


OfWardRounds = PickStops | OrderStops | GoneStop | EndOfRound
"""Those that belong to no screening."""
AtABed = AtStop | BedAsked
"""Those of the open screening."""
