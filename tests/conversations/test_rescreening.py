"""Screening again after a failure: as the protocol allows, named, and never twice by one tap."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.acts import key
from conversations.events import Tapped
from ectrial.record.entries import Kind
from ectrial.rules.spans import Written
from ectrial.trial.rescreening import Rescreening
from tests.conversations.paths import ELIGIBLE, OPENED, at
from tests.records import ADMIN, Dialogue, MemoryRecords, trial

FAILS = ("/new S-014 M 58", "3", "Stop here")
VOID = ("⋯ More", "Void this screening", "Duplicate")
MAN = {"sex": "male", "age": {"value": "58", "unit": "a"}}
ASKED = "PI asked: screen again"


def under(times: int | None = None, days: int | None = None, *steps: str) -> Dialogue:
    """Give a chat in a trial whose protocol allows this, after these steps."""
    after = None if days is None else Written(days, "days")
    said = {"times": times, "after": after}
    rule = Rescreening.model_validate({k: v for k, v in said.items() if v is not None})
    present = trial().model_copy(update={"rescreening": rule})
    chat = Dialogue(MemoryRecords(), present=present)
    chat.taps_or_says(*steps)
    return chat


def test_what_the_protocol_does_not_say_is_asked_and_who_confirmed_is_recorded() -> None:
    chat = at(*FAILS, "/new S-014")
    assert "Ask the principal investigator (PI) first" in chat.text()

    chat.taps(ASKED)

    repeats = chat.screening.repeats
    assert repeats is not None
    assert (repeats.of, repeats.episode, repeats.failed) == (1, 1, ("INCL01",))
    assert (repeats.asked, repeats.actor) == (True, 7)


def test_nothing_of_the_failed_screening_is_taken_over() -> None:
    chat = at(*FAILS, "/new S-014", ASKED)

    assert chat.screening.answers == {}
    assert chat.records.episodes(trial().id, "S-014")[0].answers.keys() == {"sex", "age", "ecog"}


@pytest.mark.parametrize("command", ["/open", "/worksheet", "/verdict", "/review", "/notes"])
def test_a_command_takes_the_name_of_one_of_several_screenings(command: str) -> None:
    chat = at(*FAILS, "/new S-014", ASKED)

    for episode in (1, 2):
        chat.says(f"{command} s014/{episode}")
        assert chat.screening.id.name == f"S-014/{episode}"

    chat.says(f"{command} S-014/3")
    assert "S-014/3 is not on file." in chat.text()
    assert len(chat.records.episodes(trial().id, "S-014")) == 2


def test_a_voided_screening_is_asked_about_by_its_name_too() -> None:
    chat = at(*FAILS, "/new S-014", ASKED, *VOID)

    chat.says("/verdict S-014/2")
    assert "Restore it as it was" in str(chat.labels())
    chat.says("/open S-014/1")
    assert chat.screening.id.episode == 1


@pytest.mark.parametrize(("later", "is_offered"), [(27, False), (28, True)])
def test_it_is_offered_from_the_day_on_that_the_protocol_allows(
    later: int, *, is_offered: bool
) -> None:
    chat = under(None, 28, *FAILS)
    chat.later(days=later)

    chat.says("/new S-014")

    assert ("Screen again" in chat.labels()) is is_offered
    assert ("Too early: possible from 21 Dec 2026 on." in chat.text()) is not is_offered


def test_days_count_from_the_failure_and_not_from_what_was_noted_later() -> None:
    chat = under(None, 28, *FAILS)
    chat.later(days=20)
    chat.taps_or_says("Consent ›", "Chart review only")
    chat.later(days=8)

    chat.says("/new S-014")

    assert "Not eligible since 23 Nov 2026" in chat.text()
    assert "Screen again" in chat.labels()


def test_used_up_re_screenings_are_refused_and_voided_ones_do_not_count() -> None:
    chat = under(1, None, *FAILS, "/new S-014", "Screen again", "3", "Stop here", "/new S-014")
    assert "The last one has been used" in chat.text()
    assert chat.labels() == ["Open the earlier one", "‹ Back"]

    chat.taps_or_says("Open the earlier one", *VOID, "/new S-014", "Screen again")

    assert chat.screening.id.episode == 3
    assert chat.screening.repeats is not None
    assert chat.screening.repeats.episode == 1


def test_protocol_that_allows_none_says_so() -> None:
    chat = under(0, None, *FAILS, "/new S-014")

    assert "Re-screening: not allowed" in chat.text()
    assert "Screen again" not in chat.labels()


@pytest.mark.parametrize("steps", [ELIGIBLE, (*OPENED, *VOID)])
def test_what_did_not_fail_is_no_repeat(steps: tuple[str, ...]) -> None:
    chat = at(*steps)

    chat.taps_or_says("/new S-014", "Screen again")

    assert chat.screening.id.episode == 2
    assert chat.screening.repeats is None


@settings(max_examples=20)
@given(st.lists(st.sampled_from((7, 8)), min_size=1, max_size=6))
def test_tap_that_comes_again_opens_no_second_episode(taps: list[int]) -> None:
    chats = {7: at(*FAILS, "/new S-014")}
    chats[8] = Dialogue(chats[7].records, actor=8)
    chats[8].now = chats[7].now
    chats[8].says("/new S-014")
    events = {n: Tapped(chat.round, key(chat.button(ASKED).act)) for n, chat in chats.items()}

    for person in taps:
        chats[person].now += timedelta(minutes=1)
        chats[person].does(events[person])

    opened = [each.screening for each in chats[7].entries(Kind.OPENED)]
    assert [id_ and id_.name for id_ in opened] == ["S-014/1", "S-014/2"]
    assert len(chats[7].entries(Kind.RESCREENED)) == 1


def test_voided_re_screenings_are_not_counted_on_the_card_of_the_trial() -> None:
    chat = at(*FAILS, "/new S-014", ASKED, "/trial")
    assert "Re-screenings so far: 1" in chat.text()

    chat.taps_or_says("/open S-014", *VOID, "/trial")

    assert "Re-screenings" not in chat.text()


def test_what_is_restored_beside_a_later_screening_is_held_to_the_protocol() -> None:
    chat = under(0, None, *FAILS, *VOID)
    admin = Dialogue(chat.records, actor=ADMIN, present=chat.world.trial)
    admin.taps_or_says("/open S-014", "↩ Restore, with a reason…")
    chat.taps_or_says("/new S-014", "Screen again")

    admin.taps("Other reason")

    assert "⚠️ More re-screenings than the protocol allows." in admin.text()
    assert len(admin.entries(Kind.RESTORED)) == 1


def test_the_name_of_a_screening_behind_new_leads_to_the_card_that_begins_another() -> None:
    plain, numbered = at(*FAILS, "/new S-014"), at(*FAILS, "/new s014/2 M 58")

    assert numbered.standing.place == replace(plain.standing.place, answers=MAN)
    assert "The number of a screening is given here: S-014 is enough." in numbered.text()
    assert ASKED in numbered.labels()
    assert "S-207 is not on file. Is it a new subject?" in at("/new S-207/2").text()
