"""The team's notes as a table: who said what and resolved it, and nothing that is one's own."""

from zoneinfo import ZoneInfo

import pytest

from ectrial.papers.table import csv_of
from ectrial.papers.team_notes import team_notes
from ectrial.record.notes import Note, fold_notes
from ectrial.wording.speech import speech
from tests.ectrial.record.test_notes import DOCTOR, LEADER, NURSE, replied, resolved, written

NAMES = {NURSE[0]: "Chen", DOCTOR[0]: "Li", LEADER[0]: "Sun"}
SHANGHAI = ZoneInfo("Asia/Shanghai")


def table(*notes: Note) -> list[tuple[str, ...]]:
    return team_notes(
        notes, lambda each: each.about.of, lambda who, _: NAMES[who], SHANGHAI, speech("en")
    )


def test_each_line_stands_there_and_the_note_says_who_resolved_it() -> None:
    entries = [written(1, NURSE), replied(2, DOCTOR, "=seen"), resolved(3, LEADER)]

    head, *rows = table(*fold_notes(entries).of_the_team())

    assert len(head) == 10
    assert [row[2:] for row in rows] == [
        (
            "1",
            "wbc",
            "written",
            "Chen",
            "2026-11-30T17:01+08:00",
            "from the ward round",
            "Sun",
            "2026-11-30T17:03+08:00",
        ),
        ("1", "wbc", "replied", "Li", "2026-11-30T17:02+08:00", "=seen", "", ""),
        ("1", "wbc", "resolved", "Sun", "2026-11-30T17:03+08:00", "", "", ""),
    ]
    assert "'=seen" in csv_of(rows).decode("utf-8-sig")


def test_a_note_of_its_author_alone_is_refused() -> None:
    (private,) = fold_notes([written(1, NURSE, "author")]).seen_by(*NURSE)

    with pytest.raises(ValueError, match="only its author"):
        table(private)
