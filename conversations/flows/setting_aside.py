"""The cards that ask before answers are set aside: clearing them, voiding the screening."""

from conversations.acts import Clear, GoOn, Void
from conversations.here import Here
from conversations.places import Clearing, Voiding
from conversations.screen import Block, Button, Row, note, title
from conversations.words.heading import heading
from ectrial.record.entries import Reason
from ectrial.wording.speech import marked

REASONS = (
    (Reason.WRONG_SUBJECT, marked("Wrong subject")),
    (Reason.DUPLICATE, marked("Duplicate")),
    (Reason.DATA_ENTRY_ERROR, marked("Entry error")),
    (Reason.OTHER, marked("Other reason")),
)


def clear_words(here: Here, place: Clearing) -> tuple[Block, ...]:
    """Ask before the responses of this screening are cleared."""
    say = here.say
    return (
        title(heading(say, here.case.id)),
        Block(say("Clear my responses?")),
        Block(say("Every question of this screening is asked again.")),
        note(say("What was answered stays in the record.")),
    )


def clear_rows(here: Here, place: Clearing) -> tuple[Row, ...]:
    """Offer to keep them first."""
    say, id_ = here.say, here.case.id
    clear = Clear(id_, here.case.screening.last_seq)
    return (
        (Button(say("Keep them"), GoOn(id_), "primary"),),
        (Button(say("Clear my responses"), clear, "danger"),),
    )


def void_words(here: Here, place: Voiding) -> tuple[Block, ...]:
    """Ask why a screening is voided."""
    say = here.say
    return (
        title(heading(say, here.case.id)),
        Block(say("Void this screening? Choose why.")),
        note(say("It counts no more and cannot be reopened. It stays in the record.")),
    )


def void_rows(here: Here, place: Voiding) -> tuple[Row, ...]:
    """Offer to keep it first, then each reason."""
    say, id_, seq = here.say, here.case.id, here.case.screening.last_seq
    reasons: list[Row] = [
        (Button(say(label), Void(id_, seq, reason), "danger"),) for reason, label in REASONS
    ]
    return ((Button(say("Keep it"), GoOn(id_), "primary"),), *reasons)
