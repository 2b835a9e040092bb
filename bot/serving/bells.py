"""Adds what is to ring a phone, within the turn that wants it; `reminders` rings it."""

from dataclasses import dataclass
from datetime import datetime

from ectrial.ledger.due_rows import DueRows
from ectrial.site_hours import SiteHours


@dataclass(frozen=True, slots=True)
class Bells:
    """Keeps the promise of at most one ring a person and day that nobody asked for."""

    due: DueRows
    hours: SiteHours

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
