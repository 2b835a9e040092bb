"""Notes in the ledger: beside their screening, refused if senseless, and taken out for good."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ectrial.ledger.copies.redaction import Wish
from ectrial.ledger.copies.rotation import folder_of, keep_copy
from ectrial.ledger.errors import RefusedError
from ectrial.ledger.ledger import Author, Ledger
from ectrial.ledger.redacting import redact
from ectrial.ledger.tables.chain import canonical
from ectrial.ledger.verify import verify_file
from ectrial.record.entries import JSON, Kind, NewEntry, Reason
from ectrial.record.notes import About, Readers, fold_notes, value_of
from tests.ectrial.ledger.deeds import set_last
from tests.ectrial.ledger.owner import rewrite
from tests.ectrial.ledger.samples import NURSE, SITE, TRIAL, called, open_ledger, opened, said

DOCTOR = Author(7_002, "investigator")
ID = called("S-001/1")
SECRET, SEEN = "asked the ward in Songjiang", "the ward in Songjiang agrees"
AT = datetime(2026, 2, 1, tzinfo=UTC)


def note(readers: Readers = "author", text: str = SECRET, of: str = "S-001/1") -> NewEntry:
    value = value_of(About("answer", "wbc"), readers, None)
    return NewEntry(Kind.NOTE_WRITTEN, TRIAL, called(of), "wbc", value, text=text)


def reply(to: int, text: str = SEEN) -> NewEntry:
    return NewEntry(Kind.NOTE_REPLIED, TRIAL, ID, value={"note": to}, text=text)


def test_notes_are_the_same_after_a_restart(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.append([opened(), note("team")], NURSE)
        ledger.append([reply(2)], DOCTOR)
        before = ledger.notes()

    with open_ledger(path) as ledger:
        assert ledger.notes() == before == fold_notes(ledger.entries())
        assert ledger.verify().holds
    (found,) = before.of_the_team(ID)
    assert (found.text, [line.text for line in found.thread]) == (SECRET, [SEEN])


def test_screening_and_its_row_say_nothing_of_a_note(ledger: Ledger) -> None:
    ledger.append([opened(), said(Kind.ANSWERED, "ecog", 1)], NURSE)
    before = ledger.screening(ID), ledger.screenings(limit=9)

    ledger.append([note()], DOCTOR)

    assert (ledger.screening(ID), ledger.screenings(limit=9)) == before
    assert ledger.verify().holds
    ledger.append([said(Kind.ANSWERED, "hiv", False)], NURSE)
    assert ledger.verify().holds


def test_list_is_made_anew_without_the_notes(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.append([opened(), note()], DOCTOR)
        before = ledger.screenings(limit=9)
    rewrite(path, lambda rows: None, with_care=True)

    with open_ledger(path) as ledger:
        assert ledger.screenings(limit=9) == before
        assert ledger.verify().holds


@pytest.mark.parametrize(
    "senseless",
    [
        reply(9),
        reply(2),
        note("team", ""),
        note(of="S-002/1"),
        NewEntry(Kind.NOTE_RESOLVED, TRIAL, ID, value={"note": 2}),
        replace(note(), text=""),
        NewEntry(Kind.NOTE_WRITTEN, TRIAL, None, "wbc", value_of(About("answer"), "author", None)),
    ],
)
def test_note_that_makes_no_sense_is_refused(ledger: Ledger, senseless: NewEntry) -> None:
    ledger.append([opened(), note()], NURSE)

    with pytest.raises(RefusedError):
        ledger.append([senseless], DOCTOR)

    assert len(list(ledger.entries())) == 2


NOWHERE = {"screening": None, "subject": None, "episode": None}


@pytest.mark.parametrize(
    "cells",
    [
        *({"value": value} for value in (None, canonical({"note": 9}), canonical({"note": "2"}))),
        *({"role": "monitor"}, {"text": None}, NOWHERE),
    ],
)
def test_note_that_makes_no_sense_in_a_record_is_told(
    path: Path, tmp_path: Path, cells: dict[str, JSON]
) -> None:
    with open_ledger(path) as ledger:
        ledger.append([opened(), note("team")], NURSE)
        ledger.append([reply(2)], DOCTOR)
    copy = Path(shutil.copy(path, tmp_path / "other.db"))

    rewrite(copy, set_last(Kind.NOTE_REPLIED, **cells), with_care=True)

    assert verify_file(path).holds
    assert "entry 3, note_replied, makes no sense" in [e.fault for e in verify_file(copy).breaks]


@pytest.mark.parametrize("whole", [False, True])
def test_words_of_a_note_are_gone_from_each_byte(path: Path, *, whole: bool) -> None:
    with open_ledger(path) as ledger:
        ledger.append([opened(), note(), note("team", SEEN)], NURSE)
        ledger.append([reply(3, "Songjiang once more")], DOCTOR)
    gone = ("S-001",) if whole else (SECRET, SEEN, "Songjiang once more")

    for words in gone:
        wish = Wish((SITE, TRIAL), words, Reason.PERSONAL_DATA, NURSE)
        redact(path, wish_for(wish, whole=whole), AT, None, folder_of(path))
    keep_copy(path, folder_of(path), AT, "daily")

    kept = [each.read_bytes() for each in path.parent.rglob("*") if each.is_file()]
    assert not any(b"Songjiang" in each for each in kept)
    assert verify_file(path).holds
    with open_ledger(path) as ledger:
        told = [each.text for each in ledger.notes().seen_by(NURSE.actor, NURSE.role)]
    assert len(told) == (0 if whole else 2)
    assert all(each.startswith("REDACTED-") for each in told)


def wish_for(wish: Wish, *, whole: bool) -> Wish:
    """Redact a subject with its answers, or a text."""
    given = (wish.place, wish.code, wish.reason, wish.author)
    return Wish(*given, with_answers=True) if whole else Wish(*given, is_text=True)
