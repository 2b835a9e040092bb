"""The cards that ask why answers are cleared, a screening is voided, or either is restored."""

from conversations.acts import Go, GoOn
from conversations.acts_of_setting_aside import Clear, ClearMine, Restore, Void
from conversations.here import Here
from conversations.places_outside import Home, Restoring
from conversations.places_to_look_at import Clearing, Review, Voiding
from conversations.restoring import restore_after_answers
from conversations.screen import Block, Button, Row, note, packed, title
from conversations.words.heading import heading
from ectrial.record.entries import Reason
from ectrial.record.screenings import SetAside
from ectrial.wording.speech import marked

REASONS = (
    (Reason.WRONG_SUBJECT, marked("Wrong subject")),
    (Reason.DUPLICATE, marked("Duplicate")),
    (Reason.DATA_ENTRY_ERROR, marked("Entry error")),
    (Reason.OTHER, marked("Other reason")),
)

WHY_RESTORED = (
    (Reason.MIS_TAP, marked("Set aside by mistake")),
    (Reason.WRONG_SUBJECT, marked("It was the right subject")),
    (Reason.NEW_INFORMATION, marked("New information")),
    (Reason.OTHER, marked("Other reason")),
)


def clear_words(here: Here, place: Clearing) -> tuple[Block, ...]:
    """Ask whose answers are cleared, and the reason for clearing all."""
    say = here.say
    asked = say("Clear answers of this screening?")
    if place.all:
        asked = say("Clear all answers, whoever gave them? Choose why.")
    told = say("They stay in the record. You can restore them for 24 h.")
    return (title(heading(say, here.case.id)), Block(asked), note(told))


def clear_rows(here: Here, place: Clearing) -> tuple[Row, ...]:
    """Offer to clear one's own, then "keep" where a second tap may fall, then to clear all."""
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
    restores = restore_after_answers(say, here.world, here.case.screening)
    return (own if mine else check, keep, every, *([restores] if restores else []))


def void_words(here: Here, place: Voiding) -> tuple[Block, ...]:
    """Ask why a screening is voided."""
    say = here.say
    return (
        title(heading(say, here.case.id)),
        Block(say("Void this screening? Choose why.")),
        note(say("It stays in the record. You can restore it for 24 h, unless screened again.")),
    )


def void_rows(here: Here, place: Voiding) -> tuple[Row, ...]:
    """Offer each reason; "keep" is at the position of a second tap by mistake."""
    say, id_, seq = here.say, here.case.id, here.case.screening.last_seq
    reasons = [Button(say(label), Void(id_, seq, reason), "danger") for reason, label in REASONS]
    return (
        tuple(reasons[:2]),
        tuple(reasons[2:]),
        (Button(say("Keep it"), GoOn(id_), "primary"),),
    )


def restore_words(here: Here, place: Restoring) -> tuple[Block, ...]:
    """Ask an administrator for the reason, below who set the screening aside and when."""
    say, aside = here.say, _set_aside(here, place)
    head = title(heading(say, place.screening))
    if aside is None:
        return (head, Block(say("Nothing is set aside here any more.")))
    at = here.world.at_site(aside.at_utc).strftime("%Y-%m-%d %H:%M")
    told = say("Set aside on {time}. Restore it as it was? Choose why.", time=at)
    if not aside.answered_since:
        return (head, Block(told))
    newer = say("What was answered since is set aside in turn, and can be restored as well.")
    if aside.is_own:
        newer = say("What was answered since stays.")
    return (head, Block(told), note(newer))


def restore_rows(here: Here, place: Restoring) -> tuple[Row, ...]:
    """Offer each reason; "leave" is at the position of a second tap by mistake."""
    say, id_ = here.say, place.screening
    leave: Row = (Button(say("Leave it"), Go(Home()), "primary"),)
    screening = here.world.records.screening(id_)
    if screening is None or screening.set_aside is None:
        return (leave,)
    whys = [
        Button(say(label), Restore(id_, screening.last_seq, why)) for why, label in WHY_RESTORED
    ]
    return (*packed(whys), leave)


def _set_aside(here: Here, place: Restoring) -> SetAside | None:
    screening = here.world.records.screening(place.screening)
    return screening.set_aside if screening else None
