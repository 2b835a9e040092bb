"""The places of a chat that are about the team; `places` has the union of all."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ectrial.record.team import Role, Task


@dataclass(frozen=True, slots=True)
class Team:
    """One page of the people of the team."""

    page: int = 0
    place: Literal["team"] = "team"


@dataclass(frozen=True, slots=True)
class Colleague:
    """One person of the team."""

    person: int
    place: Literal["colleague"] = "colleague"


@dataclass(frozen=True, slots=True)
class ChangingRole:
    """The choice of another role for a colleague."""

    person: int
    place: Literal["changing_role"] = "changing_role"


@dataclass(frozen=True, slots=True)
class LastDay:
    """The choice of a colleague's last day; `day` was typed."""

    person: int
    day: date | None = None
    place: Literal["last_day"] = "last_day"


@dataclass(frozen=True, slots=True)
class Naming:
    """The request for the name by which colleagues know a person, printed below signatures.

    `last` is the last entry about the person: a name says once more what terms they have.
    """

    person: int
    last: int = 0
    place: Literal["naming"] = "naming"


@dataclass(frozen=True, slots=True)
class Removing:
    """The question who takes the open work of a colleague who is removed."""

    person: int
    page: int = 0
    place: Literal["removing"] = "removing"


@dataclass(frozen=True, slots=True)
class LostPhone:
    """The question whether a colleague's phone is lost."""

    person: int
    place: Literal["lost_phone"] = "lost_phone"


@dataclass(frozen=True, slots=True)
class Enrolling:
    """The question whether a colleague gets a new secret for an authenticator app."""

    person: int
    place: Literal["enrolling"] = "enrolling"


@dataclass(frozen=True, slots=True)
class Leave:
    """The question until when a person is away, then who covers."""

    person: int
    until: date | None = None
    page: int = 0
    place: Literal["leave"] = "leave"


@dataclass(frozen=True, slots=True)
class InviteRole:
    """The choice of a role for somebody who is to be invited."""

    place: Literal["invite_role"] = "invite_role"


@dataclass(frozen=True, slots=True)
class InviteName:
    """The question for the name by which colleagues will know the invited person."""

    role: Role
    place: Literal["invite_name"] = "invite_name"


@dataclass(frozen=True, slots=True)
class Inviting:
    """An invite as it would be made."""

    name: str
    role: Role
    tasks: tuple[Task, ...]
    until: date | None = None
    place: Literal["inviting"] = "inviting"


@dataclass(frozen=True, slots=True)
class InviteLastDay:
    """The choice of the last day of somebody who is to be invited."""

    draft: Inviting
    place: Literal["invite_last_day"] = "invite_last_day"


@dataclass(frozen=True, slots=True)
class Invited:
    """An invite that was just made; the code is nowhere else, and gone with this card."""

    code: str
    place: Literal["invited"] = "invited"


@dataclass(frozen=True, slots=True)
class OpenInvite:
    """An invite that nobody has opened yet; its code is not known any more."""

    seq: int
    place: Literal["open_invite"] = "open_invite"


OfTheTeam = (Team | Colleague | ChangingRole | LastDay | Removing | LostPhone | Leave | Naming) | (
    Enrolling | InviteRole | InviteName | Inviting | InviteLastDay | Invited | OpenInvite
)
