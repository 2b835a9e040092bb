"""The names by which a start sees what is to be migrated are those of the steps themselves."""

from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.tables.guards import MADE_BY
from ectrial.ledger.tables.migrating import steps
from ectrial.ledger.tables.schema import STEPS, is_ahead, is_behind
from tests.ectrial.ledger.samples import open_ledger


def test_every_step_is_named() -> None:
    with closing(Database(memory=True, execute_plugins=False)) as empty:
        pending = steps.pending(empty)

    assert {step.name for step in pending} == STEPS
    assert MADE_BY.keys() <= STEPS


def test_record_that_was_opened_is_neither_behind_nor_ahead(path: Path) -> None:
    open_ledger(path).close()

    with closing(connect(path)) as connection:
        assert not is_behind(connection)
        assert not is_ahead(connection)
