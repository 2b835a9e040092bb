"""The card that asks for a colleague's name, which stands below what the colleague signs."""

from dataclasses import replace

from conversations.acts import Go
from conversations.colleagues import may_set
from conversations.here import Here
from conversations.inviting import name_of, refused_name
from conversations.places_of_the_team import Colleague, Naming
from conversations.screen import Block, Button, Row, note, title
from conversations.turn import Turn
from conversations.words.people import person_words
from conversations.words.quotes import moved_on
from ectrial.record.entries import Kind, NewEntry


def words(here: Here, place: Naming) -> tuple[Block, ...]:
    """Ask for the name."""
    say = here.say
    return (
        title(person_words(say, here.world, place.person)),
        Block(say("Type the name of the colleague, as the team shall read it.")),
        note(say("A colleague's name, never a patient's.")),
    )


def rows(here: Here, place: Naming) -> tuple[Row, ...]:
    """Lead back."""
    return ((Button(here.say("‹ Back"), Go(Colleague(place.person)), "primary"),),)


def typed(here: Here, place: Naming, text: str) -> Turn:
    """Record the name with the present terms, which stay as they are."""
    member = here.world.team.members.get(place.person)
    if member is None or not may_set(here.world, member) or member.last != place.last:
        return here.to(Colleague(place.person), said=(moved_on(here.say),))
    name = name_of(text)
    if name is None:
        return here.stay(refused_name(here.say, text))
    entry = NewEntry(
        Kind.STAFF_ADDED,
        here.world.trial.id,
        item=str(place.person),
        value=member.terms.value,
        text=name,
    )
    turn = here.to(Colleague(place.person), said=(here.say("Recorded."),))
    return replace(turn, entries=(entry,))
