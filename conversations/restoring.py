"""Restoring what was voided or cleared: within a day, the person who did it may do so.

Later, or if somebody else did it, an administrator restores it with a reason. It did take place,
so it comes back also where it is one more than the protocol allows, and that is said.
"""

from conversations.acts import Go
from conversations.acts_of_setting_aside import Restore
from conversations.case import Case, make_case
from conversations.here import Here
from conversations.places_outside import Restoring
from conversations.recording import verdict_given
from conversations.screen import Button, Row, Style
from conversations.standing import present_place
from conversations.turn import Turn, World
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.screenings import RESTORE_WITHIN, Screening, restored
from ectrial.wording.speech import Say


def may_restore(world: World, screening: Screening) -> bool:
    """Whether this person set it aside within the last day."""
    aside = screening.set_aside
    if aside is None or aside.actor != world.actor:
        return False
    return world.now - aside.at_utc <= RESTORE_WITHIN


def _one_too_many(world: World, screening: Screening) -> bool:
    """Whether a voided screening, once restored, is more than the protocol allows of a subject."""
    rule, id_ = world.trial.rescreening, screening.id
    if rule is None or not screening.voided or id_.trial != world.trial.id:
        return False
    others = [each for each in world.records.episodes(id_.trial, id_.subject) if not each.voided]
    return rule.is_used_up(len(others))


def restore_row(say: Say, world: World, screening: Screening) -> Row:
    """Offer to restore a screening, or its answers; an administrator is asked why first.

    Where answers were given since, `restore_after_answers` offers it, with what becomes of them.
    """
    if screening.set_aside is None or screening.set_aside.answered_since:
        return ()
    if may_restore(world, screening):
        label = say("↩ Restore it as it was") if screening.voided else say("↩ Restore the answers")
        style: Style = "primary" if screening.voided else "plain"
        return (Button(label, Restore(screening.id, screening.last_seq), style),)
    if world.is_admin:
        return (Button(say("↩ Restore, with a reason…"), Go(Restoring(screening.id))),)
    return ()


def restore_after_answers(say: Say, world: World, screening: Screening) -> Row:
    """Lead to the card that says what becomes of the answers given since."""
    aside = screening.set_aside
    if aside is None or not aside.answered_since:
        return ()
    if not (world.is_admin or may_restore(world, screening)):
        return ()
    return (Button(say("↩ Restore what was cleared…"), Go(Restoring(screening.id))),)


def restore(here: Here, act: Restore) -> Turn:
    """Record the restoring, and return to the place where the screening was."""
    screening = here.world.records.screening(act.screening)
    is_own = screening is not None and may_restore(here.world, screening)
    if screening is None or not (is_own or here.world.is_admin):
        return Turn(here.focus, toast=here.say("It can be restored within 24 hours."))
    before = restored(screening)
    entry = NewEntry(
        Kind.RESTORED,
        act.screening.trial,
        screening=act.screening,
        reason=act.reason,
        protocol_version=screening.protocol_version,
        protocol_hash=screening.protocol_hash,
    )
    case = make_case(here.world, before)
    given = verdict_given(case, case, is_finished=False) if isinstance(case, Case) else []
    said = [here.say("Restored as it was.")]
    if _one_too_many(here.world, screening):
        said.append(here.say("⚠️ More re-screenings than the protocol allows."))
    focus = here.focus.at(present_place(case), screening=act.screening, said=tuple(said))
    return Turn(focus, (entry, *given))
