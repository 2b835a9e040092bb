"""Places of a screening that take no answer, such as its verdict and its list of answers.

Each holds only what its card needs; `places.py` has those that take an answer.
"""

from dataclasses import dataclass
from typing import Literal

from ectrial.text import Language


@dataclass(frozen=True, slots=True)
class Failed:
    """The first failure, with the choice to stop or to continue."""

    place: Literal["failed"] = "failed"


@dataclass(frozen=True, slots=True)
class FailedText:
    """The protocol's own text of the failing criteria."""

    place: Literal["failed_text"] = "failed_text"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The present verdict."""

    place: Literal["verdict"] = "verdict"


@dataclass(frozen=True, slots=True)
class ForwardText:
    """The verdict as a text for the study team; without a language, in the person's own."""

    full: bool = False
    language: Language | None = None
    place: Literal["forward_text"] = "forward_text"


@dataclass(frozen=True, slots=True)
class OpenQuestions:
    """One page of failing and open questions that do not fit on the card of the verdict."""

    page: int = 0
    place: Literal["open_questions"] = "open_questions"


@dataclass(frozen=True, slots=True)
class Review:
    """One page of all answers."""

    page: int = 0
    place: Literal["review"] = "review"


@dataclass(frozen=True, slots=True)
class Sources:
    """The choice of the source where the answers are seen, opened from a question.

    `shown` has the entries of the answers on the card of the question.
    """

    question: str
    shown: tuple[int, ...] = ()
    place: Literal["sources"] = "sources"


@dataclass(frozen=True, slots=True)
class More:
    """Rarely needed actions."""

    place: Literal["more"] = "more"


@dataclass(frozen=True, slots=True)
class Clearing:
    """The confirmation of clearing: `all` answers, with a reason, or only the person's own."""

    all: bool = False
    place: Literal["clearing"] = "clearing"


@dataclass(frozen=True, slots=True)
class Voiding:
    """The reason why the screening is voided."""

    place: Literal["voiding"] = "voiding"


@dataclass(frozen=True, slots=True)
class Moving:
    """The question whether the screening moves to the present version of its protocol."""

    place: Literal["moving"] = "moving"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A screening that cannot be assessed: the card shows why and takes no answers."""

    place: Literal["unreadable"] = "unreadable"
