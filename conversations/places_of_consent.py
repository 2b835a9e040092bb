"""Places at which the consent of a subject is looked at and recorded."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ectrial.record.consent import ConsentState, WhyDeclined


@dataclass(frozen=True, slots=True)
class ConsentCard:
    """The present consent and what it may become."""

    place: Literal["consent"] = "consent"


@dataclass(frozen=True, slots=True)
class ConsentDraft:
    """A state of consent that is being recorded: what was said of it so far.

    `since` is the entry of the consent that it replaces, so that nobody overwrites what a
    colleague has recorded meanwhile.
    """

    state: ConsentState
    since: int
    day: date | None = None
    version: str | None = None
    why: WhyDeclined | None = None
    place: Literal["consent_draft"] = "consent_draft"
