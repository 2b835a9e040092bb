"""The way to practice beside the real record, and back."""

import pytest

from ectrial.record.entries import Kind
from tests.records import Dialogue


def test_each_record_keeps_its_place() -> None:
    person = Dialogue()
    person.says("/new S-014")
    person.taps("1")
    before = person.focus.place

    person.says("/practice")
    person.says("/new S-900")
    inside = person.focus.place
    person.says("/practice")
    back = person.focus.place
    person.says("/practice")

    assert back == before
    assert person.focus.place == inside
    assert person.text().startswith("PRACTICE · S-900")


def test_a_screening_of_one_record_is_unknown_in_the_other() -> None:
    person = Dialogue()
    person.says("/new S-014")
    person.says("/practice")

    person.says("/open S-014")

    assert person.stands == "new_subject"
    assert person.recorded() == []


def test_typed_answer_is_read_back_on_the_way_back() -> None:
    person = Dialogue()
    person.says("/new S-014")
    person.taps("1")
    person.says("/practice")
    person.says("/practice")

    person.says("yes")

    assert person.stands == "read_back"
    assert person.recorded()[-1][0] == Kind.ANSWERED
    assert person.recorded()[-1][1] == "ecog"


@pytest.mark.parametrize("practice", [True, False], ids=["sandbox", "real"])
def test_only_practice_beside_a_real_record_can_be_left(practice: bool) -> None:
    person = Dialogue(practice=practice)
    person.says("/start")

    assert "Leave practice" not in person.labels()

    person.says("/practice")

    assert ("Leave practice" in person.labels()) is not practice


def test_training_is_not_confirmed_by_what_a_colleague_answered() -> None:
    one = Dialogue()
    one.says("/practice")
    one.says("/new S-900")
    one.taps("3")
    other = Dialogue(one.records, actor=8, practice=True)
    other.can_practise = True

    other.says("/open S-900")
    other.taps("Stop here")

    assert other.stands == "verdict"
    assert "Training confirmed" not in other.text()
