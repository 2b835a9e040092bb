"""The screening log as a list on a phone: how many screenings have which outcome, and a page."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from ectrial.ledger.sqlite.connections import Shared
from ectrial.ledger.tables import listed_by_day
from ectrial.ledger.tables.fold_cache import FoldCache
from ectrial.ledger.tables.paper_rows import Moments
from ectrial.papers.outcomes import Outcome, outcome_by
from ectrial.record.entries import Entry
from ectrial.record.subjects import ScreeningId
from ectrial.record.taking_part import NOTHING, OF_TAKING_PART, Said

Fold = Callable[[Iterable[Entry], Said], Said]


class LogLists:
    """Reads the list of screenings of a trial at a site by the day on which they were opened.

    `fold` is `fold_taking_part`, for the entries of the trial alone.
    """

    def __init__(self, shared: Shared, site: str, trial: str, fold: Fold) -> None:
        self._shared, self._site, self._trial = shared, site, trial
        nobody: Said = {}
        self._taking_part = FoldCache(site, OF_TAKING_PART, fold, nobody, "who takes part")

    def outcomes(self, between: Moments = (None, None)) -> Mapping[Outcome, int]:
        """Count the screenings by what came of them; it takes longer the more there are."""
        found: Counter[Outcome] = Counter()
        with self._shared.reading() as connection:
            said = self._taking_part.state(connection)
            for id_, status, verdict in listed_by_day.decided(
                connection, self._site, self._trial, between
            ):
                each = said.get(id_, NOTHING)
                if status == "voided":
                    found["VOIDED"] += 1
                else:
                    found[outcome_by(verdict, each.consent, each.approach, each.enrolment)] += 1
        return found

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
