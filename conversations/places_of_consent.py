"""Places at which the consent of a subject is looked at and recorded.

`back` is what came of the screening, or the enrolment for which a signature is lacking, if the
card was opened from there.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from conversations.places_of_what_follows import ParticipationCard, ParticipationDraft
from ectrial.record.consent import ConsentScope, ConsentState, WhyDeclined

FromWhat = Annotated[ParticipationCard | ParticipationDraft, Field(discriminator="place")] | None


@dataclass(frozen=True, slots=True)
class ConsentCard:
    """The present consent and what it may become."""

    back: FromWhat = None
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
    scope: ConsentScope = "this_trial"
    back: FromWhat = None
    place: Literal["consent_draft"] = "consent_draft"
