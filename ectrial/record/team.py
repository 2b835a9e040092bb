"""The people of a trial at a site: their roles and tasks, absences, and open invites."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from hmac import compare_digest
from typing import Any, Literal, get_args

Role = Literal["admin", "principal", "investigator", "coordinator", "monitor"]
Task = Literal["screen", "consent", "confirm", "export"]
ROLES: tuple[Role, ...] = get_args(Role)
TASKS: tuple[Task, ...] = get_args(Task)

LEADERS: tuple[Role, ...] = ("admin", "principal")
"""The roles that keep the team."""

TASKS_OF: Mapping[Role, tuple[Task, ...]] = {
    "admin": ("screen", "consent", "export"),
    "principal": ("screen", "consent", "confirm", "export"),
    "investigator": ("screen", "consent", "confirm", "export"),
    "coordinator": ("screen", "consent", "export"),
    "monitor": (),
}
"""The tasks that a role may be given; before version 0.5.0 everybody had all of the role."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a membership allows: the role, its tasks, and its first and last day."""

    role: Role
    tasks: tuple[Task, ...]
    since: date | None = None
    until: date | None = None

    @classmethod
    def of(cls, role: Role) -> "Terms":
        """Give the terms of a role with all its tasks and no last day."""
        return cls(role, TASKS_OF[role])

    @property
    def value(self) -> dict[str, Any]:
        """The terms as JSON, for an entry."""
        return {
            "role": self.role,
            "tasks": list(self.tasks),
            "since": self.since and self.since.isoformat(),
            "until": self.until and self.until.isoformat(),
        }

    def holds_on(self, day: date) -> bool:
        """Whether the membership has begun and has not ended on this day."""
        return (self.since or day) <= day <= (self.until or day)


@dataclass(frozen=True, slots=True)
class Away:
    """An absence up to and including a day; `cover` is who is asked instead meanwhile."""

    until: date
    cover: int | None


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the team. `name` is how colleagues know the person, or nothing.

    `by` and `by_role` tell who recorded the present terms, at `at_utc` with entry `seq`. `last`
    is the last entry of the team about the person: what a button changes is pinned to it. A guest
    is nobody of the team, and has none of the rights of the role that stands here.
    """

    person: int
    terms: Terms
    name: str = ""
    by: int = 0
    by_role: str = ""
    at_utc: datetime | None = None
    seq: int = 0
    is_trained: bool = False
    away: Away | None = None
    last: int = 0
    is_guest: bool = False

    @property
    def role(self) -> Role:
        """The role of the person."""
        return self.terms.role

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks of the person."""
        return self.terms.tasks

    @property
    def may_export(self) -> bool:
        """Whether the person may give something to others than the team; a monitor may not."""
        return "export" in self.tasks and self.role != "monitor"

    @property
    def is_authorised(self) -> bool:
        """Whether the principal investigator recorded the present terms, or is the person."""
        return "principal" in (self.by_role, self.role)

    def is_away_on(self, day: date) -> bool:
        """Whether the person is away on this day."""
        return self.away is not None and day <= self.away.until


@dataclass(frozen=True, slots=True)
class Invite:
    """An invitation not used yet; the record holds only the hash of its code."""

    seq: int
    hash: str
    terms: Terms
    name: str
    expires_at: datetime
    by: int
    by_role: str


@dataclass(frozen=True, slots=True)
class Team:
    """The people of one trial at one site, as the last entries say.

    `trained` and `absences` are of anybody, as administrators of the settings have no entries.
    `past` has those who left, so that what they did or were asked still names them.
    """

    members: Mapping[int, Member] = field(default_factory=dict)
    invites: Mapping[int, Invite] = field(default_factory=dict)
    trained: frozenset[int] = frozenset()
    absences: Mapping[int, Away] = field(default_factory=dict)
    past: Mapping[int, Member] = field(default_factory=dict)
    made: frozenset[str] = frozenset()
    """The hash of every invite that was ever made, also of those that nobody can open any more."""

    def with_admins(self, admins: frozenset[int]) -> "Team":
        """Give the team with the administrators of the settings, whatever the record says."""
        terms = Terms.of("admin")
        named = {
            each: replace(self.members.get(each) or self._unrecorded(each), terms=terms)
            for each in sorted(admins)
        }
        return replace(self, members={**named, **self.members, **named}) if named else self

    def _unrecorded(self, person: int) -> Member:
        is_trained, away = person in self.trained, self.absences.get(person)
        return Member(person, Terms.of("admin"), is_trained=is_trained, away=away)

    def member(self, person: int, day: date) -> Member | None:
        """Give a person whose membership holds on this day."""
        found = self.members.get(person)
        return found if found is not None and found.terms.holds_on(day) else None

    def present(self, day: date) -> tuple[Member, ...]:
        """Give everybody whose membership holds on this day, in the order of their joining."""
        return tuple(each for each in self.members.values() if each.terms.holds_on(day))

    def asked_instead_of(self, person: int, day: date) -> int:
        """Give who is asked on this day in place of a person who is away; else the person."""
        passed: set[int] = set()
        while (found := self.members.get(person)) is not None and person not in passed:
            passed.add(person)
            away = found.away if found.is_away_on(day) else None
            if away is None or away.cover is None or self.member(away.cover, day) is None:
                break
            person = away.cover
        return person

    def invite(self, hash_: str, now: datetime) -> Invite | None:
        """Give the unused invite with this hash that has not expired.

        Whoever made it must still lead the team. Every invite is compared to its end: the time it
        takes tells nothing of a hash.
        """
        found = [each for each in self.invites.values() if compare_digest(each.hash, hash_)]
        return next((each for each in found if self._stands(each, now)), None)

    def _stands(self, invite: Invite, now: datetime) -> bool:
        by = self.member(invite.by, now.date())
        return now < invite.expires_at and by is not None and by.role in LEADERS

    def lasts(self, admins: frozenset[int], without: int | None = None) -> bool:
        """Whether an administrator stays: one of the settings, or one without a last day.

        `without` is somebody who goes.
        """
        others = (each for each in self.members.values() if each.person != without)
        return bool(admins) or any(
            each.role == "admin" and each.terms.until is None for each in others
        )
