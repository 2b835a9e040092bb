"""The notes of a screening, those that concern a person, and one note with its thread."""

from dataclasses import replace

from conversations.acts import Act, Change, Go, GoOn
from conversations.acts_of_notes import GiveNotes, OpenNote, ReopenNote, ResolveNote, SetReaders
from conversations.here import Here
from conversations.notes import mine, note_of, notes_at, notes_of, notes_to_give
from conversations.places import Question
from conversations.places_of_notes import AboutWhat, MyNotes, NoteList, OneNote, Replying
from conversations.places_of_sharing import Sharing
from conversations.places_outside import Home
from conversations.places_to_look_at import More, Review
from conversations.screen import (
    LABEL_WIDTH,
    Block,
    Button,
    Row,
    lines,
    note,
    packed,
    shortened,
    title,
)
from conversations.shares import may_be_shared
from conversations.words.heading import heading
from conversations.words.notes import (
    RESOLVED,
    SIGN,
    about_words,
    listed_words,
    note_thread_words,
    readers_words,
    trial_of,
)
from conversations.words.own import own
from conversations.words.pages import PAGE, page_note, page_turns, within
from ectrial.record.notes import Note
from ectrial.record.subjects import ScreeningId
from ectrial.wording.speech import Say


def _listed(here: Here, place: NoteList) -> tuple[Note, ...]:
    """Give the notes of the list, the latest first."""
    case = here.case
    question = case.trial.question_by_id.get(place.question or "")
    found = notes_of(case.world, case.id) if question is None else notes_at(case, question)
    return found[::-1]


def words(here: Here, place: NoteList) -> tuple[Block, ...]:
    """List the notes of the screening that the person may know of."""
    say, found = here.say, _listed(here, place)
    page = within(place.page, len(found))
    none = say("No notes yet. A note is for you alone, unless you show it to the team.")
    return (
        title(heading(say, here.case.id)),
        title(say("Notes ({n})", n=len(found))),
        *page_note(say, page, len(found)),
        *(_told(here, found, page) if found else lines(none)),
    )


def rows(here: Here, place: NoteList) -> tuple[Row, ...]:
    """Open a note, write one, or see those about other subjects."""
    say, found = here.say, _listed(here, place)
    page = within(place.page, len(found))
    opens = [_opening(here, each, place) for each in _page(found, page)]
    write = Button(say("Write a note ›"), Go(AboutWhat(replace(place, page=0))))
    return (
        *[(each,) for each in opens],
        *page_turns(say, page, len(found), lambda n: Go(replace(place, page=n))),
        (write, *_give(here, place)),
        *([] if place.question else [(Button(say("My notes, all subjects ›"), Go(MyNotes())),)]),
        (Button(say("‹ Back"), _back(here, place), "primary"),),
    )


def _give(here: Here, place: NoteList) -> Row:
    """Offer the team's notes of the whole screening as a file."""
    found = notes_to_give(here.world, here.case.id)
    if not found or place.question is not None:
        return ()
    last = max(each.last_seq for each in found)
    return (Button(here.say("As a file"), GiveNotes(here.case.id, last)),)


def _back(here: Here, place: NoteList) -> Act:
    review = None if place.review is None else Review(place.review)
    if place.question is not None:
        return Change(place.question, review) if review else Go(Question(place.question))
    return Go(review or More())


def my_words(here: Here, place: MyNotes) -> tuple[Block, ...]:
    """List the notes that the person wrote, was told of or said something to."""
    say, found = here.say, mine(here.world)
    page = within(place.page, len(found))
    return (
        title(say("My notes ({n})", n=len(found))),
        *page_note(say, page, len(found)),
        *(_told(here, found, page, subjects=True) if found else lines(say("No notes yet."))),
    )


def my_rows(here: Here, place: MyNotes) -> tuple[Row, ...]:
    """Open one of them, in its screening."""
    say, found = here.say, mine(here.world)
    page = within(place.page, len(found))
    back = Go(Home()) if here.focus.screening is None else GoOn(here.focus.screening)
    return (
        *[(_opening(here, each, place, subject=True),) for each in _page(found, page)],
        *page_turns(say, page, len(found), lambda n: Go(MyNotes(n))),
        (Button(say("‹ Back"), back, "primary"),),
    )


def _told(
    here: Here, found: tuple[Note, ...], page: int, *, subjects: bool = False
) -> tuple[Block, ...]:
    told = (
        (each.screening if subjects else None, listed_words(here.say, here.world, each))
        for each in _page(found, page)
    )
    return lines(*(f"{_subject(here.say, subject)}{words}" for subject, words in told))


def _subject(say: Say, screening: ScreeningId | None) -> str:
    return f"{heading(say, screening)} · " if screening else ""


def _page(found: tuple[Note, ...], page: int) -> tuple[Note, ...]:
    return found[page * PAGE : (page + 1) * PAGE]


def _opening(here: Here, each: Note, back: NoteList | MyNotes, *, subject: bool = False) -> Button:
    """Name a note by how it begins, behind a sign, so that no words of it pass for a button."""
    of = f"{heading(here.say, each.screening)} " if subject else ""
    label = shortened(
        f"{SIGN if each.is_open else RESOLVED} {of}{own(here.say, each.text)}", LABEL_WIDTH
    )
    return Button(label, OpenNote(each.screening, each.seq, back))


def note_words(here: Here, place: OneNote) -> tuple[Block, ...]:
    """Show the note and its thread, the oldest line first, and who reads it."""
    say, case = here.say, here.case
    found = _the_note(here, place)
    state = [readers_words(say, found.readers), *([] if found.is_open else [say("resolved")])]
    return (
        title(heading(say, case.id)),
        title(about_words(say, trial_of(case.world, found), found.about)),
        note(" · ".join(state)),
        *lines("\n".join(note_thread_words(say, case.world, found))),
    )


def note_rows(here: Here, place: OneNote) -> tuple[Row, ...]:
    """Offer to reply, to resolve it or open it again, and to change who reads it."""
    say, found = here.say, _the_note(here, place)
    person, role = here.world.actor, here.world.member.role
    pinned = (here.case.id, found.seq, found.last_seq)
    is_private = found.readers == "author"
    acts: list[Button] = []
    if found.is_open:
        label = say("Add to it ›") if is_private else say("Reply ›")
        acts.append(Button(label, Go(Replying(found.seq, found.last_seq, place.back))))
    if found.may_be_resolved_by(person, role):
        settle = Button(say("Resolve"), ResolveNote(*pinned))
        acts.append(settle if found.is_open else Button(say("Open again"), ReopenNote(*pinned)))
    if found.may_be_for("team", person, role):
        acts.append(Button(say("Show it to the team"), SetReaders(*pinned, "team")))
    if found.may_be_for("author", person, role):
        acts.append(Button(say("For me alone"), SetReaders(*pinned, "author")))
    if found.author == person and may_be_shared(here.case):
        acts.append(Button(say("Share by a link ›"), Go(Sharing(found.seq))))
    return (*packed(acts), (Button(say("‹ Back"), Go(place.back), "primary"),))


def _the_note(here: Here, place: OneNote) -> Note:
    found = note_of(here.world, here.case.id, place.note)
    if found is None:
        raise LookupError("a note that is not there, or not the person's to see")
    return found
