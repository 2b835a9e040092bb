from conversations.turn import Turn
from ectrial.record import Kind
from tests.conversations.paths import CONSENT, COUNTS, ELIGIBLE, OPENED, at
from tests.records import Dialogue

OUTCOMES = ("✅ Eligible on the listed criteria", "⛔ Not eligible", "❔ Undetermined")
CONFIRMS = "Pre-screen only: the investigator confirms."


def test_outcome_stands_first_on_one_line() -> None:
    for steps in (ELIGIBLE, (*OPENED, "3", "Stop here"), (*OPENED, "/verdict")):
        card = at(*steps).card

        heading, outcome = card.blocks[:2]

        assert (heading.text, heading.look, outcome.look) == ("S-014", "title", "title")
        assert outcome.text in OUTCOMES


def test_every_verdict_leaves_the_last_word_to_the_investigator() -> None:
    for steps in (ELIGIBLE, (*OPENED, "3", "Stop here"), (*OPENED, "/verdict")):
        man = at(*steps)

        man.taps("Text to forward")

        assert CONFIRMS in man.text()
        assert man.last.kept[0].endswith(CONFIRMS)


def test_failing_criterion_stands_with_its_proof() -> None:
    man = at(*OPENED, "3", "Stop here")

    assert "✗ INCL01 ECOG ≤ 2\n   ECOG 3 > 2 ✗" in man.text()


def test_unresolved_says_what_would_settle_it() -> None:
    man = at(*OPENED, "Not sure", "/verdict")

    assert "? INCL01 ECOG → Treating doctor's note, or score ECOG" in man.text()


def test_button_opens_the_unresolved_question() -> None:
    man = at(*OPENED, "Not sure", "/verdict")

    man.taps("? INCL01 ECOG")

    assert man.focus.question == "ecog"


def test_unasked_is_folded_apart_from_unresolved() -> None:
    card = at(*OPENED, "Not sure", "/verdict").card

    (folded,) = [block for block in card.blocks if block.look == "fold"]

    assert folded.text.startswith("Not asked yet (")
    assert "INCL01" not in folded.text


def test_forwarded_text_names_what_was_not_asked() -> None:
    man = at(*CONSENT, "Yes", "Yes", "Stop here", "Text to forward")

    assert man.last.kept[0].splitlines() == [
        "EC-CRT-003 (NCT05512520)",
        "S-014",
        "⛔ Not eligible",
        "✗ EXCL02 Intracranial metastasis at diagnosis",
        "   Intracranial metastasis at diagnosis: Yes ✗",
        "Not asked: EXCL03, EXCL04, EXCL05, EXCL06, EXCL07, EXCL08, EXCL10, EXCL11, EXCL12",
        "• The listing's end date (2025-09-30) has passed: confirm that enrolment is open.",
        "2026-11-23",
        CONFIRMS,
    ]


def test_forwarding_records_nothing() -> None:
    man = at(*ELIGIBLE)
    before = man.recorded()

    man.taps("Text to forward")

    assert man.recorded() == before


def test_ended_listing_is_told_only_after_its_end() -> None:
    man = at(*ELIGIBLE)
    man.now = man.now.replace(year=2025, month=9, day=30)

    assert "end date" not in man.text()

    man.later(days=1)

    assert "The listing's end date (2025-09-30) has passed" in man.text()


def test_many_failures_fold() -> None:
    man = at(*OPENED, "3", "Keep going", "No", "No", "Fewer than 4", "Other", "No")
    man.taps("Confirmed after 4-6 cycles", "No", "No")
    man.taps("No", "No", "No")

    man.says("/verdict")

    failing = next(b for b in man.card.blocks if b.text.startswith("Failing:"))
    assert failing.look == "fold"


def test_verdict_is_shown_at_any_time_without_recording() -> None:
    man = at(*OPENED)
    before = man.recorded()

    man.says("/verdict")

    assert man.recorded() == before
    assert man.labels()[0] == "Next question ›"


def test_stratum_question_stands_above_its_buttons() -> None:
    card = at(*ELIGIBLE).card

    assert card.blocks[-1].text.startswith("At diagnosis, were the metastases confined")
    assert [button.act for button in card.rows[0]] == ["sy", "sn", "su"]


def test_stratum_is_not_asked_of_the_ineligible() -> None:
    man = at(*OPENED, "3", "Stop here")

    assert man.labels()[:1] == ["Keep going"]


def test_contradicting_values_are_unresolved_and_told() -> None:
    man = at(*COUNTS, "5.2", "8.1")

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
    while man.focus.view == "question":
        man.taps("Skip ›")

    assert man.entries(Kind.VERDICT_GIVEN)[-1].value["verdict"] == "undetermined"
    assert not man.screening.is_finished
    assert isinstance(man.last, Turn)
