"""The file about the study teams: what it says, and each of its faults with its line."""

from pathlib import Path

import pytest

from ectrial.trial.study_team import Contact, StudyTeam, load_study_teams
from ectrial.yaml_file import SourceError
from tests.tables import of_each

TRIALS = ("EC-CRT-003",)


def written(folder: Path, text: str) -> Path:
    file = folder / "study_teams.yaml"
    file.write_text(text, "utf-8")
    return file


def test_a_member_of_the_team_is_a_number_alone(tmp_path: Path) -> None:
    file = written(tmp_path, "EC-CRT-003:\n  contact: 1002\n  slots: 12\n  appointments: no\n")

    found = load_study_teams(file, TRIALS)

    team = StudyTeam(contact=Contact(chat=1002), slots=12, appointments=False)
    assert found == {"EC-CRT-003": team}


def test_another_contact_has_a_name_with_phone_or_email(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        "EC-CRT-003:\n"
        "  contact: {name: 临床试验办公室, phone: +86 20 8734 0000, email: t@example.org}\n",
    )

    contact = load_study_teams(file, TRIALS)["EC-CRT-003"].contact

    assert contact is not None
    assert (contact.name, contact.chat) == ("临床试验办公室", None)
    assert (contact.phone, contact.email) == ("+86 20 8734 0000", "t@example.org")


def test_all_faults_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    file = written(tmp_path, "EC-CRT-003:\n  contact: Li\n  slots: many\nEC-9:\n  place: 3\n")

    with pytest.raises(SourceError) as caught:
        load_study_teams(file, TRIALS)

    told = [str(fault) for fault in caught.value.faults]
    assert [line.split(": ")[0] for line in told] == [
        *("study_teams.yaml:2", "study_teams.yaml:3", "study_teams.yaml:5", "study_teams.yaml:5")
    ]
    assert "must be a member's Telegram number, or a name with phone, email or both" in told[0]
    assert "no trial of this id; there is EC-CRT-003" in told[3]


@of_each(
    "contact",
    [
        "{name: Trial office}",
        "{phone: +86 20 8734 0000}",
        "{name: Office, phone: 020-8734 0000}",
        "{name: Office, phone: call me}",
        "{name: Office, email: nobody}",
        "0",
    ],
)
def test_a_contact_that_cannot_be_reached_is_a_fault(tmp_path: Path, contact: str) -> None:
    file = written(tmp_path, f"EC-CRT-003:\n  contact: {contact}\n")

    with pytest.raises(SourceError):
        load_study_teams(file, TRIALS)
