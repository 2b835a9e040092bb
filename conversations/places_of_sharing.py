"""Places about shares: those of the team, and the few that a guest has."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Sharing:
    """The question for how long the open screening, or one note about it, is shared."""

    note: int | None = None
    place: Literal["sharing"] = "sharing"


@dataclass(frozen=True, slots=True)
class ShareMade:
    """A share that was just made, by the hash of its link; the passcode is kept in no place."""

    hash: str
    place: Literal["share_made"] = "share_made"


@dataclass(frozen=True, slots=True)
class OpenShares:
    """A page of the shares that are open."""

    page: int = 0
    place: Literal["open_shares"] = "open_shares"


@dataclass(frozen=True, slots=True)
class ShareCard:
    """One share: who looked, what was replied, and its end."""

    share: int
    place: Literal["share_card"] = "share_card"


@dataclass(frozen=True, slots=True)
class GuestPasscode:
    """The question for the passcode, to somebody who opened the link of a share."""

    share: int
    place: Literal["guest_passcode"] = "guest_passcode"


@dataclass(frozen=True, slots=True)
class GuestScreening:
    """What a guest sees. `shown` is the hash of what the last view recorded showed, or nothing.

    Anything else than that is shown only once the guest asks for it, by another view.
    """

    share: int
    shown: str = ""
    place: Literal["guest_screening"] = "guest_screening"


@dataclass(frozen=True, slots=True)
class GuestReply:
    """A guest's own words to the author of the share."""

    share: int
    place: Literal["guest_reply"] = "guest_reply"


@dataclass(frozen=True, slots=True)
class GuestHelp:
    """What a guest can do, and the choice of a language."""

    share: int
    place: Literal["guest_help"] = "guest_help"


OfGuests = GuestPasscode | GuestScreening | GuestReply | GuestHelp
OfShares = ShareMade | OpenShares | ShareCard | OfGuests
"""Places that belong to no screening that the chat has open."""
