"""A copy that is restored is redacted as the record in its place was."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ectrial.ledger.copies.backup import back_up
from ectrial.ledger.copies.redaction import Wish
from ectrial.ledger.copies.restore import restore
from ectrial.ledger.copies.rotation import folder_of
from ectrial.ledger.ledger import Author, Ledger
from ectrial.ledger.redacting import redact
from ectrial.ledger.verify import redactions_of_file, verify_file
from ectrial.record.entries import Kind, NewEntry, Reason
from ectrial.record.subjects import ScreeningId
from tests.ectrial.ledger.samples import KEY, NURSE, Clock
from tests.version_0_3_0 import NAME, SITE, TRIAL, write_record

NOW = datetime(2026, 12, 2, 9, tzinfo=UTC)


def open_here(path: Path, key: str | None = None) -> Ledger:
    clock = Clock()
    clock.now = NOW
    return Ledger.open(path, site=SITE, via="telegram", clock=clock, key=key)


def opened(code: str) -> NewEntry:
    return NewEntry(Kind.OPENED, TRIAL, ScreeningId(SITE, TRIAL, code, 1))


def redacted(path: Path, code: str, key: str | None = None, **more: object) -> None:
    reason, operator = Reason.PERSONAL_DATA, Author(0, "operator")
    wish = Wish((SITE, TRIAL), code, reason, operator, **more)  # type: ignore[arg-type]
    redact(path, wish, NOW, key, folder_of(path))


def codes(path: Path, key: str | None = None) -> set[str]:
    with open_here(path, key) as ledger:
        assert ledger.verify().holds
        return {row.id.subject for row in ledger.screenings(limit=99)}


@pytest.fixture(params=[None, KEY])
def key(request: pytest.FixtureRequest) -> str | None:
    found: str | None = request.param
    return found


@pytest.fixture
def copy(path: Path, tmp_path: Path, key: str | None) -> Path:
    """A copy that version 0.3.0 could have made, with the name in its entries."""
    return write_record(tmp_path / "copy.db", key)


def test_an_older_copy_is_redacted_in_its_rows(path: Path, copy: Path, key: str | None) -> None:
    path.write_bytes(copy.read_bytes())
    redacted(path, NAME, key)
    before = codes(path, key)

    restored = restore(copy, path, NOW, key)

    assert (restored.redacted_again, restored.unknown) == (1, "")
    assert restored.head == verify_file(path, key).head
    assert codes(path, key) == before
    assert NAME not in before
    assert key or NAME.encode() not in path.read_bytes()


@pytest.mark.long
def test_a_code_and_what_is_read_in_its_place_come_back_alike(path: Path, tmp_path: Path) -> None:
    write_record(path)
    with open_here(path) as ledger:
        ledger.append([opened("LIWEI-14"), opened("WANGFANG-2")], NURSE)
        back_up(path, tmp_path / "newer.db")
        ledger.append([opened("CHENJING-3")], NURSE)
    redacted(path, "LIWEI-14", to="S-900")
    redacted(path, "WANGFANG-2", with_answers=True)
    redacted(path, "CHENJING-3")
    before = codes(path)

    restored = restore(tmp_path / "newer.db", path, NOW)

    assert restored.redacted_again == 2
    assert codes(path) == before - {"REDACTED-3"}
    assert "S-900" in before
    assert [each.with_answers for each in redactions_of_file(path)] == [False, True]


@pytest.mark.long
def test_of_two_redactions_of_a_subject_the_last_counts(path: Path, tmp_path: Path) -> None:
    with open_here(write_record(path)) as ledger:
        ledger.append([opened("LIWEI-14")], NURSE)
        back_up(path, tmp_path / "newer.db")
    redacted(path, "LIWEI-14", to="LIWIE-14")
    redacted(path, "LIWIE-14", to="S-900")

    restored = restore(tmp_path / "newer.db", path, NOW)

    assert restored.redacted_again == 1
    assert "S-900" in codes(path)


def test_a_copy_made_after_the_redaction_is_restored_as_it_is(path: Path, tmp_path: Path) -> None:
    redacted(write_record(path), NAME)
    back_up(path, tmp_path / "later.db")
    with open_here(path) as ledger:
        ledger.append([opened("S-500")], NURSE)

    restored = restore(tmp_path / "later.db", path, NOW)

    assert (restored.redacted_again, restored.unknown) == (0, "")
    assert restored.head == verify_file(tmp_path / "later.db").head


def test_without_a_record_to_tell_it_is_said(path: Path, copy: Path, key: str | None) -> None:
    assert "no record in its place" in restore(copy, path, NOW, key).unknown
    path.write_bytes(b"damaged " * 999)
    assert "cannot be read" in restore(copy, path, NOW, key).unknown
