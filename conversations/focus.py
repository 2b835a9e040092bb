"""Where a person's chat stands: parsed choices only, never what was typed."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError

from conversations.places import (
    Answering,
    Draft,
    Hold,
    Limit,
    Opener,
    Place,
    Question,
    ReadBack,
    Reading,
    Report,
    SampleDays,
)
from conversations.places_outside import Home
from ectrial.record.entries import JSON
from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class SaidDay:
    """The day of the samples of one sitting with one screening, as a person said."""

    screening: ScreeningId
    day: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft that was left and waits with its screening: never dropped, never shown elsewhere."""

    screening: ScreeningId
    place: Draft


def _several(kept: Any) -> Any:
    """Take up the one sitting that version 0.2.0 kept."""
    return () if kept is None else (kept,) if isinstance(kept, dict) else kept


@dataclass(frozen=True, slots=True)
class Focus:
    """The place of a chat, and beside it what outlives a card.

    `screening` is the one that is open here. `sitting` has the days said, the latest first, and
    `waiting` the drafts that were left, the latest first. `opener` is the card that an answer was
    opened from. `said` is told once, on the next card. `anew` tells a card shown again after
    something else, or after another screening.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    place: Annotated[Place, Field(discriminator="place")] = field(default_factory=Home)
    screening: ScreeningId | None = None
    sitting: Annotated[tuple[SaidDay, ...], BeforeValidator(_several)] = ()
    waiting: tuple[Waiting, ...] = ()
    opener: Opener | None = None
    said: tuple[str, ...] = ()
    anew: Literal["", "again", "switched"] = ""

    def at(self, place: Place, **changes: Any) -> "Focus":
        """Go to a place; what was said goes, and the opener unless still answering."""
        opener = self.opener if isinstance(place, ANSWERING) else None
        return replace(
            self, **{"place": place, "said": (), "opener": opener, "anew": "", **changes}
        )

    def saying(self, *said: str) -> "Focus":
        """Stay, and say something on the card."""
        return replace(self, said=said)


ANSWERING = get_args(Answering)
_FOCUS = TypeAdapter(Focus)


def asks(focus: Focus) -> str:
    """Name what a chat is asked: the same while it is one question about one screening."""
    place = focus.place
    screening = focus.screening
    match place:
        case Question(id=question) | Limit(question=question) | Reading(question=question):
            about = [question]
        case Report(fixing=fixing):
            about = [fixing or ""]
        case Hold(values=values) | ReadBack(values=values):
            about = sorted(values)
        case SampleDays(values=values, of=of):
            about = sorted(values or of)
        case _:
            about = []
    named = (screening.trial, screening.name) if screening else ("", "")
    return " ".join((*named, place.place, *about))


def dump(focus: Focus) -> JSON:
    """Give the JSON in which a chat keeps its focus."""
    return _FOCUS.dump_python(focus, mode="json")


def _since_0_2_0(kept: dict[str, JSON]) -> dict[str, JSON]:
    """Take up the page of the review; the day of each card goes: one is asked for now."""
    page = kept["review"]
    opener = None if page is None else {"place": "review", "page": page}
    taken = {name: kept[name] for name in kept if name not in ("review", "told_day")}
    return {**taken, "opener": opener}


def load(kept: JSON) -> Focus | None:
    """Read a focus back; None for one that neither this version nor 0.2.0 wrote."""
    if isinstance(kept, dict) and "review" in kept:
        kept = _since_0_2_0(kept)
    try:
        return _FOCUS.validate_python(kept)
    except ValidationError:
        return None
