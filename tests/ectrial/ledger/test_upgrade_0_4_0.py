"""A record that version 0.4.0 wrote goes on in this one, with its team and its redaction."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from ectrial.ledger.ledger import Ledger
from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.tables.guards import applied
from ectrial.ledger.verify import redactions_of_file
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from ectrial.record.team import TASKS_OF
from tests.ectrial.ledger.samples import NURSE
from tests.older_records import open_here
from tests.version_0_4_0 import ADDS_UP_TO, REDACTED, SITE, TRIAL, write_record


@pytest.fixture
def upgraded(path: Path) -> Iterator[Ledger]:
    with open_here(write_record(path)) as ledger:
        yield ledger


def test_the_team_has_its_roles_and_every_task_of_them(upgraded: Ledger) -> None:
    team = upgraded.team()
    members = team.members

    assert {str(each): members[each].role for each in members} == ADDS_UP_TO["staff"]
    assert all(each.tasks == TASKS_OF[each.role] for each in members.values())
    assert team.present(date(2036, 1, 1)) == tuple(members.values())
    assert sorted(upgraded.administrators()) == ADDS_UP_TO["administrators"]


def test_version_0_4_0_would_refuse_it_from_now_on(path: Path) -> None:
    with closing(connect(write_record(path))) as owner:
        known_there = applied(owner)

    open_here(path).close()

    with closing(connect(path)) as owner:
        # what a version does not know makes the record a newer one to it
        assert applied(owner) > known_there


def test_the_redaction_still_holds_and_its_screening_goes_on(path: Path) -> None:
    id_ = ScreeningId(SITE, TRIAL, REDACTED, 1)
    with open_here(write_record(path)) as upgraded:
        before = upgraded.screening(id_)
        upgraded.append([NewEntry(Kind.ANSWERED, TRIAL, id_, "weight", "unknown")], NURSE)
        noted = NewEntry(Kind.DEVIATION, TRIAL, id_, value={"day": "2026-11-20"}, text="late")
        upgraded.append([noted], NURSE)
    with open_here(path) as again:
        after = again.screening(id_)

        assert before is not None
        assert after is not None
        assert {*after.answers} == {*before.answers, "weight"}
        assert [each.what for each in after.deviations] == ["late"]
        assert again.verify().holds
    assert len(redactions_of_file(path)) == 1
