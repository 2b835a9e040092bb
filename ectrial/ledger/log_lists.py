"""The screening log as a list on a phone: how many screenings have which outcome, and a page."""

from collections import Counter
from collections.abc import Mapping, Sequence

from ectrial.ledger.sqlite.connections import Shared
from ectrial.ledger.tables import entries, listed_by_day
from ectrial.papers.funnel import Standing
from ectrial.papers.outcomes import Outcome
from ectrial.record.entries import Kind
from ectrial.record.periods import Moments
from ectrial.record.subjects import ScreeningId


class LogLists:
    """Reads the list of screenings of a trial at a site by the day on which they were opened."""

    def __init__(self, shared: Shared, site: str, trial: str) -> None:
        self._shared, self._site, self._trial = shared, site, trial

    def outcomes(self, between: Moments = (None, None)) -> Mapping[Outcome, int]:
        """Count the screenings by what came of them."""
        found: Counter[Outcome] = Counter()
        with self._shared.reading() as connection:
            alike = listed_by_day.by_standing(connection, self._site, self._trial, between)
        for standing, number in alike.items():
            found[standing.outcome] += number
        return found

    def subjects_since(self, seq: int, kinds: Sequence[Kind]) -> frozenset[str]:
        """Name the subjects of the trial about whom something of some kinds was said since."""
        with self._shared.reading() as connection:
            said = [e.said for e in entries.of_kinds(connection, kinds, self._site, seq)]
        found = (each.screening for each in said if each.trial == self._trial)
        return frozenset(each.subject for each in found if each is not None)

    def persons(self, between: Moments = (None, None)) -> Mapping[Standing, int]:
        """Count the subjects by how they stand, as `funnel.persons` does from all rows."""
        with self._shared.reading() as connection:
            return listed_by_day.persons(connection, self._site, self._trial, between)

    def count(self, between: Moments = (None, None), part: str = "") -> int:
        """Count the screenings opened within a time, with a part of a code."""
        with self._shared.reading() as connection:
            return listed_by_day.count(connection, self._site, self._trial, between, part)

    def page(
        self, between: Moments = (None, None), part: str = "", limit: int = 8, offset: int = 0
    ) -> tuple[ScreeningId, ...]:
        """Name some of these screenings, the one opened last first."""
        with self._shared.reading() as connection:
            return listed_by_day.page(
                connection, self._site, self._trial, between, part, limit, offset
            )
