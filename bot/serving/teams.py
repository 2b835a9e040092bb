"""The team of each trial: who has a role where, and in which trial a chat works."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from conversations.turning import digest_count
from ectrial.ledger.ledger import Ledger
from ectrial.record.team import Member, Team
from ectrial.site_hours import SiteHours
from ectrial.trial.versions import Trials


class Seat(NamedTuple):
    """One person in the team of one trial."""

    team: Team
    member: Member


Seats = Mapping[str, Seat]
"""The trials in which a person has a role, in the order in which they are loaded."""


class Teams:
    """Reads each trial's team, with the administrators of the settings, who are of all."""

    def __init__(self, ledger: Ledger, trials: Trials, admins: frozenset[int]) -> None:
        self._ledger, self._trials, self._admins = ledger, trials, admins
        self._known: dict[str, tuple[Team, Team]] = {}

    @property
    def trials(self) -> tuple[str, ...]:
        """The trials that are loaded, the default first."""
        return self._trials.ids

    def of(self, trial: str) -> Team:
        """Give the team of a trial; a turn asks a dozen times, and the record says the same."""
        recorded = self._ledger.of(trial).team()
        known = self._known.get(trial)
        if known is None or known[0] is not recorded:
            known = self._known[trial] = recorded, recorded.with_admins(self._admins)
        return known[1]

    def all(self) -> Iterator[tuple[str, Team]]:
        """Give the team of every trial that is loaded."""
        return ((trial, self.of(trial)) for trial in self.trials)

    def seats(self, person: int, day: date) -> Seats:
        """Give the person's seat in each trial in which they have a role on this day."""
        found = ((trial, team, team.member(person, day)) for trial, team in self.all())
        return {trial: Seat(team, member) for trial, team, member in found if member is not None}

    def of_person(self, person: int, day: date) -> tuple[str, ...]:
        """Give the trials in which a person has a role on this day."""
        return tuple(self.seats(person, day))

    def chosen(self, own: Seats, *wanted: str | None) -> str:
        """Give the first of the wanted trials in which a person has a role; else their first.

        Whoever has none is of the default trial, in which they have no rights either.
        """
        found = (each for each in wanted if each is not None and each in own)
        return next(found, next(iter(own), self.trials[0]))

    def work(self, person: int, day: date, hours: SiteHours) -> int:
        """Count what a person hears of on a morning, in all trials of theirs."""
        return sum(
            digest_count(self._ledger.of(trial), self._trials, self.of(trial), person, day, hours)
            for trial in self.of_person(person, day)
        )
