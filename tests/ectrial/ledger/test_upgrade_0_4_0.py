"""A record that version 0.4.0 wrote adds up to the same in this one, which goes on in it."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ectrial.ledger.copies.rotation import copies, folder_of
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.tables.guards import applied
from ectrial.ledger.verify import entries_of_file, redactions_of_file, verify_file
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from ectrial.record.team import TASKS_OF
from ectrial.trial.recomputation import recompute
from ectrial.trial.versions import shipped
from tests.ectrial.ledger.samples import KEY, NURSE, Clock
from tests.version_0_4_0 import ADDS_UP_TO, REDACTED, SITE, TRIAL, as_told_there, write_record


def open_here(path: Path, key: str | None = None) -> Ledger:
    clock = Clock()
    clock.now = datetime(2026, 12, 1, 9, tzinfo=UTC)
    return Ledger.open(path, site=SITE, via="telegram", clock=clock, key=key)


@pytest.fixture
def upgraded(path: Path) -> Iterator[Ledger]:
    with open_here(write_record(path)) as ledger:
        yield ledger


def test_it_adds_up_to_the_same(upgraded: Ledger) -> None:
    listed = upgraded.screenings(limit=99)
    screenings = [upgraded.screening(row.id) for row in listed]
    limits = upgraded.screenings_with(TRIAL, "total_bilirubin_uln", 50)

    assert [as_told_there(row) for row in listed] == ADDS_UP_TO["list"]
    assert [as_told_there(each) for each in screenings if each] == ADDS_UP_TO["screenings"]
    assert [list(each.id) for each in limits] == ADDS_UP_TO["latest_total_bilirubin_uln"]
    assert upgraded.next_subject(TRIAL, "S") == ADDS_UP_TO["next_subject"]
    assert list(upgraded.verify().head) == ADDS_UP_TO["head"]
    assert upgraded.verify().holds


def test_the_team_has_its_roles_and_every_task_of_them(upgraded: Ledger) -> None:
    team = upgraded.team()
    members = team.members

    assert {str(each): members[each].role for each in members} == ADDS_UP_TO["staff"]
    assert all(each.tasks == TASKS_OF[each.role] for each in members.values())
    assert team.present(date(2036, 1, 1)) == tuple(members.values())
    assert sorted(upgraded.administrators()) == ADDS_UP_TO["administrators"]


@pytest.mark.parametrize("key", [None, KEY])
def test_the_copy_made_before_still_verifies(path: Path, key: str | None) -> None:
    open_here(write_record(path, key), key).close()

    (copy,) = copies(path, folder_of(path))
    assert copy.occasion == "before-migration"
    assert list(verify_file(copy.path, key).head) == ADDS_UP_TO["head"]
    assert verify_file(copy.path, key).holds


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


def test_every_verdict_comes_out_the_same_again(path: Path) -> None:
    found = recompute(entries_of_file(write_record(path)), shipped())

    assert found.same > 0
    assert (found.not_shipped, found.wrong, found.unreadable) == (0, (), ())
