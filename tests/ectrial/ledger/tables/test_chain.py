"""What the chain shows of changes made to the file itself, and what only a noted head shows."""

from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from ectrial.ledger.errors import DamagedLedgerError
from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.tables.chain import GENESIS
from ectrial.ledger.verify import verify_file
from ectrial.record.entries import Kind
from tests.blank_record import blank
from tests.ectrial.ledger.samples import NURSE, Clock, answered, open_ledger, opened, said
from tests.ectrial.ledger.tampering import (
    LENGTH,
    Rows,
    Tamper,
    cover_tracks,
    relink,
    rewritten,
    tampers,
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("chain") / "record.db"
    with open_ledger(blank(path), clock=Clock()) as ledger:
        for subject in ("S-001", "S-002"):
            ledger.append([opened(subject)], NURSE, update_id=1 + int(subject[-1]))
            for number in range(LENGTH // 2 - 2):
                ledger.append([answered(f"lab_{number}", number, f"{subject}/1")], NURSE)
            verdict = {"verdict": "undetermined"}
            ledger.append([said(Kind.VERDICT_GIVEN, value=verdict, of=f"{subject}/1")], NURSE)
    return path


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(tamper=tampers())
def test_every_edit_deletion_and_swap_is_found(record: Path, tamper: Tamper) -> None:
    path = rewritten(record, tamper)

    found = verify_file(path)

    assert [fault for fault in found.breaks if fault.seq is not None]


def test_an_untouched_record_passes_the_same_way(record: Path) -> None:
    path = rewritten(record, lambda _: None)

    found = verify_file(path)

    assert found.holds
    assert found.head[0] == LENGTH


@pytest.mark.parametrize("kept", [1, LENGTH // 2, LENGTH - 1])
def test_a_tail_cut_off_with_care_shows_only_against_a_noted_head(record: Path, kept: int) -> None:
    noted = verify_file(record).head

    def cut(rows: Rows) -> None:
        for seq in range(kept + 1, LENGTH + 1):
            del rows[seq]

    path = rewritten(record, cut)
    cover_tracks(path)

    assert verify_file(path).holds
    assert [fault.seq for fault in verify_file(path, anchor=noted).breaks] == [LENGTH]


def test_a_history_forged_and_linked_anew_shows_only_against_a_noted_head(record: Path) -> None:
    noted = verify_file(record).head

    def forge(rows: Rows) -> None:
        rows[3]["value"] = "999"
        relink(rows)

    path = rewritten(record, forge)
    cover_tracks(path)

    assert verify_file(path).holds
    assert not verify_file(path, anchor=noted).holds


def test_a_head_noted_earlier_still_stands_after_more_entries(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.append([opened()], NURSE)
        noted = ledger.head()
        ledger.append([answered("age", 40)], NURSE)

        assert verify_file(path, anchor=noted).holds


def test_a_row_from_before_sample_dates_still_verifies(path: Path) -> None:
    with open_ledger(path) as ledger:
        dated = {"value": "92", "unit": "g/L", "date": "2026-01-02"}
        ledger.append([opened(), answered("hb", dated)], NURSE)

    def undate(rows: Rows) -> None:
        rows[2]["sample_date"] = None
        relink(rows)

    older = rewritten(path, undate)

    assert verify_file(older).holds
    assert open_ledger(older).append([answered("hb", dated)], NURSE)


def test_a_careless_cut_shows_by_the_list_alone(record: Path) -> None:
    path = rewritten(record, lambda rows: [rows.pop(LENGTH)].clear())

    found = verify_file(path)

    assert [fault.fault for fault in found.breaks] == [
        f"the list knows entry {LENGTH} of a screening, which is not there"
    ]


def test_a_tail_cut_with_care_is_not_wiped_away_by_a_start(record: Path) -> None:
    def cut(rows: Rows) -> None:
        for seq in range(LENGTH - 4, LENGTH + 1):
            del rows[seq]

    path = rewritten(record, cut)
    with closing(connect(path)) as owner:
        owner.execute(
            "UPDATE checked SET (seq, hash) ="
            " (SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1)"
        )

    for _ in range(2):
        with pytest.raises(DamagedLedgerError, match=f"the list knows entry {LENGTH}"):
            open_ledger(path)

    assert not verify_file(path).holds


def test_opening_refuses_a_broken_chain(record: Path) -> None:
    path = rewritten(record, lambda rows: rows[5].update(value="999"))

    with pytest.raises(DamagedLedgerError, match="entry 5 was altered"):
        open_ledger(path)


def test_opening_refuses_a_record_shorter_than_it_was(record: Path) -> None:
    path = rewritten(record, lambda _: None)
    open_ledger(path).close()
    path = rewritten(
        path.rename(record.with_name("longer.db")), lambda rows: [rows.pop(LENGTH)].clear()
    )

    with pytest.raises(DamagedLedgerError, match=f"entry {LENGTH} is not the one noted as head"):
        open_ledger(path)


def test_each_hash_links_to_the_one_before(record: Path) -> None:
    with closing(connect(record)) as connection:
        stored = connection.execute("SELECT prev_hash, hash FROM entries ORDER BY seq").fetchall()

    assert stored[0][0] == GENESIS
    assert all(later[0] == earlier[1] for earlier, later in pairwise(stored))
