"""The screening log as a list on a phone: how many screenings have which outcome, and a page."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from ectrial.ledger.sqlite.connections import Shared
from ectrial.ledger.tables import listed_by_day
from ectrial.ledger.tables.fold_cache import FoldCache
from ectrial.ledger.tables.listed_by_day import Listed
from ectrial.ledger.tables.paper_rows import Moments
from ectrial.papers.outcomes import Outcome, outcome_by
from ectrial.record.entries import Entry
from ectrial.record.subjects import ScreeningId
from ectrial.record.taking_part import NOTHING, OF_TAKING_PART, Said, TakingPart

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
        """Count the screenings by what came of them.

        Those of which nothing but a verdict was said are counted by the database, in one look.
        """
        found: Counter[Outcome] = Counter()
        of = self._site, self._trial
        with self._shared.reading() as connection:
            alike = listed_by_day.by_verdict(connection, *of, between)
            for id_, each in self._taking_part.state(connection).items():
                listed = listed_by_day.verdict_of(connection, id_, between)
                if listed is not None and (id_.site, id_.trial) == of:
                    alike[listed] -= 1
                    found[_outcome(listed, each)] += 1
        for listed, count in alike.items():
            found[_outcome(listed, NOTHING)] += count
        return +found

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


def _outcome(listed: Listed, said: TakingPart) -> Outcome:
    status, verdict = listed
    if status == "voided":
        return "VOIDED"
    return outcome_by(verdict, said.consent, said.approach, said.enrolment)
