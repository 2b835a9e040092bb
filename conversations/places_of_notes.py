"""Places about notes: their lists, one with its thread, and the way to a new one."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from ectrial.record.notes import About, Readers


@dataclass(frozen=True, slots=True)
class NoteList:
    """One page of the notes of a screening; with a question, of what that asks alone.

    `review` is the page of the answers from which it was opened, if it was.
    """

    page: int = 0
    question: str | None = None
    review: int | None = None
    place: Literal["note_list"] = "note_list"


@dataclass(frozen=True, slots=True)
class MyNotes:
    """One page of the notes that concern the person, of all screenings."""

    page: int = 0
    place: Literal["my_notes"] = "my_notes"


Lists = Annotated[NoteList | MyNotes, Field(discriminator="place")]


@dataclass(frozen=True, slots=True)
class OneNote:
    """One note and its thread; `back` is the list from which it was opened."""

    note: int
    back: Lists
    place: Literal["one_note"] = "one_note"


@dataclass(frozen=True, slots=True)
class AboutWhat:
    """The question what a note is about; from the list of a question, what of that."""

    back: NoteList = field(default_factory=NoteList)
    place: Literal["about_what"] = "about_what"


@dataclass(frozen=True, slots=True)
class OfWhich:
    """The choice of the answer, of the criterion, or of the criterion whose words are meant."""

    what: Literal["answer", "criterion", "words"]
    page: int = 0
    back: NoteList = field(default_factory=NoteList)
    place: Literal["of_which"] = "of_which"


@dataclass(frozen=True, slots=True)
class ListingWords:
    """The choice of words of a criterion's verbatim text, which may be typed as well.

    `fingerprint` is that of the protocol version whose words the card shows.
    """

    criterion: str
    fingerprint: str = ""
    back: NoteList = field(default_factory=NoteList)
    place: Literal["listing_words"] = "listing_words"


@dataclass(frozen=True, slots=True)
class WritingNote:
    """A note is typed; who will read it is chosen before.

    `fingerprint` is that of the version that its card quotes, `answer` the entry of the answer
    that it shows: what is typed is about that one.
    """

    about: About
    fingerprint: str = ""
    answer: int | None = None
    readers: Readers = "author"
    back: NoteList = field(default_factory=NoteList)
    place: Literal["writing_note"] = "writing_note"


@dataclass(frozen=True, slots=True)
class Replying:
    """A reply is typed; `seq` is the last line of the thread when it was asked for."""

    note: int
    seq: int
    back: Lists
    place: Literal["replying"] = "replying"


OfNotes = NoteList | OneNote | AboutWhat | OfWhich | ListingWords | WritingNote | Replying
"""Places about the notes of the screening that the chat has open."""
