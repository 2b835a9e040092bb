"""What a sponsor may see of a screening log: rows with signed consent, all others as counts.

Which screening a row repeats is not told: that one may be without consent, and it has failed.
A small count may tell of one patient, so counts below five are merged, and the merged count is
never below five either.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ectrial.papers.log import LogRow
from ectrial.record.exports import Export

LEAST: int = 5
MERGED = "MERGED"


def for_sponsor(rows: Iterable[LogRow], *, counts_others: bool = True) -> Iterator[LogRow]:
    """Give the rows of subjects whose signed consent stands, then the counts of all others.

    What was set aside is neither shown nor counted. `counts_others` as `may_count_others` says.
    """
    others: Counter[str] = Counter()
    last: LogRow | None = None
    for row in rows:
        if row.outcome == "VOIDED":
            continue
        if row.consent == "SIGNED":
            yield replace(row, rescreen_of="")
        else:
            others[row.outcome] += 1
            last = row
    if last is not None and counts_others:
        yield from _counted(others, last)


def may_count_others(export: Export) -> bool:
    """Whether a sponsor's paper has counts of those that it does not show.

    Not one about a single subject: that would tell of this one. Nor one of a period: subtracted
    from that of a longer one, it would give counts that may not be told.
    """
    return export.of is None and export.since is None and export.until is None


def _counted(others: Mapping[str, int], of: LogRow) -> Iterator[LogRow]:
    for outcome, count in merged(others).items():
        yield LogRow(
            study_id=of.study_id,
            site_id=of.site_id,
            outcome=outcome,  # type: ignore[arg-type]
            record_head=of.record_head,
            screenings_n=count if count >= LEAST else "<5",
        )


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
