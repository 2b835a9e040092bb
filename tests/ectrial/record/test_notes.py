"""Notes as the entries make them: who reads each, its thread, and what makes no sense."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from ectrial.record.entries import Entry, Kind, NewEntry
from ectrial.record.notes import About, Note, Notes, Readers, fold_notes, value_of
from ectrial.record.subjects import ScreeningId
from tests.tables import of_each

ID = ScreeningId("site-1", "TRIAL-7", "S-014", 1)
AT = datetime(2026, 11, 30, 9, tzinfo=UTC)
NURSE, DOCTOR = (7, "coordinator"), (8, "investigator")
LEADER, MONITOR = (9, "principal"), (5, "monitor")
Person = tuple[int, str]
ANSWER = About("answer", "wbc")


def entry(seq: int, by: Person, kind: Kind, value: Any = None, text: str | None = None) -> Entry:
    said = NewEntry(kind, ID.trial, ID, "wbc" if kind is Kind.NOTE_WRITTEN else None, value)
    return Entry(seq, AT + timedelta(minutes=seq), *by, "telegram", replace(said, text=text))


def written(seq: int, by: Person, readers: Readers = "team") -> Entry:
    return entry(
        seq, by, Kind.NOTE_WRITTEN, value_of(ANSWER, readers, None), "from the ward round"
    )


def about(seq: int, by: Person, kind: Kind, text: str | None = None, **more: Any) -> Entry:
    return entry(seq, by, kind, {"note": 1, **more}, text)


def replied(seq: int, by: Person, text: str | None = "seen") -> Entry:
    return about(seq, by, Kind.NOTE_REPLIED, text)


def resolved(seq: int, by: Person) -> Entry:
    return about(seq, by, Kind.NOTE_RESOLVED)


def for_(readers: Readers, seq: int, by: Person) -> Entry:
    return about(seq, by, Kind.NOTE_READERS, readers=readers, told=None)


def the_note(*entries: Entry) -> Note:
    (note,) = fold_notes(entries).seen_by(*NURSE)
    return note


def test_private_note_is_its_authors_alone_and_never_printed() -> None:
    notes = fold_notes([written(1, NURSE, "author")])

    assert [each.text for each in notes.seen_by(*NURSE, ID)] == ["from the ward round"]
    assert notes.of_the_team() == notes.seen_by(*DOCTOR) == notes.seen_by(*LEADER) == ()
    assert "ward" not in repr(notes)


def test_note_for_the_team_is_read_by_all_but_monitors_and_guests() -> None:
    notes = fold_notes([written(1, NURSE)])

    assert notes.seen_by(*DOCTOR, ID) == notes.of_the_team(ID) != ()
    assert notes.seen_by(*MONITOR) == notes.seen_by(1, "guest") == ()


def test_thread_says_who_resolved_it_and_who_opened_it_again() -> None:
    note = the_note(written(1, NURSE), replied(2, DOCTOR), resolved(3, LEADER))
    again = the_note(
        *(written(1, NURSE), replied(2, DOCTOR), resolved(3, LEADER)),
        about(4, NURSE, Kind.NOTE_REOPENED),
    )

    assert note.resolved is not None
    assert (note.resolved.actor, note.resolved.role, note.last_seq) == (9, "principal", 3)
    assert [line.actor for line in again.thread] == [8, 9, 7]
    assert again.is_open


def test_author_shows_a_note_and_takes_it_back_while_nobody_else_has_said_anything() -> None:
    shown = (written(1, NURSE, "author"), for_("team", 2, NURSE))

    assert the_note(*shown).readers == "team"
    assert the_note(*shown, for_("author", 3, NURSE)).readers == "author"
    with pytest.raises(ValueError, match="readers"):
        fold_notes([*shown, replied(3, DOCTOR), for_("author", 4, NURSE)])


PRIVATE, TEAM = written(1, NURSE, "author"), written(1, NURSE)


@of_each(
    "entries",
    [
        [written(1, MONITOR)],
        [replace(TEAM, said=replace(TEAM.said, text=None))],
        [replied(2, DOCTOR)],
        [PRIVATE, replied(2, DOCTOR)],
        [PRIVATE, resolved(2, LEADER)],
        [PRIVATE, for_("team", 2, LEADER)],
        [PRIVATE, for_("author", 2, NURSE)],
        [TEAM, replied(2, MONITOR)],
        [TEAM, replied(2, DOCTOR, None)],
        [TEAM, resolved(2, DOCTOR)],
        [TEAM, for_("author", 2, LEADER)],
        [TEAM, resolved(2, NURSE), resolved(3, NURSE)],
        [TEAM, resolved(2, NURSE), replied(3, DOCTOR)],
        [TEAM, about(2, NURSE, Kind.NOTE_REOPENED)],
        [TEAM, entry(2, DOCTOR, Kind.NOTE_REPLIED, {"note": "1"}, "seen")],
    ],
)
def test_what_makes_no_sense_is_no_note(entries: list[Entry]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        fold_notes(entries)


SPAN = {"about": "words", "span": [0, 9], "readers": "author", "told": None}


@of_each(
    "value",
    [
        *({**SPAN, "span": each} for each in (None, [9, 0], [-1, 9], ["0", 9], 7)),
        *({**SPAN, "about": each} for each in ("answer", "screening", "patient")),
        {**SPAN, "readers": "all"},
        {**SPAN, "told": 8},
        {},
        None,
    ],
)
def test_note_about_nothing_known_is_no_note(value: Any) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        fold_notes([entry(1, NURSE, Kind.NOTE_WRITTEN, value, "words")])


def test_later_entries_are_folded_onto_the_notes_before() -> None:
    entries = [written(1, NURSE), replied(2, DOCTOR), written(3, DOCTOR, "author")]

    at_once, before = fold_notes(entries), fold_notes(entries[:2])

    assert fold_notes(entries[2:], before) == at_once
    assert len(before.seen_by(*DOCTOR)) == 1
    assert fold_notes([]) == Notes()


def test_a_note_concerns_who_wrote_it_and_who_spoke_to_it_while_they_may_read_it() -> None:
    notes = fold_notes([written(1, NURSE), replied(2, DOCTOR), written(3, LEADER, "author")])

    seen = {person: [n.seq for n in notes.concerning(*person)] for person in (NURSE, DOCTOR)}

    assert seen == {NURSE: [1], DOCTOR: [1]}
    assert [each.seq for each in notes.concerning(*LEADER)] == [3]
    assert notes.concerning(DOCTOR[0], "monitor") == ()
