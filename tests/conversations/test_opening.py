import re

import pytest

from conversations.acts import Record
from conversations.openings import Opening, Refused, read_opening
from conversations.places import Question
from conversations.subject_codes import SubjectCodes
from ectrial.record.entries import Kind
from ectrial.record.subjects import ScreeningId
from ectrial.trial.versions import shipped
from tests.conversations.paths import COUNTS_UNDATED, ELIGIBLE, OPENED, at
from tests.records import SITE, Dialogue, trial
from tests.tables import of_each

S014 = ScreeningId(SITE, trial().id, "S-014", 1)

AGE = {"value": "58", "unit": "a"}

VOID = ("⋯ More", "Void this screening", "Duplicate")


@of_each(
    ("typed", "opening"),
    [
        ("S-014", Opening("S-014", {})),
        ("s014", Opening("S-014", {})),
        ("ABCD-12345", Opening("ABCD-12345", {})),
        ("Ｓ－０１４ 男 ５８岁", Opening("S-014", {"sex": "male", "age": AGE})),
        ("S-014 M 58", Opening("S-014", {"sex": "male", "age": AGE})),
        ("S-014 58 female", Opening("S-014", {"sex": "female", "age": AGE})),
        ("S-014 male 58", Opening("S-014", {"sex": "male", "age": AGE})),
        ("S-014 女 58周岁", Opening("S-014", {"sex": "female", "age": AGE})),
        ("S-014 f", Opening("S-014", {"sex": "female"})),
        ("S-014 M58", Opening("S-014", {"sex": "male", "age": AGE})),
        ("S-014,M,58", Opening("S-014", {"sex": "male", "age": AGE})),
        ("S-014，男，58", Opening("S-014", {"sex": "male", "age": AGE})),
        ("S–014 female 58 yrs", Opening("S-014", {"sex": "female", "age": AGE})),
        ("S 014 58F", Opening("S-014", {"sex": "female", "age": AGE})),
        ("01-014 M", Opening("01-014", {"sex": "male"})),
        ("SYSUCC-0123", Opening("SYSUCC-0123", {})),
        ("EC003-0012", Opening("EC003-0012", {})),
        ("EC-CRT-003-014", Opening("EC-CRT-003-014", {})),
    ],
)
def test_code_with_sex_and_age_is_read(typed: str, opening: Opening) -> None:
    assert read_opening(SubjectCodes(), typed) == opening


@of_each(
    "typed",
    [
        *[
            "Zhang Wei",
            "张伟",
            "张伟 M 58",
            "zhangwei",
            "440106196801011234",
            "44010619680101123X",
        ],
        *["13800138000", "+86 138 0013 8000", "S", "014", "S-", "S-123456", "S--014", "M58"],
        *[
            "S-01４x",
            "wei@hospital.cn",
            "S_014",
            "１３８００１３８０００",
            "С-014",
            "S-٠١٤",
        ],
        *["ZSM-1968", "zsm68", "138-0013-8000", "1968-01-12", "liwei-14", "Wang-3", "Smith-014"],
    ],
)
def test_anything_but_a_code_is_refused(typed: str) -> None:
    dialogue = Dialogue()

    dialogue.says(f"/new {typed}")

    # of what may say who a patient is, only that it was not kept
    assert {each[0] for each in dialogue.recorded()} <= {Kind.IDENTIFIER_STOPPED}
    assert dialogue.stands == "subject_code"
    assert dialogue.labels() == ["Use S-001", "‹ Back"]


@of_each("typed", ["ZSM-1968", "zsm68", "138-0013-8000", "liwei-14", "Smith-014"])
def test_code_that_may_name_somebody_is_asked_again(typed: str) -> None:
    dialogue = at(f"/new {typed} M 58")

    assert "Not kept: this may be a name" in dialogue.text()
    assert typed.upper() not in str(dialogue.focus).upper()


@pytest.mark.parametrize(
    ("example", "pattern", "typed", "code"),
    [
        ("01-014", r"[0-9]{2}-[0-9]{3}", "01–015 M 58", "01-015"),
        ("SYSUCC-0123", r"SYSUCC-[0-9]{4}", "sysucc 0124", "SYSUCC-0124"),
        ("EC003-0012", r"EC003-[0-9]{4}", "ec003-0013", "EC003-0013"),
        ("ZSM-1968", r"[A-Z]{3}-[0-9]{4}", "ZSM-1968", "ZSM-1968"),
    ],
)
def test_pattern_of_the_site_alone_decides(
    example: str, pattern: str, typed: str, code: str
) -> None:
    codes = SubjectCodes(example, re.compile(pattern))

    read = read_opening(codes, typed)

    assert isinstance(read, Opening)
    assert read.subject == code
    assert isinstance(read_opening(codes, "S-014"), Refused)


@of_each("rest", ["smoker", "M 58 smoker", "M M", "58 59", "999", "M 5٨", "-4", "58.5", "Wei"])
def test_only_sex_and_age_follow_a_code(rest: str) -> None:
    dialogue = Dialogue()

    dialogue.says(f"/new S-014 {rest}")

    assert dialogue.recorded() == []
    assert "After S-014 I read only sex (M or F) and age" in dialogue.text()
    assert "Use S-014" in dialogue.labels()


def test_code_is_not_lost_when_the_rest_is_refused() -> None:
    dialogue = at("/new S-014 M 58 smoker")

    dialogue.says("M 58")

    assert dialogue.screening.id.name == "S-014/1"
    assert [item for _, item, _ in dialogue.recorded()] == [None, "sex", "age"]


def test_new_alone_asks_or_makes_a_code() -> None:
    dialogue = at("/new S-001", "/new")

    dialogue.taps("Use S-002")

    assert dialogue.screening.id.name == "S-002/1"


def test_code_is_read_from_the_code_card_too() -> None:
    dialogue = at("/new")

    dialogue.says("s14 f 61")

    assert dialogue.screening.id.name == "S-14/1"
    assert [item for _, item, _ in dialogue.recorded()] == [None, "sex", "age"]


def test_opening_records_the_version_of_the_protocol() -> None:
    (opened,) = at("/new S-014").entries(Kind.OPENED)

    assert (opened.screening, opened.protocol_version) == (S014, "2")
    assert opened.protocol_hash


def test_sex_and_age_are_read_back() -> None:
    dialogue = at(*OPENED)

    assert "Sex: Male\nAge: 58 years" in dialogue.text()


def test_open_code_goes_on_where_it_stopped() -> None:
    dialogue = at(*OPENED, "1", "/list")
    before = len(dialogue.recorded())

    dialogue.says("/open S-014 M 58")

    assert len(dialogue.recorded()) == before
    assert dialogue.asked == "histology"
    assert "S-014 is open" in dialogue.text()


def test_open_code_learns_what_was_not_known() -> None:
    dialogue = at("/new S-014", "/open S-014 M 58")

    assert dialogue.recorded()[1:] == [("answered", "sex", "male"), ("answered", "age", AGE)]
    assert "Sex: Male" in dialogue.text()


def test_another_sex_or_age_replaces_nothing() -> None:
    dialogue = at(*OPENED)
    before = dialogue.recorded()

    dialogue.says("/open S-014 F 61")

    assert dialogue.recorded() == before
    assert "The text gives another sex.\nThe text gives another age." in dialogue.text()
    assert dialogue.labels() == ["It is S-014", "No: type the code again"]

    dialogue.taps("It is S-014")

    assert dialogue.recorded() == before
    assert dialogue.stands == "question"


@of_each("typed", ["/open S-014 F 58", "/open S-014 M 40"])
@of_each("steps", [OPENED, ("/new S-014 M 58", "3", "Stop here"), ELIGIBLE])
def test_another_sex_or_age_shows_no_answer_to_tap(steps: tuple[str, ...], typed: str) -> None:
    man = at(*steps, typed)

    assert man.stands == "whose"
    assert not any(isinstance(button.act, Record) for button in man.buttons())

    man.taps("No: type the code again")

    assert man.stands == "subject_code"


@pytest.mark.parametrize(
    ("steps", "card"),
    [(ELIGIBLE, ("Open the earlier one",)), ((*OPENED, *VOID), ())],
    ids=["over", "voided"],
)
def test_another_sex_typed_with_a_code_on_file_is_never_dropped(
    steps: tuple[str, ...], card: tuple[str, ...]
) -> None:
    man = at(*steps, "/new S-014 F 58")
    assert "You typed another sex or age. Is it the same subject?" in man.text()

    for label in card:
        man.taps(label)
        assert "The text gives another sex." in man.text()


def test_age_of_the_next_birthday_is_the_same_subject() -> None:
    man = at("/new S-014 M 58", "/open S-014 M 59")

    assert man.stands == "question"
    assert "Recorded before, and kept: Age: 58 years." in man.text()


def test_what_is_learnt_on_opening_again_updates_the_verdict() -> None:
    man = at("/new S-014", "⋯ More", "Quick order (excludes soonest)", "Not sure", "58")
    for _ in range(40):
        if man.stands == "verdict":
            break
        man.taps("Skip ›")

    man.says("/open S-014 M")

    assert man.entries(Kind.CORRECTED)[-1].reason == "new_information"
    assert "EXCL09" not in man.entries(Kind.VERDICT_GIVEN)[-1].value["unresolved"]


def test_finished_code_asks_before_screening_again() -> None:
    dialogue = at(*OPENED, "3", "Stop here")
    before = len(dialogue.recorded())

    dialogue.says("/new S-014 M 59")

    assert len(dialogue.recorded()) == before
    assert dialogue.labels() == ["Open the earlier one", "PI asked: screen again", "‹ Back"]
    assert dialogue.button("Open the earlier one").style == "primary"


def test_screening_again_is_a_new_episode() -> None:
    dialogue = at(*OPENED, "3", "Stop here", "/new S-014 M 59", "PI asked: screen again")

    assert dialogue.screening.id.name == "S-014/2"
    assert dialogue.screening.answers["age"].value == {"value": "59", "unit": "a"}
    assert dialogue.records.episodes(trial().id, "S-014")[0].answers["age"].value == AGE


def test_voided_code_is_said_to_be_voided() -> None:
    dialogue = at(*OPENED, "⋯ More", "Void this screening", "Duplicate", "/new S-014")

    assert "S-014 (M 58, 2/39): the last screening was voided (2026-11-23)." in dialogue.text()
    assert dialogue.labels() == ["↩ Restore it as it was", "Screen again", "‹ Back"]


def test_sex_that_contradicts_is_asked_about_first() -> None:
    dialogue = at("/new S-014")
    dialogue.focus = dialogue.focus.at(Question("pregnancy"))
    dialogue.taps("☐ Pregnant", "Record only these")
    before = dialogue.recorded()

    dialogue.says("/open S-014 M")

    assert dialogue.recorded() == before
    assert "These cannot both be true." in dialogue.text()
    assert "‹ Answer again" in dialogue.labels()


def test_new_of_a_code_on_file_asks() -> None:
    dialogue = at(*OPENED, "1")

    dialogue.says("/new S-014 M 58")

    assert "S-014 (M 58, 3/39) is on file and open." in dialogue.text()
    assert dialogue.labels() == ["Go on with S-014", "‹ Back"]

    dialogue.taps("Go on with S-014")

    assert dialogue.asked == "histology"


def test_what_came_with_a_code_on_file_is_not_lost() -> None:
    dialogue = at("/new S-014", "/new S-014 M 58", "Go on with S-014")

    assert dialogue.recorded()[1:] == [("answered", "sex", "male"), ("answered", "age", AGE)]


@pytest.mark.parametrize("way", ["/open S-099 M 58", "/verdict S-099", "S-099", "/start S-099"])
def test_code_that_is_not_on_file_asks(way: str) -> None:
    dialogue = at(*OPENED)
    before = dialogue.recorded()

    dialogue.says(way)

    assert dialogue.recorded() == before
    assert "S-099 is not on file. Is it a new subject?" in dialogue.text()
    assert dialogue.labels() == ["New: S-099", "‹ Back"]

    dialogue.taps("New: S-099")

    assert dialogue.screening.id.name == "S-099/1"


@of_each("slip", ["S-14", "S-0014", "SO-014", "s-041", "S-104"])
def test_code_easily_mistaken_for_another_asks(slip: str) -> None:
    dialogue = at(*OPENED)

    dialogue.says(f"/new {slip} M 58")

    assert f"S-014 (M 58, 2/39) or new {slip.upper()}?" in dialogue.text()
    assert dialogue.labels() == ["Open S-014", f"New: {slip.upper()}", "‹ Back"]
    assert len(dialogue.entries(Kind.OPENED)) == 1


@pytest.mark.parametrize(("code", "following"), [("S-012", "S-013"), ("S-020", "S-021")])
def test_next_free_number_never_asks(code: str, following: str) -> None:
    dialogue = at("/new S-012", f"/new {code}", f"/new {following}")

    assert dialogue.screening.id.subject == following


@pytest.mark.parametrize("typed", ["S-015", "/open S-015"])
def test_code_typed_over_a_value_that_waits_says_that_nothing_was_recorded(typed: str) -> None:
    man = at("/new S-015 M 50", *COUNTS_UNDATED, "5.2")
    assert man.stands == "sample_days"

    man.says(typed)

    assert "Nothing was recorded." in man.text()


def test_sex_that_the_trial_does_not_ask_is_said_not_to_be_recorded() -> None:
    dialogue = Dialogue(present=shipped().current("ESO-SHANGHAI-20"))

    dialogue.says("/new S-101 M 66")
    begun = dialogue.text()
    dialogue.says("/open S-101 F 66")

    told = "This trial does not ask the sex: it was not recorded."
    assert told in begun
    assert "age" in dialogue.screening.answers
    assert told in dialogue.text()


@pytest.mark.parametrize(
    "typed", ["EC-CRT-003 · S-102", "ec-crt-003: s102", "/open EC-CRT-003 S-102"]
)
def test_id_of_the_chosen_trial_before_a_code_is_no_code(typed: str) -> None:
    dialogue = at("/new S-102 M 58", "/new S-014", typed)

    assert dialogue.focus.screening == S014._replace(subject="S-102")


@pytest.mark.parametrize("typed", ["ESO-SHANGHAI-20", "ESO-SHANGHAI-20 · S-102", "EC-CRT-003"])
def test_id_of_an_own_trial_alone_or_of_another_opens_nothing(typed: str) -> None:
    dialogue = Dialogue(others=[shipped().current("ESO-SHANGHAI-20")])
    dialogue.says("/new S-102 M 58")
    dialogue.says("/list")
    dialogue.says(typed)

    assert "is not on file" not in dialogue.text()
    assert not dialogue.focus.screening or dialogue.focus.screening.subject == "S-102"
    assert len(dialogue.entries(Kind.OPENED)) == 1


def test_id_of_a_trial_without_a_role_is_read_like_any_code() -> None:
    like_it = at("/new S-102", "ESO-SHANGHAI-21").text()

    assert at("/new S-102", "ESO-SHANGHAI-20").text().replace("-20", "-21") == like_it
