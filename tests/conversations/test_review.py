from conversations.acts import Change
from conversations.screen import LABEL_WIDTH, shortened, width
from tests.conversations.paths import CONSENT, ELIGIBLE, OPENED, at
from tests.records import trial
from tests.tables import of_each


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
    assert shown[0] == "INCL01"
    assert shown[-1].startswith("Metastases")


def test_changed_answer_leads_back_to_the_review() -> None:
    man = at(*OPENED, "1", "Yes", "/review", "INCL01", "2", "Source corrected")

    assert man.stands == "review"
    assert "INCL01 ECOG 2 ≤ 2 ✓ · 09:00" in man.text()


def test_back_leads_to_the_same_page() -> None:
    man = at(*ELIGIBLE, "/review", "More ›", "More ›")
    label = man.labels()[0]

    man.taps(label, "‹ Back")

    assert man.labels()[0] == label


def test_pages_turn_back() -> None:
    man = at(*ELIGIBLE, "/review", "More ›")

    man.taps("‹ Earlier")

    assert man.labels()[0] == "INCL01"


def test_one_page_is_not_numbered() -> None:
    assert "Page" not in at(*OPENED, "/review").text()


def test_empty_review_says_so() -> None:
    man = at("/new S-014", "/review")

    assert man.text() == "S-014\nNo answers yet."


def test_next_question_is_offered_only_while_there_is_one() -> None:
    assert "Next question ›" in at(*OPENED, "/review").labels()
    assert "Next question ›" not in at(*ELIGIBLE, "/review").labels()


@of_each(
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


def test_names_that_would_be_cut_alike_stand_whole() -> None:
    labels = at(*ELIGIBLE, "/review").labels()

    assert {"Chemotherapy cycles", "Chemotherapy regimen", "Disease prog…"} <= set(labels)


def test_answer_stands_with_limit_sampling_day_and_time() -> None:
    man = at(*ELIGIBLE, "/review", "More ›")

    told = "INCL06E Total bilirubin 15 µmol/L ≤ 1.5×23 = 34.5 ✓ · sampled 2026-11-23 · 09:01"
    assert told in man.text()


def test_each_of_several_answers_is_listed() -> None:
    man = at(*ELIGIBLE, "/review", "More ›", "More ›")

    assert man.text().count("Allergy: ") == 4


def test_answers_say_in_which_role_and_on_which_day() -> None:
    man = at(*OPENED, "1")
    man.later(days=1)
    man.taps("Yes")

    man.says("/review")

    told = [line for line in man.text().splitlines() if "coordinator" in line]
    assert told == [
        "coordinator · 2026-11-23",
        "coordinator · 2026-11-24",
        "coordinator · 2026-11-23",
    ]


def test_change_on_the_second_page_stays_there() -> None:
    man = at(*ELIGIBLE, "/review", "More ›")
    label = "INCL06C"

    man.taps(label)
    man.says("118 g/L")
    man.taps("Result repeated")

    assert "Page 2 of" in man.text()
    assert "INCL06C Hemoglobin 118 g/L" in man.text()


def test_review_names_what_was_ticked() -> None:
    man = at(
        *CONSENT, "Yes", "No", "No", "☐ Allergy: platinum", "Record · other 3: No", "Keep going"
    )

    man.says("/review")
    man.taps("More ›", "More ›")

    assert "Allergy: platinum: Yes ✗" in man.text()


def test_typed_criterion_opens_its_question_and_leads_back() -> None:
    man = at(*OPENED, "1", "/review", "excl03")
    assert "EXCL03" in man.text()

    man.taps("‹ Back")

    assert man.stands == "review"
