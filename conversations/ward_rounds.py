"""A ward round as a chat keeps it: whose beds a person goes to today, in what order, and where."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from ectrial.record.subjects import ScreeningId

MOST_STOPS = 40


@dataclass(frozen=True, slots=True)
class Stop:
    """One subject on a ward round.

    `picked` is the latest entry of the screening when it was picked. What others recorded after
    entry `seen`, since the moment `since`, is new to the person. The card of the present visit
    has shown all up to entry `shown`, which was the latest at `shown_at`.
    """

    screening: ScreeningId
    picked: int
    seen: int
    since: datetime
    shown: int
    shown_at: datetime

    def visited(self, upto: int, now: datetime, *, is_anew: bool) -> "Stop":
        """Give the stop with its card shown; a new visit begins where the one before ended."""
        seen, since = (self.shown, self.shown_at) if is_anew else (self.seen, self.since)
        return replace(self, seen=seen, since=since, shown=max(upto, self.shown), shown_at=now)


@dataclass(frozen=True, slots=True)
class WardRound:
    """The stops of one person on one day, in the order of the beds.

    `at` is where the person is, or was last; None before the first stop. `is_over`: the person
    has come to the end, and may still go back to each stop.
    """

    day: date
    stops: tuple[Stop, ...] = ()
    at: ScreeningId | None = None
    is_over: bool = False

    def index(self, screening: ScreeningId | None) -> int | None:
        """Give the place of a subject on the round, counted from 0; None if it is not on it."""
        names = [each.screening for each in self.stops]
        return names.index(screening) if screening in names else None

    def stop(self, screening: ScreeningId | None) -> Stop | None:
        """Give the stop of a subject."""
        index = self.index(screening)
        return None if index is None else self.stops[index]

    def with_stops(self, stops: Iterable[Stop], behind: ScreeningId | None = None) -> "WardRound":
        """Add stops at the end, or behind one of them; what is on the round stays where it is."""
        fresh = tuple(each for each in stops if self.index(each.screening) is None)
        index = self.index(behind)
        cut = len(self.stops) if index is None else index + 1
        return replace(self, stops=(*self.stops[:cut], *fresh, *self.stops[cut:])[:MOST_STOPS])

    def without(self, screening: ScreeningId) -> "WardRound":
        """Take a subject off; who stood there stands at the stop before, or has not begun."""
        index = self.index(screening)
        if index is None:
            return self
        left = (*self.stops[:index], *self.stops[index + 1 :])
        before = self.stops[index - 1].screening if index else None
        return replace(self, stops=left, at=before if self.at == screening else self.at)

    def moved_up(self, screening: ScreeningId) -> "WardRound":
        """Move a subject before the one above it."""
        index = self.index(screening)
        if not index:
            return self
        above, moved = self.stops[index - 1 : index + 1]
        return replace(
            self, stops=(*self.stops[: index - 1], moved, above, *self.stops[index + 1 :])
        )

    def at_stop(self, stop: Stop) -> "WardRound":
        """Give the round with the person at a stop, as that stop is now."""
        stops = tuple(stop if each.screening == stop.screening else each for each in self.stops)
        return replace(self, stops=stops, at=stop.screening, is_over=False)
