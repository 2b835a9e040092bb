"""Where a person's chat stands: parsed choices only, never what was typed."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Annotated, Any, get_args

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from conversations.places import Answering, Home, Place
from ectrial.record.entries import JSON
from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class SaidDay:
    """The day of the samples of a sitting, as a person said for one screening."""

    screening: ScreeningId
    day: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Focus:
    """The place of a chat, and beside it what outlives a card.

    `screening` is the one that is open here. `review` is the page of the review that an answer was
    opened from. `said` is told once, on the next card. `told_day` is the day that the card gives
    for samples: what is typed below it may bear no other.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    place: Annotated[Place, Field(discriminator="place")] = field(default_factory=Home)
    screening: ScreeningId | None = None
    sitting: SaidDay | None = None
    review: int | None = None
    said: tuple[str, ...] = ()
    told_day: date | None = None

    def at(self, place: Place, **changes: Any) -> "Focus":
        """Go to a place; what was said goes, and the page of the review unless still answering."""
        review = self.review if isinstance(place, ANSWERING) else None
        return replace(self, **{"place": place, "said": (), "review": review, **changes})

    def saying(self, *said: str) -> "Focus":
        """Stay, and say something on the card."""
        return replace(self, said=said)


ANSWERING = get_args(Answering)
_FOCUS = TypeAdapter(Focus)


def dump(focus: Focus) -> JSON:
    """Give the JSON in which a chat keeps its focus."""
    return _FOCUS.dump_python(focus, mode="json")


def load(kept: JSON) -> Focus | None:
    """Read a focus back; None for one that this version did not write."""
    try:
        return _FOCUS.validate_python(kept)
    except ValidationError:
        return None
