"""Places about how the trial is run at the site; none belongs to a screening.

`trial` and `before`, the last entry about it that a card knows, pin what is changed.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ectrial.record.conduct import Origin, State


@dataclass(frozen=True, slots=True)
class TrialStatusCard:
    """Whether the trial enrols, and what was recorded of that before."""

    place: Literal["trial_status"] = "trial_status"


@dataclass(frozen=True, slots=True)
class StatusDay:
    """The question from which day on enrolment is in this state."""

    trial: str
    state: State
    before: int
    place: Literal["status_day"] = "status_day"


@dataclass(frozen=True, slots=True)
class StatusReason:
    """The request to type why enrolment is in this state from this day on."""

    trial: str
    state: State
    day: date
    before: int
    place: Literal["status_reason"] = "status_reason"


@dataclass(frozen=True, slots=True)
class Amendment:
    """A version that is loaded beside the one in use, and the subjects for whom it differs."""

    page: int = 0
    place: Literal["amendment"] = "amendment"


@dataclass(frozen=True, slots=True)
class Activating:
    """A version about to be activated, as far as it was said; nothing is recorded yet.

    `before` is the last activation that the card knew.
    """

    trial: str
    version: str
    fingerprint: str
    before: int
    approved: date | None = None
    effective: date | None = None
    place: Literal["activating"] = "activating"


@dataclass(frozen=True, slots=True)
class AmendmentNumber:
    """The request to type the number of the amendment; it is the last thing to be said."""

    trial: str
    version: str
    fingerprint: str
    before: int
    approved: date
    effective: date
    signs_again: bool
    place: Literal["amendment_number"] = "amendment_number"


@dataclass(frozen=True, slots=True)
class ActivationBack:
    """The request to type why an activation, the entry of this number, is taken back."""

    trial: str
    version: str
    activation: int
    place: Literal["activation_back"] = "activation_back"


@dataclass(frozen=True, slots=True)
class SigningAgain:
    """The subjects who signed an earlier form, one page of screenings at a time."""

    page: int = 0
    place: Literal["signing_again"] = "signing_again"


@dataclass(frozen=True, slots=True)
class Readings:
    """One page of the readings of the protocol in use."""

    page: int = 0
    place: Literal["readings"] = "readings"


@dataclass(frozen=True, slots=True)
class ReadingCard:
    """One reading, with what was clarified about it."""

    reading: str
    place: Literal["reading_card"] = "reading_card"


@dataclass(frozen=True, slots=True)
class Clarifying:
    """A clarification about to be recorded: from whom, then of which day.

    `under` is the fingerprint of the version whose reading was shown, and `since` the last
    clarification of it that was: words typed after another one, or under another, are not taken.
    """

    trial: str
    reading: str
    under: str
    since: int
    origin: Origin | None = None
    place: Literal["clarifying"] = "clarifying"


@dataclass(frozen=True, slots=True)
class ClarifyingWords:
    """The request to type the words of a clarification, of what `Clarifying` names."""

    trial: str
    reading: str
    under: str
    since: int
    origin: Origin
    day: date
    place: Literal["clarifying_words"] = "clarifying_words"


OfTheTrial = (
    (TrialStatusCard | StatusDay | StatusReason)
    | (Amendment | Activating | AmendmentNumber | ActivationBack | SigningAgain)
    | (Readings | ReadingCard | Clarifying | ClarifyingWords)
)
CHANGING_IT = (
    *(StatusDay, StatusReason, Activating, AmendmentNumber, ActivationBack),
    *(Clarifying, ClarifyingWords),
)
"""Places of those who lead the trial; the whole team may look at the others."""
