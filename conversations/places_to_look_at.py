"""Places of a screening where nothing is answered: its verdict, its answers, what sets them aside.

Each holds just what its card needs; `places.py` has those that take an answer.
"""

from dataclasses import dataclass
from typing import Literal

from ectrial.text import Language


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
class ForwardText:
    """The verdict as a text for the study team; in the person's language if it names none."""

    full: bool = False
    language: Language | None = None
    place: Literal["forward_text"] = "forward_text"


@dataclass(frozen=True, slots=True)
class OpenQuestions:
    """One page of what fails or is open and the verdict's card has no room for."""

    page: int = 0
    place: Literal["open_questions"] = "open_questions"


@dataclass(frozen=True, slots=True)
class Review:
    """One page of all answers."""

    page: int = 0
    place: Literal["review"] = "review"


@dataclass(frozen=True, slots=True)
class More:
    """What is seldom needed."""

    place: Literal["more"] = "more"


@dataclass(frozen=True, slots=True)
class Clearing:
    """Whether answers of the screening are cleared; `all` of them, for a reason, or one's own."""

    all: bool = False
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
