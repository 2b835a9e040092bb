import pytest

from conversations.answers import has_scale
from ectrial.record.entries import Kind
from ectrial.text import Language
from ectrial.truth import Truth
from tests.campaigns import by_name, campaign
from tests.conversations.paths import (
    ALT,
    BILIRUBIN,
    CONSENT,
    COUNTS,
    COUNTS_UNDATED,
    CREATININE,
    HBSAG,
    OPENED,
    TODAY,
    at,
)
from tests.records import Dialogue, labs, trial
from tests.tables import of_each

HEMOGLOBIN = (*COUNTS, "5.2", "3.1", "210")
CLEARANCE = (*CREATININE, "160/104 umol/L")
MEASURED = [q.id for q in trial().questions if q.items[0].kind == "quantity" and not has_scale(q)]


def asked(question: str) -> Dialogue:
    """Come to a question in the quickest way: whatever comes before is skipped."""
    man = at(*OPENED)
    for _ in range(60):
        if man.asked == question:
            return man
        pressed = {"creatinine": "> 1.5×ULN · no number"}.get(str(man.asked), "Skip ›")
        man.taps("Positive" if man.asked == "hbsag" else pressed)
    raise AssertionError(f"{question} never came")


COMPARED = [question for question in MEASURED if question not in ("clearance", "hbv_dna")]


@pytest.mark.parametrize("question", campaign(by_name(COMPARED), COMPARED[0], COMPARED[-1]))
def test_each_lab_takes_either_comparison_or_not_sure(question: str) -> None:
    for number, value in enumerate(("meets", "fails")):
        man = asked(question)

        compared = [label for label in man.labels() if label.endswith("no number")]
        man.taps(compared[number])

        assert man.entries(Kind.ANSWERED)[-1].value == value

    man = asked(question)
    man.taps("Not sure")
    assert man.entries(Kind.ANSWERED)[-1].value == "unknown"


@pytest.mark.parametrize("question", campaign(by_name(MEASURED), *MEASURED[:2], MEASURED[-1]))
def test_card_of_a_number_has_no_yes_or_no(question: str) -> None:
    labels = asked(question).labels()

    assert not {"Yes", "No"} & set(labels)
    assert not any(word in "".join(labels) for word in ("limit", "ithin", "cceptable"))


def test_bare_number_that_would_change_the_verdict_is_asked() -> None:
    man = at(*HEMOGLOBIN)
    before = man.recorded()

    man.says("9.5")

    assert man.recorded() == before
    assert man.labels() == ["9.5 g/dL", "9.5 mmol/L", "‹ Type it again"]


def test_choice_of_a_unit_says_what_each_would_give_where_it_differs() -> None:
    man = at(*HEMOGLOBIN, "7.5")

    assert man.labels() == ["7.5 g/dL ✗", "7.5 mmol/L ✓", "‹ Type it again"]


def test_chosen_unit_is_recorded() -> None:
    man = at(*HEMOGLOBIN, "9.5", "9.5 mmol/L")

    assert man.recorded()[-1] == (
        "answered",
        "hemoglobin",
        {"value": "9.5", "unit": "mmol/L", "date": TODAY},
    )


def test_question_back_may_be_answered_by_typing() -> None:
    man = at(*HEMOGLOBIN, "9.5", "9.5 g/dL")

    assert man.recorded()[-1][2] == {"value": "9.5", "unit": "g/dL", "date": TODAY}


def test_rare_number_is_asked_first() -> None:
    man = at(*HEMOGLOBIN, "21 g/dL")

    assert "That is rare. Is it right?" in man.text()
    assert man.labels() == ["21 g/dL", "‹ Type it again"]


def test_likely_unit_of_a_bare_number_is_taken() -> None:
    man = at(*HEMOGLOBIN, "120")

    assert man.recorded()[-1] == (
        "answered",
        "hemoglobin",
        {"value": "120", "unit": "g/L", "date": TODAY},
    )
    assert "Hemoglobin 120 g/L = 12 g/dL ≥ 9 ✓" in man.text()


def test_failing_number_is_read_back_with_its_rule() -> None:
    man = at(*HEMOGLOBIN, "80 g/L")

    assert "Hemoglobin 80 g/L = 8 g/dL < 9 ✗" in man.text()


def test_missing_upper_limit_is_asked_for() -> None:
    man = at(*ALT)
    before = man.recorded()

    man.says("30")

    assert man.recorded() == before
    assert "ALT 30 U/L. And the upper limit (ULN) on the same report?" in man.text()


@of_each("typed", ["50", "50 U/L", "30/50", "30 / 50 U/L", "30 (10-50)"])
def test_upper_limit_is_taken_alone_or_whole(typed: str) -> None:
    man = at(*ALT, "30")

    man.says(typed)

    answers = man.screening.answers
    assert answers["alt"].value == {"value": "30", "unit": "U/L", "date": TODAY}
    assert answers["alt_uln"].value == {"value": "50", "unit": "U/L"}


def test_upper_limit_that_is_not_known_stays_open() -> None:
    man = at(*ALT, "30", "ULN not known")

    assert man.recorded()[-2:] == [
        ("answered", "alt", {"value": "30", "unit": "U/L", "date": TODAY}),
        ("answered", "alt_uln", "unknown"),
    ]
    assert "ALT 30 U/L (needs ≤ 2.5×ALT ULN) ?" in man.text()


def test_value_as_a_multiple_needs_no_upper_limit() -> None:
    man = at(*ALT, "1.2xULN")

    assert man.recorded()[-1] == (
        "answered",
        "alt",
        {"value": "1.2", "unit": "xULN", "date": TODAY},
    )


def test_a_limit_recorded_before_is_offered_never_taken() -> None:
    man = at(*ALT, "30/50", "‹ Back")

    man.says("40")

    assert "And the upper limit (ULN) on the same report?" in man.text()
    assert man.screening.answers["alt"].value["value"] == "30"

    man.taps("Still 50 U/L")
    man.taps("Result repeated")

    assert man.screening.answers["alt"].value["value"] == "40"
    assert man.screening.answers["alt_uln"].value["value"] == "50"


def test_a_limit_of_the_new_report_replaces_the_old_one() -> None:
    man = at(*ALT, "30/50", "‹ Back")

    man.taps_or_says("40", "45", "Result repeated")

    assert man.screening.answers["alt"].value["value"] == "40"
    assert man.screening.answers["alt_uln"].value["value"] == "45"


@of_each(
    ("steps", "typed", "told"),
    [
        (COUNTS, "five", "I could not read one number. Type it like 5.2 ×10⁹/L."),
        (ALT, "normal", "I could not read one number. Type it like 30/50 U/L."),
        (BILIRUBIN, "normal", "I could not read one number. Type it like 15/23 umol/L."),
        (OPENED, "KPS 80", "I could not read one number. Type it like 1."),
        ((*ALT, "30"), "?", "I could not read one number. Type it like 50 U/L."),
        (COUNTS_UNDATED[:-1], "long", "I could not read one number. Type it like 6 months."),
        (CLEARANCE, "low", "I could not read one number. Type it like 75 mL/min."),
        (COUNTS, "5.2 mg/dL", "I do not know that unit here."),
        (COUNTS, "5000 ×10⁹/L", "That number is not possible here"),
        (
            CONSENT,
            "maybe",
            "Please use the buttons, or type lab values: no free text is kept here.",
        ),
        (COUNTS, "5" * 65, "That number is not possible here"),
    ],
)
def test_odd_text_is_turned_away_with_an_example(
    steps: tuple[str, ...], typed: str, told: str
) -> None:
    man = at(*steps)
    before, question = man.recorded(), man.asked

    man.says(typed)

    assert man.recorded() == before
    assert man.asked == question
    assert told in man.text()


@pytest.mark.parametrize("typed", ["CG", "cg", " Cg "])
def test_clearance_is_estimated_when_cg_is_typed(typed: str) -> None:
    man = at(*CLEARANCE)

    man.says(typed)

    assert man.screening.answers["derive_crcl"].value == "cockcroft_gault_actual_weight"
    assert man.asked == "weight"


def test_estimated_clearance_decides() -> None:
    man = at(*CLEARANCE, "Estimate it (Cockcroft–Gault)", "96 kg")

    assert "estimated: 60.41 mL/min (needs > 60) ✓" in man.text()
    assert man.asked == "consent_ability"


def test_estimate_near_its_limit_asks_for_a_measured_one() -> None:
    man = at(*CLEARANCE, "Estimate it (Cockcroft–Gault)", "96 kg")

    assert "The estimated clearance is near its limit: get a measured one." in man.text()


def test_value_at_the_edge_is_marked() -> None:
    assert "At the edge: confirm with the report." in at(*HEMOGLOBIN, "5.59 mmol/L").text()
    assert "At the edge" not in at(*HEMOGLOBIN, "9.0 g/dL").text()


def test_good_creatinine_asks_no_clearance() -> None:
    man = at(*CREATININE, "80/104 umol/L")

    assert man.asked == "consent_ability"


def test_dna_in_its_own_unit_is_not_converted() -> None:
    man = at(*HBSAG, "Positive", "9000 copies/mL")

    assert man.asked == "hcv_antibody"
    assert "HBV DNA 9000 copies/mL (excludes from 10000 copies/mL) ✓" in man.text()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_example_is_read_without_a_question(language: Language) -> None:
    measured_ = [i for q in trial().questions for i in q.items if i.kind == "quantity"]
    for item in measured_:
        assert item.example is not None, item.id
        typed = item.example.within(language)

        readings = labs().read(typed, lambda _: Truth.UNKNOWN, card=item.id)

        assert {reading.status for reading in readings} == {"value"}, item.id
        assert {reading.item for reading in readings} == {item.id, item.uln or item.id}


def test_unreadable_text_keeps_the_card_that_asks_which() -> None:
    man = at(*HEMOGLOBIN, "9.5")
    labels = man.labels()

    man.says("the first")

    assert man.labels() == labels
    assert "Type it like 120 g/L.\nHemoglobin?" in man.text()


def test_assumed_unit_is_read_back_not_called_rare() -> None:
    man = at(*CLEARANCE, "75")

    assert "Read as 75 mL/min. Right?" in man.text()
    assert man.labels() == ["Yes, 75 mL/min", "‹ Type it again"]

    man.taps("Yes, 75 mL/min")

    assert man.recorded()[-1][2] == {"value": "75", "unit": "mL/min", "date": TODAY}


def test_rare_number_without_a_unit_is_called_rare() -> None:
    assert "That is rare. Is it right?" in at(*CLEARANCE, "250").text()


def test_weight_says_how_and_why() -> None:
    man = at(*CLEARANCE, "Estimate it (Cockcroft–Gault)")

    assert "Type the number, such as 61.5 kg.\nNeeded to estimate the clearance." in man.text()


def test_age_says_how_it_is_typed() -> None:
    man = at("/new S-014 M", "⋯ More", "Quick order (excludes soonest)")

    assert "Type the number, such as 58." in man.text()
    assert "clearance" not in man.text()


def test_impossible_upper_limit_is_told() -> None:
    man = at(*ALT, "30/5000 U/L")

    assert "That upper limit (ULN) is not possible here" in man.text()


@of_each("text", ["3-6", "3–6", "0-1"])
def test_range_typed_at_a_number_is_asked_about_as_no_code(text: str) -> None:
    man = at(*COUNTS_UNDATED[:4])
    before = man.recorded()

    man.says(text)

    assert man.asked == "cycles"
    assert "I could not read one number" in man.text()
    assert man.recorded() == before
    man.says("01-014")
    assert man.stands == "new_subject"


@of_each("text", ["3-6 months", "3–6 mo", "3 to 6 months", "3~6个月", "3个月到6个月"])
def test_range_is_told_which_buttons_may_answer_it(text: str) -> None:
    man = at(*COUNTS_UNDATED[:-1])
    before = man.recorded()

    man.says(text)

    assert man.recorded() == before
    assert "choose the side that all of it lies on, else Not sure" in man.text()
    assert {"> 4 months · no number", "≤ 4 months · no number", "Not sure"} <= set(man.labels())
