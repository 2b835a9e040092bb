"""Every place at which a chat can stand; each holds only what its card needs.

A stored place is read as a whole or rejected (`focus.py`). Its card is computed from the record.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from conversations.drafts import DayLines, Doubt, LabLine, Values
from conversations.places_of_consent import ConsentCard, ConsentDraft
from conversations.places_of_lists import ListDraft
from conversations.places_of_notes import MyNotes, OfNotes
from conversations.places_of_other_trials import OfOtherTrials
from conversations.places_of_own_words import NameAsked, WordsRead
from conversations.places_of_papers import OfPapers, WorksheetCard
from conversations.places_of_queries import (
    Asking,
    Changing,
    OpenItem,
    OpenItems,
    Raising,
    Reminding,
    RemindingOfAll,
    Saying,
    ToDo,
)
from conversations.places_of_sharing import OfShares, Sharing
from conversations.places_of_shifts import OfShifts
from conversations.places_of_signing import (
    AskInvestigator,
    Deviations,
    DeviationText,
    Returning,
    SigningCode,
    SignOff,
)
from conversations.places_of_the_team import OfTheTeam
from conversations.places_of_the_trial import OfTheTrial
from conversations.places_of_ward_rounds import AtABed, AtStop, OfWardRounds
from conversations.places_of_what_follows import OfWhatFollows
from conversations.places_outside import (
    Help,
    Home,
    Languages,
    NewSubject,
    OfTrials,
    Prove,
    Rescreen,
    Restoring,
    Screenings,
    SubjectCode,
)
from conversations.places_to_look_at import (
    Clearing,
    Failed,
    FailedText,
    ForwardText,
    More,
    Moving,
    OpenQuestions,
    Review,
    Sources,
    Unreadable,
    Verdict,
    Voiding,
)
from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `ticks` are the options ticked so far, `text` shows the protocol's words.

    A tick names an option of a list; on a card of several items it is `item:answer`.
    """

    id: str
    ticks: tuple[str, ...] | None = None
    text: bool = False
    place: Literal["question"] = "question"


@dataclass(frozen=True, slots=True)
class Limit:
    """The upper limit of a value that was just typed, or that was recorded without its limit."""

    question: str
    value: Values
    is_recorded: bool = False
    place: Literal["limit"] = "limit"


@dataclass(frozen=True, slots=True)
class Reading:
    """The choice between several possible meanings of a typed answer."""

    question: str
    line: LabLine
    place: Literal["reading"] = "reading"


@dataclass(frozen=True, slots=True)
class Report:
    """A report that was read: its labs, and the days that it names.

    `fixing` is the item being typed again, or "" while the person chooses it. `question` is the
    card on which the report was pasted. The text prints `sampled` as sampling days, `called` as
    days of something else, `days` without a label; `unclear`: a sampling day was not readable.
    The person chose `day`. `later` has the labs of further days, with a card each.
    """

    lines: tuple[LabLine, ...]
    days: tuple[date, ...] = ()
    fixing: str | None = None
    question: str | None = None
    sampled: tuple[date, ...] = ()
    called: tuple[tuple[str, date], ...] = ()
    unclear: bool = False
    day: date | None = None
    later: tuple[DayLines, ...] = ()
    place: Literal["report"] = "report"


@dataclass(frozen=True, slots=True)
class Hold:
    """Answers that need a decision before they are recorded, and the place they came from.

    "day" is a correction of the sampling day of recorded numbers. `anyway`: the person has seen
    the contradiction.
    """

    values: Values
    why: Literal["contradiction", "reason", "day"]
    back: "Back"
    anyway: bool = False
    place: Literal["hold"] = "hold"


@dataclass(frozen=True, slots=True)
class ReadBack:
    """Typed answers that may belong to another question: the person is asked first."""

    values: Values
    why: Doubt
    back: "Back"
    place: Literal["read_back"] = "read_back"


@dataclass(frozen=True, slots=True)
class SampleDays:
    """The day on which the sample was taken.

    `values` were typed and wait for their day; `of` names recorded numbers whose day changes.
    """

    back: "Back"
    values: Values | None = None
    of: tuple[str, ...] = ()
    place: Literal["sample_days"] = "sample_days"


@dataclass(frozen=True, slots=True)
class NotDone:
    """A command that was not carried out: the card takes no answer, one button leads back."""

    back: "Back | None" = None
    place: Literal["not_done"] = "not_done"


Differing = Literal["sex", "age"]


@dataclass(frozen=True, slots=True)
class Whose:
    """A typed text that names another subject on file, another sex or another age.

    `mine` and `theirs` are the labs read for either subject; words about the person are not kept.
    """

    other: ScreeningId | None
    differing: tuple[Differing, ...]
    mine: Report | None
    theirs: Report | None
    back: "Back | None"
    place: Literal["whose"] = "whose"


Back = Annotated[
    Question | Limit | Reading | Report | Failed | Verdict | OpenQuestions | Review | ListDraft,
    Field(discriminator="place"),
]
"""Places to which a person returns from another question."""

Draft = Annotated[Report | Whose, Field(discriminator="place")]
"""Labs that were read and are not recorded yet: they wait with their screening."""

Answering = Question | Limit | Reading | Report | Hold | ReadBack | SampleDays | ListDraft
"""Places at which one answer is given: the card from which it was opened is kept."""

Opener = Annotated[
    Verdict | OpenQuestions | Review | OpenItems | ToDo | AtStop, Field(discriminator="place")
]
"""Cards from which a question is opened, and to which its answer returns."""

WithoutScreening = (
    Home
    | Help
    | OfTrials
    | Languages
    | Screenings
    | SubjectCode
    | Rescreen
    | NewSubject
    | Restoring
    | Prove
    | NotDone
    | (ToDo | RemindingOfAll | MyNotes)
    | (OfTheTeam | OfTheTrial)
    | (OfShifts | OfShares | OfWardRounds | OfPapers)
)
"""Places that belong to no screening."""

OfScreening = (
    Answering
    | Whose
    | Failed
    | FailedText
    | Verdict
    | ForwardText
    | OpenQuestions
    | Review
    | More
    | Clearing
    | Voiding
    | Moving
    | Unreadable
    | Sources
    | (AskInvestigator | SignOff | SigningCode | Returning)
    | (Deviations | DeviationText | Sharing)
    | ConsentCard
    | ConsentDraft
    | (Asking | OpenItems | OpenItem | Changing | Saying | Reminding | Raising)
    | (NameAsked | WordsRead | OfNotes | OfWhatFollows | AtABed | OfOtherTrials | WorksheetCard)
)
"""Places of the screening that the chat has open."""

Place = WithoutScreening | OfScreening
