"""Lists of things by thumb: at most four taps a lesion, corrected and removed by taps."""

import pytest

from conversations.screen import LABEL_WIDTH, width
from conversations.typed_sizes import typed_size
from ectrial.record.entries import Kind
from ectrial.text import Language
from ectrial.trial.versions import shipped
from tests.records import Dialogue, MemoryRecords
from tests.tables import of_each

SHANGHAI = shipped().current("ESO-SHANGHAI-20")
TO_THE_LIST = ("/new S-014", "58", "1", "Yes", "Yes")
LIVER = ("Add one ›", "Liver", "2 cm", "Yes")
LUNG = ("Add one ›", "Lung", "42 mm", "No")


def at(*steps: str, language: Language = "en") -> Dialogue:
    man = Dialogue(MemoryRecords(), present=SHANGHAI, language=language)
    man.taps_or_says(*TO_THE_LIST, *steps)
    return man


def recorded(man: Dialogue) -> object:
    answer = man.screening.answers.get("metastases")
    return answer and answer.value


ONE = {"organ": "liver", "diameter": {"value": "2", "unit": "cm"}, "proven": "yes"}
TWO = {"organ": "lung", "diameter": {"value": "42", "unit": "mm"}, "proven": "no"}


@of_each(
    ("text", "is_read"),
    [
        *((t, "4.2 cm") for t in ("4.2 cm", "4.2厘米", "4.2公分", "４．２ ＣＭ", "4,2 cm")),
        *((text, "42 mm") for text in ("42 mm", "42毫米", "42 millimetres")),
        *((text, None) for text in ("4.2 m", "4.2.1 cm", "about 4 cm", "cm", "4 cm?")),
    ],
)
def test_a_size_is_typed_in_any_spelling_of_its_units(text: str, is_read: str | None) -> None:
    size = SHANGHAI.vocabulary["metastases"].properties["diameter"]

    got = typed_size(size, text)

    assert [f"{each.value} {each.unit}" for each in got.choices] == ([is_read] if is_read else [])
    assert got.is_sure == (is_read is not None)


def test_each_lesion_takes_four_taps_and_the_end_one() -> None:
    man = at(*LIVER, *LUNG)

    assert "1. Liver, 2 cm, proven by pathology" in man.text()
    assert "Not recorded yet." in man.text()
    assert recorded(man) is None

    man.taps("That is all")

    assert recorded(man) == {"things": [ONE, TWO], "complete": "yes"}
    assert man.asked != "metastases"
    open_ones = {f.criterion.id for f in man.case.verdict.unresolved}
    assert open_ones.isdisjoint({"INCL04B", "INCL04C", "INCL04D", "INCL05"})


def test_what_is_not_said_to_be_all_leaves_the_totals_to_ask() -> None:
    man = at(*LIVER, "Not sure if all")

    assert recorded(man) == {"things": [ONE], "complete": "unknown"}
    assert man.asked == "metastasis_count"


def test_a_lesion_is_corrected_and_removed_by_taps() -> None:
    man = at(*LIVER, *LUNG, "1. Liver ›", "Organ ›", "Bone")

    assert "1. Bone, 2 cm, proven by pathology" in man.text()

    man.taps("2. Lung ›", "Remove it", "There are more")

    assert recorded(man) == {"things": [{**ONE, "organ": "bone"}], "complete": "no"}


def test_none_and_not_sure_are_one_tap() -> None:
    unsure = Dialogue(MemoryRecords(), present=SHANGHAI)
    unsure.taps_or_says(*TO_THE_LIST[:-1], "Not sure", "None")

    assert recorded(unsure) == {"things": [], "complete": "yes"}
    assert recorded(at("Not sure")) == "unknown"


def test_none_is_asked_about_where_there_are_said_to_be_few() -> None:
    man = at("None")

    assert "Genuine oligometastatic disease: Yes" in man.text()
    assert "These cannot both be true." in man.text()
    assert recorded(man) is None


@of_each("text", ["large", "4 kg", "-2 cm", "Wang Fang"])
def test_what_is_no_size_is_not_taken(text: str) -> None:
    man = at("Add one ›", "Liver")
    man.says(text)

    assert "Diameter" in man.text()
    assert man.stands == "list_draft"
    assert recorded(man) is None


@of_each("text", ["2", "12", "16"])
def test_a_size_without_its_unit_is_asked_which_it_is(text: str) -> None:
    man = at("Add one ›", "Liver", text)

    assert "Which is it?" in man.text()
    assert {f"{text} cm", f"{text} mm"} < set(man.labels())

    man.taps(f"{text} mm", "Yes", "That is all")

    size = {"value": text, "unit": "mm"}
    assert recorded(man) == {"things": [{**ONE, "diameter": size}], "complete": "yes"}


@of_each("text", ["8", "12", "16"])
def test_the_largest_size_without_its_unit_is_asked_not_guessed(text: str) -> None:
    man = at("Not sure", "2")
    assert man.asked == "largest"

    man.says(text)

    assert man.labels() == [f"{text} cm ✗", f"{text} mm ✓", "‹ Type it again"]


def test_a_rare_size_is_confirmed_and_can_be_typed_again() -> None:
    man = at("Add one ›", "Liver", "20 cm")

    assert "That is rare. Is it right?" in man.text()
    assert "20 cm" in man.labels()

    man.taps("‹ Type it again")
    man.says("20 mm")

    assert "20 mm" in man.text()


@of_each(
    ("text", "told"),
    [
        ("0 cm", "Diameter: that is outside the possible range."),
        ("500 cm", "Diameter: that is outside the possible range."),
        ("<5 cm", "Diameter: type the number itself, without < or >."),
        ("5 cm x 3 cm", "Diameter: that is more than one number. Type one alone."),
    ],
)
def test_a_size_that_cannot_be_taken_is_told_why(text: str, told: str) -> None:
    man = at("Add one ›", "Liver")
    man.says(text)

    assert told in man.text()
    assert recorded(man) is None


def test_a_draft_is_left_once_a_colleague_has_recorded_the_list() -> None:
    man = at(*LIVER)
    other = Dialogue(man.records, present=SHANGHAI, actor=8)
    other.taps_or_says("/new S-014", "Go on with S-014", *LUNG, "That is all")

    assert "That is all" not in man.labels()
    assert recorded(man) == {"things": [TWO], "complete": "yes"}
    assert len(man.entries(Kind.CORRECTED)) == 0


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_card_of_a_list_fits_a_phone(language: Language) -> None:
    man = at()
    if language == "zh":
        man.taps_or_says("/language", "简体中文")
    add = "Add one ›" if language == "en" else "添加一个 ›"
    for step in (add, "Liver" if language == "en" else "肝", "4.2 cm"):
        man.taps_or_says(step)

        assert len(man.card.rows) <= 6
        assert all(width(button.label) <= LABEL_WIDTH for button in man.buttons())


def test_a_list_that_contradicts_its_total_is_mended_where_it_was_entered() -> None:
    man = at("Skip ›", "2", "Skip ›", "/verdict", "? INCL04B Distant metastases")
    man.taps_or_says(*LIVER, *LUNG, *LIVER, "That is all")
    assert "These cannot both be true." in man.text()
    assert recorded(man) is None

    man.taps("‹ Answer again")
    man.taps("3. Liver ›", "Remove it", "That is all")

    assert recorded(man) == {"things": [ONE, TWO], "complete": "yes"}


def test_a_list_that_contradicts_its_total_is_recorded_if_it_is_meant() -> None:
    man = at("Skip ›", "2", "Skip ›", "/verdict", "? INCL04B Distant metastases")

    man.taps_or_says(*LIVER, *LUNG, *LIVER, "That is all", "Record it anyway")

    assert recorded(man) == {"things": [ONE, TWO, ONE], "complete": "yes"}
    contradicted = [f.criterion.id for f in man.case.verdict.findings if f.contradicted]
    assert contradicted == ["INCL04B", "INCL04C", "INCL04D", "INCL05"]
