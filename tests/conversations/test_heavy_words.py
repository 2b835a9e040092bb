"""Typed words that set something going are read back first; what is no such words is refused."""

from pathlib import Path

import pytest

from conversations.acts import key
from conversations.events import Tapped
from ectrial.record.entries import Kind
from tests.conversations.test_amendments import AMENDS, BACK, activates, under_version_1
from tests.conversations.test_what_follows import coordinator
from tests.ectrial.trial.versions_of_sleep import STRICTER, two_versions
from tests.records import ADMIN, Dialogue

LETTER = "SUSAR letter of the sponsor"
STRAY = ("WBC 3.2, platelets 180", "2026-12-15", "15 Dec", ".", "x", "482913")
GIVEN = (Kind.TRIAL_STATUS, Kind.VERSION_ACTIVATED, Kind.ACTIVATION_WITHDRAWN)


def pausing() -> Dialogue:
    leader = Dialogue(coordinator().records, actor=ADMIN)
    leader.taps_or_says("/trial", "Enrolment: open ›", "Pause…", "Today")
    return leader


def activating(tmp_path: Path) -> Dialogue:
    leader = under_version_1(two_versions(tmp_path, STRICTER), *AMENDS)
    leader.taps_or_says("Activate version 2…", "Yesterday", "Today", "No")
    return leader


def given(chat: Dialogue) -> list[str]:
    return [str(e.said.text) for e in chat.records.entries if e.said.kind in GIVEN]


@pytest.mark.parametrize("text", [*STRAY, "180", "ECOG 3"])
def test_what_is_no_reason_pauses_nothing_and_is_not_even_read_back(text: str) -> None:
    leader = pausing()

    leader.says(text)

    assert (given(leader), leader.stands) == ([], "status_reason")
    assert "Not recorded: " in leader.text()


@pytest.mark.parametrize("text", STRAY[1:])
def test_what_is_no_number_of_a_document_activates_nothing(tmp_path: Path, text: str) -> None:
    leader = activating(tmp_path)

    leader.says(text)

    assert (given(leader), leader.stands) == ([], "amendment_number")
    assert "Not recorded: " in leader.text()


def test_reason_is_read_back_and_pauses_by_the_button_below_it() -> None:
    leader = pausing()

    leader.says(LETTER)
    assert (given(leader), f"“{LETTER}”" in leader.text()) == ([], True)
    leader.taps("Pause enrolment")

    assert given(leader) == [LETTER]


def test_number_of_a_document_is_read_back_and_activates_by_the_button(tmp_path: Path) -> None:
    leader = activating(tmp_path)

    leader.says("CN-A03")
    assert (given(leader), "“CN-A03”" in leader.text()) == ([], True)
    leader.taps("Activate version 2")

    assert given(leader) == ["CN-A03"]


def test_reason_for_taking_back_is_read_back_and_left_by_the_other_button(tmp_path: Path) -> None:
    leader = under_version_1(two_versions(tmp_path, STRICTER))
    activates(leader)

    leader.taps_or_says(*BACK, "The wrong day", "No, record nothing")

    assert (given(leader), leader.stands) == (["CN-A03"], "activation_back")


def test_button_below_one_text_records_no_other_text() -> None:
    leader = pausing()
    leader.says(LETTER)
    (row, _) = leader.card.rows
    leader.says("The arm is full")

    leader.does(Tapped(leader.round, key(row[0].act)))

    assert (given(leader), "“The arm is full”" in leader.text()) == ([], True)


def test_words_that_may_be_a_name_are_asked_about_and_then_read_back() -> None:
    leader = pausing()

    leader.taps_or_says("Wang Fang", "No name: record it")
    assert (given(leader), "“Wang Fang”" in leader.text()) == ([], True)
    assert leader.last.unwanted == ()
    leader.taps("Pause enrolment")

    assert given(leader) == ["Wang Fang"]


def test_words_that_are_not_known_after_a_restart_are_typed_once_more() -> None:
    leader = pausing()
    leader.says(LETTER)

    leader.held = None
    leader.taps("Pause enrolment")

    assert given(leader) == []
    assert "Please type it once more." in leader.text()
