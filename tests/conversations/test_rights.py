"""Who may do what: the table is complete, and nobody does what the table does not give."""

from dataclasses import replace
from typing import get_args

import pytest

from conversations.acts import Act, Record, key
from conversations.events import Tapped
from conversations.places import Question
from conversations.rights import OF_ACTS, OF_KINDS, OF_PLACES, within_rights
from ectrial.record.entries import OF_A_START, Kind
from ectrial.record.team import ROLES, TASKS, TASKS_OF, Role
from tests.conversations.paths import COUNTS, at
from tests.records import Dialogue
from tests.tables import of_each

BY_MACHINE = {*OF_A_START, Kind.REDACTED, Kind.COPIES_DELETED, Kind.IMPORTED}
"""Recorded by the bot itself or at the command line, never by the dialogue."""


def test_every_act_has_its_need() -> None:
    assert set(OF_ACTS) == set(get_args(Act))


def test_nothing_is_named_twice() -> None:
    assert not BY_MACHINE & set(OF_KINDS)
    assert all(set(need.roles) <= set(ROLES) for need in OF_PLACES.values())


def test_roles_are_given_only_tasks_that_exist() -> None:
    assert all(set(tasks) <= set(TASKS) for tasks in TASKS_OF.values())
    assert set(TASKS_OF) == set(ROLES)


def with_a_screening(role: Role) -> Dialogue:
    dialogue = Dialogue(at(*COUNTS).records, actor=77, role=role)
    dialogue.taps_or_says("/resume S-014")
    return dialogue


@of_each("role", ROLES)
def test_a_card_offers_only_what_its_person_may_do(role: Role) -> None:
    dialogue = with_a_screening(role)

    member = dialogue.world.member
    assert within_rights(member, dialogue.card.rows) == dialogue.card.rows
    offers = any(isinstance(each.act, Record) for row in dialogue.card.rows for each in row)
    assert offers == ("screen" in TASKS_OF[role])


def test_a_button_is_refused_with_who_may_once_the_role_has_changed() -> None:
    person = with_a_screening("coordinator")
    acts = (each.act for row in person.card.rows for each in row)
    no = next(act for act in acts if isinstance(act, Record))
    before = len(person.records.entries)
    person.role = "monitor"
    person.focus = replace(person.focus, place=Question(no.question or ""))

    person.does(Tapped(person.round, key(no)))

    assert "Ask administrator 1." in person.last.toast
    assert len(person.records.entries) == before


@pytest.mark.parametrize("command", ["/new", "/clear S-014", "/shift"])
def test_a_command_that_is_not_a_monitors_says_who_may(command: str) -> None:
    monitor = with_a_screening("monitor")

    monitor.says(command)

    assert "Not yours to do. Ask administrator 1." in monitor.text()
    assert monitor.stands == "not_done"


@pytest.mark.parametrize("text", ["5.2", "ANC 5.2 Hb 120 g/L", "/new S-015 M 58", "S-099 M 60"])
def test_what_a_monitor_types_records_nothing(text: str) -> None:
    monitor = with_a_screening("monitor")
    before = len(monitor.records.entries)

    monitor.taps_or_says(text)

    assert len(monitor.records.entries) == before
