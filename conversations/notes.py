"""The notes that a person sees, whom a note concerns, and what is new about them."""

from collections.abc import Iterable
from dataclasses import replace

from conversations.acts import Go
from conversations.case import Case
from conversations.here import Here
from conversations.places import Place
from conversations.places_of_notes import (
    AboutWhat,
    ListingWords,
    MyNotes,
    NoteList,
    OneNote,
    Replying,
    WritingNote,
)
from conversations.places_to_look_at import Review
from conversations.screen import Button, Row
from conversations.turn import Turn, World
from ectrial.record.notes import READING_FOR_THE_TEAM, About, Note
from ectrial.record.subjects import ScreeningId
from ectrial.trial.protocol import Question


def notes_of(world: World, screening: ScreeningId | None = None) -> tuple[Note, ...]:
    """Give the notes that the person may know of, of one screening or of all."""
    return world.records.notes().seen_by(world.actor, world.member.role, screening)


def note_of(world: World, screening: ScreeningId, seq: int) -> Note | None:
    """Give one note of a screening, if the person may know of it."""
    return next((each for each in notes_of(world, screening) if each.seq == seq), None)


def notes_at(case: Case, question: Question) -> tuple[Note, ...]:
    """Give the notes about what a question asks: its answers, and its criterion or words of it."""
    found = notes_of(case.world, case.id)
    return tuple(each for each in found if _is_at(question, each.about))


def _is_at(question: Question, about: About) -> bool:
    if about.what == "answer":
        return about.of in question.item_ids
    return question.criterion is not None and about.of == question.criterion


def reads_for_the_team(world: World) -> bool:
    """Whether the person is of those for whom notes for the team are."""
    return world.member.role in READING_FOR_THE_TEAM


def notes_to_give(world: World, screening: ScreeningId) -> tuple[Note, ...]:
    """Give the notes of a screening that may leave in a file: the team's, to who reads those."""
    return world.records.notes().of_the_team(screening) if reads_for_the_team(world) else ()


def told_of(case: Case, about: About) -> int | None:
    """Give the colleague whom a note for the team concerns: who gave the answer.

    A note on anything else concerns whoever of the other readers answered last there.
    """
    answers = case.screening.answers
    if about.what == "answer":
        answer = answers.get(about.of)
        return None if answer is None or answer.actor == case.world.actor else answer.actor
    given = sorted(answers.values(), key=lambda each: -each.seq)
    return next((each.actor for each in given if rung(case.world, [each.actor])), None)


def rung(world: World, people: Iterable[int | None]) -> tuple[int, ...]:
    """Give whose phones may ring: colleagues of today who read what is for the team."""
    present = {each.person: each.role for each in world.team.present(world.today)}
    able = (each for each in people if each is not None and each != world.actor)
    return tuple(sorted({each for each in able if present.get(each) in READING_FOR_THE_TEAM}))


def mine(world: World) -> tuple[Note, ...]:
    """Give the notes that concern the person, of unvoided screenings, the latest line first."""
    found = [each for each in _concerning(world) if _is_valid(world, each)]
    return tuple(sorted(found, key=lambda each: -each.last_seq))


def _concerning(world: World) -> tuple[Note, ...]:
    return world.records.notes().concerning(world.actor, world.member.role)


def _is_valid(world: World, note: Note) -> bool:
    screening = world.records.screening(note.screening)
    return screening is not None and not screening.voided


def news(here: Here) -> tuple[Note, ...]:
    """Give the notes of concern of which a colleague has said something that is not seen yet."""
    told = here.focus.notes_told
    found = _concerning(here.world)
    newer = [each for each in found if _latest_of_others(each, here.world.actor) > told]
    return tuple(each for each in newer if _is_valid(here.world, each))


def _latest_of_others(note: Note, person: int) -> int:
    others = [line.seq for line in note.thread if line.actor != person]
    return max((*others, note.seq if note.author != person else 0))


def new_note_rows(here: Here) -> tuple[Row, ...]:
    """Lead to the notes of the person from any card, once a colleague has said something new."""
    is_shown = isinstance(here.focus.place, MyNotes | OneNote | Replying)
    if is_shown or here.world.to_prove.must or not (found := news(here)):
        return ()
    label = here.say("Notes: news ({n}) ›", n=len(found))
    return ((Button(label, Go(MyNotes()), "primary"),),)


def note_rows(here: Here, question: Question) -> tuple[Row, ...]:
    """Lead from an answer to the notes about it: from /review, and wherever there are some."""
    n = len(notes_at(here.case, question))
    if not n and not isinstance(here.focus.opener, Review):
        return ()
    label = here.say("Notes ({n}) ›", n=n) if n else here.say("Note ›")
    opener = here.focus.opener
    review = opener.page if isinstance(opener, Review) else None
    return ((Button(label, Go(NoteList(question=question.id, review=review))),),)


def with_notes_seen(here: Here, turn: Turn) -> Turn:
    """Note up to which entry the person has seen the notes of concern, once a card shows them."""
    place = turn.focus.place
    new = news(here) if isinstance(place, MyNotes | OneNote) else ()
    if not new or (isinstance(place, OneNote) and any(each.seq != place.note for each in new)):
        return turn
    told = max(_latest_of_others(each, here.world.actor) for each in new)
    return replace(turn, focus=replace(turn.focus, notes_told=told))


def writing(case: Case, about: About, back: NoteList) -> WritingNote:
    """Give the way to a note about what the person sees now."""
    return as_seen(case, WritingNote(about, back=back))


def as_seen(case: Case, place: WritingNote) -> WritingNote:
    """Pin a note to the version and the answer that its card shows."""
    answer = case.screening.answers.get(place.about.of) if place.about.what == "answer" else None
    seq = None if answer is None else answer.seq
    readers = place.readers if reads_for_the_team(case.world) else "author"
    return replace(place, fingerprint=case.trial.fingerprint, answer=seq, readers=readers)


def still_there(case: Case, place: Place) -> Place:
    """Give the place itself while its note, its question and its criterion are there.

    What was typed below another answer, or words of another version, is not taken for these.
    """
    match place:
        case OneNote(note=seq, back=back):
            return place if note_of(case.world, case.id, seq) else back
        case Replying(note=seq, seq=last, back=back):
            note = note_of(case.world, case.id, seq)
            is_same = note is not None and note.is_open and note.last_seq == last
            return place if is_same else OneNote(seq, back) if note else back
        case NoteList(question=question) | AboutWhat(back=NoteList(question=question)):
            return place if question in (None, *case.trial.question_by_id) else NoteList()
        case ListingWords(criterion=criterion, fingerprint=seen):
            is_known = criterion in case.trial.criterion_by_id
            if seen == case.trial.fingerprint and is_known:
                return place
            return replace(place, fingerprint=case.trial.fingerprint) if is_known else NoteList()
        case WritingNote():
            return _still_written(case, place)
    return place


def _still_written(case: Case, place: WritingNote) -> Place:
    about, here = place.about, case.trial.fingerprint
    if not _is_known(case, about):
        return NoteList()
    if about.what == "words" and place.fingerprint != here:
        return ListingWords(about.of, here, place.back)  # they may stand elsewhere, or not at all
    seen = as_seen(case, place)
    return place if seen == place else seen


def _is_known(case: Case, about: About) -> bool:
    if about.what == "answer":
        return about.of in case.vocabulary
    if about.what == "screening":
        return True
    criterion = case.trial.criterion_by_id.get(about.of)
    return criterion is not None and (about.span or (0, 0))[1] <= len(criterion.wording)
