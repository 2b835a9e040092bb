"""What a person's turn means for the chats of colleagues: their cards are shown again at once."""

from collections.abc import Callable, Iterable

from bot.serving.jobs import DeliveryJob
from conversations.focus import load
from conversations.turn import Turn
from ectrial.ledger.ledger import Chat
from ectrial.record.conduct import OF_CONDUCT
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.subjects import ScreeningId

CHANGING_A_CARD = (
    *(Kind.STAFF_ADDED, Kind.STAFF_REMOVED, Kind.AWAY, Kind.BACK),
    *(Kind.PHONE_LOST, Kind.PHONE_FOUND, Kind.ENROLLED),
)
"""Kinds after which the named person may do something else than the open card offers."""
CHANGING_A_SCREENING = (Kind.CONSENT,)
"""Kinds after which nobody may go on with what the card of the screening still offers."""
CHANGING_A_TRIAL = OF_CONDUCT
"""Kinds after which each open card of the trial says something else."""


def for_colleagues(
    turn: Turn,
    person: int,
    chats: Callable[[], Iterable[Chat]],
    trial_of: Callable[[Chat], str],
) -> list[tuple[int, DeliveryJob]]:
    """Give the jobs for the chats of others; the card of a removed person is taken away.

    `trial_of` names the trial that a chat works in, which is one in which its person has a role.
    """
    changed = {int(entry.item or 0): entry for entry in turn.entries if _changes_a_card(entry)}
    concerned = (*changed, *turn.pushes, *_with_it_open(turn, chats, trial_of))
    jobs = [(each, _job(changed.get(each))) for each in concerned]
    return [(each, job) for each, job in dict(jobs).items() if each != person]


def _job(change: NewEntry | None) -> DeliveryJob:
    # a card that is edited does not ring
    is_gone = change is not None and change.kind is Kind.STAFF_REMOVED
    return DeliveryJob(must_show_again=is_gone, is_unasked=not is_gone)


def _with_it_open(
    turn: Turn, chats: Callable[[], Iterable[Chat]], trial_of: Callable[[Chat], str]
) -> list[int]:
    """Give whose open screening has changed in a way that its card must say at once."""
    changed = {each.screening for each in turn.entries if each.kind in CHANGING_A_SCREENING}
    trials = {each.trial for each in turn.entries if each.kind in CHANGING_A_TRIAL}
    if not changed and not trials:
        return []
    open_ones = (chat for chat in chats() if not chat.practice and chat.card is not None)
    return [
        chat.id
        for chat in open_ones
        if _is_at(chat, changed) or (trials and trial_of(chat) in trials)
    ]


def _is_at(chat: Chat, screenings: set[ScreeningId | None]) -> bool:
    focus = load(chat.focus)
    return focus is not None and focus.screening is not None and focus.screening in screenings


def _changes_a_card(entry: NewEntry) -> bool:
    return entry.kind in CHANGING_A_CARD
