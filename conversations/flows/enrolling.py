"""The card that asks before a colleague is enrolled with an authenticator app."""

from conversations.acts import Go
from conversations.acts_of_the_team import Enrol
from conversations.colleagues import may_enrol
from conversations.here import Here
from conversations.places_of_the_team import Colleague, Enrolling
from conversations.screen import Block, Button, Row, note, title
from conversations.words.people import person_words


def words(here: Here, place: Enrolling) -> tuple[Block, ...]:
    """Say what the person gets, and when that must not be sent."""
    say, world = here.say, here.world
    name = title(person_words(say, world, place.person))
    if place.person in world.lost:
        told = say("This phone was reported lost: the operator enrols on the machine.")
        return (name, Block(told))
    return (
        name,
        Block(say("Send a new secret for an authenticator app?")),
        Block(say("It goes to this person's chat alone. Ask first who holds the phone.")),
        note(say("Digits of an earlier secret count no more. A lock is opened.")),
        note(say("If nothing comes there: they type /start, then send it again.")),
    )


def rows(here: Here, place: Enrolling) -> tuple[Row, ...]:
    """Offer to enrol; "no" is at the position of a second tap by mistake."""
    say, world = here.say, here.world
    no: Row = (Button(say("No"), Go(Colleague(place.person)), "primary"),)
    member = world.team.members.get(place.person)
    if member is None or not may_enrol(world, member) or place.person in world.lost:
        return (no,)
    return (no, (Button(say("Yes, send it"), Enrol(place.person, member.last)),))
