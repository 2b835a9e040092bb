"""The open work of a person: what is handed over at the end of a shift, or at a removal."""

from conversations.records import Records
from ectrial.record.screenings import Listed, Wanted


def open_work(records: Records, person: int) -> int:
    """Count the unfinished screenings in which the person recorded last, and the open items."""
    return records.count_screenings(unfinished_of(person)) + len(
        records.open_queries(assignee=person)
    )


def open_screenings(records: Records, person: int) -> tuple[Listed, ...]:
    """Give the unfinished screenings in which the person recorded last, the latest first."""
    return records.screenings(
        limit=records.count_screenings(unfinished_of(person)), wanted=unfinished_of(person)
    )


def unfinished_of(person: int) -> Wanted:
    """Name the unfinished screenings of a person for the list."""
    return Wanted("unfinished", by=person)
