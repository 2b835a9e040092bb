"""Every place at which a chat can stand; each holds just what its card needs.

A place is read back whole or not at all (`focus.py`). Its card is computed anew from the record.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from conversations.drafts import LabLine, Values
from ectrial.record.entries import JSON
from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class Home:
    """Where everything begins."""

    place: Literal["home"] = "home"


@dataclass(frozen=True, slots=True)
class Help:
    """The commands in few words."""

    place: Literal["help"] = "help"


@dataclass(frozen=True, slots=True)
class Study:
    """The facts of the trial's listing."""

    place: Literal["study"] = "study"


@dataclass(frozen=True, slots=True)
class Languages:
    """The choice of a language."""

    place: Literal["languages"] = "languages"


@dataclass(frozen=True, slots=True)
class Screenings:
    """One page of the list, with the screenings that were on it when it was opened."""

    page: int = 0
    shown: tuple[ScreeningId, ...] = ()
    place: Literal["screenings"] = "screenings"


@dataclass(frozen=True, slots=True)
class SubjectCode:
    """A subject code is asked for."""

    place: Literal["subject_code"] = "subject_code"


@dataclass(frozen=True, slots=True)
class Rescreen:
    """Whether a subject whose screenings are over is screened again; `answers` came with /new."""

    subject: str
    answers: dict[str, JSON]
    place: Literal["rescreen"] = "rescreen"


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `ticks` are those set so far, `text` shows the protocol's own words."""

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
    on which the report was pasted.
    """

    lines: tuple[LabLine, ...]
    days: tuple[date, ...] = ()
    fixing: str | None = None
    question: str | None = None
    place: Literal["report"] = "report"


@dataclass(frozen=True, slots=True)
class Failed:
    """The first failure: to stop there, or to keep going."""

    place: Literal["failed"] = "failed"


@dataclass(frozen=True, slots=True)
class FailedText:
    """The protocol's own words for what fails."""

    place: Literal["failed_text"] = "failed_text"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict as it stands."""

    place: Literal["verdict"] = "verdict"


@dataclass(frozen=True, slots=True)
class OpenQuestions:
    """One page of the open questions that the verdict's card has no room for."""

    page: int = 0
    place: Literal["open_questions"] = "open_questions"


@dataclass(frozen=True, slots=True)
class Review:
    """One page of all answers."""

    page: int = 0
    place: Literal["review"] = "review"


@dataclass(frozen=True, slots=True)
class Hold:
    """Answers that are asked about before they are recorded, and the place they came from.

    `anyway`: their contradiction was seen.
    """

    values: Values
    why: Literal["contradiction", "reason"]
    back: "Back"
    anyway: bool = False
    place: Literal["hold"] = "hold"


@dataclass(frozen=True, slots=True)
class SampleDays:
    """The day on which the sample was taken."""

    back: "Back"
    place: Literal["sample_days"] = "sample_days"


@dataclass(frozen=True, slots=True)
class More:
    """What is seldom needed."""

    place: Literal["more"] = "more"


@dataclass(frozen=True, slots=True)
class Clearing:
    """Whether the answers of the screening are cleared."""

    place: Literal["clearing"] = "clearing"


@dataclass(frozen=True, slots=True)
class Voiding:
    """Why the screening is voided."""

    place: Literal["voiding"] = "voiding"


@dataclass(frozen=True, slots=True)
class Moving:
    """Whether the screening goes on under the present version of its protocol."""

    place: Literal["moving"] = "moving"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A screening that cannot be assessed: shown with the reason, never continued."""

    place: Literal["unreadable"] = "unreadable"


Back = Annotated[
    Question | Limit | Reading | Report | Failed | Verdict | OpenQuestions | Review,
    Field(discriminator="place"),
]
"""Places to come back to after a question aside."""

Answering = Question | Limit | Reading | Report | Hold | SampleDays
"""Places at which one answer is given: the page of the review it was opened from is kept."""

WithoutScreening = Home | Help | Study | Languages | Screenings | SubjectCode | Rescreen
"""Places that belong to no screening."""

OfScreening = (
    Answering
    | Failed
    | FailedText
    | Verdict
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
