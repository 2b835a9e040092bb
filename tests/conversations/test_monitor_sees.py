"""What a monitor is shown anywhere: codes, roles and dates; no name and no note of the site."""

from collections import deque
from datetime import timedelta
from functools import cache

import pytest

from conversations.focus import Focus
from conversations.places import Place
from conversations.places_of_queries import OpenItem, Saying
from conversations.places_of_signing import Deviations, DeviationText, SignOff
from conversations.places_to_look_at import ForwardText
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.team import Terms
from ectrial.text import Language
from tests.conversations.paths import with_same_entries
from tests.conversations.test_queries import THREE_OPEN
from tests.records import ADMIN, START, Dialogue, MemoryRecords, added

CHEN, LI, PI, WANG, GONE = 7, 8, 9, 10, 11
NAMES = {CHEN: "Chenxq", LI: "Lixq", PI: "Sunxq", GONE: "Gonexq", 12: "Newxq"}
NOTE, DEVIATION = "ask the ward firstxq", "dose a day latexq"
FEW, MOST = 20, 3000
ITEM = "allergy_monoclonal_antibody"


def joins(records: MemoryRecords, person: int, terms: Terms) -> None:
    records.append([added(person, terms, NAMES.get(person, ""))], ADMIN, START, "principal")


def told(records: MemoryRecords, person: int, kind: Kind, item: int, value: object) -> None:
    new = NewEntry(kind, "EC-CRT-003", item=str(item), value=value)
    records.append([new], person, START)


@pytest.fixture
def records() -> MemoryRecords:
    """A record with everything that has a name or a note in it."""
    return with_same_entries(_records())


@cache
def _records() -> MemoryRecords:
    records = MemoryRecords()
    for person in (CHEN, LI, GONE):
        joins(records, person, Terms.of("coordinator"))
    joins(records, PI, Terms.of("principal"))
    joins(records, WANG, Terms.of("monitor"))
    chen = Dialogue(records, actor=CHEN)
    chen.taps_or_says(*THREE_OPEN, "Who settles? ›", "Lixq", "Record (3)")
    chen.taps_or_says("Open items (3) ›", "EXCL04 Allergy: monoclonal anti…")
    chen.taps_or_says("Say something ›", NOTE, "‹ Back", "‹ Back")
    chen.taps_or_says("⋯ More", "Deviation already made…", "Today", DEVIATION)
    chen.taps_or_says("/new S-015 F 61", "1", "/shift", "Lixq")
    case = chen.case
    records.append(
        [case.entry(Kind.SIGNATURE_ASKED, value={"to": GONE, "hash": "ab"})], CHEN, START
    )
    signed = NewEntry(
        Kind.SIGNED,
        case.id.trial,
        screening=case.id,
        value={"meaning": "eligible", "hash": "ab", "day": "2026-11-20"},
        text=NAMES[PI],
    )
    records.append([signed], PI, START, "principal")
    until = (START + timedelta(days=9)).date().isoformat()
    told(records, LI, Kind.AWAY, LI, {"until": until, "cover": CHEN})
    told(records, ADMIN, Kind.STAFF_REMOVED, GONE, {"work": CHEN})
    invited = Dialogue(records, actor=ADMIN)
    invited.taps_or_says("/team", "Invite ›", "coordinator", NAMES[12], "Make the invite")
    said = {entry.said.kind: entry.said for entry in records.entries}
    assert said[Kind.DEVIATION].text == DEVIATION
    assert {Kind.QUERY_SAID, Kind.SHIFT_OFFERED, Kind.STAFF_INVITED} <= set(said)
    return records


def leaks(dialogue: Dialogue) -> set[str]:
    """Give the names and notes on the card and in all that came with it."""
    last = dialogue.last
    beside = (*last.messages, last.toast, *(d.caption for d in (*last.documents, *last.pictures)))
    shown = "\n".join((dialogue.text(), *dialogue.labels(), *beside))
    return {each for each in (*NAMES.values(), NOTE, DEVIATION) if each in shown}


def looked_at(wang: Dialogue, most: int) -> set[str]:
    """Look at a number of cards, and at what each of their buttons brings; give their places."""
    records, language = wang.records, wang.language
    left = deque[Focus]()
    for command in ("/start", "/todo", "/team", "/list", "/shift", "/help", "/verdict S-014"):
        wang.says(command)
        left.append(wang.focus)
    for command in ("/review S-014", "/verdict S-015", "/review S-015", "/clear S-014"):
        wang.says(command)
        left.append(wang.focus)
    seen = set[tuple[str, ...]]()
    while left and len(seen) < most:
        focus = wang.focus = left.popleft()
        if (card := (wang.stands, wang.text(), *wang.labels())) in seen:
            continue
        seen.add(card)
        assert leaks(wang) == set(), wang.text()
        for label in card[2:]:
            entries, wang.focus, wang.language = [*records.entries], focus, language
            wang.taps(label)
            assert leaks(wang) == set(), (label, wang.text())
            assert wang.last.documents == ()
            left.append(wang.focus)
            records.entries[:] = entries
    assert not left or most == FEW, "some cards were not looked at"
    return {stands for stands, *_ in seen}


def test_no_name_or_note_on_the_first_cards(records: MemoryRecords) -> None:
    places = looked_at(Dialogue(records, actor=WANG), FEW)

    assert {"verdict", "review", "team", "to_do"} <= places


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_name_or_note_on_any_card_that_buttons_reach(
    records: MemoryRecords, language: Language
) -> None:
    places = looked_at(Dialogue(records, actor=WANG, language=language), MOST)

    assert {"verdict", "review", "question", "raising", "open_item", "team", "colleague"} <= places


@pytest.mark.parametrize(
    "place",
    [
        *(ForwardText(), SignOff(), OpenItem(ITEM)),
        *(
            pytest.param(each, marks=pytest.mark.long)
            for each in (Deviations(), DeviationText(START.date()), Saying(ITEM, 1))
        ),
    ],
)
def test_no_name_or_note_on_a_card_that_was_open_before_the_role_changed(
    records: MemoryRecords, place: Place
) -> None:
    chen = Dialogue(records, actor=CHEN)
    chen.taps_or_says("/verdict S-014")
    chen.focus = chen.focus.at(place)
    before = chen.text()

    joins(records, CHEN, Terms.of("monitor"))

    assert leaks(chen) == set(), chen.text()
    assert before


def test_where_a_note_stands_its_line_says_so(records: MemoryRecords) -> None:
    wang = Dialogue(records, actor=WANG)
    wang.taps_or_says("/verdict S-014")

    wang.focus = wang.focus.at(OpenItem(ITEM))

    assert "coordinator 7: a note of the site" in wang.text()


def test_the_site_still_reads_names_and_notes(records: MemoryRecords) -> None:
    chen = Dialogue(records, actor=CHEN)
    chen.taps_or_says("/verdict S-014")

    chen.focus = chen.focus.at(OpenItem(ITEM))

    assert leaks(chen) >= {NAMES[LI], NOTE}
