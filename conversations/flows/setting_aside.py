"""The cards that ask before answers are set aside: clearing them, voiding the screening."""

from conversations.acts import Clear, ClearMine, Go, GoOn, Void
from conversations.here import Here
from conversations.places import Clearing, Review, Voiding
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
    """Ask whose answers are cleared, and why all of them are."""
    say = here.say
    asked = say("Clear answers of this screening?")
    if place.all:
        asked = say("Clear all answers, whoever gave them? Choose why.")
    told = say("They stay in the record. You can restore them for 24 h, until one is given anew.")
    return (title(heading(say, here.case.id)), Block(asked), note(told))


def clear_rows(here: Here, place: Clearing) -> tuple[Row, ...]:
    """Offer one's own, to keep them where a second tap would fall, then all."""
    say, id_, seq = here.say, here.case.id, here.case.screening.last_seq
    keep: Row = (Button(say("Keep them"), GoOn(id_), "primary"),)
    if place.all:
        reasons = [
            Button(say(label), Clear(id_, seq, reason), "danger") for reason, label in REASONS
        ]
        return (tuple(reasons[:2]), tuple(reasons[2:]), keep)
    mine = len(here.case.answered_by(here.world.actor))
    own: Row = (Button(say("Clear my answers ({n})", n=mine), ClearMine(id_, seq), "danger"),)
    check: Row = (Button(say("Check answers"), Go(Review())),)
    every: Row = (Button(say("Clear all…"), Go(Clearing(all=True)), "danger"),)
    return (own if mine else check, keep, every)


def void_words(here: Here, place: Voiding) -> tuple[Block, ...]:
    """Ask why a screening is voided."""
    say = here.say
    return (
        title(heading(say, here.case.id)),
        Block(say("Void this screening? Choose why.")),
        note(say("It stays in the record. You can restore it for 24 h, unless screened again.")),
    )


def void_rows(here: Here, place: Voiding) -> tuple[Row, ...]:
    """Offer each reason, and to keep it where a second tap would fall."""
    say, id_, seq = here.say, here.case.id, here.case.screening.last_seq
    reasons = [Button(say(label), Void(id_, seq, reason), "danger") for reason, label in REASONS]
    return (
        tuple(reasons[:2]),
        tuple(reasons[2:]),
        (Button(say("Keep it"), GoOn(id_), "primary"),),
    )
