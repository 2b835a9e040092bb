"""The bed where a subject lies today: typed beside a code, shown on the round, never recorded."""

from conversations.free_text import is_stopped, may_be_a_name
from conversations.here import Here
from conversations.places_of_ward_rounds import AtStop
from conversations.turn import Bed, Turn, World
from conversations.words.heading import heading
from conversations.words.quotes import too_early
from ectrial.bed_labels import bed_label
from ectrial.identifiers import identifiers
from ectrial.record.stops import stop_of
from ectrial.record.subjects import ScreeningId
from ectrial.wording.speech import Say


def bed_of(world: World, id_: ScreeningId) -> str:
    """Give the label that the person typed for a subject today; empty if there is none."""
    screening = world.records.screening(id_) if world.beds else None
    return (world.beds or {}).get(screening.first_seq, "") if screening else ""


def bed_words(say: Say, world: World, id_: ScreeningId) -> str:
    """Give the bed, and say that it is one: it may be written like a code."""
    bed = bed_of(world, id_)
    return say("bed {bed}", bed=bed) if bed else ""


def with_bed(say: Say, world: World, id_: ScreeningId) -> str:
    """Give a code with its bed behind it."""
    return " · ".join(filter(None, (heading(say, id_), bed_words(say, world, id_))))


def type_bed(here: Here, text: str) -> Turn:
    """Keep a label until midnight, outside of the record; its message is deleted.

    What is no label may say who the patient is: it is deleted if it looks so.
    """
    say, label = here.say, bed_label(text)
    if here.belongs != "yes":
        return here.stay(too_early(say))
    unwanted = (here.message,) if here.message else ()
    if label is not None:
        focus = here.focus.at(AtStop())
        return Turn(focus, unwanted=unwanted, bed=Bed(here.case.screening.first_seq, label))
    if is_stopped(text) or may_be_a_name(text):
        said = say("Not kept, and your message is deleted: ward and bed alone, such as 7A-12.")
        entries = (stop_of(here.case.id.trial, identifiers(text)),)
        return Turn(here.focus.saying(said), entries, unwanted=unwanted)
    return here.stay(say("Not kept. Type ward and bed alone, such as 7A-12."))
