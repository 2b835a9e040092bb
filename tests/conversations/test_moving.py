"""A screening stays under the version it was opened with, until a person moves it."""

from pathlib import Path

import pytest

from conversations.acts import key
from conversations.events import Tapped
from ectrial.record.entries import Kind
from ectrial.trial.versions import FROZEN, Trials
from tests.ectrial.trial.versions_of_sleep import STRICTER, change, freeze, two_versions
from tests.records import Dialogue

NEW_WORDS = ("How calm?", "How calm today?")
ANSWERED = ("8", "5", "Yes, 5", "1 xULN", "Day", "None of these")


def chat_under_version_1(trials: Trials, *steps: str) -> Dialogue:
    """Give a chat whose screening was opened before version 2 was there."""
    old = trials.versions("SLEEP-1")[0]
    first = trials.of("SLEEP-1", old.version, old.fingerprint)
    chat = Dialogue(trials=trials, present=first)
    chat.taps_or_says("/new S-014", *steps)
    chat.present = trials.default
    return chat


@pytest.fixture
def sleeper(tmp_path: Path) -> Dialogue:
    """Eight hours of sleep: enough for version 1, too little for version 2."""
    return chat_under_version_1(two_versions(tmp_path, STRICTER, NEW_WORDS), "8")


def test_open_screening_is_answered_under_its_own_version(sleeper: Dialogue) -> None:
    sleeper.says("/resume")

    assert "How calm?" in sleeper.text()
    sleeper.says("5")
    assert {entry.said.protocol_version for entry in sleeper.records.entries} == {"1"}


def test_card_before_the_move_says_what_changes(sleeper: Dialogue) -> None:
    sleeper.says("/resume")

    sleeper.taps("⋯ More", "Protocol version 2 ›")

    assert "It was screened by version 1." in sleeper.text()
    assert "Changed questions: Calm." in sleeper.text()
    assert "The verdict changes: ❓ Undetermined → ⛔ Not eligible." in sleeper.text()
    assert sleeper.labels() == ["Stay as it is", "Go on under version 2"]


def test_screening_that_is_kept_as_it_is_records_nothing(sleeper: Dialogue) -> None:
    before = sleeper.recorded()

    sleeper.taps_or_says("/resume", "⋯ More", "Protocol version 2 ›", "Stay as it is")

    assert sleeper.recorded() == before
    assert sleeper.screening.protocol_version == "1"


def test_moved_screening_is_judged_by_the_present_version(sleeper: Dialogue) -> None:
    sleeper.taps_or_says("/resume", "⋯ More", "Protocol version 2 ›", "Go on under version 2")

    assert sleeper.screening.protocol_version == "2"
    assert sleeper.stands == "failed"
    assert "Now under protocol version 2." in sleeper.text()
    sleeper.taps("Keep going")
    assert "How calm today?" in sleeper.text()
    assert not any(label.startswith("↩ Undo") for label in sleeper.labels())


def test_a_move_records_the_verdict_of_the_new_version_also_where_it_says_the_same(
    tmp_path: Path,
) -> None:
    chat = chat_under_version_1(two_versions(tmp_path, NEW_WORDS), *ANSWERED)
    before = chat.entries(Kind.VERDICT_GIVEN)

    chat.taps_or_says("⋯ More", "Protocol version 2 ›", "Go on under version 2")

    given = chat.entries(Kind.VERDICT_GIVEN)[len(before) :]
    assert before
    assert [each.protocol_version for each in given] == ["2"]
    assert given[-1].value["verdict"] == before[-1].value["verdict"]
    assert chat.screening.judged_under == chat.screening.under


def test_verdict_says_that_a_newer_version_is_in_use(sleeper: Dialogue) -> None:
    sleeper.says("/verdict")

    assert "version 2 is in use now" in sleeper.text()


def test_new_screening_is_opened_under_the_present_version(sleeper: Dialogue) -> None:
    sleeper.says("/new S-015")

    assert sleeper.screening.protocol_version == "2"


def test_move_that_a_colleague_made_first_is_not_made_again(sleeper: Dialogue) -> None:
    other = Dialogue(sleeper.records, actor=8, trials=sleeper.trials)
    other.now = sleeper.now
    sleeper.taps_or_says("/resume", "⋯ More", "Protocol version 2 ›")
    other.taps_or_says("/open S-014", "⋯ More", "Protocol version 2 ›", "Go on under version 2")

    assert sleeper.labels() == ["Stay as it is"]
    assert len(sleeper.entries(Kind.MOVED)) == 1


OTHER_QUESTION = ("Shift?", "Shift of the partner?")
WITHOUT_MICROGRAMS = ('    ug/L: {base: mg/L, factor: "0.001"}\n    "{count}', '    "{count}')
MOVE = ("⋯ More", "Protocol version 2 ›", "Go on under version 2")


def colleague_moves(chat: Dialogue) -> None:
    other = Dialogue(chat.records, actor=8, trials=chat.trials)
    other.now = chat.now
    other.taps_or_says("/open S-014", *MOVE)


def test_answer_to_old_words_is_not_recorded_for_new_ones(tmp_path: Path) -> None:
    chat = chat_under_version_1(two_versions(tmp_path, OTHER_QUESTION), "8", "Skip ›", "Skip ›")
    assert "Shift?" in chat.text()
    night = Tapped(chat.round, key(chat.button("Night").act))
    colleague_moves(chat)
    recorded = chat.recorded()

    chat.does(night)

    assert chat.recorded() == recorded
    assert "Shift of the partner?" in chat.text()


def test_value_that_the_newer_version_cannot_read_still_has_a_card(tmp_path: Path) -> None:
    two_versions(tmp_path)
    items = tmp_path / "sleep" / "2" / "items" / "sleep.yaml"
    change(items, *WITHOUT_MICROGRAMS)
    (tmp_path / FROZEN).unlink()
    freeze(tmp_path, "1")
    freeze(tmp_path, "2")
    chat = chat_under_version_1(Trials(tmp_path), "8", "Skip ›", "9000 ug/L")
    assert chat.stands == "limit"

    colleague_moves(chat)

    assert "Marker?" in chat.text()


def test_answer_without_a_number_is_asked_again_under_another_limit(tmp_path: Path) -> None:
    chat = chat_under_version_1(two_versions(tmp_path, STRICTER), "> 7 h · no number")

    chat.taps_or_says("/resume", "⋯ More", "Protocol version 2 ›")
    assert "Answers that are not taken over: Sleep." in chat.text()
    chat.taps("Go on under version 2")

    assert "sleep" not in chat.screening.answers
