"""All whom a sponsor does not see, as counts: the one way in which any paper tells of them.

They stand in cells that share nobody, so that no number of a paper less another tells of a few,
and every paper has the same cells: two that cut the same people differently could be subtracted.
A small count may tell of one patient, so cells below five are merged, and the merged one is never
below five either. Those with signed consent a sponsor knows one by one.
"""

from collections import Counter
from collections.abc import Mapping

from ectrial.papers.funnel import Counts, Standing

LEAST: int = 5
MERGED = "MERGED"
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


def merged(cells: Mapping[str, int]) -> dict[str, int]:
    """Merge the cells below `LEAST`, and the next smallest while their sum is below it.

    >>> merged({"SCREEN_FAILURE": 12, "DECLINED": 3, "OTHER": 1, "IN_SCREENING": 7})
    {'SCREEN_FAILURE': 12, 'MERGED': 11}
    >>> merged({"SCREEN_FAILURE": 12, "DECLINED": 5}), merged({"DECLINED": 2})
    ({'SCREEN_FAILURE': 12, 'DECLINED': 5}, {'MERGED': 2})
    """
    rest = sorted((count, cell) for cell, count in cells.items() if count)
    together = 0
    while rest and (rest[0][0] < LEAST or 0 < together < LEAST):
        together += rest.pop(0)[0]
    kept = {cell for _, cell in rest}
    found = {cell: count for cell, count in cells.items() if cell in kept}
    return {**found, MERGED: together} if together else found
