"""Places about a patient's screenings in other trials of the person."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class OtherTrials:
    """What links the subject to other trials, what these offer, and which are not excluded."""

    place: Literal["other_trials"] = "other_trials"


@dataclass(frozen=True, slots=True)
class LinkingCode:
    """The question which code the same patient has in another trial; without one, in which."""

    trial: str
    place: Literal["linking_code"] = "linking_code"


@dataclass(frozen=True, slots=True)
class LinkAsked:
    """The two subjects side by side, before they are said to be the same patient."""

    trial: str
    subject: str
    place: Literal["link_asked"] = "link_asked"


@dataclass(frozen=True, slots=True)
class UnlinkAsked:
    """The question whether two linked subjects are different patients after all."""

    trial: str
    subject: str
    place: Literal["unlink_asked"] = "unlink_asked"


OfOtherTrials = OtherTrials | LinkingCode | LinkAsked | UnlinkAsked
