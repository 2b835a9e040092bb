"""The places of a chat about papers: the screening log of the chosen trial, and it as a file."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ectrial.record.exports import Recipient


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
    """The question for whom a file is wanted: of a period, or of one subject.

    `of` is the entry that opened the first screening of that subject.
    """

    since: date | None = None
    until: date | None = None
    of: int | None = None
    place: Literal["log_as_file"] = "log_as_file"


@dataclass(frozen=True, slots=True)
class ScreeningFunnel:
    """The counts of subjects, by the screenings opened from `since` until `until`."""

    since: date | None = None
    until: date | None = None
    place: Literal["screening_funnel"] = "screening_funnel"


@dataclass(frozen=True, slots=True)
class FileFormat:
    """The question in which format a file is wanted, once it is said for whom."""

    recipient: Recipient = "site"
    since: date | None = None
    until: date | None = None
    of: int | None = None
    place: Literal["file_format"] = "file_format"


@dataclass(frozen=True, slots=True)
class WorksheetOf:
    """The question of which subject the worksheet is wanted."""

    place: Literal["worksheet_of"] = "worksheet_of"


@dataclass(frozen=True, slots=True)
class WorksheetCard:
    """The worksheet of the open screening, and for whom it is wanted."""

    place: Literal["worksheet"] = "worksheet"


OfPapers = ScreeningLog | LogAsFile | FileFormat | ScreeningFunnel | WorksheetOf
