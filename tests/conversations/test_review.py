import pytest

from conversations.acts import Change
from conversations.screen import LABEL_WIDTH, shortened, width
from tests.conversations.paths import CONSENT, ELIGIBLE, OPENED, at
from tests.records import trial


def test_review_shows_every_answer() -> None:
    man = at(*ELIGIBLE, "Yes", "/review")
    shown = []

    while True:
        shown += [button.label for button in man.buttons() if isinstance(button.act, Change)]
        if "More ›" not in man.labels():
            break
        man.taps("More ›")

    answers = man.screening.answers.keys()
    cards = [q for q in trial().questions if answers & {item.id for item in q.items}]
    assert len(shown) == len(set(shown)) == len(cards)
    assert shown[0] == "ECOG: 1"
    assert shown[-1].startswith("Metastases in non-regional")


def test_changed_answer_leads_back_to_the_review() -> None:
    man = at(*OPENED, "1", "Yes", "/review", "ECOG: 1", "2", "Source corrected")

    assert man.stands == "review"
    assert "ECOG: 2" in man.labels()


def test_back_leads_to_the_same_page() -> None:
    man = at(*ELIGIBLE, "/review", "More ›", "More ›")
    label = man.labels()[0]

    man.taps(label, "‹ Back")

    assert man.labels()[0] == label


def test_pages_turn_back() -> None:
    man = at(*ELIGIBLE, "/review", "More ›")

    man.taps("‹ Earlier")

    assert man.labels()[0] == "ECOG: 1"


def test_one_page_is_not_numbered() -> None:
    assert "Page" not in at(*OPENED, "/review").text()


def test_empty_review_says_so() -> None:
    man = at("/new S-014", "/review")

    assert man.text() == "S-014\nNo answers yet."


def test_next_question_is_offered_only_while_there_is_one() -> None:
    assert "Next question ›" in at(*OPENED, "/review").labels()
    assert "Next question ›" not in at(*ELIGIBLE, "/review").labels()


@pytest.mark.parametrize(
    ("text", "room", "cut"),
    [
        ("ECOG", 10, "ECOG"),
        ("Intracranial metastasis at diagnosis", 20, "Intracranial metast…"),
        ("初诊时颅内转移及其他", 12, "初诊时颅内…"),
        ("Other cancer, ever", -3, "Other ca…"),
        ("其他恶性肿瘤", -3, "其他恶性…"),
    ],
)
def test_long_name_is_cut_for_its_answer(text: str, room: int, cut: str) -> None:
    assert shortened(text, room) == cut


def test_review_labels_fit_a_phone() -> None:
    man = at(*ELIGIBLE, "/review")

    while "More ›" in man.labels():
        assert max(map(width, man.labels())) <= LABEL_WIDTH
        man.taps("More ›")


def test_chinese_review_labels_fit_a_phone() -> None:
    man = at(*ELIGIBLE, "/language", "简体中文", "/review")

    while "下一页 ›" in man.labels():
        assert max(map(width, man.labels())) <= LABEL_WIDTH
        man.taps("下一页 ›")


def test_name_is_cut_before_its_answer() -> None:
    labels = at(*ELIGIBLE, "/review").labels()

    assert "Chemotherapy r…: Taxane+platinum" in labels
    assert "Disease progre…: None on post-t…" in labels
    assert "Chemotherapy cycles: 5 cycles" in labels


def test_change_on_the_second_page_stays_there() -> None:
    man = at(*ELIGIBLE, "/review", "More ›")
    label = next(label for label in man.labels() if label.startswith("Hemoglobin"))

    man.taps(label)
    man.says("118 g/L")
    man.taps("Result repeated")

    assert "Page 2 of" in man.text()
    assert "Hemoglobin: 118 g/L" in man.labels()


def test_review_names_what_was_ticked() -> None:
    man = at(*CONSENT, "Yes", "No", "No", "Yes", "☐ Allergy: platinum", "Done", "Keep going")

    man.says("/review")
    man.taps("More ›", "More ›")

    assert "Allergy: platinum: Yes" in man.labels()
