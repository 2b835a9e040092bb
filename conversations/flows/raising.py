"""The card on which a monitor types what is to be checked of an answer."""

from conversations.acts import Go
from conversations.checks import answered, owner_of, raise_query
from conversations.here import Here
from conversations.places import Question
from conversations.places_of_queries import Raising
from conversations.screen import Block, Button, Row, note, title
from conversations.turn import Turn
from conversations.words.heading import heading
from conversations.words.queries import item_words, owner_words


def words(here: Here, place: Raising) -> tuple[Block, ...]:
    """Name the answer and who is asked, and ask for the words."""
    say, case = here.say, here.case
    item = answered(case, place.question) or ""
    who = owner_words(say, here.world, owner_of(case, item))
    return (
        title(heading(say, case.id)),
        title(say("Query: {item}", item=item_words(say, case, item))),
        Block(say("Goes to {name}. Type what is to be checked.", name=who)),
        note(say("It is kept in the record. Subject codes only, never a name.")),
    )


def rows(here: Here, place: Raising) -> tuple[Row, ...]:
    """Lead back without a query."""
    return ((Button(here.say("‹ Back"), Go(Question(place.question)), "primary"),),)


def record(here: Here, place: Raising, text: str) -> Turn:
    """Raise the query."""
    return raise_query(here, place.question, text)
