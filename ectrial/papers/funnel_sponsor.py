"""What a sponsor may see of the funnel: those with signed consent, all others in merged cells.

The others stand in one table whose cells share nobody, so that no number of it less another tells
of a few. Those with signed consent a sponsor knows one by one.
"""

from collections import Counter
from collections.abc import Mapping

from ectrial.papers.funnel import Counts, Standing
from ectrial.papers.sponsor import merged

FAILED = "SCREEN_FAILURE:"
"""Stands before the first criterion that failed, in the name of a cell."""

Standings = Mapping[Standing, int]


def with_consent(standings: Standings) -> Standings:
    """Give those whose signed consent stands."""
    return {each: number for each, number in standings.items() if each.consent == "SIGNED"}


def others(standings: Standings) -> Counts:
    """Count all others by what came of them, and the failed by criterion; few are merged.

    Only if they are fewer than `LEAST` together, the one cell is as small.
    """
    cells: Counter[str] = Counter()
    for standing, number in standings.items():
        if standing.consent != "SIGNED":
            cells[_cell_of(standing)] += number
    return merged(cells)


def _cell_of(standing: Standing) -> str:
    if standing.outcome == "SCREEN_FAILURE":
        return FAILED + (standing.failing or ("",))[0]
    return standing.outcome
