"""A screening that cannot be assessed is shown with the reason, and harms no other."""

import dataclasses
from datetime import timedelta

import pytest

from ectrial.record.entries import Entry, Kind
from tests.conversations.paths import ALT, OPENED, at
from tests.records import Dialogue, MemoryRecords

WAYS = [
    "/resume",
    "/verdict",
    "/review",
    "/clear",
    "/open S-013",
    "/cancel",
    "5.2",
    "S-013",
]


def broken(records: MemoryRecords, number: int, **changed: object) -> None:
    """Write one entry of the record as no version of ours would."""
    entry = records.entries[number]
    records.entries[number] = dataclasses.replace(
        entry, said=dataclasses.replace(entry.said, **changed)
    )


@pytest.fixture(params=["answers", "version"])
def records(request: pytest.FixtureRequest) -> MemoryRecords:
    """Two screenings: the first cannot be read any more."""
    first = at("/new S-013 M 60", "1")
    if request.param == "answers":
        broken(first.records, 3, value={"value": "1", "unit": "furlong"})
    else:
        broken(first.records, 0, protocol_hash="f" * 64)
    second = Dialogue(first.records)
    second.now = first.now + timedelta(minutes=1)
    second.taps_or_says(*OPENED, "1")
    return first.records


def chat(records: MemoryRecords) -> Dialogue:
    dialogue = Dialogue(records)
    dialogue.later(minutes=5)
    return dialogue


def test_list_marks_it_and_opens_the_others(records: MemoryRecords) -> None:
    man = chat(records)

    man.says("/list")

    assert "S-013 · M 60 · ⚠️ cannot be read" in man.labels()
    man.taps("S-014 · M 58 · 3/39")
    assert man.stands == "question"


def test_it_opens_read_only_with_what_is_the_matter(records: MemoryRecords) -> None:
    man = chat(records)

    man.taps_or_says("/list", "S-013 · M 60 · ⚠️ cannot be read")

    assert man.stands == "unreadable"
    assert "nothing can be answered or changed" in man.text()
    assert "4 answers" in man.text() or "3 answers" in man.text()
    assert man.labels() == ["Screenings", "Home"]


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_recorded_for_it_whatever_is_done(records: MemoryRecords, way: str) -> None:
    man = chat(records)
    man.taps_or_says("/list", "S-013 · M 60 · ⚠️ cannot be read")
    before = len(records.entries)

    man.says(way)

    assert man.text()
    about = [entry.said.screening for entry in records.entries[before:]]
    assert all(screening is None or screening.subject != "S-013" for screening in about)


def test_limits_offered_from_others_go_on() -> None:
    first = at(*ALT, "30/50 U/L")
    broken(first.records, 3, value={"value": "1", "unit": "furlong"})
    second = Dialogue(first.records)
    second.now = first.now
    second.taps_or_says("/new S-015 M 44", "ALT 22 U/L")

    assert "S-014 had ALT 50 U/L." in second.text()


def test_one_that_stood_open_here_is_shown_with_the_reason() -> None:
    man = at(*OPENED, "1")
    broken(man.records, 0, protocol_hash="f" * 64)

    assert man.stands == "unreadable"
    assert "Protocol version 2 of this screening is not loaded here." in man.text()
    assert isinstance(man.records.entries[0], Entry)
    assert man.entries(Kind.OPENED)
