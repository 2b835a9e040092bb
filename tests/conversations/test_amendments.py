"""A version is used once it is activated, and it asks those whom it concerns what differs."""

from pathlib import Path

import pytest

from ectrial.record.entries import Kind, NewEntry
from ectrial.record.team import Role
from ectrial.trial.versions import Trials
from tests.conversations.test_moving import MOVE, NEW_WORDS
from tests.ectrial.trial.versions_of_sleep import AGES, STRICTER, two_versions
from tests.records import ADMIN, Dialogue

HOURS = {"S-011": "8", "S-012": "8", "S-013": "8", "S-014": "10"}
AMENDS = ("/trial", "Amendment: version 2 ›")
ACTIVATES = (
    *("Amendment: version 2 ›", "Activate version 2…", "Yesterday", "Today", "Yes", "CN-A03"),
    "Activate version 2",
)
SIGNS = ("⋯ More", "Consent ›", "Signed…", "Today", "1.0")


def under_version_1(trials: Trials, *steps: str) -> Dialogue:
    """Give an administrator at a site that screened four subjects before version 2 came."""
    first = trials.versions("SLEEP-1")[0]
    old = trials.of("SLEEP-1", first.version, first.fingerprint)
    chat = Dialogue(trials=trials, present=old, actor=ADMIN)
    for subject, hours in HOURS.items():
        chat.taps_or_says(f"/new {subject}", hours)
    chat.activates = True
    chat.taps_or_says(*steps)
    return chat


@pytest.fixture
def leader(tmp_path: Path) -> Dialogue:
    return under_version_1(two_versions(tmp_path, STRICTER))


GO_AHEAD = "Activate version 2"
BACK_AGAIN = "Take version 2 back"


def activates(leader: Dialogue, effective: str = "Today", again: str = "No") -> None:
    steps = ("Activate version 2…", "Yesterday", effective, again, "CN-A03", GO_AHEAD)
    leader.taps_or_says(*AMENDS, *steps)


def test_update_that_brings_a_version_changes_no_rule(leader: Dialogue) -> None:
    leader.says("/new S-020")

    assert leader.screening.protocol_version == "1"


def test_site_without_a_screening_begins_with_the_newest(tmp_path: Path) -> None:
    chat = Dialogue(trials=two_versions(tmp_path, STRICTER))
    chat.activates = True

    chat.says("/new S-020")

    assert chat.screening.protocol_version == "2"


def test_card_names_the_three_subjects_concerned_before_it_activates(leader: Dialogue) -> None:
    leader.taps_or_says(*AMENDS)

    told = leader.text()
    assert "Verdict or questions change for 3 of 4 subjects." in told
    for subject in ("S-011", "S-012", "S-013"):
        assert f"{subject}: ❓ Undetermined → ⛔ Not eligible · INCL01" in told
    assert "S-014" not in told


def test_changed_question_concerns_each_subject_and_is_named(tmp_path: Path) -> None:
    leader = under_version_1(two_versions(tmp_path, NEW_WORDS), *AMENDS)

    assert "change for 4 of 4 subjects" in leader.text()
    assert "S-014: to ask: Calm" in leader.text()


def test_whom_it_concerns_is_judged_by_today_and_the_days_of_answers(
    tmp_path: Path,
) -> None:
    leader = under_version_1(two_versions(tmp_path, AGES), *AMENDS)
    assert "S-014: INCL01" not in leader.text()

    leader.later(days=4)
    leader.taps_or_says(*AMENDS)

    assert "change for 4 of 4 subjects" in leader.text()
    assert "S-014: INCL01" in leader.text()


def test_day_on_which_a_verdict_would_change_by_itself_is_compared(tmp_path: Path) -> None:
    leader = under_version_1(two_versions(tmp_path, AGES), *AMENDS)

    assert "change for 4 of 4 subjects" in leader.text()
    assert "S-014: changes by itself on 27 Nov 2026" in leader.text()

    activates(leader)
    leader.taps_or_says("/open S-014", *MOVE[:-1])
    assert "The verdict: changes by itself on 27 Nov 2026." in leader.text()


def test_activated_version_is_used_and_each_subject_is_moved_by_a_person(leader: Dialogue) -> None:
    activates(leader)
    (entry,) = leader.entries(Kind.VERSION_ACTIVATED)
    leader.taps_or_says("Under version 2: who moves ›", "S-011 ›")
    assert leader.stands == "moving"
    leader.taps(MOVE[-1])

    assert (entry.protocol_version, entry.text) == ("2", "CN-A03")
    assert entry.value == {
        "approved": "2026-11-22",
        "effective": "2026-11-23",
        "signs_again": False,
    }
    assert leader.screening.protocol_version == "2"
    leader.taps_or_says("/trial", "Under version 2: who moves ›")
    assert "change for 2 of 4 subjects" in leader.text()
    leader.says("/new S-020")
    assert leader.screening.protocol_version == "2"


def test_version_is_not_used_before_its_day(leader: Dialogue) -> None:
    activates(leader, effective="Tomorrow")
    leader.taps_or_says(*AMENDS)
    assert "Activated: version 2 from 24 Nov 2026 on (CN-A03)." in leader.text()
    assert leader.labels() == ["Take the activation back…", "‹ Back"]

    leader.says("/new S-020")
    assert leader.screening.protocol_version == "1"
    leader.later(days=1)
    leader.says("/new S-021")

    assert leader.screening.protocol_version == "2"


def test_version_is_not_in_use_before_it_was_approved(leader: Dialogue) -> None:
    leader.taps_or_says(*AMENDS, "Activate version 2…", "Yesterday", "2026-11-20")

    assert "It was approved on 22 Nov 2026: not in use before that." in leader.text()


def test_second_leader_activates_nothing_that_the_first_has_activated(leader: Dialogue) -> None:
    slow = Dialogue(leader.records, trials=leader.trials, present=leader.present, actor=ADMIN)
    slow.activates = True
    slow.taps_or_says(*AMENDS, "Activate version 2…", "Yesterday", "Today", "No")
    activates(leader, effective="Tomorrow")

    slow.says("CN-A03")

    assert len(leader.entries(Kind.VERSION_ACTIVATED)) == 1


def test_who_signed_before_is_listed_until_consent_is_signed_anew(leader: Dialogue) -> None:
    leader.taps_or_says("/open S-011", *SIGNS)
    leader.later(days=2)
    activates(leader, again="Yes")
    leader.taps_or_says("/trial", "Consent to sign again ›")
    assert "to sign again: 1" in leader.text()
    assert "S-011 · signed 23 Nov 2026, version 1.0" in leader.text()

    leader.taps_or_says("S-011 ›", "⋯ More", "Consent ›")
    leader.taps_or_says("Signed…", "Today", "2.0", "Signed again")
    leader.taps_or_says("/trial", "Consent to sign again ›")

    assert "to sign again: 0" in leader.text()


@pytest.mark.parametrize("role", ["coordinator", "investigator", "monitor"])
def test_only_who_leads_activates(leader: Dialogue, role: Role) -> None:
    other = Dialogue(leader.records, trials=leader.trials, present=leader.present, role=role)
    other.activates = True

    other.says("/trial")

    assert not any(label.startswith("Amendment") for label in other.labels())


def test_version_taken_up_everywhere_before_needs_no_activation(tmp_path: Path) -> None:
    two_versions(tmp_path, STRICTER)
    table = tmp_path / "frozen.yaml"
    table.write_text(f"{table.read_text('utf-8')}    taken_up: true\n", "utf-8")
    leader = under_version_1(Trials(tmp_path))

    leader.says("/new S-020")

    assert leader.screening.protocol_version == "2"


def test_activation_names_no_free_text_in_its_value(leader: Dialogue) -> None:
    activates(leader)

    said: NewEntry = leader.entries(Kind.VERSION_ACTIVATED)[0]

    assert "CN-A03" not in str(said.value)


BACK = ("/trial", "Under version 2: who moves ›", "Take the activation back…")


def test_activation_is_taken_back_with_a_reason_and_the_version_before_goes_on(
    leader: Dialogue,
) -> None:
    activates(leader)
    leader.taps_or_says(*BACK, "The committee's letter is of another version", BACK_AGAIN)

    (entry,) = leader.entries(Kind.ACTIVATION_WITHDRAWN)
    (activated,) = [e for e in leader.records.entries if e.said.kind is Kind.VERSION_ACTIVATED]
    assert (entry.value, entry.protocol_version) == ({"of": activated.seq}, "2")
    assert entry.text == "The committee's letter is of another version"
    assert "Taken back: version 2 waits again" in leader.text()
    assert "Activate version 2…" in leader.labels()
    leader.says("/new S-020")
    assert leader.screening.protocol_version == "1"


def test_activation_that_is_to_come_is_taken_back(leader: Dialogue) -> None:
    activates(leader, effective="Tomorrow")
    leader.taps_or_says(*AMENDS, BACK[-1], "The wrong day", BACK_AGAIN)
    leader.later(days=1)

    leader.says("/new S-020")

    assert leader.screening.protocol_version == "1"


@pytest.mark.parametrize("used", [("/new S-020",), ("/open S-011", *MOVE)])
def test_activation_stands_once_somebody_was_screened_by_it(
    leader: Dialogue, used: tuple[str, ...]
) -> None:
    activates(leader)
    leader.taps_or_says(*BACK)
    other = Dialogue(leader.records, trials=leader.trials, present=leader.present)
    other.activates = True
    other.taps_or_says(*used)

    leader.says("The wrong day")
    leader.taps_or_says(*[each for each in leader.labels() if each == BACK_AGAIN])

    assert list(leader.entries(Kind.ACTIVATION_WITHDRAWN)) == []
    assert "This card has moved on" in leader.text()
    assert BACK[-1] not in leader.labels()


@pytest.mark.parametrize("role", ["coordinator", "investigator", "monitor"])
def test_only_who_leads_takes_an_activation_back(leader: Dialogue, role: Role) -> None:
    activates(leader)
    other = Dialogue(leader.records, trials=leader.trials, present=leader.present, role=role)
    other.activates = True

    other.taps_or_says(*BACK[:2])

    assert BACK[-1] not in other.labels()
