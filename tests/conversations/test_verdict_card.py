from collections.abc import Callable
from functools import cache, partial

import pytest

from conversations import answers
from conversations.acts import Copy, Record
from conversations.case import make_case
from conversations.drafts import Values
from conversations.flows.forwarding import MOST_COPIED
from conversations.places_to_look_at import OpenQuestions
from conversations.screen import LABEL_WIDTH, Button, height, width
from conversations.turn import Turn
from conversations.words.phone import LINE, PHONE, ROW, lines_of
from conversations.words.verdict import opens
from ectrial.record.entries import Kind
from ectrial.text import Language
from tests.conversations.paths import (
    CONSENT,
    COUNTS,
    COUNTS_UNDATED,
    ELIGIBLE,
    HBSAG,
    OPENED,
    at,
)
from tests.records import Dialogue, trial
from tests.tables import of_each

MORE = "33 more ›"
OUTCOMES = ("✅ Eligible on the listed criteria", "⛔ Not eligible", "❓ Undetermined")
CONFIRMS = {  # by the language that the text's card offers beside it
    "中文": "Pre-screen only: the investigator confirms.",
    "English": "仅为预筛选，须由研究者确认。",
}


def test_outcome_stands_first_on_one_line() -> None:
    for steps in (ELIGIBLE, (*OPENED, "3", "Stop here"), (*OPENED, "/verdict")):
        card = at(*steps).card

        heading, outcome = card.blocks[:2]

        assert (heading.text, heading.look, outcome.look) == ("S-014", "title", "title")
        assert outcome.text in OUTCOMES


def test_every_verdict_leaves_the_last_word_to_the_investigator() -> None:
    for steps in (ELIGIBLE, (*OPENED, "3", "Stop here"), (*OPENED, "/verdict")):
        man = at(*steps)

        assert "The investigator confirms." in man.text()

        for label in ("Text to forward", "Full text", "中文", "Short text"):
            man.taps(label)

            assert man.text().splitlines()[-2] == CONFIRMS[man.labels()[-2]]


def test_text_to_forward_ends_with_the_head_that_covers_its_verdict() -> None:
    man = at(*OPENED, "3")
    man.taps("Stop, text to forward")

    for label in ("Full text", "中文", "Short text"):
        seq = len(man.records.entries)

        assert man.text().splitlines()[-1] == f"· {seq:012d}"
        assert seq >= man.screening.last_seq >= verdict_given(man)

        man.records.append(man.entries(Kind.OPENED), 8, man.now)
        man.taps(label)


def verdict_given(man: Dialogue) -> int:
    return max(e.seq for e in man.records.entries if e.said.kind is Kind.VERDICT_GIVEN)


def test_failing_criterion_stands_with_its_proof() -> None:
    man = at(*OPENED, "3", "Stop here")

    assert "✗ INCL01 ECOG ≤ 2\n   ECOG 3 > 2 ✗" in man.text()


def test_unresolved_says_what_would_settle_it() -> None:
    man = at(*OPENED, "Not sure", "/verdict")

    assert "? INCL01 Treating doctor's note (in the chart); score ECOG at the" in man.text()


def test_button_opens_the_unresolved_question() -> None:
    man = at(*OPENED, "Not sure", "/verdict")

    man.taps("? INCL01 ECOG")

    assert man.asked == "ecog"


def test_unasked_is_counted_apart_from_unresolved() -> None:
    man = at(*OPENED, "Not sure", "/verdict")

    assert "Unresolved (1). What would settle it:\n? INCL01" in man.text()
    assert "Not asked yet: 22 criteria" in man.text()


def test_forwarded_text_names_what_was_not_asked() -> None:
    man = at(*CONSENT, "Yes", "Yes", "Stop here", "Text to forward")

    assert man.text().splitlines() == [
        "For the study team only",
        "EC-CRT-003 · S-014",
        "⛔ Not eligible",
        "Consent: not asked",
        "✗ EXCL02 Intracranial metastasis at diagnosis",
        "Not asked yet: 9 criteria",
        "Sampled 2026-11-23",
        "2026-11-23 09:02 · protocol version 2",
        CONFIRMS["中文"],
        "· 000000000030",
    ]

    man.taps("Full text")

    assert "   Intracranial metastasis at diagnosis: Yes ✗" in man.text().splitlines()
    assert (
        "Not asked: EXCL03, EXCL04, EXCL05, EXCL06, EXCL07, EXCL08, EXCL10, EXCL11, EXCL12"
        in man.text()
    )


def test_short_text_is_copied_by_a_button() -> None:
    man = at(*ELIGIBLE, "Yes", "Text to forward")

    assert man.button("Copy").act == Copy(man.text())
    assert len(man.text()) <= MOST_COPIED


def test_text_too_long_for_a_button_has_none() -> None:
    man = at(*ELIGIBLE, "Yes", "Text to forward", "Full text")

    assert "Copy" not in man.labels()


def test_short_text_names_infections_and_pregnancy_by_id_alone() -> None:
    man = at(*HBSAG, "Positive", "3000 IU/mL", "Stop here", "Text to forward")

    assert "✗ EXCL12\n" in man.text()

    man.taps("Full text")

    assert "HBV DNA 3000 IU/mL" in man.text()


def test_full_text_says_who_answered_and_when_samples_were_taken() -> None:
    man = at(*ELIGIBLE, "Text to forward", "Full text")

    assert "S-014\nMale · 58 years\n" in man.text()
    assert "Sampled 2026-11-23: WBC, ANC, Platelets" in man.text()
    assert "Answered by: coordinator" in man.text()


def test_text_is_given_in_the_other_language() -> None:
    man = at(*ELIGIBLE, "Text to forward", "中文")

    assert man.text().startswith("仅供研究团队使用")
    assert man.labels()[-1] == "‹ Back"


def test_forwarding_records_nothing() -> None:
    man = at(*ELIGIBLE)
    before = man.recorded()

    man.taps("Text to forward")

    assert man.recorded() == before


def test_ended_listing_is_told_on_the_trials_card_only_after_its_end() -> None:
    man = at(*ELIGIBLE, "/trial")
    man.now = man.now.replace(year=2025, month=9, day=30)

    assert "end date has passed" not in man.text()

    man.later(days=1)

    assert "The listing's end date has passed" in man.text()

    man.says("/verdict")

    assert "end date" not in man.text()


def records(button: Button, values: Values) -> bool:
    return isinstance(button.act, Record) and button.act.values == values


@cache
def unsure_labels() -> tuple[str, ...]:
    man, labels = at(*OPENED), []
    while man.stands == "question":
        unsure = answers.unsure(trial().question_by_id[str(man.asked)])
        labels.append(next(b.label for b in man.buttons() if records(b, unsure)))
        man.taps(labels[-1])
    return tuple(labels)


def unsure_of_everything() -> Dialogue:
    return at(*OPENED, *unsure_labels())


MANY_FAILURES = (
    *(*OPENED, "3", "Keep going", "No", "No", "Fewer than 4", "Confirmed after 4-6 cycles"),
    *(*["No"] * 5, "/verdict"),
)
THREE_OPEN = (*CONSENT, "Yes", *["Not sure"] * 3, *["No"] * 8, "HBsAg negative, DNA not done")


def test_many_failures_fold() -> None:
    man = at(*MANY_FAILURES)

    failing = next(b for b in man.card.blocks if "✗ INCL01" in b.text)
    assert failing.look == "fold"
    assert man.card.blocks[1].text == "⛔ Not eligible: 4 criteria fail"


def test_wrong_failure_is_corrected_in_four_taps() -> None:
    man = at(
        *CONSENT,
        "Yes",
        "No",
        "No",
        "Yes",
        "☐ Allergy: platinum",
        "Record only these",
        "Keep going",
    )
    man.taps_or_says("/verdict")
    before = man.turns

    man.taps("✗ EXCL04 Allergy: platinum", "None of these", "Entry error")

    assert man.turns - before <= 4
    assert not man.screening.is_finished
    assert man.stands == "verdict"


def test_back_leads_to_the_verdict_that_a_question_was_opened_from() -> None:
    man = at(*OPENED, "Not sure", "/verdict", "? INCL01 ECOG")

    assert "1 of 41" in man.text()

    man.taps("‹ Back")

    assert man.stands == "verdict"


def test_last_answer_is_read_back_below_the_verdict() -> None:
    man = at(*OPENED, "3")
    man.taps("Stop here")
    man.taps("✗ INCL01 ECOG", "4", "Entry error")

    texts = [block.text for block in man.card.blocks]
    assert texts.index("ECOG 4 > 2 ✗") > texts.index("⛔ Not eligible")


@of_each(
    "come",
    [
        unsure_of_everything,
        partial(at, *MANY_FAILURES),
        partial(at, *ELIGIBLE),
        partial(at, *ELIGIBLE, "Yes"),
        partial(at, *THREE_OPEN, "Negative"),
        partial(at, *OPENED, "3", "Stop here"),
        partial(at, *OPENED, "/verdict"),
    ],
)
@of_each("language", ["en", "zh"])
def test_outcome_stays_on_the_phone(come: Callable[[], Dialogue], language: Language) -> None:
    man = come()
    man.language = language
    card = man.card

    pixels = LINE * lines_of(
        card.blocks, [height(block.text) for block in card.blocks]
    ) + ROW * len(card.rows)

    assert pixels <= PHONE


def test_verdict_opens_three_and_leads_to_the_rest() -> None:
    man = unsure_of_everything()
    opened = [label for label in man.labels() if label.startswith("? ")]
    assert len(opened) == 3

    man.taps(MORE)
    rest: list[str] = []
    while True:
        rest += [label for label in man.labels() if label.startswith("? ")]
        if "More ›" not in man.labels():
            break
        man.taps("More ›")

    assert not set(opened) & set(rest)
    assert 3 + len(rest) == len(opens(make_case(man.world, man.screening)))
    assert max(map(width, rest)) <= LABEL_WIDTH


def test_open_question_of_a_later_page_opens() -> None:
    man = unsure_of_everything()
    man.taps(MORE, "More ›")
    label = man.labels()[0]

    man.taps(label)

    assert man.stands == "question"
    assert label.split()[1] in man.text()


def test_open_questions_lead_back_to_the_verdict() -> None:
    man = unsure_of_everything()

    man.taps(MORE, "‹ Back")

    assert "❓ Undetermined" in man.text()


def test_unresolved_counts_criteria_once() -> None:
    man = at(*COUNTS, "Not sure", "Not sure", "/verdict")

    assert "Unresolved (1). What would settle it:\n? INCL06A" in man.text()
    assert man.text().count("? INCL06A") == 1


def test_criterion_is_unresolved_or_not_asked_never_both() -> None:
    man = at(*COUNTS, "Not sure", "/verdict", "Text to forward", "Full text")

    text = man.text()
    unresolved = [line.split()[1] for line in text.splitlines() if line.startswith("? ")]
    not_asked = next(line for line in text.splitlines() if line.startswith("Not asked: "))
    assert unresolved == ["INCL06A"]
    assert "INCL06A" not in not_asked
    assert "INCL06B" in not_asked


def test_unresolved_stand_most_decisive_first() -> None:
    man = unsure_of_everything()
    man.taps("Text to forward", "Full text")
    case = make_case(man.world, man.screening)
    bearing = {
        finding.criterion.id: next(
            place
            for place, question in enumerate(case.verdict.to_settle())
            if {i.id for i in question.items} & {i.id for i in finding.open_items(case.facts)}
        )
        for finding in case.verdict.unresolved
    }

    told = [line.split()[1] for line in man.text().splitlines() if line.startswith("? ")]

    assert [bearing[criterion] for criterion in told] == sorted(bearing.values())


def test_reading_says_whose_it_is() -> None:
    man = at(*CONSENT, "Yes", "Not sure", "/verdict")

    assert "• EXCL02: Never imaged: choose Not sure." in man.text()


def test_reading_of_two_criteria_names_none() -> None:
    man = at(*COUNTS_UNDATED[:-2], "Suspected only", "/verdict")

    assert "• Progression is asked once" in man.text()


def test_verdict_is_shown_at_any_time_without_recording() -> None:
    man = at(*OPENED)
    before = man.recorded()

    man.says("/verdict")

    assert man.recorded() == before
    assert man.labels()[0] == "Next question ›"


def test_stratum_question_stands_above_its_buttons() -> None:
    card = at(*ELIGIBLE).card

    label, asks = card.blocks[-1].text.splitlines()
    assert label == "For randomisation only:"
    assert asks.startswith("At diagnosis, were the metastases confined")
    assert [button.label for button in card.rows[0]] == ["Yes", "No", "Not sure"]


def test_stratum_is_not_asked_of_the_ineligible() -> None:
    man = at(*OPENED, "3", "Stop here")

    assert man.labels()[:2] == ["✗ INCL01 ECOG", "Keep going"]


def test_contradicting_values_are_unresolved_and_told() -> None:
    man = at(*COUNTS, "5.2", "8.1", "Record it anyway")

    assert "these cannot both be true: check the entries" in man.text()

    man.says("/verdict")

    assert "INCL06A: recorded values contradict each other (ANC, WBC)." in man.text()


def test_nothing_open_has_no_verdict() -> None:
    chat = Dialogue()

    for command in ("/verdict", "/review", "/clear"):
        chat.says(command)

        assert "No screening is open here: /new or /list." in chat.text()


def test_all_skipped_is_undetermined() -> None:
    man = at(*OPENED)
    while man.stands == "question":
        man.taps("Skip ›")

    assert man.entries(Kind.VERDICT_GIVEN)[-1].value["verdict"] == "undetermined"
    assert not man.screening.is_finished
    assert isinstance(man.last, Turn)


def test_no_more_open_questions_show_the_verdict() -> None:
    man = at(*OPENED)
    man.focus = man.focus.at(OpenQuestions())

    assert "❓ Undetermined" in man.text()


def test_practice_stands_in_the_forwarded_text() -> None:
    man = at(*OPENED, "3", "Stop here")
    man.practice = True

    man.taps("Text to forward")

    assert "PRACTICE · S-014" in man.text()


@pytest.mark.parametrize(
    ("word", "stratum"), [("yes", "yes"), ("否", "no"), ("not sure", "unknown")]
)
def test_stratum_may_be_typed(word: str, stratum: str) -> None:
    man = at(*ELIGIBLE)
    (item,) = [q.items[0].id for q in trial().questions if q.role == "stratum"]

    man.says(word)

    assert man.screening.answers[item].value == stratum


def test_positive_antigen_stands_beside_its_dna_in_the_full_text() -> None:
    man = at(*HBSAG, "Positive", "<20 IU/mL")
    man.taps_or_says("Negative", "Text to forward", "Full text")

    assert "HBsAg: Positive · HBV DNA <20 IU/mL (excludes from 2000 IU/mL) ✓" in man.text()
