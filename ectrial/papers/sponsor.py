"""What a sponsor may see: screenings with signed consent, all others as counts of subjects.

Of a subject whose consent stands a sponsor knows exactly the screenings in which it is signed, and
counts it by these: what is hidden of it decides nothing in any paper. Which screening a row
repeats is not told: that one may be without consent, and it has failed.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ectrial.papers.funnel import Counts, Persons
from ectrial.papers.log import LogRow
from ectrial.papers.others import FAILED, LEAST, others
from ectrial.record.exports import Export

OfPerson = Callable[[LogRow], LogRow]
"""Gives a row with the consent of the subject over all screenings."""


def is_known(*, is_signed: bool, is_voided: bool, stands: bool) -> bool:
    """Whether a sponsor knows of a screening: every paper asks this, and nothing else.

    `is_signed`: consent, in this screening. `stands`: that of the subject, over all screenings.
    """
    return is_signed and stands and not is_voided


def counting(rows: Iterable[LogRow], of_person: OfPerson) -> Iterator[LogRow]:
    """Give the rows by which a sponsor's paper counts, each with the consent of the subject."""
    for row in rows:
        person = of_person(row)
        if _is_shown(row, person) or not _stands(person):
            yield person


def for_sponsor(
    rows: Iterable[LogRow], of_person: OfPerson, *, counts_others: bool = True
) -> Iterator[LogRow]:
    """Give the rows that a sponsor knows, then the counts of all others.

    What was set aside is neither shown nor counted. Others are counted as the funnel does: each
    subject once. `counts_others` as `may_count_others` says. Consent is that of the person, over
    all screenings; a screening without a form of its own stays out.
    """
    persons = Persons()
    last: LogRow | None = None
    for row in rows:
        if row.outcome == "VOIDED":
            continue
        last, person = row, of_person(row)
        if _is_shown(row, person):
            yield replace(row, rescreen_of="")
        elif not _stands(person):
            persons.add(person)
    if last is not None and counts_others:
        yield from _counted(others(persons.counted()), last)


def _is_shown(row: LogRow, person: LogRow) -> bool:
    is_voided = row.outcome == "VOIDED"
    return is_known(is_signed=row.consent == "SIGNED", is_voided=is_voided, stands=_stands(person))


def _stands(person: LogRow) -> bool:
    return person.consent == "SIGNED"


def may_count_others(export: Export) -> bool:
    """Whether a sponsor's paper has counts of those that it does not show.

    Not one about a single subject: that would tell of this one. Nor one of a period: subtracted
    from that of a longer one, it would give counts that may not be told.
    """
    return export.of is None and export.since is None and export.until is None


def _counted(cells: Counts, of: LogRow) -> Iterator[LogRow]:
    for cell, count in cells.items():
        outcome, _, criterion = cell.partition(FAILED[-1])
        yield LogRow(
            study_id=of.study_id,
            site_id=of.site_id,
            outcome=outcome,  # type: ignore[arg-type] # one of the cells
            first_failing_ietestcd=criterion,
            record_head=of.record_head,
            screenings_n=count if count >= LEAST else "<5",
        )
