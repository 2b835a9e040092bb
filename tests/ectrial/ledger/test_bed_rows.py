"""Labels of beds are of one person and one day, leave no trace, and are in no copy."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from ectrial.ledger.copies.backup import back_up
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.sqlite.write_ahead_log import Log
from ectrial.ledger.verify import verify_file
from tests.ectrial.ledger.samples import NURSE, opened

TODAY, TOMORROW = date(2026, 11, 30), date(2026, 12, 1)
LEE, WANG = 7, 8
MANY = 300  # more than a page holds


def label(number: int) -> str:
    return f"Q{number % 90 + 10}-{number}"


def holding(folder: Path, words: list[str]) -> set[str]:
    """Name the files in which any of the words stand."""
    contents = {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}
    return {
        name for name, held in contents.items() if any(each.encode() in held for each in words)
    }


@pytest.fixture
def labelled(ledger: Ledger) -> Ledger:
    ledger.append([opened()], NURSE)
    for number in range(100, 100 + MANY):
        ledger.beds.keep(LEE, number, TODAY, label(number))
    return ledger


def test_label_is_of_one_person_and_day(ledger: Ledger) -> None:
    ledger.beds.keep(LEE, 1, TODAY, "7A-12")
    ledger.beds.keep(LEE, 1, TODAY, "7A-13")
    ledger.beds.keep(LEE, 2, TODAY, "7A-14")
    ledger.beds.keep(LEE, 2, TODAY, "")

    assert dict(ledger.beds.of(LEE, TODAY)) == {1: "7A-13"}
    assert dict(ledger.beds.of(LEE, TOMORROW)) == dict(ledger.beds.of(WANG, TODAY)) == {}


def test_what_is_forgotten_stands_in_no_file(labelled: Ledger, path: Path) -> None:
    words = [label(number) for number in range(100, 100 + MANY)]
    before = holding(path.parent, words)
    with closing(Log(path)) as log:
        log.work_in()

        whose = labelled.beds.forget_but(TOMORROW)
        is_empty = log.empty()

    assert before
    assert (whose, is_empty) == ((LEE,), True)
    assert holding(path.parent, words) == set()
    assert labelled.verify().holds


def test_label_of_today_stays_at_midnight_of_another_day(labelled: Ledger) -> None:
    labelled.beds.forget_but(TODAY)
    kept = len(labelled.beds.of(LEE, TODAY))

    labelled.beds.forget_but(None)

    assert (kept, dict(labelled.beds.of(LEE, TODAY))) == (MANY, {})


def test_copy_made_meanwhile_holds_no_label(labelled: Ledger, path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()

    back_up(path, folder / "copy.db")

    assert holding(folder, [label(number) for number in range(100, 100 + MANY)]) == set()
    assert verify_file(folder / "copy.db").holds
    with closing(connect(folder / "copy.db")) as copy:
        assert copy.execute("SELECT count(*) FROM beds").fetchall() == [(0,)]
        assert copy.execute("SELECT count(*) FROM entries").fetchall() == [(1,)]
    assert len(labelled.beds.of(LEE, TODAY)) == MANY
