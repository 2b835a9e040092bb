"""A record that version 0.5.0 wrote goes on in this one, with all that its team had open."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import pytest

from ectrial.ledger.copies.rotation import copies, folder_of
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.tables.guards import applied
from tests.older_records import open_here, plainly
from tests.stored import stored
from tests.version_0_5_0 import (
    ADDS_UP_TO,
    INVESTIGATOR,
    PRINCIPAL,
    write_record,
)

WAITING = "SELECT id, person, kind, about, day, at_utc, state FROM due ORDER BY id"


@pytest.fixture
def upgraded(path: Path) -> Iterator[Ledger]:
    with open_here(write_record(path)) as ledger:
        yield ledger


def test_the_team_has_what_it_had_open(upgraded: Ledger) -> None:
    opened = upgraded.open_queries()
    to_sign = [each for who in (PRINCIPAL, INVESTIGATOR) for each in upgraded.asked_to_sign(who)]
    shifts, members = upgraded.shifts(), upgraded.team().members.values()
    enrolled = [each.person for each in members if upgraded.enrolments.of(each.person)]
    waiting = [list(row) for row in stored(upgraded, WAITING)]

    told_there = ADDS_UP_TO["team"][0].keys()
    kept = [{part: asdict(each)[part] for part in told_there} for each in members]
    assert plainly({"": kept})[""] == ADDS_UP_TO["team"]
    assert sorted(upgraded.administrators()) == ADDS_UP_TO["administrators"]
    assert plainly({"": [asdict(each) for each in opened]})[""] == ADDS_UP_TO["open_queries"]
    assert plainly({"": [asdict(each) for each in to_sign]})[""] == ADDS_UP_TO["to_sign"]
    assert plainly(asdict(shifts)) == ADDS_UP_TO["shifts"]
    assert sorted(enrolled) == ADDS_UP_TO["enrolled"]
    assert waiting == ADDS_UP_TO["due"]
    assert {row[-1] for row in waiting} == {"open", "sent"}


def test_the_tables_change_once_and_one_copy_is_made_before(path: Path) -> None:
    with closing(connect(write_record(path))) as owner:
        known_there = applied(owner)

    for _ in range(2):
        open_here(path).close()

    with closing(connect(path)) as owner:
        # what a version does not know makes the record a newer one to it
        assert applied(owner) > known_there
    assert [each.occasion for each in copies(path, folder_of(path))] == ["before-migration"]
