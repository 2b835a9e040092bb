"""The cards that ask until when somebody is away, and who is asked meanwhile."""

from datetime import timedelta

from conversations.acts import Go
from conversations.acts_of_the_team import BeAway
from conversations.colleagues import covers, may_arrange
from conversations.coming_days import no_day_to_come, read_last_day
from conversations.here import Here
from conversations.places_of_the_team import Colleague, Leave
from conversations.screen import Block, Button, Row, note, packed, title
from conversations.turn import Turn
from conversations.words.days import short_day
from conversations.words.pages import PAGE, page_turns
from conversations.words.people import person_words
from conversations.words.quotes import no_text
from conversations.words.team import on_a_button

USUAL = (0, 1, 7, 14)
"""Days ahead that are offered."""


def words(here: Here, place: Leave) -> tuple[Block, ...]:
    """Ask for the last day of the absence, then for who covers."""
    say = here.say
    head = title(person_words(say, here.world, place.person))
    if place.until is None:
        return (head, Block(say("Away until when? Choose, or type the last day.")))
    day = short_day(say, here.world.today, place.until)
    return (
        head,
        Block(say("Away up to and including {day}. Covered by whom?", day=day)),
        note(say("Requests go there meanwhile.")),
    )


def rows(here: Here, place: Leave) -> tuple[Row, ...]:
    """Offer usual days, then every colleague who may cover."""
    say, world, person = here.say, here.world, place.person
    back: Row = (Button(say("‹ Back"), Go(Colleague(person))),)
    member = world.team.members.get(person) or world.member
    if member.person != person or not may_arrange(world, person):
        return (back,)
    if place.until is None:
        days = [world.today + timedelta(days=each) for each in USUAL]
        labels = [say("Until {day}", day=short_day(say, world.today, each)) for each in days]
        ways = [
            Button(label, Go(Leave(person, day))) for label, day in zip(labels, days, strict=True)
        ]
        return (*packed(ways), back)
    others = covers(world, person)
    shown = [each.person for each in others[place.page * PAGE : (place.page + 1) * PAGE]]
    turns = page_turns(say, place.page, len(others), lambda n: Go(Leave(person, place.until, n)))
    names = [
        Button(on_a_button(say, world, each), BeAway(person, member.last, place.until, each))
        for each in shown
    ]
    nobody = Button(say("Nobody"), BeAway(person, member.last, place.until, None))
    return (*packed(names), *turns, (nobody,), back)


def typed(here: Here, place: Leave, text: str) -> Turn:
    """Take a typed last day of the absence."""
    day = read_last_day(text, here.world.today)
    if place.until is not None:
        return here.stay(no_text(here.say))
    if day is None:
        return here.stay(no_day_to_come(here.say, text, here.world.today))
    return here.to(Leave(place.person, day))
