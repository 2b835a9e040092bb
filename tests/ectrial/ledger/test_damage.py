"""A file that is not whole, not ours or not writable is refused at opening, and is told why."""

from pathlib import Path

import pytest

from ectrial.ledger.errors import (
    DamagedLedgerError,
    LedgerError,
    NotOurLedgerError,
    StorageError,
)
from ectrial.record.entries import Entry
from tests.blank_record import blank
from tests.ectrial.ledger.samples import KEY, NURSE, answered, open_ledger, open_or_make, opened
from tests.ectrial.ledger.troubles import as_a_plain_user


def filled(path: Path, key: str | None = None) -> tuple[Entry, ...]:
    with open_ledger(blank(path, key=key), key=key) as ledger:
        for subject in ("S-001", "S-002", "S-003"):
            answers = (answered(f"lab_{n}", {"value": str(n)}, f"{subject}/1") for n in range(30))
            ledger.append([opened(subject), *answers], NURSE)
        return tuple(ledger.entries())


def replaced(path: Path, content: bytes) -> None:
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("step", "least"), [(9980, 9), pytest.param(499, 60, marks=pytest.mark.long)]
)
@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_a_flipped_bit_is_refused_or_told_or_changes_nothing(
    path: Path, key: str | None, step: int, least: int
) -> None:
    entries = filled(path, key)
    whole = path.read_bytes()
    refused = 0

    for at in (*range(0, 100, 7), *range(100, len(whole), step)):
        flipped = bytearray(whole)
        flipped[at] ^= 1 << at % 8
        replaced(path, flipped)
        try:
            with open_ledger(path, key=key) as ledger:
                assert tuple(ledger.entries()) == entries
                # a start does not compare the words that made each table: `verify` does
                refused += not ledger.verify().holds
        except LedgerError:
            refused += 1

    assert refused > least


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
@pytest.mark.parametrize("share", [0.01, 0.3, 0.5, 0.9, 0.999])
def test_a_truncated_file_is_refused(path: Path, key: str | None, share: float) -> None:
    filled(path, key)
    whole = path.read_bytes()
    replaced(path, whole[: int(len(whole) * share)])

    with pytest.raises((DamagedLedgerError, NotOurLedgerError)):
        open_ledger(path, key=key)


def test_a_flipped_bit_in_the_header_is_refused(path: Path) -> None:
    filled(path)
    whole = bytearray(path.read_bytes())
    whole[3] ^= 1
    replaced(path, whole)

    with pytest.raises(NotOurLedgerError, match="key is wrong, or this is not our record"):
        open_ledger(path)


def test_a_flipped_bit_in_a_page_is_refused(path: Path) -> None:
    filled(path)
    whole = bytearray(path.read_bytes())
    whole[whole.rindex(b'"29"') + 1] ^= 1
    replaced(path, whole)

    with pytest.raises(DamagedLedgerError, match=r"entry \d+ was altered"):
        open_ledger(path)


def test_a_file_of_no_length_is_refused(path: Path) -> None:
    path.touch()

    with pytest.raises(DamagedLedgerError, match="is empty"):
        open_ledger(path)

    assert path.read_bytes() == b""


def test_a_file_that_is_not_writable_is_refused() -> None:
    with as_a_plain_user() as folder:
        path = folder / "record.db"
        filled(path)
        path.chmod(0o400)
        folder.chmod(0o500)

        with pytest.raises(StorageError, match=r"cannot be (written to|used)"):
            open_ledger(path).append([opened("S-009")], NURSE)


def test_a_folder_without_rights_is_refused() -> None:
    with as_a_plain_user() as folder:
        folder.chmod(0o500)

        with pytest.raises(StorageError, match="let the bot's user read and write it"):
            open_or_make(folder / "record.db")


def test_a_place_that_takes_no_file_is_refused() -> None:
    with pytest.raises(StorageError, match=r"/proc/.* cannot be used"):
        open_or_make(Path("/proc/self/record.db"))
