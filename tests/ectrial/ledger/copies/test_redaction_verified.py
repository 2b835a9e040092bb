"""What is taken out or changed without a redaction is refused, or found."""

from contextlib import closing
from pathlib import Path

import pytest

from ectrial.ledger.errors import DamagedLedgerError, RefusedError
from ectrial.ledger.sqlite.driver import connect, in_plain_words
from ectrial.ledger.tables.guards import TEXT_TRIGGERS
from ectrial.ledger.verify import redactions_of_file, verify_file
from tests import version_0_3_0 as older
from tests.ectrial.ledger.copies.redacting import (
    record_new,
    redacted,
    tampered,
    wish,
)
from tests.ectrial.ledger.samples import (
    open_ledger,
)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET value = '59' WHERE seq = 4",
        "UPDATE entries SET subject = NULL, screening = NULL, value = NULL WHERE seq = 4",
        "UPDATE entries SET subject = '#1' WHERE seq = 4",
    ],
)
def test_a_row_changed_without_an_entry_is_an_alteration(path: Path, statement: str) -> None:
    tampered(record_new(path), statement)

    assert [each.seq for each in verify_file(path).breaks if each.seq] == [4]
    with pytest.raises(DamagedLedgerError):
        open_ledger(path)


def test_a_redacted_row_that_was_changed_again_is_found(path: Path) -> None:
    redacted(older.write_record(path), wish(site=older.SITE))
    seq = redactions_of_file(path)[0].rows[1].seq

    tampered(path, "UPDATE entries SET item = 'other' WHERE seq = ?", seq)

    assert seq in [each.seq for each in verify_file(path).breaks]


def test_a_row_of_which_the_entry_names_another_hash_is_found(path: Path) -> None:
    redacted(older.write_record(path), wish(site=older.SITE))
    seq = redactions_of_file(path)[0].rows[1].seq

    tampered(path, "UPDATE entries SET hash = prev_hash WHERE seq = ?", seq)

    assert not verify_file(path).holds


TEXT_ATTACKS = {
    "updated": "UPDATE texts SET text = 'S-009' WHERE id = 1",
    "deleted": "DELETE FROM texts WHERE id = 2",
    "replaced": "INSERT OR REPLACE INTO texts SELECT 1, site, trial, salt, 'S-9' FROM texts",
}


@pytest.mark.parametrize("verb", TEXT_ATTACKS)
def test_texts_are_only_added(path: Path, verb: str) -> None:
    record_new(path)

    with closing(connect(path)) as owner, pytest.raises(RefusedError), in_plain_words():
        owner.execute(TEXT_ATTACKS[verb])
    with closing(connect(path)) as owner:
        owner.execute(f"DROP TRIGGER texts_never_{verb}")

        assert [each.fault for each in verify_file(path).breaks] == [
            f"trigger texts_never_{verb} is missing"
        ]


@pytest.mark.parametrize("verb", TEXT_ATTACKS)
def test_a_text_that_was_changed_or_lost_is_found(path: Path, verb: str) -> None:
    record_new(path)
    with closing(connect(path)) as owner:
        for guard in TEXT_TRIGGERS:
            owner.execute(f"DROP TRIGGER {guard}")
        owner.execute(f"{TEXT_ATTACKS[verb]}{' LIMIT 1' if verb == 'replaced' else ''}")
        for sql in TEXT_TRIGGERS.values():
            owner.execute(sql)

    faults = [each.fault for each in verify_file(path).breaks]

    assert any("text" in fault for fault in faults), faults
    with pytest.raises(DamagedLedgerError):
        open_ledger(path)
