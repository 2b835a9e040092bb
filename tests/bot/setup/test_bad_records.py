"""A start on a record that cannot be used: plain lines, an exit code, and the way back."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.setup.start import now
from ectrial.ledger.copies.rotation import folder_of, keep_copy
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import Kind, NewEntry
from tests.blank_record import blank
from tests.campaigns import campaign
from tests.ectrial.ledger.samples import KEY
from tests.faults import MADE_UP_TOKEN

REAL = Path("real.db")


@pytest.fixture(autouse=True)
def settings(no_settings: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECTRIAL_DATABASE", str(REAL))
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", MADE_UP_TOKEN)
    monkeypatch.setenv("ECTRIAL_ADMIN_IDS", "1001")
    monkeypatch.setenv("ECTRIAL_TIMEZONE", "UTC")


@pytest.fixture
def copy() -> Path:
    """A record with one entry, and the copy of the hour."""
    with Ledger.open(blank(REAL), site="here", via="telegram", clock=now) as ledger:
        ledger.append([NewEntry(Kind.STAFF_ADDED, "T", item="9", value="monitor")], Author(0, "x"))
    keep_copy(REAL, folder_of(REAL), now(), "hourly")
    (copy,) = folder_of(REAL).iterdir()
    return copy


def start() -> Result:
    return CliRunner().invoke(main, ["run"])


def flip(place: int) -> None:
    content = bytearray(REAL.read_bytes())
    content[place] ^= 1
    REAL.write_bytes(content)


def cut() -> None:
    REAL.write_bytes(REAL.read_bytes()[:9000])


def alter() -> None:
    REAL.write_bytes(REAL.read_bytes().replace(b"staff_added", b"stuff_added", 1))


def unguard() -> None:
    with closing(sqlite3.connect(REAL)) as owner:
        owner.execute("DROP TRIGGER entries_never_deleted")


HARMS: dict[str, Callable[[], object]] = {
    "a bit flipped in the header": lambda: flip(5),
    "a bit flipped in a page": lambda: flip(4096 * 2 + 1),
    "an altered entry": alter,
    "a missing guard": unguard,
    "truncated": cut,
    "zero length": lambda: REAL.write_bytes(b""),
    "not a database": lambda: REAL.write_text("a letter" * 999),
    "another database": lambda: REAL.write_bytes(other_database()),
}


def other_database() -> bytes:
    with closing(sqlite3.connect("other.db")) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    return Path("other.db").read_bytes()


@pytest.mark.parametrize(
    "harm", campaign(HARMS, "a bit flipped in a page", "an altered entry", "zero length")
)
def test_a_bad_record_is_told_with_the_way_back(copy: Path, harm: Callable[[], object]) -> None:
    harm()

    result = start()

    assert result.exit_code == 2
    assert result.output.startswith("ECTRIAL_DATABASE: ")
    assert result.output.endswith(f"    ectrial restore {copy}\n")
    assert "Traceback" not in result.output
    assert CliRunner().invoke(main, ["restore", str(copy)]).exit_code == 0
    assert CliRunner().invoke(main, ["staff", "list"]).exit_code == 0


def test_a_wrong_key_is_told_before_any_restore(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ECTRIAL_DATABASE_KEY", KEY)

    result = start()

    assert result.exit_code == 2
    assert "the key is wrong" in result.output
    assert "If ECTRIAL_DATABASE_KEY is as it was" in result.output
    assert KEY not in result.output


def test_a_bad_record_without_a_copy_says_so() -> None:
    REAL.write_text("a letter" * 999)

    result = start()

    assert result.exit_code == 2
    assert result.output.endswith("There is no backup in real.db.backups.\n")


def test_a_bad_practice_record_needs_no_backup(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TELEGRAM_BOT_TOKEN")
    monkeypatch.setenv("ECTRIAL_PRACTICE_DATABASE", "practice.db")
    Path("practice.db").write_text("a letter" * 999)

    result = start()

    assert result.exit_code == 2
    assert "move practice.db away" in result.output


def test_a_place_without_a_disk_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECTRIAL_DATABASE", "/proc/real.db")

    result = CliRunner().invoke(main, ["init"])

    assert result.exit_code == 2
    assert len(result.output.splitlines()) == 1
    assert "/proc/real.db" in result.output


def test_unit_and_country_that_are_not_known_are_told_at_the_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ECTRIAL_UNITS", "total_bilirubin=mmHg, bilirubine=umol/L")
    monkeypatch.setenv("ECTRIAL_COUNTRY", "XX")

    result = start()

    assert result.exit_code == 2
    assert "ECTRIAL_UNITS: total_bilirubin: mmHg is none of its units" in result.output
    assert "ECTRIAL_UNITS: bilirubine: there is no such lab" in result.output
    assert "ECTRIAL_COUNTRY: there is no calendar of XX" in result.output
