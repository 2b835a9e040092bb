"""The card that asks where the answers are seen; the choice is kept for the sitting."""

from conversations.acts import Go
from conversations.acts_of_sources import TakeSource
from conversations.here import Here
from conversations.places import Question
from conversations.places_to_look_at import Sources
from conversations.screen import Block, Button, Row, note, title
from conversations.sources import sitting_source
from conversations.words.heading import heading
from conversations.words.sources import source_words
from ectrial.record.sources import TO_CHOOSE


def words(here: Here, place: Sources) -> tuple[Block, ...]:
    """Ask for the source."""
    say = here.say
    return (
        title(heading(say, here.case.id)),
        Block(say("Where do you see the answers?")),
        note(say("Kept for this sitting, until you choose another.")),
    )


def rows(here: Here, place: Sources) -> tuple[Row, ...]:
    """Offer the sources; the present one is marked."""
    say, case = here.say, here.case
    present = sitting_source(case, here.focus)
    buttons = [
        Button(
            f"{'• ' if each == present else ''}{source_words(say, each)}",
            TakeSource(case.id, place.question, each, place.shown),
        )
        for each in TO_CHOOSE
    ]
    pairs = [tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2)]
    none = Button(say("Do not say"), TakeSource(case.id, place.question, None))
    back = Button(say("‹ Back"), Go(Question(place.question)), "primary")
    return (*pairs, *([(none,)] if present else []), (back,))
