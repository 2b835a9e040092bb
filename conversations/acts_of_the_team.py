"""What the buttons about the team do; each pins the person and the last entry about the person.

Two administrators at once cannot overwrite each other unseen: after the first, the button of the
second is of a card that has moved on.
"""

from dataclasses import dataclass
from datetime import date

from ectrial.record.team import Role, Task


@dataclass(frozen=True, slots=True)
class SetTerms:
    """Change what a colleague may do, or until when."""

    person: int
    last: int
    role: Role
    tasks: tuple[Task, ...]
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Authorise:
    """Record the present terms anew, by the principal investigator."""

    person: int
    last: int


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a colleague out of the team; `work` is who takes the open work."""

    person: int
    last: int
    work: int | None


@dataclass(frozen=True, slots=True)
class ReportLost:
    """Report a colleague's phone as lost: who holds it must prove who it is."""

    person: int
    last: int


@dataclass(frozen=True, slots=True)
class SayFound:
    """Say that a colleague has the phone again, after the report that entry `report` made."""

    person: int
    report: int


@dataclass(frozen=True, slots=True)
class Enrol:
    """Give a colleague a new secret for an authenticator app; the picture goes to that chat."""

    person: int
    last: int


@dataclass(frozen=True, slots=True)
class BeAway:
    """Be away up to and including a day; `cover` is asked instead meanwhile."""

    person: int
    last: int
    until: date
    cover: int | None


@dataclass(frozen=True, slots=True)
class ComeBack:
    """End an absence."""

    person: int
    until: date


@dataclass(frozen=True, slots=True)
class MakeInvite:
    """Invite somebody under these terms; `name` is how colleagues will see the person."""

    name: str
    role: Role
    tasks: tuple[Task, ...]
    until: date | None


@dataclass(frozen=True, slots=True)
class WithdrawInvite:
    """Withdraw an invite that nobody has opened."""

    invite: int


@dataclass(frozen=True, slots=True)
class GiveLog:
    """Give the delegation log as a file."""


OfTheTeam = (SetTerms | Authorise | Remove | ReportLost | SayFound | Enrol) | (
    BeAway | ComeBack | MakeInvite | WithdrawInvite | GiveLog
)
