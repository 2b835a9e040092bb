"""While a trial is paused or closed every verdict begins with that, and nobody is enrolled."""

import pytest

from conversations.turn import Turn
from ectrial.record.conduct import fold_conduct
from ectrial.record.entries import Kind
from ectrial.record.team import Role
from tests.conversations.paths import ELIGIBLE
from tests.conversations.test_guests import beside, entered
from tests.conversations.test_signing import investigator, with_investigators
from tests.conversations.test_what_follows import CONSENTS, ENROLS, coordinator
from tests.records import ADMIN, Dialogue, trial

PAUSED = "⏸ Enrolment paused since"


def pauses(chat: Dialogue, *, label: str = "Pause…", day: str = "Today") -> Dialogue:
    """Have an administrator change the status with the same record, at the same time."""
    leader = Dialogue(chat.records, actor=ADMIN)
    leader.now = chat.now
    leader.says("/trial")
    way = next(each for each in leader.labels() if each.startswith("Enrolment:"))
    leader.taps_or_says(way, label, day, "SUSAR letter of the sponsor")
    leader.taps(leader.labels()[0])
    return leader


@pytest.mark.parametrize("place", ["Check answers", "⋯ More", "Contact the study team ›"])
def test_each_card_of_a_screening_begins_with_the_pause(place: str) -> None:
    chat = coordinator()
    pauses(chat)

    chat.taps(place)

    assert chat.card.blocks[1].text.startswith(PAUSED)
    assert chat.card.blocks[1].look == "title"


def test_text_to_forward_begins_with_the_pause_and_the_verdict_stays() -> None:
    chat = coordinator()
    pauses(chat, label="Close…")

    chat.taps("Text to forward")

    assert chat.text().splitlines()[1] == "⏹ Enrolment closed since 23 Nov 2026: do not enrol"
    assert chat.text().count("⏹") == 1
    assert "⛔ Not eligible" in chat.text()


def test_guest_looks_again_and_reads_of_the_pause_first() -> None:
    owner, guest = entered()
    pauses(owner)
    later = beside(owner, guest.actor)
    later.focus = guest.focus

    assert "has changed since you looked" in later.text()
    later.taps("Show it")

    assert later.card.blocks[1].text.startswith(PAUSED)


def test_team_that_screens_is_told_and_the_monitor_is_not() -> None:
    chat = coordinator()

    turn: Turn = pauses(chat).last

    assert set(turn.pushes) == {7, 9, 10}


def test_nothing_is_sent_to_the_contact_meanwhile() -> None:
    chat = coordinator()
    chat.taps("Contact the study team ›")
    pauses(chat)

    assert "Send to Li Wei" not in chat.labels()
    pauses(chat, label="Open again…")
    assert "Send to Li Wei" in chat.labels()


def test_enrolment_meanwhile_is_a_deviation_and_one_before_is_none() -> None:
    chat = coordinator("/new S-014 M 58", "1")
    pauses(chat)
    chat.taps_or_says("⋯ More", "Study team ›", "What came of it ›")
    chat.taps_or_says("/verdict", *CONSENTS, "/verdict", *ENROLS)

    assert "Enrolment was paused on that day: a deviation, too." in chat.text()
    chat.says("01-0312")

    (deviation,) = chat.entries(Kind.DEVIATION)
    assert deviation.text == "Enrolled though enrolment was paused since 23 Nov 2026."


def test_eligible_is_not_signed_meanwhile() -> None:
    chat = with_investigators(*ELIGIBLE, "Yes")
    pauses(chat)
    signer = investigator(chat)
    signer.says("/verdict")

    signer.taps("Confirm and sign ›")

    assert "Not to be signed while enrolment is not open." in signer.text()


def test_second_leader_changes_nothing_that_the_first_has_changed() -> None:
    chat = coordinator()
    slow = Dialogue(chat.records, actor=ADMIN)
    slow.taps_or_says("/trial", "Enrolment: open ›", "Close…", "Today")
    pauses(chat)

    slow.taps_or_says("Full", "Close enrolment")

    assert [each.value["state"] for each in chat.entries(Kind.TRIAL_STATUS)] == ["paused"]
    assert "moved on" in slow.text()


def test_name_in_the_reason_is_asked_about_without_any_screening() -> None:
    leader = Dialogue(actor=ADMIN)
    leader.taps_or_says("/trial", "Enrolment: open ›", "Pause…", "Today")

    leader.says("Wang Fang")
    assert "Is this a name?" in leader.text()
    leader.taps_or_says("No name: record it", "Pause enrolment")

    assert [each.text for each in leader.entries(Kind.TRIAL_STATUS)] == ["Wang Fang"]


def test_state_of_a_day_is_that_since_the_latest_day_before_it() -> None:
    chat = coordinator()
    pauses(chat, day="2026-11-03")
    pauses(chat, label="Open again…", day="2026-11-20")

    conduct = fold_conduct(chat.records.entries)[trial().id]

    days = [chat.now.date().replace(day=day) for day in (2, 3, 19, 20)]
    assert [bool(conduct.halt_on(day)) for day in days] == [False, True, True, False]
    assert conduct.halt is None


@pytest.mark.parametrize("role", ["coordinator", "investigator", "monitor"])
def test_who_does_not_lead_sees_the_status_and_changes_nothing(role: Role) -> None:
    chat = coordinator()
    pauses(chat)
    other = Dialogue(chat.records, actor=70, role=role)

    other.taps_or_says("/trial", "Enrolment: paused ›")

    assert "SUSAR letter" in other.text()
    assert other.labels() == ["‹ Back"]
