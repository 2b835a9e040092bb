"""The audit trail of a job: the entries that it is about, and what each says."""

from collections.abc import Iterator
from dataclasses import replace

from bot.papers.job import PaperJob
from ectrial.papers.practice import practised
from ectrial.papers.trail import Trail, TrailRow, or_none, trail_csv
from ectrial.papers.trail_subjects import subject_of
from ectrial.record.entries import Entry, Kind
from ectrial.record.linked import Linked


def trail_lines(job: PaperJob) -> Iterator[bytes]:
    """Give the trail as CSV; a period has the entries that were recorded in it."""
    words = job.words()
    trail = Trail(
        *(job.source.of_screening, words, job.export.recipient),
        stands=job.stands,
        before=_before(job),
        entry_at=job.source.entry,
    )
    rows = or_none(trail.rows(_entries(job)), words)
    return trail_csv(map(_marked, rows) if job.is_practice else rows)


def _marked(row: TrailRow) -> TrailRow:
    """Mark who recorded it: every row has that cell, and nobody reads the trail without it."""
    return replace(row, actor_name=practised(row.actor_name))


def _before(job: PaperJob) -> Iterator[Entry]:
    """Give what stood before the first day of the job beside the screenings."""
    since, _ = job.moments
    return iter(()) if since is None or job.export.of else job.source.of_no_screening(since)


def _entries(job: PaperJob) -> Iterator[Linked]:
    source, export = job.source, job.export
    subject = None if export.of is None else source.opened_by(export.of)
    for linked in source.chained(job.moments):
        if subject is not None and subject_of(linked.entry, source.entry) != subject:
            job.look()
            continue
        if linked.entry.said.kind is Kind.OPENED:
            job.passing()
        yield linked
