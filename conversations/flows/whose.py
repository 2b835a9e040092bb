"""The card for a text that names another subject, sex or age: it asks whose the text is."""

from dataclasses import replace

from conversations.acts import Discard, Go, Open, OpenWith
from conversations.here import Here
from conversations.identity import Doubt, doubt, without_codes
from conversations.labs import read_labs
from conversations.places import Question, Report, Whose
from conversations.places_outside import SubjectCode
from conversations.report import open_report
from conversations.screen import Block, Button, Row, note, title
from conversations.standing import back_of, switched
from conversations.turn import Turn
from conversations.words.heading import heading, sex_and_age
from ectrial.record.subjects import ScreeningId


def ask_whose(here: Here, text: str) -> Turn | None:
    """Ask whose a text is, with the labs read in it; None if it is the open subject's."""
    place = here.focus.place
    question = place.id if isinstance(place, Question) else getattr(place, "question", None)
    asked = here.case.trial.question_by_id.get(question or "")
    items = {item.id for item in asked.items} if asked else set()
    doubted = doubt(here.case, text, asks_identity=not items.isdisjoint({"sex", "age"}))
    if doubted is None:
        return None
    mine = _read(here, question, text)
    if mine is None and doubted.other is None:
        return None
    theirs = _theirs(here, doubted, text)
    other = doubted.other.id if doubted.other else None
    return here.to(Whose(other, doubted.differing, mine, theirs, back_of(here)))


def _theirs(here: Here, doubted: Doubt, text: str) -> Report | None:
    """Read the text for the other subject: the same value may be certain there and asked here."""
    if doubted.other is None:
        return None
    there = switched(here, doubted.other)
    try:
        return _read(there, None, text)
    except LookupError:  # a screening that cannot be assessed takes no report
        return None


def _read(here: Here, question: str | None, text: str) -> Report | None:
    """Read a text by itself: a waiting report stays apart until the subject is known."""
    here = replace(here, focus=replace(here.focus, waiting=()))
    read = read_labs(here.case, without_codes(here.case, text), None)
    place = open_report(here, question, read).focus.place if read.lines else None
    return place if isinstance(place, Report) else None


def words(here: Here, place: Whose) -> tuple[Block, ...]:
    """Say what in the text points to another subject."""
    say, case = here.say, here.case
    mine = heading(say, case.id)
    who = sex_and_age(say, case.screening.answers)
    told = []
    if place.other:
        told.append(say("The text names {subject}.", subject=heading(say, place.other)))
    if "sex" in place.differing:
        told.append(say("The text gives another sex."))
    if "age" in place.differing:
        told.append(say("The text gives another age."))
    whose = f"{mine} · {who}" if who else mine
    return (
        title(mine),
        Block("\n".join(told)),
        Block(say("Open here: {subject}. Whose is it?", subject=whose)),
        note(say("Not recorded yet.")),
    )


def rows(here: Here, place: Whose) -> tuple[Row, ...]:
    """Offer the named subject, then the open one; these buttons record nothing."""
    say, mine = here.say, heading(here.say, here.case.id)
    found: list[Row] = []
    if place.other and place.theirs:
        label = say("Open {subject} with this", subject=heading(say, place.other))
        found.append((Button(label, OpenWith(place.other, place.theirs)),))
    elif place.other:
        label = say("Open {subject}", subject=heading(say, place.other))
        found.append((Button(label, Open(place.other, _seq(here, place.other))),))
    if place.mine:
        found.append((Button(say("It is {subject}", subject=mine), Go(place.mine)),))
    if place.back and (place.mine or place.theirs or place.other):
        found.append((Button(say("‹ Discard it"), Discard()),))
    elif place.back:  # nothing was read but sex and age beside the code
        found.append((Button(say("It is {subject}", subject=mine), Go(place.back)),))
        found.append((Button(say("No: type the code again"), Go(SubjectCode())),))
    return tuple(found)


def _seq(here: Here, id_: ScreeningId) -> int:
    screening = here.world.records.screening(id_)
    return screening.last_seq if screening else 0
