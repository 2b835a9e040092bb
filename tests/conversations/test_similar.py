"""Similar trials: in which order they stand, and what is said of each."""

from ectrial.record.entries import Kind, NewEntry
from ectrial.trial.study_team import Contact, StudyTeam
from ectrial.trial.versions import shipped
from tests.ectrial.toy import SLEEP
from tests.records import ADMIN, START, Dialogue

OLIGO, SHANGHAI = "SBRT-OLIGO", "ESO-SHANGHAI-20"
CONTACT = Contact(name="Dr Oligo", phone="+86 20 8734 0000")


def listed() -> Dialogue:
    others = [*map(shipped().current, (SHANGHAI, OLIGO)), SLEEP]
    dialogue = Dialogue(others=others)
    dialogue.study_teams = {OLIGO: StudyTeam(contact=CONTACT, slots=4)}
    dialogue.says("/similar")
    return dialogue


def trials(dialogue: Dialogue) -> list[str]:
    return [label for label in dialogue.labels() if "O" in label and label.endswith(" ›")]


def test_trials_of_the_same_phase_come_first_and_of_other_conditions_never() -> None:
    dialogue = listed()

    text = dialogue.text()

    assert trials(dialogue) == [f"{OLIGO} ›", f"{SHANGHAI} ›"]
    assert "Sleep" not in text
    assert "Phase II, as here · open" in text
    assert "Contact: Dr Oligo\n+86 20 8734 0000" in text
    assert "Participants needed: 4 · filled: 0 · left: 4" in text


def test_what_is_not_open_stands_last_and_is_marked() -> None:
    dialogue = listed()
    value = {"state": "closed", "since": START.date().isoformat()}
    dialogue.records.append([NewEntry(Kind.TRIAL_STATUS, OLIGO, value=value)], ADMIN, START)

    assert trials(dialogue) == [f"{SHANGHAI} ›", f"⏹ {OLIGO} ›"]
    assert "⏹ Enrolment closed since 23 Nov 2026: do not enrol" in dialogue.text()
