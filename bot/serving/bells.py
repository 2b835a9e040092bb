"""Adds what is to ring a phone, within the turn that wants it; `reminders` rings it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from conversations.turn import Turn
from ectrial.ledger.due_rows import DueRows
from ectrial.site_hours import SiteHours

BESIDE: Final = "practice-"
"""Stands before the matters of practice beside the real record, whose numbers are others."""


@dataclass(frozen=True, slots=True)
class Bells:
    """Keeps the promise of at most one ring a person and day that nobody asked for."""

    due: DueRows
    hours: SiteHours

    def take(self, turn: Turn, person: int, now: datetime, *, is_practice: bool) -> None:
        """Add what a turn wants, in its transaction; practice concerns no colleague."""
        of = BESIDE if is_practice else ""
        for colleague in () if is_practice else set(turn.pushes) - {person}:
            self.push(colleague, now)
        for each in turn.reminders:
            if each.at is None:
                self.due.drop(person, f"{of}{each.about}")
            else:
                self.remind(person, f"{of}{each.about}", each.at)
        for about in turn.over:
            self.due.drop_all(f"{of}{about}")

    def reminders(self, person: int, now: datetime, *, is_practice: bool) -> dict[str, datetime]:
        """Give when a person will be reminded of what in this record."""
        coming = {about: at for about, at in self.due.reminders(person).items() if at > now}
        of = BESIDE if is_practice else ""
        return {
            about.removeprefix(of): at
            for about, at in coming.items()
            if about.startswith(BESIDE) == is_practice
        }

    def remind(self, person: int, about: str, at: datetime) -> datetime:
        """Remind a person of a matter at the time they chose last; give when it will ring."""
        self.due.drop(person, about)
        self.due.add(person, "reminder", about, self.hours.day(at), at)
        return self.hours.rings_at(at)

    def may_push(self, person: int, now: datetime) -> bool:
        """Whether a person may be rung for something that they did not ask for."""
        is_taken = person in self.due.unasked(self.hours.day(now))
        return not is_taken and not self.hours.is_quiet(now)

    def push(self, person: int, now: datetime) -> bool:
        """Ring a person for news if that may be; if not, the card has its button silently."""
        return self.may_push(person, now) and self.due.add(
            person, "news", "", self.hours.day(now), now
        )
