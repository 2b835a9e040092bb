from typing import get_args

from conversations.drafts import Doubt
from conversations.events import Edited, Typed
from tests.conversations.paths import ALT, COUNTS, OPENED, at
from tests.records import Dialogue
from tests.tables import of_each

DOUBTS: tuple[Doubt, ...] = get_args(Doubt)


def types(man: Dialogue, *texts: str, belongs: Doubt = "before") -> None:
    for text in texts:
        man.does(Typed(text, belongs))


@of_each("doubt", DOUBTS)
def test_text_that_may_be_for_another_question_records_nothing(doubt: Doubt) -> None:
    man = at(*COUNTS)
    before = man.recorded()

    types(man, "5.2", belongs=doubt)

    assert man.recorded() == before
    assert "5.2" in man.text()
    assert man.labels() == ["Yes, for WBC", "No, record nothing"]


def test_text_read_back_is_recorded_by_a_tap() -> None:
    man = at(*COUNTS)
    types(man, "5.2")

    man.taps("Yes, for WBC")

    assert man.screening.answers["wbc"].value["value"] == "5.2"
    assert man.asked == "anc"


def test_text_read_back_and_refused_leaves_its_question_open() -> None:
    man = at(*COUNTS)
    types(man, "5.2")

    man.taps("No, record nothing")

    assert "wbc" not in man.screening.answers
    assert man.asked == "wbc"


def test_read_back_that_a_report_leaves_is_told() -> None:
    man = at(*COUNTS)
    types(man, "5.2")

    man.says("Hb 112 g/L, PLT 180")

    assert man.stands == "report"
    assert "Nothing was recorded." in man.text()
    assert "wbc" not in man.screening.answers


def test_number_typed_anew_at_its_read_back_is_the_answer() -> None:
    man = at(*COUNTS)
    types(man, "5.2")

    man.says("4.8")

    assert man.screening.answers["wbc"].value["value"] == "4.8"


def test_several_typed_in_one_breath_are_one_read_back() -> None:
    man = at(*COUNTS, "5.2")
    before = man.recorded()
    types(man, "3.1", "180", "112 g/L", "38 g/L")

    assert man.recorded() == before
    man.taps("Yes, record all of these")

    assert list(man.screening.answers)[-5:] == ["wbc", "anc", "platelets", "hemoglobin", "albumin"]


def test_what_cannot_be_read_leaves_the_read_back_as_it_was() -> None:
    man = at(*COUNTS)
    types(man, "5.2", "hello")

    man.taps("Yes, for WBC")

    assert man.screening.answers["wbc"].value["value"] == "5.2"


def test_equal_repeat_of_what_was_just_recorded_is_asked() -> None:
    man = at(*COUNTS, "5.2")

    man.says("5.20")

    assert "anc" not in man.screening.answers
    assert "You typed 5.20 ×10⁹/L again: is it for ANC as well?" in man.text()


def test_number_with_its_limit_is_read_back_with_it() -> None:
    man = at(*ALT)

    types(man, "30/50 U/L", belongs="unknown")

    assert "30/50 U/L" in man.text()
    man.taps("Yes, for ALT")
    assert {"alt", "alt_uln"} <= man.screening.answers.keys()


def test_known_answer_read_back_still_asks_why_it_changes() -> None:
    man = at(*COUNTS, "5.2", "‹ Back")
    types(man, "4.8")

    man.taps("Yes, for WBC")

    assert man.stands == "hold"


def test_edited_message_records_nothing_and_is_told() -> None:
    man = at(*OPENED)
    before = man.recorded()

    man.does(Edited())

    assert man.recorded() == before
    assert "I do not read edits" in man.text()
