"""The card that reads typed words back before they set something going."""

from conversations.acts import Go
from conversations.acts_of_own_words import GoAhead
from conversations.free_text import tidied
from conversations.here import Here
from conversations.places_of_own_words import OutsideScreenings, WordsRead
from conversations.screen import Block, Button, Row, note, title
from conversations.words.going_ahead import GoesAhead, goes_ahead
from conversations.words.heading import heading


def words(here: Here, place: WordsRead) -> tuple[Block, ...]:
    """Show what was typed, below what it would set going; after a restart it is not known."""
    say, held = here.say, here.world.held
    if held is None or held.message != place.message:
        return (title(_about(here, place)), Block(say("Please type it once more.")))
    return (
        title(_about(here, place)),
        Block(_goes_ahead(here, place).asked),
        Block(f"“{tidied(held.text)}”"),
        note(say("Not recorded yet.")),
    )


def rows(here: Here, place: WordsRead) -> tuple[Row, ...]:
    """Offer to go ahead with these words, or to leave them."""
    held = here.world.held
    leave: Row = (Button(here.say("No, record nothing"), Go(place.back)),)
    if held is None or held.message != place.message:
        return (leave,)
    label = _goes_ahead(here, place).label
    return ((Button(label, GoAhead(place.back, place.message), "primary"),), leave)


def _about(here: Here, place: WordsRead) -> str:
    back = place.back
    return back.trial if isinstance(back, OutsideScreenings) else heading(here.say, here.case.id)


def _goes_ahead(here: Here, place: WordsRead) -> GoesAhead:
    told = goes_ahead(here.say, place.back)
    if told is None:
        raise LookupError(f"nothing is set going at {place.back.place}")
    return told
