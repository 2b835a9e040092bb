"""The places of a chat that belong to no screening; `places` has the union of all."""

from dataclasses import dataclass
from typing import Literal

from ectrial.record.entries import JSON
from ectrial.record.screenings import VALID, Wanted
from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class Home:
    """The start of the dialogue, without a screening."""

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
class Trials:
    """The trials in which the person has a role."""

    place: Literal["trials"] = "trials"


@dataclass(frozen=True, slots=True)
class SimilarTrials:
    """One page of the person's trials that are similar to the chosen one."""

    page: int = 0
    place: Literal["similar_trials"] = "similar_trials"


OfTrials = Study | Trials | SimilarTrials
"""The chosen trial, and the person's others."""


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
    """A request for a subject code; or for sex and age if the code `subject` is known."""

    subject: str = ""
    place: Literal["subject_code"] = "subject_code"


@dataclass(frozen=True, slots=True)
class Rescreen:
    """A subject on file, to be opened or screened again; `answers` were typed with the code."""

    subject: str
    answers: dict[str, JSON]
    place: Literal["rescreen"] = "rescreen"


@dataclass(frozen=True, slots=True)
class NewSubject:
    """The question whether an unknown code is a new subject's, or a slip for a code on file."""

    subject: str
    answers: dict[str, JSON]
    place: Literal["new_subject"] = "new_subject"


@dataclass(frozen=True, slots=True)
class Restoring:
    """The question why an administrator restores what others, or anyone a day ago, set aside."""

    screening: ScreeningId
    place: Literal["restoring"] = "restoring"


@dataclass(frozen=True, slots=True)
class Prove:
    """The question for the six digits of the person's authenticator app.

    While a person has to prove who they are, this place stands before the one that is kept.
    """

    place: Literal["prove"] = "prove"
