"""The places of a chat that belong to no screening; `places` has the union of all."""

from dataclasses import dataclass
from typing import Literal

from ectrial.record.entries import JSON
from ectrial.record.screenings import VALID, Wanted
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
    wanted: Wanted = VALID
    place: Literal["screenings"] = "screenings"


@dataclass(frozen=True, slots=True)
class SubjectCode:
    """A subject code is asked for; or sex and age of `subject`, whose code was read before."""

    subject: str = ""
    place: Literal["subject_code"] = "subject_code"


@dataclass(frozen=True, slots=True)
class Rescreen:
    """A subject on file: opened, or screened again when over; `answers` came with the code."""

    subject: str
    answers: dict[str, JSON]
    place: Literal["rescreen"] = "rescreen"


@dataclass(frozen=True, slots=True)
class NewSubject:
    """Whether a code that is not on file is a new subject's, or a slip for another's."""

    subject: str
    answers: dict[str, JSON]
    place: Literal["new_subject"] = "new_subject"


@dataclass(frozen=True, slots=True)
class Restoring:
    """Why an administrator restores what somebody else set aside, or set aside long ago."""

    screening: ScreeningId
    place: Literal["restoring"] = "restoring"
