"""A record of several trials that version 0.7.0 wrote goes on in this one."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ectrial.ledger.ledger import Ledger
from ectrial.ledger.protocol_rows import kept_in_file
from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.tables.guards import applied
from ectrial.record.screenings import Screening
from ectrial.record.subjects import ScreeningId
from tests.older_records import open_here
from tests.version_0_7_0 import (
    ADDS_UP_TO,
    COORDINATOR,
    OWN,
    SBRT,
    SHANGHAI,
    TRIAL,
    plain,
    write_record,
)
from tests.version_0_7_0 import of as screening_of


@pytest.fixture
def upgraded(path: Path) -> Iterator[Ledger]:
    with open_here(write_record(path)) as ledger:
        yield ledger


def found(ledger: Ledger, id_: ScreeningId) -> Screening:
    screening = ledger.screening(id_)
    assert screening is not None
    return screening


def test_each_trial_has_its_team_and_what_was_said_of_its_conduct(upgraded: Ledger) -> None:
    records = {trial: upgraded.of(trial) for trial in ADDS_UP_TO["team"]}
    teams = {trial: each.team().members.values() for trial, each in records.items()}

    conduct = {trial: plain(each.conduct(trial)) for trial, each in records.items()}
    told = {trial: [plain(m) for m in of if m.person < 100] for trial, of in teams.items()}

    assert told == ADDS_UP_TO["team"]
    assert conduct == ADDS_UP_TO["conduct"]
    assert conduct[SBRT]["statuses"][-1]["state"] == "closed"
    assert [each["state"] for each in conduct[TRIAL]["statuses"]] == ["paused", "open"]
    assert conduct[TRIAL]["activations"] == []  # one was taken back
    assert [each["version"] for each in conduct[OWN]["activations"]] == ["2"]
    assert len(conduct[TRIAL]["clarifications"]) == 1


def test_links_used_answers_and_what_lapsed_of_them_are_as_they_were(upgraded: Ledger) -> None:
    there = found(upgraded, screening_of(SHANGHAI, "S-001"))

    lapses = {
        each: plain(upgraded.of(id_.trial).lapses(found(upgraded, id_)))
        for each in ADDS_UP_TO["lapses"]
        for id_ in [ScreeningId(*each.split("/")[:3], int(each.split("/")[3]))]
    }

    assert plain(upgraded.links()) == ADDS_UP_TO["links"]
    assert lapses == ADDS_UP_TO["lapses"]
    # one was noted and confirmed, another waits
    assert there.origin("ecog") is None
    assert lapses["/".join(map(str, there.id))]


def test_screenings_again_and_the_part_entered_are_as_they_were(upgraded: Ledger) -> None:
    again = found(upgraded, screening_of(OWN, "S-011", 2))
    entered = found(upgraded, screening_of(OWN, "S-012"))

    assert [list(each) for each in upgraded.repeats()] == ADDS_UP_TO["repeats"]
    assert again.repeats is not None
    assert again.repeats.failed == ("INCL01",)
    assert entered.enrolment is not None
    assert (entered.enrolment.part, entered.enrolment.number) == ("C", "01-0007")


def test_the_record_has_each_version_of_the_own_trial_that_was_used(path: Path) -> None:
    open_here(write_record(path)).close()

    versions, used = kept_in_file(path)

    told = sorted([k.trial, k.version, k.fingerprint, k in used] for k in versions)
    assert told == ADDS_UP_TO["kept"]
    assert {each[1] for each in told if each[0] == OWN and each[3]} == {"1", "2"}


def test_what_the_team_has_open_is_as_it_was(upgraded: Ledger) -> None:
    asked = [plain(each) for each in upgraded.open_queries()]

    assert asked == ADDS_UP_TO["open_queries"]
    assert upgraded.chat(COORDINATOR) is not None


def test_the_tables_change_once(path: Path) -> None:
    with closing(connect(write_record(path))) as owner:
        known_there = applied(owner)

    for _ in range(2):
        open_here(path).close()

    with closing(connect(path)) as owner:
        assert applied(owner) > known_there
