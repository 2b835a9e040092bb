"""The card that takes an activation back, as long as nobody was screened by its version."""

from dataclasses import replace

from conversations.acts import Go
from conversations.amendments import revocable
from conversations.here import Here
from conversations.places_of_the_trial import ActivationBack, Amendment
from conversations.screen import Block, Button, Row, note, title
from conversations.trial_status import told_of
from conversations.turn import Turn
from conversations.words.quotes import moved_on
from ectrial.record.entries import Kind, NewEntry


def words(here: Here, place: ActivationBack) -> tuple[Block, ...]:
    """Ask why."""
    say = here.say
    head = say("{trial} · take version {new} back", trial=place.trial, new=place.version)
    return (
        title(head),
        Block(say("The version before goes on. Why? Type it.")),
        note(say("No name and no number of a person. What you type is read back first.")),
    )


def rows(here: Here, place: ActivationBack) -> tuple[Row, ...]:
    """Lead back."""
    return ((Button(here.say("‹ Back"), Go(Amendment()), "primary"),),)


def record_reason(here: Here, place: ActivationBack, text: str) -> Turn:
    """Take the activation back, unless somebody was screened by its version meanwhile."""
    say, found = here.say, revocable(here.world)
    if found is None or (place.trial, place.activation) != (here.world.trial.id, found.seq):
        return here.to(Amendment(), said=(moved_on(say),))
    entry = NewEntry(
        Kind.ACTIVATION_WITHDRAWN,
        place.trial,
        value={"of": found.seq},
        protocol_version=found.version,
        protocol_hash=found.fingerprint,
        text=text,
    )
    said = say("Taken back: version {new} waits again; the team is told.", new=found.version)
    return replace(here.to(Amendment(), said=(said,)), entries=(entry,), pushes=told_of(here))
