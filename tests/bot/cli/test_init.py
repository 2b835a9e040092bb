"""A real record is made by `ectrial init` alone; without one a start says what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.setup.start import now, prepare
from ectrial.ledger.copies.rotation import Copy, copies, folder_of, keep_copy
from ectrial.ledger.ledger import Ledger
from tests.faults import MADE_UP_TOKEN

REAL = Path("data/real.db")
FIRST = (
    "ECTRIAL_DATABASE: there is no record data/real.db\n"
    "Look first whether the path is right and its disk is there. If there never was a record,"
    " make it, once:\n    ectrial init\n"
)


@pytest.fixture(autouse=True)
def settings(no_settings: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECTRIAL_DATABASE", str(REAL))
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", MADE_UP_TOKEN)
    monkeypatch.setenv("ECTRIAL_ADMIN_IDS", "1001")
    monkeypatch.setenv("ECTRIAL_TIMEZONE", "UTC")


def call(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.mark.parametrize("words", [["run"], ["staff", "list"], ["staff", "add", "42"]])
def test_no_command_makes_a_record_by_the_way(words: list[str]) -> None:
    result = call(*words)

    assert result.exit_code == 2
    assert result.output == FIRST
    assert list(Path().iterdir()) == []


def test_init_makes_the_record_once() -> None:
    first, again = call("init"), call("init")

    assert (first.exit_code, first.output) == (0, "made: data/real.db\n")
    assert again.exit_code == 2
    assert again.output == (
        "ECTRIAL_DATABASE: there is a record data/real.db already; ectrial run uses it\n"
    )
    assert call("staff", "add", "42").exit_code == 0
    assert call("verify").exit_code == 0


@pytest.mark.parametrize("key", ["", "0f" * 32], ids=["plain", "encrypted"])
def test_a_new_record_is_whole_before_its_first_start(
    monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setenv("ECTRIAL_DATABASE_KEY", key)
    call("init")

    found = call("verify"), call("backup", "copy.db"), call("verify", "copy.db")

    assert [(each.exit_code, "broken" in each.output) for each in found] == [(0, False)] * 3


def lost() -> Copy:
    """Give the newest copy of a record that is not there any more."""
    call("init")
    with Ledger.open(REAL, site="here", via="telegram", clock=now):
        keep_copy(REAL, folder_of(REAL), now(), "hourly")
    REAL.rename("away.db")
    return copies(REAL, folder_of(REAL))[0]


@pytest.mark.parametrize("words", ["run", "init"])
def test_record_that_was_there_is_not_made_anew(words: str) -> None:
    copy = lost()

    result = call(words)

    assert result.exit_code == 2
    assert "has left data/real.db.lock and 1 more" in result.output
    assert f"go back to the newest backup, of {copy.made:%Y-%m-%d}" in result.output
    assert f"    ectrial restore {copy.path}\n" in result.output
    assert not REAL.exists()
    assert call("restore", str(copy.path)).exit_code == 0
    assert call("staff", "list").exit_code == 0


def only_a_lock() -> None:
    Path("data/real.db.lock").touch()


def only_a_log() -> None:
    Path("data/real.db-wal").write_bytes(b"log")


def only_what_was_set_aside() -> None:
    Path("data/real.db.set-aside-20261123T090000Z").write_bytes(b"record")


def only_a_part_of_an_older_version() -> None:
    Path("data/real.db.abcd1234.part").write_bytes(b"record")


@pytest.mark.parametrize(
    "leave", [only_a_lock, only_a_log, only_what_was_set_aside, only_a_part_of_an_older_version]
)
def test_whatever_a_record_leaves_stops_a_new_one(leave: Callable[[], None]) -> None:
    REAL.parent.mkdir()
    leave()
    (left,) = REAL.parent.iterdir()

    start, init = call("run"), call("init")

    assert (start.exit_code, init.exit_code) == (2, 2)
    assert f"There was one: it has left {left}." in start.output
    assert f"No record is made: an earlier one has left {left}." in init.output
    is_whole = leave is only_what_was_set_aside
    assert (f"    ectrial restore {left}" in start.output) == is_whole
    assert [*REAL.parent.iterdir()] == [left]


def test_practice_makes_its_own_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TELEGRAM_BOT_TOKEN")
    monkeypatch.setenv("ECTRIAL_PRACTICE_DATABASE", "practice.db")

    prepare(Path(".env")).ledger.close()

    assert Path("practice.db").exists()
    assert not REAL.parent.exists()


def test_restore_of_another_record_is_refused_until_told_so() -> None:
    call("init")
    call("staff", "add", "42")
    call("backup", "copy.db")
    Path("data").rename("other")
    call("init")
    call("staff", "add", "43")

    refused, told = call("restore", "copy.db"), call("restore", "--other-history", "copy.db")

    assert refused.exit_code == 2
    assert refused.output.endswith(
        "If it is to be the record all the same: restore --other-history copy.db\n"
    )
    assert told.exit_code == 0
    assert call("staff", "list").output == "1001 admin (ECTRIAL_ADMIN_IDS)\n42 coordinator\n"
