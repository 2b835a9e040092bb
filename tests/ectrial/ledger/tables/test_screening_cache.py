"""A screening read again and again is always what its entries add up to, and no more than that."""

import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ectrial.ledger.ledger import Ledger
from ectrial.ledger.tables.screening_cache import ScreeningCache
from ectrial.record.consent import NOT_ASKED, Consent
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.folding import fold
from ectrial.record.screenings import Screening
from ectrial.record.subjects import ScreeningId
from tests.ectrial.ledger.samples import (
    NURSE,
    TRIAL,
    answered,
    called,
    open_ledger,
    opened,
    said,
)

CHANGING = [Kind.STOPPED, Kind.CONTINUED, Kind.CLEARED, Kind.MOVED, Kind.VOIDED, Kind.RESTORED]


class TurnedAwayError(Exception):
    """Ends a transaction before it is committed."""


ACTS = st.one_of(
    st.tuples(
        st.sampled_from([Kind.ANSWERED, Kind.CORRECTED]),
        st.sampled_from("abc"),
        st.none() | st.integers() | st.text(max_size=3),
    ),
    st.tuples(st.just(Kind.SKIPPED), st.sampled_from("qr"), st.none()),
    st.tuples(st.just(Kind.VERDICT_GIVEN), st.none(), st.just({"verdict": "undetermined"})),
    st.tuples(
        st.just(Kind.CONSENT),
        st.none(),
        st.sampled_from([NOT_ASKED.value, Consent("declined", why="family").value]),
    ),
    st.tuples(
        st.sampled_from(CHANGING),
        st.none(),
        st.none(),
    ),
)
TURNS = st.lists(st.tuples(st.booleans(), st.booleans(), st.lists(ACTS, max_size=3)), max_size=8)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with open_ledger(tmp_path_factory.mktemp("folds") / "record.db") as ledger:
        yield ledger


def as_recorded(ledger: Ledger, id_: ScreeningId) -> Screening | None:
    return fold(ledger.entries(id_))


def append_and_turn_away(ledger: Ledger, entries: list[NewEntry], id_: ScreeningId) -> None:
    """Record, look, and take it all back."""
    with suppress(TurnedAwayError), ledger.together():
        ledger.append(entries, NURSE)
        assert ledger.screening(id_) == as_recorded(ledger, id_)
        raise TurnedAwayError


@given(turns=TURNS)
def test_it_is_what_the_entries_add_up_to_at_any_time(
    shared: Ledger, turns: list[tuple[bool, bool, list[tuple[Kind, str | None, object]]]]
) -> None:
    subject = shared.next_subject(TRIAL, "S")
    id_ = called(f"{subject}/1")
    shared.append([opened(subject)], NURSE)

    for is_turned_away, is_read, acts in turns:
        entries = [said(*act, of=id_.name) for act in acts]
        if is_turned_away:
            append_and_turn_away(shared, entries, id_)
        else:
            shared.append(entries, NURSE)
        if is_read:
            assert shared.screening(id_) == as_recorded(shared, id_)

    assert shared.screening(id_) == as_recorded(shared, id_)


def test_other_entries_under_the_numbers_of_those_taken_back_are_read(ledger: Ledger) -> None:
    ledger.append([opened()], NURSE)
    ledger.screening(called("S-001/1"))
    append_and_turn_away(ledger, [answered("age", 85)], called("S-001/1"))

    ledger.append([answered("age", 58)], NURSE)

    screening = ledger.screening(called("S-001/1"))
    assert screening is not None
    assert screening.answers["age"].value == 58


def test_each_connection_reads_what_it_sees(ledger: Ledger) -> None:
    ledger.append([opened()], NURSE)
    seen: list[Screening | None] = []

    def look() -> None:
        seen.append(ledger.screening(called("S-001/1")))

    with ledger.together():
        ledger.append([answered("age", 58)], NURSE)
        seen.append(ledger.screening(called("S-001/1")))
        other = threading.Thread(target=look)
        other.start()
        other.join()
        seen.append(ledger.screening(called("S-001/1")))
    look()

    assert [len(screening.answers) for screening in seen if screening] == [1, 0, 1, 1]


def test_what_was_read_once_is_not_changed_by_what_comes_after(ledger: Ledger) -> None:
    ledger.append([opened(), answered("age", 58)], NURSE)
    before = ledger.screening(called("S-001/1"))
    assert before is not None
    as_it_was = (dict(before.answers), before.last_change and dict(before.last_change.before))

    ledger.append([answered("age", 59), answered("ecog", "1")], NURSE)
    ledger.screening(called("S-001/1"))

    assert before.answers == as_it_was[0]
    assert before.last_change is not None
    assert before.last_change.before == as_it_was[1]


def test_a_screening_never_opened_is_none_until_it_is(ledger: Ledger) -> None:
    assert ledger.screening(called("S-001/1")) is None

    ledger.append([opened()], NURSE)

    assert ledger.screening(called("S-001/1")) is not None


def test_more_than_are_kept_are_read_all_the_same(ledger: Ledger) -> None:
    cache, subjects = ScreeningCache(most_cached=2), ["S-001", "S-002", "S-003"]
    connection, asked = ledger._shared.reader, list[str]()
    for subject in subjects:
        ledger.append([opened(subject)], NURSE)

    connection.set_trace_callback(asked.append)
    there_and_back = [*subjects, *reversed(subjects)]
    read = [cache.screening(connection, called(f"{subject}/1")) for subject in there_and_back]
    connection.set_trace_callback(None)

    wholly = [question.endswith("seq >= 0") for question in asked]
    assert [screening and screening.id.subject for screening in read] == there_and_back
    # of the second round, the two read last before it are kept, and the first was let go
    assert wholly == [True, True, True, False, False, True]
