"""What a person's turn means for the chats of colleagues: their cards are shown again at once."""

from bot.serving.jobs import DeliveryJob
from conversations.turn import Turn
from ectrial.record.entries import Kind, NewEntry

CHANGING_A_CARD = (
    *(Kind.STAFF_ADDED, Kind.STAFF_REMOVED, Kind.AWAY, Kind.BACK),
    *(Kind.PHONE_LOST, Kind.ENROLLED),
)
"""Kinds after which the named person may do something else than the open card offers."""


def for_colleagues(turn: Turn, person: int) -> list[tuple[int, DeliveryJob]]:
    """Give the jobs for the chats of others; the card of a removed person is taken away."""
    changed = {int(entry.item or 0): entry for entry in turn.entries if _changes_a_card(entry)}
    jobs = [(each, _job(changed.get(each))) for each in (*changed, *turn.pushes)]
    return [(each, job) for each, job in dict(jobs).items() if each != person]


def _job(change: NewEntry | None) -> DeliveryJob:
    # a card that is edited does not ring
    is_gone = change is not None and change.kind is Kind.STAFF_REMOVED
    return DeliveryJob(must_show_again=is_gone, is_unasked=not is_gone)


def _changes_a_card(entry: NewEntry) -> bool:
    return entry.kind in CHANGING_A_CARD
