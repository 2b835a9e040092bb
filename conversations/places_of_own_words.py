"""The places between a typed text and its being recorded: is it a name, is it meant for this."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from conversations.places_of_notes import Replying, WritingNote
from conversations.places_of_queries import Raising, Saying
from conversations.places_of_sharing import GuestReply
from conversations.places_of_signing import DeviationText
from conversations.places_of_the_trial import (
    ActivationBack,
    AmendmentNumber,
    ClarifyingWords,
    StatusReason,
)
from conversations.places_of_what_follows import EnrolledAs

OutsideScreenings = StatusReason | AmendmentNumber | ActivationBack | ClarifyingWords
"""Those of them that belong to no screening."""
Typing = (Raising | Saying | DeviationText | WritingNote | Replying | EnrolledAs | GuestReply) | (
    OutsideScreenings
)
"""Places at which a person's own words are typed, to be recorded as they are."""
OwnWords = Annotated[Typing, Field(discriminator="place")]


@dataclass(frozen=True, slots=True)
class NameAsked:
    """The question whether a typed text holds a name; `message` is the text's, typed at `back`.

    The text itself is not kept here: it may be a name.
    """

    back: OwnWords
    message: int
    place: Literal["name_asked"] = "name_asked"


@dataclass(frozen=True, slots=True)
class WordsRead:
    """A typed text read back before it sets something going; `message` is the text's.

    The text itself is not kept here, as it may say who a person is all the same.
    """

    back: OwnWords
    message: int
    place: Literal["words_read"] = "words_read"


AskedAbout = NameAsked | WordsRead
"""Places of a text that is in memory alone."""
