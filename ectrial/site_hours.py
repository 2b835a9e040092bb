"""When a phone may ring at a site: its zone, its quiet hours, and the time of its digest.

All is compared by the clock on the wall there, so a change of that clock moves nothing.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours of the night without a ring, from `begin` up to, but without, `end`.

    >>> night = Quiet(time(20), time(7, 30))
    >>> [night.covers(time(*each)) for each in ((19, 59), (20, 0), (0, 0), (7, 29), (7, 30))]
    [False, True, True, True, False]
    """

    begin: time
    end: time

    def covers(self, at: time) -> bool:
        """Whether this time of the day is quiet."""
        if self.begin < self.end:
            return self.begin <= at < self.end
        return at >= self.begin or at < self.end


@dataclass(frozen=True, slots=True)
class SiteHours:
    """The hours of one site; `country` is the one whose calendar tells its working days."""

    zone: tzinfo = UTC
    quiet: Quiet = Quiet(time(20), time(7, 30))
    digest: time = time(7, 45)
    country: str = ""

    def day(self, moment: datetime) -> date:
        """Give the day that a moment belongs to at the site."""
        return moment.astimezone(self.zone).date()

    def is_quiet(self, moment: datetime) -> bool:
        """Whether nothing may ring now."""
        return self.quiet.covers(moment.astimezone(self.zone).time())

    def is_digest_due(self, moment: datetime) -> bool:
        """Whether the time of today's digest has come."""
        return moment.astimezone(self.zone).time() >= self.digest

    def rings_at(self, moment: datetime) -> datetime:
        """Give when something meant for this moment rings: then, or at the end of the night."""
        if not self.is_quiet(moment):
            return moment
        # the end of the night comes twice where the clock is set back over it; one that the clock
        # jumps over may lie in the next night already, so the day after may be the first to ring
        days = (self.day(moment) + timedelta(days=ahead) for ahead in range(3))
        ends = (
            datetime.combine(day, self.quiet.end, self.zone).replace(fold=fold).astimezone(UTC)
            for day in days
            for fold in (0, 1)
        )
        return next(end for end in ends if end > moment and not self.is_quiet(end))
