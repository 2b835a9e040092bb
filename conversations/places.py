"""Every place at which a chat can stand; each holds just what its card needs.

A place is read back whole or not at all (`focus.py`). Its card is computed anew from the record.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from conversations.drafts import DayLines, Doubt, LabLine, Values
from conversations.places_outside import (
    Help,
    Home,
    Languages,
    NewSubject,
    Rescreen,
    Restoring,
    Screenings,
    Study,
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
    Unreadable,
    Verdict,
    Voiding,
)
from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `ticks` are those set so far, `text` shows the protocol's own words.

    A tick is an option of a list, or on a card of several items `item:answer`.
    """

    id: str
    ticks: tuple[str, ...] | None = None
    text: bool = False
    place: Literal["question"] = "question"


@dataclass(frozen=True, slots=True)
class Limit:
    """The upper limit of a value that was just typed, or recorded without it."""

    question: str
    value: Values
    is_recorded: bool = False
    place: Literal["limit"] = "limit"


@dataclass(frozen=True, slots=True)
class Reading:
    """Which of several readings of a typed answer is meant."""

    question: str
    line: LabLine
    place: Literal["reading"] = "reading"


@dataclass(frozen=True, slots=True)
class Report:
    """A report that was read: its labs, and the days that it names.

    `fixing` is the item that is typed again, or empty while it is chosen. `question` is the card
    on which the report was pasted. `sampled` are printed as days of sampling, `called` as days of
    something else, `days` as neither. `unclear`: a day in the text could not be read for certain.
    `day` is the one that a person chose. `later` has the labs of further days, a card each.
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
    """Answers that are asked about before they are recorded, and the place they came from.

    "day": recorded numbers whose day of sampling is corrected. `anyway`: their contradiction was
    seen.
    """

    values: Values
    why: Literal["contradiction", "reason", "day"]
    back: "Back"
    anyway: bool = False
    place: Literal["hold"] = "hold"


@dataclass(frozen=True, slots=True)
class ReadBack:
    """Typed answers that may not be for the questions they would answer: asked first."""

    values: Values
    why: Doubt
    back: "Back"
    place: Literal["read_back"] = "read_back"


@dataclass(frozen=True, slots=True)
class SampleDays:
    """The day on which the sample was taken.

    `values` are typed and wait for their day; `of` are recorded numbers whose day changes.
    """

    back: "Back"
    values: Values | None = None
    of: tuple[str, ...] = ()
    place: Literal["sample_days"] = "sample_days"


@dataclass(frozen=True, slots=True)
class NotDone:
    """A command that was not carried out: no answer can be tapped, one button leads back."""

    back: "Back | None" = None
    place: Literal["not_done"] = "not_done"


Differing = Literal["sex", "age"]


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose a typed text is: it names another subject on file, another sex or another age.

    `mine` and `theirs` are what was read of it for either; what it said of the person is not kept.
    """

    other: ScreeningId | None
    differing: tuple[Differing, ...]
    mine: Report | None
    theirs: Report | None
    back: "Back | None"
    place: Literal["whose"] = "whose"


Back = Annotated[
    Question | Limit | Reading | Report | Failed | Verdict | OpenQuestions | Review,
    Field(discriminator="place"),
]
"""Places to come back to after a question aside."""

Draft = Annotated[Report | Whose, Field(discriminator="place")]
"""What was read and is not recorded yet: it waits with its screening."""

Answering = Question | Limit | Reading | Report | Hold | ReadBack | SampleDays
"""Places at which one answer is given: the card that it was opened from is kept."""

Opener = Annotated[Verdict | OpenQuestions | Review, Field(discriminator="place")]
"""Cards from which an answer is opened, and to which it leads back."""

WithoutScreening = (
    Home
    | Help
    | Study
    | Languages
    | Screenings
    | SubjectCode
    | Rescreen
    | NewSubject
    | Restoring
    | NotDone
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
)
"""Places of the screening that the chat has open."""

Place = WithoutScreening | OfScreening
