"""Files beside a record that hold a code are found, and told apart from what cannot be read."""

from pathlib import Path

import pytest

from ectrial.ledger.copies.backup import back_up
from ectrial.ledger.copies.holders import delete, holders
from ectrial.ledger.copies.rotation import folder_of
from tests import version_0_3_0 as older
from tests.ectrial.ledger.copies.redacting import NAME, record_new, redacted, wish
from tests.ectrial.ledger.samples import KEY, NURSE, open_ledger, opened


@pytest.fixture(params=[None, KEY])
def key(request: pytest.FixtureRequest) -> str | None:
    found: str | None = request.param
    return found


def names(found: tuple[Path, ...]) -> set[str]:
    return {file.name for file in found}


def test_copies_are_found_whatever_their_name_and_deleted(path: Path, key: str | None) -> None:
    folder = folder_of(path)
    folder.mkdir()
    record_new(path, key)
    kept = {
        folder / "record-20261201T090000Z-hourly.db",
        folder / "by hand.sqlite",
        path.with_name("hand.db"),
        path.with_name("record.db.set-aside-20261101T090000Z"),
        folder / "record-20261201T100000Z-hourly.db.1a2b.part",
    }
    for copy in kept:
        back_up(path, copy, key)
    redacted(path, wish(), key)
    back_up(path, folder / "record-20261202T100000Z-hourly.db", key)

    found = holders(path, folder, (NAME.lower(),), key)

    assert set(found.copies) == kept
    assert found.others == found.unreadable == ()
    delete(found.copies)
    assert holders(path, folder, (NAME,), key).copies == ()
    assert (folder / "record-20261202T100000Z-hourly.db").exists()


def test_what_cannot_be_read_is_told_apart(path: Path, key: str | None) -> None:
    record_new(path, key)
    path.with_name("record.db.set-aside-20261101T090000Z").write_bytes(b"damaged " * 999)
    path.with_name("record.db.1234abcd.part").write_bytes(b"damaged " * 999)
    path.with_name("letter.db").write_bytes(b"damaged " * 999)
    path.with_name("letter.txt").write_bytes(b"damaged " * 999)
    path.with_name("empty.db").touch()

    found = holders(path, folder_of(path), (NAME,), key)

    assert found.copies == found.others == ()
    assert names(found.unreadable) == {
        "record.db.set-aside-20261101T090000Z",
        "record.db.1234abcd.part",
        "letter.db",
    }


def test_another_record_is_named_and_is_no_copy(path: Path, tmp_path: Path) -> None:
    record_new(path)
    other = path.with_name("other.db")
    with open_ledger(other) as ledger:
        ledger.append([opened(NAME)], NURSE)
    back_up(other, path.with_name("copy of other.db"))
    practice = path.with_name("practice.db")
    with open_ledger(practice, via="sandbox") as ledger:
        ledger.append([opened(NAME)], NURSE)
    path.with_name("link.db").symlink_to(path)

    found = holders(path, tmp_path / "nowhere", (NAME,), None)

    assert found.copies == found.unreadable == ()
    assert names(found.others) == {"other.db", "copy of other.db"}


def test_a_code_that_begins_alike_is_another(path: Path) -> None:
    record_new(path)
    back_up(path, path.with_name("hand.db"))

    assert holders(path, folder_of(path), (NAME[:-2],), None).copies == ()


def test_a_copy_of_an_older_version_is_read_as_well(path: Path, key: str | None) -> None:
    copy = older.write_record(path.with_name("hand.db"), key)
    path.write_bytes(copy.read_bytes())
    redacted(path, wish(older.NAME, older.SITE), key)

    found = holders(path, folder_of(path), (older.NAME.lower(),), key)

    assert names(found.copies) >= {copy.name}
    assert found.others == found.unreadable == ()
