"""The log reads few entries of a screening, and tells the same as all of them would."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ectrial.papers.log import ITEMS_OF_THE_LOG, READ_FOR_THE_LOG, READ_WITH_A_TURN, TURNS
from ectrial.papers.log_rows import row_of
from ectrial.record.entries import MINE, NOTHING_FAILS, Entry, Kind, Reason
from ectrial.record.folding import fold
from tests.ectrial.papers.told import (
    APPROACHED,
    DECLINED,
    ELIGIBLE,
    ENROLLED,
    NO_PLACE,
    NOT_ELIGIBLE,
    OPEN,
    QUERY,
    SIGNED,
    WORDS,
    Told,
)

SIGNATURE = {"meaning": "eligible", "hash": "cd", "day": "2026-11-24"}
NO_MORE = {"what": "undecided", "day": None, "why": None, "verdict": None}
SAID: tuple[tuple[Kind, Any, dict[str, Any]], ...] = (
    *((Kind.ANSWERED, {"value": n}, {"item": "age"}) for n in (58, 61)),
    *((Kind.ANSWERED, value, {"item": "sex"}) for value in ("male", None)),
    *((Kind.ANSWERED, value, {"item": "hiv"}) for value in ("negative", None)),
    (Kind.CORRECTED, {"value": 59}, {"item": "age", "reason": Reason.MIS_TAP}),
    (Kind.CORRECTED, "positive", {"item": "hiv", "reason": Reason.SOURCE_CORRECTED}),
    *((Kind.VERDICT_GIVEN, each, {}) for each in (ELIGIBLE, NOT_ELIGIBLE, OPEN)),
    *((Kind.CLEARED, each, {}) for each in (None, MINE)),
    *((Kind.RESTORED, None, {}) for _ in range(3)),
    (Kind.VOIDED, None, {"reason": Reason.DUPLICATE}),
    *((Kind.CONTINUED, each, {}) for each in (None, NOTHING_FAILS)),
    *((kind, None, {}) for kind in (Kind.STOPPED, Kind.NOTE_WRITTEN, Kind.UNVERIFIED)),
    (Kind.SKIPPED, None, {"item": "Q01"}),
    (Kind.MOVED, None, {"protocol_version": "3", "protocol_hash": "ef"}),
    *((Kind.CONSENT, each, {}) for each in (SIGNED, DECLINED)),
    *((Kind.PARTICIPATION, each, {}) for each in (APPROACHED, ENROLLED, NO_PLACE)),
    (Kind.PARTICIPATION, NO_MORE, {"reason": Reason.OTHER}),
    *((Kind.SIGNED, SIGNATURE, {"text": "Li Na"}) for _ in range(2)),
    (Kind.SIGNATURE_ASKED, {"to": 9, "hash": "cd", "superseded": 1}, {}),
    (Kind.SIGNATURE_ASKED, {"to": 9, "hash": "cd"}, {}),
    (Kind.QUERY_OPENED, QUERY, {"item": "hiv"}),
)


def read(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    is_turned = any(each.said.kind in TURNS for each in entries)
    return tuple(
        each
        for each in entries
        if each.said.kind in READ_FOR_THE_LOG
        or each.said.item in ITEMS_OF_THE_LOG
        or (is_turned and each.said.kind in READ_WITH_A_TURN)
    )


@given(st.lists(st.tuples(st.sampled_from(SAID), st.sampled_from((7, 9))), max_size=14))
def test_few_entries_give_the_row_that_all_of_them_give(
    said: list[tuple[tuple[Kind, Any, dict[str, Any]], int]],
) -> None:
    told = Told()
    for (kind, value, parts), person in said:
        told.tells(kind, value, by=person, **parts)
    entries = tuple(told.entries)
    few = read(entries)

    whole, part = fold(entries), fold(few)

    assert whole is not None
    assert part is not None
    assert row_of(part, few, WORDS) == row_of(whole, entries, WORDS)
