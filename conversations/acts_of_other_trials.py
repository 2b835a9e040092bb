"""What buttons about other trials do; each pins the screenings or answers it names."""

from dataclasses import dataclass

from ectrial.record.links import Compared
from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class OpenElsewhere:
    """Open a screening of the same patient in another trial, and say so in both."""

    screening: ScreeningId
    seq: int
    there: ScreeningId


@dataclass(frozen=True, slots=True)
class GoThere:
    """Change to another trial, to a screening on file."""

    there: ScreeningId


@dataclass(frozen=True, slots=True)
class Link:
    """Say that two subjects are the same patient, with sex and age shown as they compare."""

    screening: ScreeningId
    seq: int
    there: ScreeningId
    seq_there: int
    compared: Compared


@dataclass(frozen=True, slots=True)
class Unlink:
    """Say that two linked subjects are different patients."""

    screening: ScreeningId
    seq: int
    there: ScreeningId
    pair: str


@dataclass(frozen=True, slots=True)
class UseAnswers:
    """Use exactly these answers: of each item, the entry that gave it there."""

    screening: ScreeningId
    seq: int
    there: ScreeningId
    answers: tuple[tuple[str, int], ...]


OfOtherTrials = OpenElsewhere | GoThere | Link | Unlink | UseAnswers
