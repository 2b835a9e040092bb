from dataclasses import replace
from datetime import date

import pytest

from conversations.approval import Approval
from conversations.cards import show
from conversations.places import Question
from conversations.screen import width
from ectrial.text import Language
from tests.conversations.paths import CONSENT, COUNTS, OPENED, at
from tests.records import Dialogue, trial
from tests.tables import of_each

WIDE_ENOUGH = 30  # letters beside one another on a phone 390 pixels wide


def test_card_says_whose_where_and_what() -> None:
    card = at(*OPENED, "1", "Yes").card

    assert card.blocks[0].text == "S-014"
    assert card.blocks[2].text == "░░░░░░ 3 of 41 · INCL03 inclusion"
    assert card.blocks[3].text.startswith("At diagnosis, was the disease stage IVB")


def test_navigation_stands_below_the_answers_and_what_varies_above() -> None:
    rows = at(*OPENED, "1").card.rows

    assert [[button.label for button in row] for row in rows] == [
        ["↩ Undo ECOG 1"],
        ["Pending"],
        ["Yes", "No", "Not sure"],
        ["‹ Back", "Skip ›"],
        ["Protocol", "Source?", "⋯ More"],
    ]


def test_no_answer_is_coloured() -> None:
    rows = at(*OPENED, "1").card.rows

    assert {button.style for button in rows[0]} == {"plain"}


def test_protocol_text_is_one_tap_away_verbatim() -> None:
    man = at(*OPENED)
    for criterion in trial().criteria:
        question = next((q for q in trial().questions if q.criterion == criterion.id), None)
        if question is None:  # asked with another criterion
            continue
        man.focus = man.focus.at(Question(question.id))

        man.taps("Protocol")

        assert criterion.verbatim in man.text()


def test_protocol_text_closes_again() -> None:
    man = at(*OPENED, "Protocol", "Protocol")

    assert "Eastern Cooperative" not in man.text()


def test_recorded_answer_is_marked_when_coming_back() -> None:
    man = at(*OPENED, "1", "Yes", "‹ Back")

    assert "• Yes" in man.labels()
    assert "Recorded: Yes" in man.text()


def test_differing_answers_of_one_card_are_named() -> None:
    man = at(
        *CONSENT, "Yes", "No", "No", "☐ Allergy: platinum", "Record · other 3: No", "Keep going"
    )

    man.taps("‹ Back")

    assert "Allergy: paclitaxel: No · Allergy: platinum: Yes" in man.text()


def test_back_from_the_first_question_leads_home() -> None:
    man = at(*OPENED, "‹ Back")

    assert man.stands == "home"
    assert "Go on with S-014" in man.labels()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_buttons_of_a_row_fit_side_by_side(language: str) -> None:
    man = Dialogue(language="zh" if language == "zh" else "en")
    man.says("/open S-014 F 40")
    for question in trial().questions:
        man.focus = man.focus.at(Question(question.id))

        for row in man.card.rows[:-2]:
            assert len(row) == 1 or len(row) * max(width(b.label) for b in row) <= WIDE_ENOUGH


@of_each("view", ["/trial", "/help", "/language", "/list", "/new", "⋯ More", "/clear"])
def test_words_to_the_person_show_on_every_card(view: str) -> None:
    man = at(*OPENED, view)

    man.says("/diagnosis")

    assert "I do not know that command; /help lists them." in man.text()


@of_each("view", ["3", "/verdict", "/review", "⋯ More", "/clear"])
def test_typed_text_is_answered_on_every_card(view: str) -> None:
    man = at(*OPENED, view)

    man.says("he is tired")

    assert "Please use the buttons" in man.text()
    assert "no free text is kept here." in man.text()


@pytest.mark.parametrize("view", ["/trial", "/help", "/language"])
def test_side_card_leads_back(view: str) -> None:
    man = at(*OPENED, "1", view)

    man.taps("‹ Back")

    assert "INCL02" in man.text()


def test_cancel_leaves_a_side_card_then_the_screening() -> None:
    man = at(*OPENED, "/clear")

    man.says("/cancel")
    assert "INCL01" in man.text()

    man.says("/cancel")
    assert man.stands == "home"


def test_photo_is_turned_away() -> None:
    man = at(*COUNTS)
    before = man.recorded()

    man.sends()

    assert man.recorded() == before
    assert "Nothing of what you sent is kept." in man.text()


def test_language_is_kept_and_the_card_stays() -> None:
    man = at(*OPENED, "1", "/language", "简体中文")

    assert man.language == "zh"
    assert man.stands == "question"
    assert "INCL02 入选标准" in man.text()


@of_each(
    "steps",
    [
        (*OPENED, "/notes", "Write a note ›", "An answer ›", "1. ", "For the team"),
        (*OPENED, "/review", "INCL01 ECOG"),
        (*OPENED, "/todo"),
        (*COUNTS, "5.2", "3.1", "210", "9.5"),
        (*COUNTS, "ALT 30, AST 25"),
        (*OPENED, "⋯ More", "Consent ›", "Signed…", "Today"),
    ],
)
@of_each("way", ["简体中文", "English", "‹ Back"])
def test_change_of_language_keeps_what_is_half_said(steps: tuple[str, ...], way: str) -> None:
    man = at(*steps)
    before = man.focus

    man.taps_or_says("/language", way)

    assert (man.focus.place, man.focus.opener) == (before.place, before.opener)
    assert man.focus.waiting == before.waiting


def test_language_before_any_screening_leads_home() -> None:
    man = at("/language", "简体中文")

    assert man.stands == "home"


def test_order_changes_back_and_forth() -> None:
    man = at("/new S-014", "⋯ More", "Quick order (excludes soonest)")
    quick = man.text()

    man.taps("⋯ More", "Protocol order")

    assert "EXCL09" in quick
    assert "INCL01" in man.text()
    assert [value for kind, _, value in man.recorded() if kind == "ordered"] == [
        "quick",
        "protocol",
    ]


def test_man_is_never_asked_about_pregnancy() -> None:
    man = at(*OPENED)
    seen = set()
    while man.stands == "question":
        seen.add(man.asked)
        man.taps("Skip ›")

    assert "pregnancy" not in seen
    assert "sex" not in seen


def test_woman_is_asked_about_pregnancy() -> None:
    woman = at("/new S-014 F 33")
    seen = set()
    while woman.stands == "question":
        seen.add(woman.asked)
        woman.taps("Skip ›")

    assert "pregnancy" in seen


def test_study_card_tells_the_facts_and_the_steps() -> None:
    text = at("/trial").text()

    assert "NCT05512520" in text
    assert "End date: 2025-09-30" in text
    assert "confirm that enrolment is open" in text
    assert "How to take part:\n1. The study team makes contact" in text


@pytest.mark.parametrize(
    ("steps", "last"),
    [
        ((), "S-014 · M 58 · ECOG"),
        (("WBC 5.2 ANC 3.1",), "S-014 · M 58 · ECOG"),
    ],
)
def test_subject_and_question_stand_next_to_the_buttons(steps: tuple[str, ...], last: str) -> None:
    man = at(*OPENED, *steps)

    assert man.card.blocks[-1].text == last


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Approved by 伦理委员会: B2022-123, 2022-07-05, for pre-screening."),
        ("zh", "批准：伦理委员会，B2022-123，2022-07-05；范围：pre-screening。"),
    ],
)
def test_help_names_the_approval_if_there_is_one(language: Language, words: str) -> None:
    man = Dialogue(language=language)
    man.says("/help")
    approval = Approval("伦理委员会", "B2022-123", date(2022, 7, 5), "pre-screening")

    card = show(replace(man.world, approval=approval), man.focus)

    assert words in [block.text for block in card.blocks]
    assert "B2022-123" not in man.text()
