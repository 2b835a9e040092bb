"""Clearing and voiding: nothing is deleted, but it no longer counts."""

from dataclasses import replace

from conversations import acts_of_setting_aside as acts
from conversations.here import Here
from conversations.places_outside import Home
from conversations.recording import follow
from conversations.turn import Turn
from conversations.walk import next_place
from ectrial.given import all_given
from ectrial.record.entries import MINE, Kind


def clear_mine(here: Here, act: acts.ClearMine) -> Turn:
    """Record that the person's own answers are cleared; other answers and the verdict stay."""
    case = here.case
    mine = case.answered_by(case.world.actor)
    said = (here.say("Your answers are cleared ({n}); they stay in the record.", n=len(mine)),)
    after = case.after(all_given(dict.fromkeys(mine)))
    return follow(here, case, after, [case.entry(Kind.CLEARED, value=MINE)], said)


def clear(here: Here, act: acts.Clear) -> Turn:
    """Record the clearing with its reason, and start again."""
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
