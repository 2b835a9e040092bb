"""The places of a chat about papers: the screening log of the chosen trial, and it as a file."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class ScreeningLog:
    """One page of the log: of screenings opened from `since` until `until`, with a part of a code.

    Without these days it goes back to the first, and up to the last.
    """

    page: int = 0
    since: date | None = None
    until: date | None = None
    part: str = ""
    place: Literal["screening_log"] = "screening_log"


@dataclass(frozen=True, slots=True)
class LogAsFile:
    """The question for whom the log of a period is wanted as a file, and in which format."""

    since: date | None = None
    until: date | None = None
    place: Literal["log_as_file"] = "log_as_file"


@dataclass(frozen=True, slots=True)
class ScreeningFunnel:
    """The counts of subjects, by the screenings opened from `since` until `until`."""

    since: date | None = None
    until: date | None = None
    place: Literal["screening_funnel"] = "screening_funnel"


OfPapers = ScreeningLog | LogAsFile | ScreeningFunnel
