"""What may be asked before consent, and how the ways to settle an item are marked on the card."""

from dataclasses import replace

import pytest

from conversations.asking_allowed import may_be_asked, ways_to_settle
from conversations.case import Case, make_case
from conversations.queries import open_items, opening
from ectrial.given import all_given
from ectrial.record.consent import STATES, Consent, ConsentState
from ectrial.text import Language
from tests.conversations.paths import CONSENT, HBSAG, OPENED, at
from tests.ectrial.toy import SLEEP
from tests.records import START, Dialogue, trial
from tests.tables import of_each

SIGNED = ("⋯ More", "Consent ›", "Signed…", "Today", "3.1", "Verdict so far")
BEFORE = "brain MRI with contrast, or CT (after consent only, unless ordered for care)"
AFTER = "brain MRI with contrast, or CT (study procedure)"
BEFORE_ZH = "头颅增强MRI或CT（仅限签署知情同意后，诊疗已开具的除外）"
AFTER_ZH = "头颅增强MRI或CT（研究操作）"


def case_of(dialogue: Dialogue) -> Case:
    case = make_case(dialogue.world, dialogue.screening)
    assert isinstance(case, Case)
    return case


@of_each("state", STATES)
def test_only_a_signature_lets_a_study_procedure_be_asked(state: ConsentState) -> None:
    case = case_of(at("/new S-014 F 39"))
    consents = (Consent(state, START.date(), "3.1"),)

    case = replace(case, screening=replace(case.screening, consents=consents))

    assert may_be_asked(case, "pregnant") == (state == "signed")
    assert may_be_asked(case, "ecog")
    assert may_be_asked(case, "hbv_dna")


@of_each("state", STATES)
def test_nobody_is_asked_for_a_pregnancy_test_before_consent(state: ConsentState) -> None:
    answers = {"pregnant": "unknown", "lactating": "no", "ecog": "unknown"}
    case = case_of(at("/new S-014 F 39")).after(all_given(answers))
    consents = (Consent(state, START.date(), "3.1"),)
    wanted = {"pregnant", "ecog"} if state == "signed" else {"ecog"}

    case = replace(case, screening=replace(case.screening, consents=consents))

    assert {item.id for item in open_items(case)} == wanted
    assert {entry.item for entry in opening(case, ["pregnant", "ecog"], None, 8)} == wanted


def test_what_is_not_done_is_not_looked_for_in_the_chart() -> None:
    man = at(*HBSAG, "Positive")

    assert may_be_asked(case_of(man), "hbv_dna")

    man.taps("Not done")

    assert man.screening.answers["hbv_dna"].value == "not_done"
    assert [way.kind for way in ways_to_settle(case_of(man), "hbv_dna")] == ["study_procedure"]
    assert not may_be_asked(case_of(man), "hbv_dna")


def test_an_item_of_which_no_way_is_named_may_be_asked() -> None:
    assert SLEEP.ways == {}
    assert may_be_asked(case_of(at(*OPENED)), "snores")


def test_of_all_that_is_open_at_first_only_a_pregnancy_test_must_wait() -> None:
    case = case_of(at(*OPENED))
    asked = [item.id for question in trial().questions for item in question.items]

    waits = {item for item in asked if not may_be_asked(case, item)}

    assert waits == {"pregnant"}


@pytest.mark.parametrize(
    ("language", "before", "after"), [("en", BEFORE, AFTER), ("zh", BEFORE_ZH, AFTER_ZH)]
)
def test_a_study_procedure_reads_after_consent_only_until_it_is_signed(
    language: Language, before: str, after: str
) -> None:
    man = at(*CONSENT, "Yes", "Not sure", "/verdict")
    man.language = language

    assert before in man.text()
    assert after not in man.text()

    man.language = "en"
    man.taps_or_says(*SIGNED)
    man.language = language

    assert after in man.text()
    assert before not in man.text()


def test_the_full_text_to_forward_marks_each_way() -> None:
    man = at(*CONSENT, "Yes", "Not sure", "/verdict", "Text to forward", "Full text")

    assert f"→ Brain MRI or CT report from diagnosis (in the chart); {BEFORE}" in man.text()
