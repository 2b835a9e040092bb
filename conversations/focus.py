"""Where a person's chat stands: parsed choices only, never a typed text."""

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
from conversations.places_of_consent import ConsentDraft
from conversations.places_of_lists import ListDraft
from conversations.places_of_notes import ListingWords, Replying, WritingNote
from conversations.places_of_own_words import NameAsked, Typing, WordsRead
from conversations.places_of_queries import Raising, Saying
from conversations.places_of_sharing import GuestReply
from conversations.places_of_signing import DeviationText
from conversations.places_of_the_trial import (
    ActivationBack,
    AmendmentNumber,
    ClarifyingWords,
    StatusReason,
)
from conversations.places_of_what_follows import Appointing, EnrolledAs, ParticipationDraft
from conversations.places_outside import Home
from conversations.ward_rounds import WardRound
from ectrial.record.entries import JSON
from ectrial.record.sources import Source
from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class SaidDay:
    """The sampling day that a person stated for one sitting with one screening."""

    screening: ScreeningId
    day: date
    at: datetime


@dataclass(frozen=True, slots=True)
class SaidSource:
    """Where a person said to see the answers, for one sitting with one screening."""

    screening: ScreeningId
    source: Source
    at: datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft that was left and waits with its screening; it is not dropped or shown elsewhere."""

    screening: ScreeningId
    place: Draft


@dataclass(frozen=True, slots=True)
class Aside:
    """The card beside which something is chosen, and that from which its question was opened."""

    place: Annotated[Place, Field(discriminator="place")]
    opener: Opener | None = None


def _several(kept: Any) -> Any:
    """Convert the single sitting that version 0.2.0 stored."""
    return () if kept is None else (kept,) if isinstance(kept, dict) else kept


@dataclass(frozen=True, slots=True)
class Focus:
    """The place of a chat, and beside it what lasts longer than one card.

    `screening` is the open screening. `sitting` has the stated days, `sources` the stated sources
    and `waiting` the drafts that were left, all latest first. `opener` is the card from which the
    present question was opened. `said` has messages for the next card only, and `said_upto` is the
    last entry that they know. `anew` marks a card that is shown again after another card, or after
    another screening. `told` is the latest entry about what the person has to do that the person
    has seen, `shift_told` that about shifts, `notes_told` that of a colleague about notes,
    `referral_told` that of the study's contact, and `share_told` that about shares of the person.
    `ward_round` is whom the person visits today. `aside` is where the choice of a language or a
    trial leads back to. `trial` and `elsewhere` are of chats that work in several trials
    (focus_by_trial.py).
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    place: Annotated[Place, Field(discriminator="place")] = field(default_factory=Home)
    screening: ScreeningId | None = None
    sitting: Annotated[tuple[SaidDay, ...], BeforeValidator(_several)] = ()
    waiting: tuple[Waiting, ...] = ()
    sources: tuple[SaidSource, ...] = ()
    opener: Opener | None = None
    said: tuple[str, ...] = ()
    said_upto: int | None = None
    anew: Literal["", "again", "switched"] = ""
    told: int = 0
    shift_told: int = 0
    notes_told: int = 0
    referral_told: int = 0
    share_told: int = 0
    ward_round: WardRound | None = None
    aside: Aside | None = None
    trial: str = ""
    elsewhere: dict[str, JSON] = field(default_factory=dict)

    def at(self, place: Place, **changes: Any) -> "Focus":
        """Go to a place; messages are dropped, and so is the opener unless an answer is asked."""
        opener = self.opener if isinstance(place, ANSWERING) else None
        return replace(
            self,
            **{
                "place": place,
                "said": (),
                "said_upto": None,
                "opener": opener,
                "anew": "",
                "aside": None,
                **changes,
            },
        )

    def saying(self, *said: str) -> "Focus":
        """Stay, and show a message on the card."""
        return replace(self, said=said, said_upto=None)


ANSWERING = get_args(Answering)
_FOCUS = TypeAdapter(Focus)


def asks(focus: Focus) -> str:
    """Name the question that a chat is asked: equal for one question about one screening.

    Where it is about none it is of the trial at hand: the same card of another asks another thing.
    """
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
        case ConsentDraft(state=what, day=day) | ParticipationDraft(what=what, day=day):
            about = [what, str(day)]
        case Appointing(since=since, day=day, at=at):
            about = [str(since), str(day), str(at)]
        case ListingWords(criterion=criterion, fingerprint=version):
            about = [criterion, version]
        case NameAsked(back=back) | WordsRead(back=back):
            about = [back.place, *_own_words_about(back)]
        case _ if isinstance(place, Typing):
            about = _own_words_about(place)
        case _:
            about = _of_a_list(place)
    named = (screening.trial, screening.name) if screening else (focus.trial, "")
    return " ".join((*named, place.place, *about))


def _of_a_list(place: Place) -> list[str]:
    """Name the thing of a list at hand, and what is said of it already."""
    if not isinstance(place, ListDraft):
        return []
    return [place.question, str(place.at), *sorted(place.thing or ())]


def _own_words_about(place: Typing) -> list[str]:
    """Name what own words are typed about, and who reads them."""
    match place:
        case Raising(question=about) | Saying(item=about):
            return [about]
        case WritingNote(about=about, readers=readers):
            seen = [place.fingerprint, str(place.answer)]
            return [about.what, about.of, str(about.span), readers, *seen]
        case Replying(note=note):
            return [str(note)]
        case EnrolledAs(day=day) | DeviationText(day=day):
            return [str(day)]
        case StatusReason(trial=trial, state=state, day=day):
            return [trial, state, str(day)]
        case ClarifyingWords(trial=trial, reading=reading, day=day):
            return [trial, reading, str(day)]
        case AmendmentNumber(trial=trial, version=version):
            return [trial, version]
        case ActivationBack(trial=trial, activation=activation):
            return [trial, str(activation)]
        case GuestReply(share=share):
            return [str(share)]


def dump(focus: Focus) -> JSON:
    """Give the JSON in which a chat keeps its focus."""
    return _FOCUS.dump_python(focus, mode="json")


def _since_0_2_0(kept: dict[str, JSON]) -> dict[str, JSON]:
    """Convert the page of the review; drop the day of each card, as it is asked for now."""
    page = kept["review"]
    opener = None if page is None else {"place": "review", "page": page}
    taken = {name: kept[name] for name in kept if name not in ("review", "told_day")}
    return {**taken, "opener": opener}


def load(kept: JSON) -> Focus | None:
    """Read a focus back; None if neither this version nor 0.2.0 wrote it."""
    if isinstance(kept, dict) and "review" in kept:
        kept = _since_0_2_0(kept)
    try:
        return _FOCUS.validate_python(kept)
    except ValidationError:
        return None
