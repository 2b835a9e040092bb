"""Enrolments in the record: counted with the turn, kept over a kill, and held against entries."""

from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import pytest

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.ledger import Author, Ledger
from ectrial.ledger.sqlite.driver import connect
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.one_time_codes import (
    LONGEST_IDLE,
    MOST_TRIES,
    Proved,
    code_at,
    secret_of,
    step_of,
)
from tests.ectrial.ledger.samples import NURSE, TRIAL, Clock, open_ledger

PI, PEPPER = Author(9, "investigator"), b"pepper" * 5
PERSON = NURSE.actor


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(tmp_path: Path, clock: Clock) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "x.db", clock=clock) as ledger:
        yield ledger


def about(kind: Kind, person: object = PERSON) -> NewEntry:
    return NewEntry(kind, TRIAL, item=str(person))


def enrol(ledger: Ledger) -> None:
    ledger.append([about(Kind.ENROLLED)], PI)


def code(ledger: Ledger, clock: Clock) -> str:
    enrolment = ledger.enrolments.of(PERSON)
    assert enrolment is not None
    return code_at(secret_of(PEPPER, enrolment), step_of(clock.now))


def check(ledger: Ledger, digits: str) -> Proved:
    return ledger.enrolments.check(PERSON, digits, PEPPER, NURSE, TRIAL)


def kinds(ledger: Ledger) -> list[Kind]:
    return [entry.said.kind for entry in ledger.entries()]


def must(ledger: Ledger, *, has_pepper: bool = True) -> str:
    return ledger.enrolments.to_prove(PERSON, has_pepper=has_pepper).must


def test_entry_enrols_and_the_first_right_code_confirms(ledger: Ledger, clock: Clock) -> None:
    enrol(ledger)
    before = ledger.enrolments.of(PERSON)

    proved = check(ledger, code(ledger, clock))

    after = ledger.enrolments.of(PERSON)
    assert before is not None
    assert after is not None
    assert (before.enrolled_by, before.is_confirmed, after.is_confirmed) == (9, False, True)
    assert proved.ok
    assert kinds(ledger) == [Kind.ENROLLED, Kind.PROVED]


def test_fifth_wrong_code_locks_with_an_entry_until_enrolled_anew(
    ledger: Ledger, clock: Clock
) -> None:
    enrol(ledger)

    outcomes = [check(ledger, "no code") for _ in range(MOST_TRIES + 2)]
    locked = check(ledger, code(ledger, clock))
    enrol(ledger)
    opened = check(ledger, code(ledger, clock))

    assert [each.why for each in outcomes] == ["wrong"] * MOST_TRIES + ["locked"] * 2
    assert (locked.ok, locked.why, opened.ok) == (False, "locked", True)
    assert kinds(ledger) == [Kind.ENROLLED, Kind.LOCKED, Kind.ENROLLED, Kind.PROVED]
    assert ledger.verify().holds


def test_code_of_the_secret_before_is_wrong_after_a_new_enrolment(
    ledger: Ledger, clock: Clock
) -> None:
    enrol(ledger)
    old = code(ledger, clock)
    enrol(ledger)

    assert check(ledger, old).why == "wrong"


def test_no_secret_and_no_code_stands_in_the_file(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "x.db"
    with open_ledger(path, clock=clock) as ledger:
        enrol(ledger)
        enrolment = ledger.enrolments.of(PERSON)
        assert enrolment is not None
        typed = code(ledger, clock)
        check(ledger, typed)
        check(ledger, "876543")
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())

    assert secret_of(PEPPER, enrolment).encode() not in kept
    assert b"876543" not in kept
    assert typed.encode() not in kept


def test_tries_are_kept_over_a_kill(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "x.db"
    with open_ledger(path, clock=clock) as ledger:
        enrol(ledger)
        for _ in range(MOST_TRIES - 1):
            check(ledger, "no code")
    with open_ledger(path, clock=clock) as ledger:
        last = check(ledger, "no code")
        then = check(ledger, code(ledger, clock))

    assert (last.locked, last.locks, then.why) == (True, True, "locked")


def test_try_is_recorded_with_its_turn_or_not_at_all(ledger: Ledger) -> None:
    enrol(ledger)
    with suppress(RefusedError), ledger.together():
        check(ledger, "no code")
        ledger.append([about(Kind.ENROLLED, "nobody")], PI)
    enrolment = ledger.enrolments.of(PERSON)

    assert enrolment is not None
    assert enrolment.tries == 0


@pytest.mark.parametrize("person", ["", "x", "-7", "٧"])
def test_person_without_a_number_is_refused(ledger: Ledger, person: str) -> None:
    with pytest.raises(RefusedError):
        ledger.append([about(Kind.ENROLLED, person)], PI)

    assert kinds(ledger) == []


def test_person_not_enrolled_proves_nothing(ledger: Ledger) -> None:
    outcome = check(ledger, "123456")

    assert (outcome.ok, outcome.why) == (False, "not_enrolled")
    assert ledger.enrolments.check(PERSON, "123456", b"", NURSE, TRIAL).why == "no_pepper"
    assert kinds(ledger) == []


def test_idle_is_twelve_hours_without_an_act(ledger: Ledger, clock: Clock) -> None:
    enrol(ledger)
    check(ledger, code(ledger, clock))
    clock.now += LONGEST_IDLE - timedelta(minutes=1)
    before = must(ledger)
    ledger.enrolments.note_seen(PERSON)
    clock.now += LONGEST_IDLE - timedelta(minutes=1)
    between = must(ledger)
    clock.now += timedelta(minutes=1)

    assert (before, between, must(ledger)) == ("", "", "idle")


def test_act_after_the_clock_was_set_back_counts_from_then(ledger: Ledger, clock: Clock) -> None:
    enrol(ledger)
    check(ledger, code(ledger, clock))
    clock.now -= timedelta(days=30)
    ledger.enrolments.note_seen(PERSON)
    clock.now += LONGEST_IDLE

    assert must(ledger) == "idle"


def test_lost_phone_asks_for_a_proof_after_it(ledger: Ledger, clock: Clock) -> None:
    enrol(ledger)
    ledger.append([about(Kind.PHONE_LOST)], PI)
    lost = must(ledger)
    # who is added again by mistake is not let in by that
    ledger.append([NewEntry(Kind.STAFF_ADDED, TRIAL, item=str(PERSON), value="coordinator")], PI)
    added = must(ledger)
    check(ledger, code(ledger, clock))

    assert (lost, added, must(ledger)) == ("phone_lost", "phone_lost", "")


@pytest.mark.parametrize("has_pepper", [True, False])
def test_lost_phone_without_an_app_shuts_out_until_added_again(
    ledger: Ledger, has_pepper: bool
) -> None:
    ledger.append([about(Kind.PHONE_LOST)], PI)
    lost = ledger.enrolments.to_prove(PERSON, has_pepper=has_pepper)
    ledger.append([NewEntry(Kind.STAFF_ADDED, TRIAL, item=str(PERSON), value="coordinator")], PI)

    assert lost.is_shut_out
    assert must(ledger, has_pepper=has_pepper) == ""


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("DELETE FROM secrets", "an enrolment is missing"),
        ("UPDATE secrets SET enrolled_by = 7", "an enrolment is not the one that its entry made"),
        ("UPDATE secrets SET person = 8", "an enrolment is not the one that its entry made"),
        (
            "UPDATE secrets SET locked_at = NULL",
            "a lock of an enrolment is not as its entries say",
        ),
    ],
)
def test_changed_enrolment_is_found(tmp_path: Path, clock: Clock, edit: str, told: str) -> None:
    path = tmp_path / "x.db"
    with open_ledger(path, clock=clock) as ledger:
        enrol(ledger)
        for _ in range(MOST_TRIES):
            check(ledger, "no code")
        assert ledger.verify().holds
    with closing(connect(path)) as owner:
        owner.execute(edit)
    with open_ledger(path, clock=clock) as ledger:
        found = [each.fault for each in ledger.verify().breaks]

    assert told in found
