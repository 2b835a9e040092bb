"""Notes: nobody but the author ever learns of a private one; the team reads and settles others."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.rendering import render
from conversations.free_text import LONGEST
from conversations.words.notes import about_words, trial_of
from ectrial.record.entries import Kind, NewEntry, Reason
from ectrial.record.notes import Note
from ectrial.record.team import Role, Terms
from ectrial.wording.speech import speech
from tests.conversations.paths import at
from tests.records import ADMIN, START, Dialogue, MemoryRecords, added

CHEN, LI, SUN, WANG = 7, 8, 9, 10
TEAM: dict[int, tuple[str, Role]] = {
    CHEN: ("Chenxq", "coordinator"),
    LI: ("Lixq", "investigator"),
    SUN: ("Sunxq", "principal"),
    WANG: ("Wangxq", "monitor"),
}
SECRET, SAID = "asked the ward firstxq", "the ward agrees by nowxq"
OPENS = f"✎ {SAID}"
WRITE = ("/notes S-014", "Write a note ›")
ANSWERED = ("/new S-014 M 58", "1", "Yes")
HEAD = re.compile(r"· [0-9a-f]{12}$", re.MULTILINE)


def begun() -> Dialogue:
    """Give a coordinator with a screening at hand, in a team."""
    records = MemoryRecords()
    for person, (name, role) in TEAM.items():
        records.append([added(person, Terms.of(role), name)], ADMIN, START, "principal")
    return at(*ANSWERED, records=records, actor=CHEN)


@pytest.fixture
def chen() -> Dialogue:
    return begun()


def beside(chen: Dialogue, person: int) -> Dialogue:
    """Give a colleague at the same moment, on a phone of their own."""
    other = Dialogue(chen.records, actor=person)
    other.now = chen.now
    return other


def writes(person: Dialogue, text: str, *ways: str) -> Note:
    """Write a note about the first answer, or by another way; give it."""
    person.taps_or_says(*WRITE, *(ways or ("An answer ›", "INCL01 ECOG")), text)
    (*_, last) = person.records.notes().seen_by(person.actor, person.world.member.role)
    assert last.text == text, person.text()
    return last


def shown(person: Dialogue) -> str:
    """Give all that a person is shown and told, without the head of the record."""
    last = person.last
    told = (*last.messages, last.toast, *(each.text for each in person.card.blocks))
    return HEAD.sub("", "\n".join((*told, *person.labels())))


def test_note_for_oneself_rings_nobody_and_is_shown_to_nobody(chen: Dialogue) -> None:
    writes(chen, SECRET)

    assert chen.last.pushes == ()
    assert SECRET in chen.says("/review").blocks[3].text
    for person in (LI, SUN, WANG):
        other = beside(chen, person)
        other.taps_or_says("/review S-014", "/notes", "My notes, all subjects ›")
        assert "My notes (0)" in other.text()


def with_private_notes(chen: Dialogue) -> None:
    """Write a private note of every kind, speak in one, settle one, and leave one half written."""
    for ways in (
        *((), ("A criterion ›", "INCL01 ECOG ≤ 2")),
        ("Words of the listing ›", "thoracic irradiation"),
        ("The screening as a whole",),
    ):
        writes(chen, SECRET, *ways)
    for deed in (f"✎ {SECRET}", "Add to it ›", SECRET, "Resolve", "Open again", "Resolve"):
        chen.taps_or_says(deed)
        assert chen.last.pushes == ()
    chen.taps_or_says(*WRITE, "The screening as a whole")


COMMANDS = ("/review S-014", "/notes S-014", "/list", "/todo", "/verdict S-014", "/start", "/team")


@given(
    who=st.sampled_from([LI, SUN, WANG]),
    steps=st.lists(st.tuples(st.integers(0, 30), st.sampled_from(COMMANDS)), max_size=7),
)
def test_nothing_that_others_see_depends_on_private_notes(
    who: int, steps: list[tuple[int, str]]
) -> None:
    with_notes, without = begun(), begun()
    with_private_notes(with_notes)
    walks = beside(with_notes, who), beside(with_notes, who)
    walks[1].records = without.records

    for number, command in steps:
        seen = []
        for person in walks:
            labels = person.labels()
            deed = labels[number] if number < len(labels) else command
            person.taps_or_says(deed)
            seen.append((shown(person), person.last.pushes, person.last.entries))
        assert seen[0] == seen[1]
        assert SECRET not in seen[0][0]


def test_note_for_the_team_rings_who_answered_and_stands_in_the_review(chen: Dialogue) -> None:
    li = beside(chen, LI)
    writes(li, SAID, "An answer ›", "INCL01 ECOG", "For the team")

    assert li.last.pushes == (CHEN,)
    assert "Notes: news (1) ›" in chen.labels()
    chen.says("/review")
    assert f"Lixq · for the team: “{SAID}”" in chen.text()


@pytest.mark.parametrize(
    "ways",
    [
        ("A criterion ›", "INCL01 ECOG ≤ 2"),
        ("Words of the listing ›", "thoracic irradiation"),
        ("The screening as a whole",),
    ],
)
def test_note_on_no_answer_rings_the_other_who_answered_last(
    chen: Dialogue, ways: tuple[str, ...]
) -> None:
    li = beside(chen, LI)
    writes(li, SAID, *ways, "For the team")

    assert li.last.pushes == (CHEN,)
    assert "Notes: news (1) ›" in chen.labels()


def test_reply_rings_all_who_spoke_and_is_news_until_it_is_seen(chen: Dialogue) -> None:
    writes(chen, SAID, "The screening as a whole", "For the team")
    li = beside(chen, LI)
    li.taps_or_says("/notes S-014", OPENS, "Reply ›", "seen by me")

    assert li.last.pushes == (CHEN,)
    chen.taps("Notes: news (1) ›")
    chen.says("/verdict")
    assert not [each for each in chen.labels() if "news" in each]
    sun = beside(li, SUN)
    sun.taps_or_says("/notes S-014", OPENS, "Reply ›", "and by me")
    assert sun.last.pushes == (CHEN, LI)


def test_who_may_resolves_it_and_the_data_say_who(chen: Dialogue) -> None:
    writes(chen, SAID, "The screening as a whole", "For the team")
    li, sun = beside(chen, LI), beside(chen, SUN)

    assert "Resolve" not in li.taps_or_says("/notes S-014", OPENS).rows[0][0].label
    sun.taps_or_says("/notes S-014", OPENS, "Resolve")

    (note,) = chen.records.notes().of_the_team(chen.screening.id)
    assert note.resolved is not None
    assert (note.resolved.actor, note.resolved.role) == (SUN, "principal")
    assert li.labels() == ["‹ Back"]
    li.says("what I was about to say")
    assert len(note.thread) == 1


def test_file_has_the_notes_of_the_team_with_who_resolved_them_and_no_private_one(
    chen: Dialogue,
) -> None:
    writes(chen, SECRET)
    writes(chen, SAID, "The screening as a whole", "For the team")
    chen.taps_or_says(OPENS, "Resolve", "/notes", "As a file")

    (file,) = chen.last.documents
    _, written, resolved, *more = [",".join(row) for row in file.content]

    assert more == []
    assert f",{SAID},Chenxq," in written
    assert ",resolved,Chenxq," in resolved
    assert SECRET not in str(file.content)
    wang = beside(chen, WANG)
    wang.says("/notes S-014")
    assert "As a file" not in wang.labels()


def test_file_that_a_card_did_not_show_is_not_given(chen: Dialogue) -> None:
    writes(chen, SAID, "The screening as a whole", "For the team")
    give = chen.says("/notes") and chen.button("As a file")
    li = beside(chen, LI)
    li.taps_or_says("/notes S-014", OPENS, "Reply ›", "seen by me")

    assert give not in chen.buttons()
    assert "As a file" in chen.labels()


def test_what_a_card_did_not_show_is_not_resolved_by_it(chen: Dialogue) -> None:
    writes(chen, SAID, "The screening as a whole", "For the team")
    chen.taps_or_says("/notes", OPENS)
    resolve = chen.button("Resolve")
    li = beside(chen, LI)
    li.taps_or_says("/notes S-014", OPENS, "Reply ›", "seen by me")

    assert resolve not in chen.buttons()


def test_monitor_reads_no_note_of_the_site_and_keeps_own_ones(chen: Dialogue) -> None:
    writes(chen, SAID, "The screening as a whole", "For the team")
    wang = beside(chen, WANG)
    wang.taps_or_says(*WRITE, "The screening as a whole")

    assert wang.labels() == ["‹ Back"]
    wang.says("look at the source")
    assert "Notes (1)" in wang.text()
    assert SAID not in shown(wang)
    assert "Notes (1)" in chen.says("/notes").blocks[1].text


def test_author_who_became_a_monitor_writes_for_nobody_else(chen: Dialogue) -> None:
    chen.taps_or_says(*WRITE, "The screening as a whole", "For the team")
    chen.records.append([added(CHEN, Terms.of("monitor"))], ADMIN, START, "principal")
    chen.says(SECRET)

    assert not chen.entries(Kind.NOTE_WRITTEN)
    chen.says(SECRET)
    (written,) = chen.entries(Kind.NOTE_WRITTEN)
    assert written.value["readers"] == "author"


def test_private_notes_of_who_left_are_read_by_nobody(chen: Dialogue) -> None:
    writes(chen, SECRET)
    value = {"work": LI}
    gone = NewEntry(Kind.STAFF_REMOVED, "EC-CRT-003", item=str(CHEN), value=value)
    chen.records.append([gone], ADMIN, START, "principal")

    for person in (LI, SUN, ADMIN):
        assert "Notes (0)" in beside(chen, person).taps_or_says("/notes S-014").blocks[1].text
    assert SECRET in [each.said.text for each in chen.records.entries]


def test_notes_of_a_voided_screening_are_back_with_it(chen: Dialogue) -> None:
    writes(chen, SAID, "The screening as a whole", "For the team")
    void = replace(chen.case.entry(Kind.VOIDED), reason=Reason.DUPLICATE)
    chen.records.append([void], CHEN, chen.now)

    assert "My notes (0)" in chen.taps_or_says("/start", "/notes").blocks[0].text
    chen.taps_or_says("/open S-014", "↩ Restore it as it was")
    assert "Notes (1)" in chen.says("/notes").blocks[1].text


@pytest.mark.parametrize(
    "text", ["turned \u202e round", "hidden\u200f mark", "bell \x07", "x" * (LONGEST + 1)]
)
def test_unreadable_or_long_words_are_no_note(chen: Dialogue, text: str) -> None:
    chen.taps_or_says(*WRITE, "The screening as a whole")
    chen.says(text)

    assert not chen.entries(Kind.NOTE_WRITTEN)
    assert chen.stands == "writing_note"


def test_markup_in_a_note_is_shown_as_it_was_typed(chen: Dialogue) -> None:
    markup = "<b>bold</b> <a href='tg://user?id=1'>x</a> &lt;"
    writes(chen, markup, "The screening as a whole", "For the team")

    for way in ("/notes", "/review"):
        told = render(chen.says(way), 1, "en").html
        assert "<b>bold" not in told
        assert "&lt;b&gt;bold&lt;/b&gt; &lt;a href=" in told


def test_card_of_a_long_thread_fits_a_message(chen: Dialogue) -> None:
    long = "w & " * (LONGEST // 4)
    chen.taps_or_says(*WRITE, "The screening as a whole", "For the team", long.strip())
    chen.taps("✎ w & w & w & w & w & w & w & w…")
    for n in range(12):
        chen.taps_or_says("Reply ›", f"{n} {long}"[: LONGEST - 1])

    assert "4 earlier lines" in chen.text()
    assert len(chen.text()) < 4096


def test_words_of_the_listing_are_found_as_they_stand_and_nothing_else_is_kept(
    chen: Dialogue,
) -> None:
    chen.taps_or_says(*WRITE, "Words of the listing ›")
    before = len(chen.records.entries)

    assert "do not stand in the listing so" in shown_after(chen, "the fit and willing")
    assert "Your message is deleted" in shown_after(chen, "call 138 0013 8000")
    assert chen.last.unwanted
    assert [each.said.kind for each in chen.records.entries[before:]] == [Kind.IDENTIFIER_STOPPED]
    chen.says("“Thoracic  irradiation”")
    assert "EXCL03 “thoracic irradiation”" in chen.text()


def shown_after(person: Dialogue, text: str) -> str:
    person.says(text)
    return shown(person)


def test_note_under_an_older_version_still_quotes_its_words(chen: Dialogue) -> None:
    note = writes(chen, SAID, "Words of the listing ›", "thoracic irradiation")
    unknown = replace(note, version="99")

    assert about(chen, note) == "EXCL03 “thoracic irradiation”"
    assert about(chen, unknown) == "EXCL03"


def about(person: Dialogue, note: Note) -> str:
    return about_words(speech("en"), trial_of(person.world, note), note.about)


def test_bare_name_in_a_note_is_asked_about_and_kept_nowhere(chen: Dialogue) -> None:
    chen.taps_or_says(*WRITE, "The screening as a whole", "For the team", "Li Na came late")

    assert chen.stands == "name_asked"
    assert not chen.entries(Kind.NOTE_WRITTEN)
    chen.taps("No name: record it")
    (written,) = chen.entries(Kind.NOTE_WRITTEN)
    assert (written.text, written.value["readers"]) == ("Li Na came late", "team")


def test_list_is_read_in_pages(chen: Dialogue) -> None:
    for n in range(9):
        writes(chen, f"remark number {n}", "The screening as a whole")

    assert "Page 1 of 2" in chen.text()
    chen.taps("More ›", "✎ remark number 0")
    assert chen.stands == "one_note"
    assert "remark number 0" in chen.text()


def test_redacted_words_are_told_as_that_wherever_a_note_is_shown(chen: Dialogue) -> None:
    value = {"about": "screening", "span": None, "readers": "team", "told": None}
    screening = chen.screening.id
    written = NewEntry(
        Kind.NOTE_WRITTEN, screening.trial, screening, value=value, text="REDACTED-12"
    )
    chen.records.append([written], LI, START, "investigator")

    for steps in (("/notes S-014",), ("/review",), ("/notes S-014", "✎ (the words are redacted)")):
        chen.taps_or_says(*steps)
        assert "(the words are redacted)" in shown(chen)
        assert "REDACTED" not in shown(chen)


def test_own_words_are_quoted_in_one_place_which_knows_of_redaction() -> None:
    quotes = re.compile(r"“{\w+\.(?:text|words|reason)\b")
    sources = (Path(__file__).parents[2] / "conversations").rglob("*.py")

    assert [each.name for each in sources if quotes.search(each.read_text("utf-8"))] == []
