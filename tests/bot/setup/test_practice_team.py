"""The people of the practice page are of the team at the first start, each in a role."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.endpoint import PRACTICE_PEPPER
from bot.sandbox.people import MEMBERS
from bot.setup.practice_team import ROLES, practice_code, record_practice_team
from bot.setup.settings import Settings
from bot.setup.start import Prepared, now
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import Kind, NewEntry
from ectrial.trial.versions import shipped
from tests.ectrial.toy import SLEEP


@pytest.fixture
def prepared(tmp_path: Path) -> Iterator[Prepared]:
    with Ledger.open(tmp_path / "x.db", site="here", via="sandbox", clock=now) as ledger:
        yield Prepared(Settings(_env_file=None), shipped(), ledger)


def test_everybody_with_a_role_is_recorded_once(prepared: Prepared) -> None:
    record_practice_team(prepared)
    record_practice_team(prepared)

    roles = {each.person: each.role for each in prepared.ledger.team().members.values()}
    assert roles == {
        each.id: ROLES[each.role] for each in MEMBERS if each.role and each.role != "admin"
    }
    kinds = Counter(entry.said.kind for entry in prepared.ledger.entries())
    assert kinds == {Kind.STAFF_ADDED: len(roles), Kind.ENROLLED: 2}


def test_team_practises_each_loaded_trial_where_the_site_has_its_own(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, ECTRIAL_PROTOCOLS=str(tmp_path))
    with Ledger.open(tmp_path / "x.db", site="here", via="sandbox", clock=now) as ledger:
        record_practice_team(Prepared(Settings(_env_file=None), shipped(), ledger))
        trials = shipped().with_own([SLEEP])
        # also in a record that was begun without
        record_practice_team(Prepared(settings, trials, ledger))

        teams = [set(ledger.of(trial).team().members) for trial in trials.ids]

    assert SLEEP.id in trials.ids
    assert teams == [teams[0]] * len(trials.ids)
    assert 1001 in teams[0]


def test_whom_a_practice_removed_stays_removed(prepared: Prepared) -> None:
    record_practice_team(prepared)
    gone = NewEntry(Kind.STAFF_REMOVED, prepared.trial.id, item="1001", value={"work": None})
    prepared.ledger.append([gone], Author(1005, "admin"))

    record_practice_team(prepared)

    assert 1001 not in prepared.ledger.team().members


def test_who_may_sign_reads_the_digits_on_the_page(prepared: Prepared) -> None:
    record_practice_team(prepared)
    ledger = prepared.ledger

    code = practice_code(prepared, PRACTICE_PEPPER, 1002)

    author = Author(1002, "principal")
    assert ledger.enrolments.check(1002, code, PRACTICE_PEPPER, author, prepared.trial.id).ok
    assert (
        practice_code(prepared, PRACTICE_PEPPER, 1001)
        == practice_code(prepared, PRACTICE_PEPPER, 1003)
        == ""
    )
