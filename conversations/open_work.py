"""The open work of a person: what somebody must take who is named when the person is removed."""

from conversations.records import Records
from ectrial.record.screenings import Stage, Wanted

UNFINISHED: tuple[Stage, ...] = ("open", "undetermined")


def open_work(records: Records, person: int) -> int:
    """Count the unfinished screenings in which the person recorded last, and the open items."""
    screenings = sum(records.count_screenings(Wanted(stage, by=person)) for stage in UNFINISHED)
    return screenings + len(records.open_queries(assignee=person))
