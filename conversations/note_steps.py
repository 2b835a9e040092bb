"""What the acts about notes record, and whom they concern."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from conversations import acts_of_notes as acts
from conversations.acts import Act
from conversations.case import Case, make_case
from conversations.here import Here
from conversations.notes import note_of, notes_to_give, rung, told_of
from conversations.places_of_notes import OneNote
from conversations.places_to_look_at import Unreadable
from conversations.turn import Document, Turn
from conversations.words.heading import heading
from conversations.words.notes import about_words, trial_of
from conversations.words.people import author_words
from conversations.words.quotes import moved_on
from ectrial.papers.team_notes import team_notes
from ectrial.record.entries import JSON, Kind
from ectrial.record.notes import Note


def open_note(here: Here, act: acts.OpenNote) -> Turn:
    """Open a note in its screening, if it is still there."""
    screening = here.world.records.screening(act.screening)
    if screening is None or screening.voided or not note_of(here.world, act.screening, act.note):
        return here.to(act.back, said=(moved_on(here.say),))
    if not isinstance(make_case(here.world, screening), Case):
        return here.to(Unreadable(), screening=screening.id)
    return here.to(OneNote(act.note, act.back), screening=screening.id)


def set_readers(here: Here, act: acts.SetReaders) -> Turn:
    """Record who reads a note from now on; whom it concerns is told."""
    note = _as_shown(here, act)
    if note is None or not note.may_be_for(act.readers, *_person(here)):
        return Turn(here.focus, toast=moved_on(here.say))
    told = told_of(here.case, note.about) if act.readers == "team" else None
    value = {"note": note.seq, "readers": act.readers, "told": told}
    return _recorded(here, Kind.NOTE_READERS, value, rung(here.world, [told]))


def give(here: Here, act: acts.GiveNotes) -> Turn:
    """Send the team's notes as a file, unless something was said since the card was shown."""
    say, world, id_ = here.say, here.world, here.case.id
    found = notes_to_give(world, id_) if id_ == act.screening else ()
    if max((each.last_seq for each in found), default=None) != act.last:
        return Turn(here.focus, toast=moved_on(say))
    table = team_notes(
        found,
        lambda each: about_words(say, trial_of(world, each), each.about),
        partial(author_words, say, world),
        world.now.tzinfo,
        say,
    )
    told = say("{subject}: the team's notes", subject=heading(say, id_))
    file = Document("notes", told, table)
    return Turn(here.focus.at(here.focus.place), documents=(file,))


def resolve(here: Here, act: acts.ResolveNote) -> Turn:
    """Record that a note is settled; its author is told."""
    return _settled(here, act, Kind.NOTE_RESOLVED, is_open=True)


def reopen(here: Here, act: acts.ReopenNote) -> Turn:
    """Record that a note is open again; its author is told."""
    return _settled(here, act, Kind.NOTE_REOPENED, is_open=False)


def _settled(
    here: Here, act: acts.ResolveNote | acts.ReopenNote, kind: Kind, *, is_open: bool
) -> Turn:
    note = _as_shown(here, act)
    if note is None or note.is_open is not is_open or not note.may_be_resolved_by(*_person(here)):
        return Turn(here.focus, toast=moved_on(here.say))
    rings = rung(here.world, [note.author]) if note.readers == "team" else ()
    return _recorded(here, kind, {"note": note.seq}, rings)


def _as_shown(
    here: Here, act: acts.SetReaders | acts.ResolveNote | acts.ReopenNote
) -> Note | None:
    """Give the note, unless something was said or done about it since its card was shown."""
    found = note_of(here.world, act.screening, act.note) if here.case.id == act.screening else None
    return found if found is not None and found.last_seq == act.last else None


def _person(here: Here) -> tuple[int, str]:
    return here.world.actor, here.world.member.role


def _recorded(here: Here, kind: Kind, value: JSON, rings: tuple[int, ...]) -> Turn:
    entry = here.case.entry(kind, value=value)
    return Turn(here.focus.at(here.focus.place), (entry,), pushes=rings)


STEPS: Mapping[type[Act], Callable[[Here, Any], Turn]] = {
    acts.OpenNote: open_note,
    acts.SetReaders: set_readers,
    acts.ResolveNote: resolve,
    acts.ReopenNote: reopen,
    acts.GiveNotes: give,
}
