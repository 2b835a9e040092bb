"""The list of screenings says what the entries add up to, and stays quick."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ectrial.ledger.errors import DamagedLedgerError
from ectrial.ledger.ledger import Author, Ledger
from ectrial.ledger.opening import CHECKED_WHOLE
from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.verify import verify_file
from ectrial.record.entries import JSON, Kind, NewEntry
from ectrial.record.folding import fold
from ectrial.record.screenings import Stage, Wanted
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

UNDETERMINED = {"verdict": "undetermined"}
INELIGIBLE = {"verdict": "ineligible", "findings": ["EXCL03"]}

CHANGING = [Kind.STOPPED, Kind.CONTINUED, Kind.CLEARED, Kind.MOVED, Kind.VOIDED, Kind.RESTORED]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with open_ledger(tmp_path_factory.mktemp("list") / "record.db") as ledger:
        yield ledger


@pytest.mark.parametrize(
    ("acts", "status", "verdict"),
    [
        ([], "open", None),
        ([said(Kind.VERDICT_GIVEN, value=UNDETERMINED)], "open", "undetermined"),
        ([said(Kind.VERDICT_GIVEN, value=INELIGIBLE)], "finished", "ineligible"),
        ([said(Kind.STOPPED)], "finished", None),
        ([said(Kind.STOPPED), said(Kind.CONTINUED)], "open", None),
        ([said(Kind.VERDICT_GIVEN, value=INELIGIBLE), said(Kind.CLEARED)], "open", None),
        ([said(Kind.STOPPED), said(Kind.CLEARED)], "open", None),
        ([said(Kind.VOIDED)], "voided", None),
        ([said(Kind.VOIDED), said(Kind.CLEARED)], "voided", None),
    ],
)
def test_a_line_shows_the_status(
    ledger: Ledger, acts: list[NewEntry], status: str, verdict: str | None
) -> None:
    ledger.append([opened()], NURSE)

    ledger.append(acts, NURSE)

    (line,) = ledger.screenings(limit=5)
    assert (line.status, line.verdict) == (status, verdict)


def test_the_newest_activity_comes_first(ledger: Ledger) -> None:
    for number in range(1, 6):
        ledger.append([opened(f"S-00{number}")], NURSE)
    ledger.append([answered("age", 40, "S-002/1")], Author(8, "investigator"))

    lines = [line.id.subject for line in ledger.screenings(limit=3)]
    rest = [line.id.subject for line in ledger.screenings(limit=3, offset=3)]

    assert (lines, rest) == (["S-002", "S-005", "S-004"], ["S-003", "S-001"])
    assert ledger.screenings(limit=1)[0].actor == 8
    assert ledger.count_screenings() == 5


def test_episodes_of_a_subject_come_in_order(ledger: Ledger) -> None:
    for episode in (2, 1, 3):
        ledger.append([opened("S-001", episode)], NURSE)
    ledger.append([opened("S-0011")], NURSE)

    episodes = ledger.episodes(TRIAL, "S-001")

    assert [screening.id.episode for screening in episodes] == [1, 2, 3]
    assert ledger.episodes(TRIAL, "S-002") == ()


@pytest.mark.parametrize(
    ("in_use", "following"),
    [
        ([], "S-001"),
        (["S-001", "S-009"], "S-010"),
        (["S-999"], "S-1000"),
        (["S-1000", "S-999"], "S-1001"),
        (["T-050", "SS-060", "S.070", "S-07x", "S-", "s-080", "S--9"], "S-001"),
        (["S-7"], "S-008"),
        (["S-20260101123456"], "S-001"),
        (["S-%", "S_100"], "S-001"),
    ],
)
def test_the_next_subject_follows_the_highest(
    ledger: Ledger, in_use: list[str], following: str
) -> None:
    for subject in in_use:
        ledger.append([opened(subject)], NURSE)

    assert ledger.next_subject(TRIAL, "S") == following


def test_the_next_subject_is_found_without_a_walk(ledger: Ledger) -> None:
    with ledger.together():
        for number in range(500):
            ledger.append([opened(f"S-{number:03}")], NURSE)
    steps = []
    ledger._shared.reader.set_progress_handler(lambda: steps.append(1), 1)

    assert ledger.next_subject(TRIAL, "S") == "S-500"
    assert len(steps) < 100


VALUES: st.SearchStrategy[JSON] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", max_size=2), inner),
    max_leaves=6,
)
VERDICTS = st.sampled_from([UNDETERMINED, INELIGIBLE, {"verdict": "eligible"}])
ACTS = st.one_of(
    st.tuples(st.sampled_from([Kind.ANSWERED, Kind.CORRECTED]), st.sampled_from("abc"), VALUES),
    st.tuples(st.just(Kind.SKIPPED), st.sampled_from("qr"), st.none()),
    st.tuples(st.just(Kind.ORDERED), st.none(), st.sampled_from(["protocol", "quick"])),
    st.tuples(st.just(Kind.VERDICT_GIVEN), st.none(), VERDICTS),
    st.tuples(
        st.sampled_from(CHANGING),
        st.none(),
        st.none(),
    ),
)


@given(turns=st.lists(st.lists(ACTS, max_size=3), max_size=6))
def test_any_history_folds_to_the_same_when_read_back(
    shared: Ledger, turns: list[list[tuple[Kind, str | None, JSON]]]
) -> None:
    subject = shared.next_subject(TRIAL, "S")
    id_ = called(f"{subject}/1")
    recorded = shared.append([opened(subject)], NURSE) or ()

    for turn in turns:
        recorded += shared.append([said(*act, of=id_.name) for act in turn], NURSE) or ()

    screening, line = shared.screening(id_), shared.screenings(limit=1)[0]
    assert tuple(shared.entries(id_)) == recorded
    assert screening == fold(recorded)
    assert screening is not None
    assert (line.id, line.last_at) == (id_, screening.last_at)
    assert (line.status != "open") is screening.is_finished
    assert (line.status == "voided") is screening.voided


def test_the_shared_record_still_verifies(shared: Ledger) -> None:
    assert shared.verify().holds


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE screenings SET status = 'finished'",
        "DELETE FROM screenings",
        "INSERT INTO screenings VALUES ('CRT-01', 'T', 'X', 1, '', '', 'open', NULL, 1, 99, '')",
    ],
)
def test_verify_finds_a_list_that_disagrees(path: Path, sql: str) -> None:
    with open_ledger(path) as ledger:
        ledger.append([opened()], NURSE)
        with closing(connect(path)) as owner:
            owner.execute(sql)

        assert not ledger.verify().holds


BEHIND = {
    "emptied": "DELETE FROM screenings",
    "without one": "DELETE FROM screenings WHERE subject = 'S-002'",
    "of an earlier entry": "UPDATE screenings SET last_seq = 1 WHERE subject = 'S-001'",
    "of another status": "UPDATE screenings SET status = 'open'",
    "of another person": "UPDATE screenings SET actor = 1",
}
AHEAD = {
    "of a later entry": "UPDATE screenings SET last_seq = 9 WHERE subject = 'S-001'",
    "of another's entry": "UPDATE screenings SET last_seq = 3 WHERE subject = 'S-001'",
    "of a screening more": "INSERT INTO screenings VALUES"
    " ('CRT-01', 'T', 'X', 1, '', '', 'open', NULL, 1, 3, '')",
}


@pytest.fixture
def two(path: Path) -> Path:
    with open_ledger(path) as ledger:
        ledger.append([opened(), said(Kind.STOPPED), opened("S-002")], NURSE)
    return path


def edited(path: Path, sql: str) -> None:
    with closing(connect(path)) as owner:
        owner.execute(sql)


@pytest.mark.parametrize("sql", BEHIND.values(), ids=BEHIND)
def test_a_list_that_is_behind_is_written_anew_and_told(
    two: Path, sql: str, caplog: pytest.LogCaptureFixture
) -> None:
    with open_ledger(two) as ledger:
        before = ledger.screenings(limit=9)
    edited(two, sql)

    with open_ledger(two, clock=Clock()) as ledger:
        assert ledger.screenings(limit=9) == before
        assert ledger.verify().holds

    (told,) = caplog.records
    assert told.levelname == "ERROR"
    assert "it was written anew" in told.getMessage()
    assert "S-00" not in caplog.text


@pytest.mark.parametrize("sql", AHEAD.values(), ids=AHEAD)
def test_a_list_ahead_of_the_entries_refuses_the_start(two: Path, sql: str) -> None:
    edited(two, sql)
    before = two.read_bytes()

    for _ in range(2):
        with pytest.raises(DamagedLedgerError, match=r"the list (knows|holds) .* cut off"):
            open_ledger(two)

    assert two.read_bytes() == before
    assert not verify_file(two).holds


def test_a_large_record_is_asked_for_a_list_ahead_too(two: Path) -> None:
    edited(two, AHEAD["of a later entry"])
    # what was deleted leaves its pages in the file
    edited(two, f"CREATE TABLE large AS SELECT zeroblob({CHECKED_WHOLE})")
    edited(two, "DROP TABLE large")
    assert two.stat().st_size > CHECKED_WHOLE

    with pytest.raises(DamagedLedgerError, match="the list knows entry 9"):
        open_ledger(two)


@pytest.mark.parametrize(
    ("stage", "part", "found"),
    [
        (None, "", ["S-104", "S-013", "S-012", "S-011"]),
        ("valid", "", ["S-013", "S-012", "S-011"]),
        ("open", "", ["S-011"]),
        ("undetermined", "", ["S-012"]),
        ("done", "", ["S-104", "S-013"]),
        (None, "10", ["S-104"]),
        ("valid", "10", []),
        ("done", "01", ["S-013"]),
    ],
)
def test_list_is_parted_by_stage_and_by_a_part_of_the_code(
    ledger: Ledger, stage: Stage | None, part: str, found: list[str]
) -> None:
    acts = {
        "S-011": [],
        "S-012": [said(Kind.VERDICT_GIVEN, value=UNDETERMINED)],
        "S-013": [said(Kind.STOPPED)],
        "S-104": [said(Kind.VOIDED)],
    }
    for subject, done in acts.items():
        screening = called(f"{subject}/1")
        ledger.append([opened(subject), *(replace(a, screening=screening) for a in done)], NURSE)
    wanted = Wanted(stage, part)

    listed = ledger.screenings(limit=9, wanted=wanted)

    assert [each.id.subject for each in listed] == found
    assert ledger.count_screenings(wanted) == len(found)
