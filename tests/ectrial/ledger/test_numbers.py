"""The latest numbers of an item are found among all screenings, as its entries add up."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ectrial.ledger.ledger import Ledger
from ectrial.record.entries import JSON, MINE, Kind, NewEntry
from tests.ectrial.ledger.samples import (
    NURSE,
    TRIAL,
    Clock,
    answered,
    called,
    open_ledger,
    opened,
    said,
)
from tests.records import MemoryRecords

LIMIT = "ast_uln"
FORTY = {"value": "40", "unit": "U/L"}


def names(found: Ledger | MemoryRecords, limit: int = 9, item: str = LIMIT) -> list[str]:
    return [screening.id.name for screening in found.screenings_with(TRIAL, item, limit)]


@pytest.fixture
def three(ledger: Ledger) -> Ledger:
    for subject in ("S-001", "S-002", "S-003"):
        ledger.append([opened(subject), answered(LIMIT, FORTY, f"{subject}/1")], NURSE)
    return ledger


def test_the_latest_number_comes_first(three: Ledger) -> None:
    three.append([said(Kind.CORRECTED, LIMIT, {**FORTY, "value": "41"}, "S-001/1")], NURSE)

    assert names(three) == ["S-001/1", "S-003/1", "S-002/1"]
    assert names(three, limit=2) == ["S-001/1", "S-003/1"]
    assert three.screenings_with(TRIAL, LIMIT, 1) == (three.screening(called("S-001/1")),)


def test_another_item_is_not_taken_for_it(three: Ledger) -> None:
    three.append([answered("alt_uln", FORTY, "S-001/1")], NURSE)

    assert names(three, item="alt_uln") == ["S-001/1"]
    assert names(three, item="bilirubin_uln") == []


@pytest.mark.parametrize(
    "act",
    [
        said(Kind.VOIDED, of="S-003/1"),
        said(Kind.CLEARED, of="S-003/1"),
        said(Kind.CORRECTED, LIMIT, None, "S-003/1"),
        said(Kind.CORRECTED, LIMIT, "unknown", "S-003/1"),
        said(Kind.ANSWERED, LIMIT, "meets", "S-003/1"),
    ],
)
def test_a_number_that_stands_no_more_is_left_out(three: Ledger, act: NewEntry) -> None:
    three.append([act], NURSE)

    assert names(three) == ["S-002/1", "S-001/1"]


def test_a_number_given_again_after_clearing_counts(three: Ledger) -> None:
    three.append([said(Kind.CLEARED, of="S-001/1"), answered(LIMIT, FORTY)], NURSE)

    assert names(three) == ["S-001/1", "S-003/1", "S-002/1"]


def test_the_numbers_have_an_index_of_their_own(three: Ledger) -> None:
    asked: list[str] = []
    three._shared.reader.set_trace_callback(asked.append)
    three.screenings_with(TRIAL, LIMIT, 1)
    three._shared.reader.set_trace_callback(None)
    three._shared.reader.set_authorizer(None)

    plan = three._shared.reader.execute(f"EXPLAIN QUERY PLAN {asked[0]}").fetchall()

    assert "entries_of_number" in plan[0][3]
    assert not any("SCAN" in line[3] or "TEMP B-TREE" in line[3] for line in plan)


def test_a_number_that_was_restored_counts_again(three: Ledger) -> None:
    three.append([said(Kind.CLEARED, of="S-003/1")], NURSE)
    three.append([said(Kind.RESTORED, of="S-003/1")], NURSE)

    assert names(three) == ["S-003/1", "S-002/1", "S-001/1"]


VALUES: st.SearchStrategy[JSON] = st.sampled_from([FORTY, "unknown", "meets", None, ["a"]])
ACTS = st.one_of(
    st.tuples(
        st.sampled_from([Kind.ANSWERED, Kind.CORRECTED, Kind.SKIPPED]),
        st.sampled_from([LIMIT, "age"]),
        VALUES,
    ),
    st.tuples(st.sampled_from([Kind.CLEARED, Kind.VOIDED, Kind.RESTORED]), st.none(), st.none()),
    st.tuples(st.just(Kind.CLEARED), st.none(), st.just(MINE)),
)


@given(
    acts=st.lists(st.tuples(st.sampled_from(["S-1", "S-2", "S-3"]), ACTS), max_size=12),
    limit=st.integers(0, 4),
)
def test_the_record_in_memory_finds_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    acts: list[tuple[str, tuple[Kind, str | None, JSON]]],
    limit: int,
) -> None:
    memory, clock, path = MemoryRecords(), Clock(), tmp_path_factory.mktemp("two") / Path("x.db")
    turns = [[opened(subject)] for subject in ("S-1", "S-2", "S-3")]
    turns += [[said(*act, of=f"{subject}/1")] for subject, act in acts]
    with open_ledger(path) as ledger:
        for turn in turns:
            ledger.append(turn, NURSE)
            memory.append(turn, NURSE.actor, clock())

        assert names(ledger, limit) == names(memory, limit)
