"""Practice beside the real record: the way there, the way back, and what it counts for."""

from conversations.acts_of_practice import LeavePractice
from conversations.case import Case
from conversations.here import Here
from conversations.screen import Block, Button, Row, note
from conversations.turn import Turn
from ectrial.record.training import confirms_training

OF_THE_TEAM = ("team", "shift", "share")
"""Commands that are no practice."""


def practise(here: Here) -> Turn:
    """Change to the practice record, or back; each keeps the place at which it is left."""
    if here.world.can_practise:
        return Turn(here.focus, practice=not here.world.practice)
    return here.stay(here.say("Everything here is practice."))


def leave_practice(here: Here, act: LeavePractice) -> Turn:
    """Go back to the real record, at the place where it was left."""
    return Turn(here.focus, practice=False)


def practice_words(here: Here) -> tuple[Block, ...]:
    """Say on the home card what practice is; nothing in the sandbox, where all is practice."""
    if not _is_beside(here):
        return ()
    words = here.say("This is practice: nothing here is real. /practice leads back.")
    return (Block(words),)


def training_words(here: Here) -> tuple[Block, ...]:
    """Say on the verdict that this screening confirms the person's training."""
    if not _is_beside(here) or not isinstance(here.found, Case):
        return ()
    if not confirms_training(here.found.screening, here.world.actor):
        return ()
    return (note(here.say("Training confirmed: you finished a practice screening.")),)


def leave_rows(here: Here) -> tuple[Row, ...]:
    """Lead back to the real record."""
    if not _is_beside(here):
        return ()
    return ((Button(here.say("Leave practice"), LeavePractice()),),)


def _is_beside(here: Here) -> bool:
    return here.world.practice and here.world.can_practise
