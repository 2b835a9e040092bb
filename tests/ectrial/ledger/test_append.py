"""One append is one transaction: all of it is recorded, once, or nothing."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from ectrial.ledger.errors import LedgerError, RefusedError
from ectrial.ledger.ledger import Author, Chat, Ledger
from ectrial.record.consent import NOT_ASKED
from ectrial.record.entries import JSON, Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from tests.ectrial.ledger.samples import (
    NURSE,
    SITE,
    TRIAL,
    Clock,
    answered,
    called,
    open_ledger,
    opened,
    said,
)


def test_appended_entries_are_read_back_equal(ledger: Ledger) -> None:
    entries = [
        opened(),
        answered("wbc", {"value": "5.2", "unit": "10*9/L"}),
        answered("备注", "是"),
    ]

    recorded = ledger.append(entries, NURSE)

    assert recorded == tuple(ledger.entries())
    assert [entry.said for entry in recorded] == entries


def test_entries_of_one_append_share_their_time(ledger: Ledger) -> None:
    recorded = ledger.append([opened(), answered("age", 40)], NURSE)

    assert recorded is not None
    assert {entry.at_utc for entry in recorded} == {datetime(2026, 1, 1, 8, 0, 2, tzinfo=UTC)}


def test_a_redelivered_update_records_nothing(ledger: Ledger) -> None:
    ledger.append([opened()], NURSE, update_id=9, chat=Chat(1, round=1))
    head = ledger.head()

    again = ledger.append([answered("age", 40)], NURSE, update_id=9, chat=Chat(1, round=2))

    assert again is None
    assert ledger.head() == head
    assert ledger.chat(1) == Chat(1, round=1)


def test_an_update_without_entries_is_remembered(ledger: Ledger) -> None:
    recorded = ledger.append([], NURSE, update_id=9)

    assert recorded == ()
    assert ledger.has_seen(9)
    assert not ledger.has_seen(10)


def test_an_update_number_may_come_again_after_eight_days(ledger: Ledger, clock: Clock) -> None:
    ledger.append([opened()], NURSE, update_id=9)
    clock.now += timedelta(days=8)

    recorded = ledger.append([answered("age", 40)], NURSE, update_id=9)

    assert recorded is not None


def test_opening_forgets_updates_older_than_eight_days(path: Path, clock: Clock) -> None:
    with open_ledger(path, clock=clock) as ledger:
        ledger.append([], NURSE, update_id=1)
        clock.now += timedelta(days=7)
        ledger.append([], NURSE, update_id=2)
    clock.now += timedelta(days=2)

    with open_ledger(path, clock=clock) as ledger:
        kept = ledger._shared.reader.execute("SELECT update_id FROM updates").fetchall()

    assert kept == [(2,)]


@pytest.mark.parametrize(
    "bad",
    [
        answered("dose", Decimal("1.5")),
        answered("dose", float("nan")),
        answered("name", "\ud800"),
        answered("age", 40, of="S-999/1"),
        said(Kind.VERDICT_GIVEN, value={"no": "verdict"}),
        opened(),
        NewEntry(Kind.STAFF_ADDED, TRIAL, item="nobody", value="coordinator"),
        NewEntry(Kind.STAFF_ADDED, TRIAL, item="5"),
        NewEntry(Kind.CONSENT, TRIAL, value=NOT_ASKED.value),
        said(Kind.CONSENT, value={"state": "signed"}),
        said(Kind.CONSENT, value={**NOT_ASKED.value, "state": []}),
        NewEntry(Kind.ANSWERED, TRIAL, ScreeningId(SITE, TRIAL, "S-001", "1")),  # type: ignore[arg-type]
        NewEntry(Kind.ANSWERED, TRIAL, ScreeningId(SITE, TRIAL, "S-001", 2**63)),
        NewEntry(Kind.ANSWERED, "ANOTHER", called("S-001/1")),
    ],
)
def test_an_entry_that_fails_leaves_nothing_of_its_append(ledger: Ledger, bad: NewEntry) -> None:
    ledger.append([opened()], NURSE, chat=Chat(1, round=1))
    head = ledger.head()

    with pytest.raises(RefusedError, match=r"nothing (was )?recorded|adds? up to no"):
        ledger.append([answered("age", 40), bad], NURSE, update_id=9, chat=Chat(1, round=2))

    assert ledger.head() == head
    assert not ledger.has_seen(9)
    assert ledger.chat(1) == Chat(1, round=1)
    assert ledger.verify().holds


def test_no_error_tells_the_value_it_refused(ledger: Ledger) -> None:
    ledger.append([opened()], NURSE)

    with pytest.raises(LedgerError) as caught:
        ledger.append([answered("name", "Zhang San \ud800")], NURSE)

    assert "Zhang" not in repr(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_a_time_without_zone_is_refused(ledger: Ledger) -> None:
    with pytest.raises(RefusedError, match="zone"):
        ledger.append([opened()], NURSE, told_at=datetime(2026, 1, 1))  # noqa: DTZ001


def test_telegrams_own_date_stands_beside_ours(ledger: Ledger) -> None:
    told_at = datetime(2026, 1, 1, 7, 59, tzinfo=UTC)

    ledger.append([opened()], NURSE, update_id=9, told_at=told_at)

    rows = ledger._shared.reader.execute(
        "SELECT told_at, update_id, site, via FROM entries"
    ).fetchall()
    assert rows == [("2026-01-01T07:59:00.000000+00:00", 9, "CRT-01", "telegram")]


def test_the_date_of_a_sample_stands_in_a_column_of_its_own(ledger: Ledger) -> None:
    dated = {"value": "92", "unit": "g/L", "date": "2026-01-02"}

    ledger.append([opened(), answered("hb", dated), answered("wbc", {"value": "5"})], NURSE)

    rows = ledger._shared.reader.execute(
        "SELECT item, sample_date FROM entries ORDER BY seq"
    ).fetchall()
    assert rows == [(None, None), ("hb", "2026-01-02"), ("wbc", None)]
    assert ledger.verify().holds


@pytest.mark.parametrize("value", [{"date": 20260102}, {"date": None}, ["date"], "2026-01-02"])
def test_what_is_no_sample_date_leaves_the_column_empty(ledger: Ledger, value: JSON) -> None:
    ledger.append([opened(), answered("hb", value)], NURSE)

    rows = ledger._shared.reader.execute("SELECT sample_date FROM entries").fetchall()
    assert rows == [(None,), (None,)]


def test_quotes_in_every_field_come_back_unchanged(ledger: Ledger) -> None:
    hostile = "x'); DROP TABLE entries; --\x00\"'"
    about = ScreeningId(hostile, hostile, hostile, 1)
    entry = NewEntry(Kind.ANSWERED, hostile, about, hostile, hostile)

    ledger.append([NewEntry(Kind.OPENED, hostile, about)], Author(1, hostile))
    recorded = ledger.append([entry], Author(1, hostile))

    assert recorded is not None
    assert recorded[0].said == entry
    assert tuple(ledger.entries())[1:] == recorded
    assert ledger.verify().holds


def test_a_closed_ledger_says_so_in_our_words(ledger: Ledger) -> None:
    ledger.close()
    ledger.close()

    with pytest.raises(LedgerError):
        ledger.append([opened()], NURSE)
