"""The bed where a subject lies today: typed beside a code, shown on the round, never recorded."""

from dataclasses import replace

from conversations.events import Event, Typed
from conversations.focus import Focus
from conversations.here import Here
from conversations.places_of_ward_rounds import AtStop, BedAsked
from conversations.subjects import bare_code, last_screening
from conversations.turn import Bed, Turn, World
from conversations.words.heading import heading
from conversations.words.quotes import too_early
from ectrial.bed_labels import bed_label
from ectrial.identifiers import identifiers
from ectrial.record.entries import NewEntry
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

    Whatever else is typed may say who the patient is: it is deleted as well.
    """
    say, label = here.say, bed_label(text)
    unwanted = (here.message,) if here.message else ()
    if here.belongs != "yes":
        return replace(here.stay(too_early(say)), entries=_stops(here, text), unwanted=unwanted)
    if label is not None and _is_a_code(here, text):
        told = say("Not kept, and your message is deleted: that is the code of a subject.")
        return replace(here.stay(told), unwanted=unwanted)
    if label is not None:
        focus = here.focus.at(AtStop())
        return Turn(focus, unwanted=unwanted, bed=Bed(here.case.screening.first_seq, label))
    said = say("Not kept, and your message is deleted: ward and bed alone, such as 7A-12.")
    return Turn(here.focus.saying(said), _stops(here, text), unwanted=unwanted)


def _is_a_code(here: Here, text: str) -> bool:
    """Whether a label is the code of a subject: on file, or written as the site says."""
    code = bare_code(here, text)
    if code is None:
        return False
    is_written_so = here.world.codes.pattern is not None and not text.strip().isdigit()
    return is_written_so or last_screening(here.world, code) is not None


def with_late_bed_deleted(here: Here, before: Focus, event: Event, turn: Turn) -> Turn:
    """Have a bed deleted that was typed for a card which has moved on; nothing is kept of it."""
    if not isinstance(event, Typed) or turn.entries or bare_code(here, event.text) is not None:
        return turn
    is_late = isinstance(before.place, BedAsked)
    is_bed = bed_label(event.text) is not None and not event.text.strip().isdigit()
    if not is_late and not (is_bed and before.ward_round and turn.focus.place == here.focus.place):
        return turn
    told = here.say("Not kept, and your message is deleted: open Bed › and type it there.")
    unwanted = (event.message,) if event.message else ()
    return replace(turn, focus=turn.focus.saying(*turn.focus.said, told), unwanted=unwanted)


def _stops(here: Here, text: str) -> tuple[NewEntry, ...]:
    kinds = identifiers(text)
    return (stop_of(here.case.id.trial, kinds),) if kinds else ()
