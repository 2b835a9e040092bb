"""The card on which the bed of a subject is typed, for today."""

from conversations.acts import Go
from conversations.acts_of_ward_rounds import ForgetBed
from conversations.beds import bed_of, type_bed
from conversations.here import Here
from conversations.places_of_ward_rounds import AtStop, BedAsked
from conversations.screen import Block, Button, Row, note, title
from conversations.turn import Turn
from conversations.words.heading import heading


def words(here: Here, place: BedAsked) -> tuple[Block, ...]:
    """Ask for the bed, and say what becomes of it."""
    say, case = here.say, here.case
    return (
        title(heading(say, case.id)),
        Block(say("Which bed today? Type ward and bed alone, such as 7A-12.")),
        note(say("For you alone, until midnight; it is no part of the record. Never a name.")),
    )


def typed(here: Here, place: BedAsked, text: str) -> Turn:
    """Keep the bed."""
    return type_bed(here, text)


def rows(here: Here, place: BedAsked) -> tuple[Row, ...]:
    """Offer to forget the bed that is known, and lead back."""
    say, case = here.say, here.case
    bed = bed_of(here.world, case.id)
    forget = Button(say("Forget {bed}", bed=bed), ForgetBed(case.id, case.screening.first_seq))
    return (
        *(((forget,),) if bed else ()),
        (Button(say("‹ Back"), Go(AtStop()), "primary"),),
    )
