"""The card that asks whether a typed text holds a name, before it is recorded."""

from conversations.acts_of_own_words import DropWords, KeepWords
from conversations.here import Here
from conversations.places_of_own_words import NameAsked, OutsideScreenings
from conversations.screen import Block, Button, Row, title
from conversations.words.heading import heading


def words(here: Here, place: NameAsked) -> tuple[Block, ...]:
    """Ask; the text stands above in the chat and is not repeated."""
    say = here.say
    # a guest of a note is not told which subject it is about
    whose = say("Reply") if here.world.member.is_guest else _about(here, place)
    return (
        title(whose),
        title(say("Is this a name?")),
        Block(say("What you typed may hold the name of a person. It is not recorded yet.")),
    )


def _about(here: Here, place: NameAsked) -> str:
    if isinstance(place.back, OutsideScreenings):
        return place.back.trial
    return heading(here.say, here.case.id)


def rows(here: Here, place: NameAsked) -> tuple[Row, ...]:
    """Delete it, or record it; one below the other, as a wrong tap would keep a name."""
    say = here.say
    return (
        (Button(say("Yes: delete it"), DropWords(place.back, place.message), "primary"),),
        (Button(say("No name: record it"), KeepWords(place.back, place.message)),),
    )
