"""Clearing and voiding: nothing is deleted, it counts no more."""

from dataclasses import replace

from conversations import acts
from conversations.here import Here
from conversations.places_outside import Home
from conversations.recording import follow
from conversations.turn import Turn
from conversations.walk import next_place
from ectrial.given import all_given
from ectrial.record.entries import Kind, Reason


def clear_mine(here: Here, act: acts.ClearMine) -> Turn:
    """Take back the person's own answers, each by a correction that *Undo* can take back."""
    case = here.case
    mine = all_given(dict.fromkeys(case.answered_by(case.world.actor)))
    entries = case.recording(mine, Reason.OTHER)
    said = (here.say("Your answers are cleared ({n}); they stay in the record.", n=len(mine)),)
    return follow(here, case, case.after(mine), entries, said)


def clear(here: Here, act: acts.Clear) -> Turn:
    """Record the clearing with its reason, and begin again."""
    case = here.case
    said = (here.say("All answers are cleared; they stay in the record."),)
    entry = replace(case.entry(Kind.CLEARED), reason=act.reason)
    return Turn(here.focus.at(next_place(case.cleared()), said=said), (entry,))


def void(here: Here, act: acts.Void) -> Turn:
    """Record the voiding with its reason."""
    subject = act.screening.subject
    said = (here.say("{subject}: this screening is voided.", subject=subject),)
    entry = replace(here.case.entry(Kind.VOIDED), reason=act.reason)
    return Turn(here.focus.at(Home(), screening=None, said=said), (entry,))
