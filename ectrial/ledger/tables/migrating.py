"""Applies what is pending of the migrations; those since version 0.6.0 stand here themselves."""

from collections.abc import Iterable

from sqlite_utils import Database

from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.asked_papers import TABLE as ASKED_PAPERS
from ectrial.ledger.tables.beds import TABLE as BEDS
from ectrial.ledger.tables.migrations import steps
from ectrial.ledger.tables.passcodes import TABLE as PASSCODES
from ectrial.ledger.tables.protocols import TABLE as PROTOCOLS
from ectrial.ledger.tables.standings import ADD as STANDING
from ectrial.ledger.tables.wishes import WISHES


@steps()
def notes_beside_screenings(db: Database) -> None:
    """Change no table: the step keeps out versions that would list a screening by its notes."""


@steps()
def what_follows_a_screening(db: Database) -> None:
    """Change no table: the step keeps out versions that cannot read what follows a screening."""


@steps()
def screenings_may_be_shared(db: Database) -> None:
    """Create what the passcodes of shares are checked against, outside of the entries."""
    db.execute(PASSCODES)


@steps()
def labels_of_beds(db: Database) -> None:
    """Create where subjects lie today: no part of the record, and never in a copy of it."""
    db.execute(BEDS)


@steps()
def one_patient_in_two_trials(db: Database) -> None:
    """Change no table: the step keeps out versions that cannot read links and carried answers."""


@steps()
def trials_may_be_paused(db: Database) -> None:
    """Change no table: the step keeps out versions that would let people enrol meanwhile."""


@steps()
def versions_are_activated(db: Database) -> None:
    """Change no table: the step keeps out versions that take the newest protocol unasked."""


@steps()
def readings_are_clarified(db: Database) -> None:
    """Change no table: the step keeps out versions that cannot read clarifications."""


@steps()
def own_protocols_are_kept(db: Database) -> None:
    """Create what the site's own trials were when they were used."""
    db.execute(PROTOCOLS)


@steps()
def consents_have_a_scope(db: Database) -> None:
    """Change no table: the step keeps out versions that cannot read what a consent covers."""


@steps()
def similar_trials_are_told_of(db: Database) -> None:
    """Create who wants to hear of similar trials, and of what they were told: no entries."""
    for sql in WISHES:
        db.execute(sql)


@steps()
def screenings_repeat_others(db: Database) -> None:
    """Change no table: the step keeps out versions that would screen again without a limit."""


@steps()
def papers_are_given_out(db: Database) -> None:
    """Change no table: the step keeps out versions that cannot read what was exported."""


@steps()
def lists_are_brought_in(db: Database) -> None:
    """Change no table: the step keeps out versions that cannot read what was imported."""


@steps()
def screenings_are_counted(db: Database) -> None:
    """Note beside each screening how it stands; the opening writes a list anew that lacks that."""
    db.execute(STANDING)


@steps()
def papers_are_made_later(db: Database) -> None:
    """Create which papers were asked for and not sent yet, so that a restart forgets none."""
    db.execute(ASKED_PAPERS)


def pending(connection: Connection) -> tuple[str, ...]:
    """Name the migrations that are still to be applied, in their order."""
    database = Database(connection, execute_plugins=False)
    return tuple(step.name for step in steps.pending(database))


def migrate(connection: Connection, stop_before: Iterable[str] = ()) -> None:
    """Apply every pending migration; the caller's transaction makes it all or nothing."""
    steps.apply(Database(connection, execute_plugins=False), stop_before=stop_before)
