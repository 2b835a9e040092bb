"""Labels of beds go once a day, with the pages of the log, and a log in use is tried again."""

from collections.abc import AsyncIterator
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from bot.housekeeping.bed_labels import BedLabels
from bot.serving.commits import Commits
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.sqlite.driver import connect_read_only
from ectrial.ledger.sqlite.write_ahead_log import Log
from tests.blank_record import blank
from tests.ectrial.ledger.samples import open_ledger

TODAY, TOMORROW = date(2026, 11, 30), date(2026, 12, 1)
LEE = 7
BED = "7A-917"


class Midnight:
    """The task over a record in which Lee typed a bed, and whose cards were shown anew."""

    def __init__(self, path: Path, ledger: Ledger, commits: Commits) -> None:
        self.path, self.ledger, self.today = path, ledger, TODAY
        self.shown: list[int] = []
        self.task = BedLabels(
            ledger.beds,
            commits,
            partial(Log, path),
            lambda: self.today,
            self.shown.append,
        )
        ledger.beds.keep(LEE, 1, TODAY, BED)

    def files(self) -> set[str]:
        """Name the files that hold the bed."""
        return {e.name for e in self.path.parent.iterdir() if BED.encode() in e.read_bytes()}


@pytest.fixture
async def midnight(tmp_path: Path) -> AsyncIterator[Midnight]:
    path = tmp_path / "record.db"
    with open_ledger(blank(path)) as ledger:
        commits = Commits(ledger)
        yield Midnight(path, ledger, commits)
        await commits.finish()


async def test_label_goes_at_midnight_with_all_its_pages(midnight: Midnight) -> None:
    await midnight.task.look()
    during = midnight.files(), dict(midnight.ledger.beds.of(LEE, TODAY)), list(midnight.shown)
    midnight.today = TOMORROW

    await midnight.task.look()

    assert during[0]
    assert during[1:] == ({1: BED}, [])
    assert (midnight.files(), midnight.shown) == (set(), [LEE])


async def test_log_that_is_in_use_is_emptied_at_a_later_look(midnight: Midnight) -> None:
    await midnight.task.look()
    midnight.today = TOMORROW
    midnight.ledger.beds.keep(LEE, 1, TODAY, BED)
    with closing(connect_read_only(midnight.path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM beds").fetchall()
        await midnight.task.look()
        held = midnight.files()

    await midnight.task.look()

    assert held
    assert midnight.files() == set()


async def test_site_that_forbids_labels_keeps_none_of_today(midnight: Midnight) -> None:
    midnight.task.is_allowed = False

    await midnight.task.look()

    assert midnight.files() == set()
