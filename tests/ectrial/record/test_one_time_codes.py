"""The six digits: against RFC 6238, against guessing, and who has to give them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ectrial.record.one_time_codes import (
    LONGEST_IDLE,
    MOST_TRIES,
    Enrolment,
    code_at,
    judged,
    secret_of,
    step_of,
    to_prove,
)
from tests.tables import of_each

PEPPER = bytes(32)
NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
FRESH = Enrolment(7, "ab" * 16, 1, NOON)
STEP = timedelta(seconds=30)
# Appendix B of RFC 6238: seconds, and the last six of its eight digits for SHA-1
OF_THE_RFC = [
    (59, "287082"),
    (1111111109, "081804"),
    (1111111111, "050471"),
    (1234567890, "005924"),
    (2000000000, "279037"),
    (20000000000, "353130"),
]
salts = st.text("0123456789abcdef", min_size=32, max_size=32)
moments = st.integers(10**9, 4 * 10**9).map(lambda since: datetime.fromtimestamp(since, UTC))


def shown(enrolment: Enrolment, now: datetime) -> str:
    return code_at(secret_of(PEPPER, enrolment), step_of(now))


@of_each(("seconds", "code"), OF_THE_RFC)
def test_codes_are_those_of_the_rfc(seconds: int, code: str) -> None:
    moment = datetime.fromtimestamp(seconds, UTC)

    assert code_at("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", step_of(moment)) == code


@given(salts, moments, st.integers(-1, 1))
def test_right_code_of_a_step_near_is_taken_once(salt: str, now: datetime, beside: int) -> None:
    enrolment = replace(FRESH, salt=salt)
    code = shown(enrolment, now + beside * STEP)

    after, first = judged(enrolment, PEPPER, code, now)
    again, second = judged(after, PEPPER, code, now)

    assert first.ok
    assert after.is_confirmed
    assert (second.ok, second.why) == (False, "used")
    assert again == after


@given(salts, moments, st.integers(-(10**6), 10**6))
def test_code_of_another_step_is_refused(salt: str, now: datetime, away: int) -> None:
    enrolment = replace(FRESH, salt=salt)
    near = {shown(enrolment, now + beside * STEP) for beside in (-1, 0, 1)}
    code = code_at(secret_of(PEPPER, enrolment), step_of(now) + away)

    after, proved = judged(enrolment, PEPPER, code, now)

    assert proved.ok == (code in near)
    assert proved.ok == (after.tries == 0)


@given(moments, st.integers(0, 10))
def test_after_a_code_those_of_earlier_steps_are_used(now: datetime, later: int) -> None:
    after, _ = judged(FRESH, PEPPER, shown(FRESH, now + STEP), now)

    _, earlier = judged(after, PEPPER, shown(FRESH, now), now + later * timedelta(seconds=1))

    assert not earlier.ok


@given(st.lists(st.text("0123456789", min_size=6, max_size=6), max_size=30), moments)
def test_five_wrong_codes_lock_for_good(codes: list[str], now: datetime) -> None:
    near = {shown(FRESH, now + beside * STEP) for beside in (-1, 0, 1)}
    enrolment, locks = FRESH, 0

    for code in (code for code in codes if code not in near):
        enrolment, proved = judged(enrolment, PEPPER, code, now)
        locks += proved.locks
        assert not proved.ok
    _, right = judged(enrolment, PEPPER, shown(FRESH, now), now)

    wrong = sum(code not in near for code in codes)
    assert enrolment.tries == min(wrong, MOST_TRIES)
    assert locks == (wrong >= MOST_TRIES)
    assert right.ok == (wrong < MOST_TRIES)


@given(moments, st.integers(0, 86_400))
def test_code_that_had_to_wait_is_judged_by_when_it_was_typed(now: datetime, waited: int) -> None:
    typed_at = now - timedelta(seconds=waited)

    after, proved = judged(FRESH, PEPPER, shown(FRESH, typed_at), now, typed_at)

    assert proved.ok
    assert (after.last_step, after.seen_at) == (step_of(typed_at), now)


def test_right_code_forgives_the_wrong_ones_before_it() -> None:
    tried, _ = judged(FRESH, PEPPER, "no code", NOON)

    after, proved = judged(tried, PEPPER, shown(FRESH, NOON), NOON)

    assert (proved.tries_left, after.tries) == (MOST_TRIES, 0)


@given(st.binary(min_size=1, max_size=64), st.integers(1, 2**62), salts)
def test_secret_changes_with_pepper_person_and_salt(pepper: bytes, person: int, salt: str) -> None:
    enrolment = replace(FRESH, person=person, salt=salt)
    others = {
        secret_of(pepper + b"x", enrolment),
        secret_of(pepper, replace(enrolment, person=person + 1)),
        secret_of(pepper, replace(enrolment, salt=salt[1:] + ("1" if salt[0] == "0" else "0"))),
    } - {secret_of(pepper, enrolment)}

    assert len(others) == 3
    assert len(secret_of(pepper, enrolment)) == 32


CONFIRMED = replace(FRESH, is_confirmed=True, proved_at=NOON, seen_at=NOON)


@of_each(
    ("enrolment", "after", "is_lost", "must", "can"),
    [
        (None, LONGEST_IDLE, False, "", "not_enrolled"),
        (None, timedelta(), True, "phone_lost", "not_enrolled"),
        (FRESH, LONGEST_IDLE, False, "", "unconfirmed"),
        (FRESH, timedelta(), True, "phone_lost", "unconfirmed"),
        (CONFIRMED, LONGEST_IDLE - STEP, False, "", "yes"),
        (CONFIRMED, LONGEST_IDLE, False, "idle", "yes"),
        (CONFIRMED, timedelta(), True, "phone_lost", "yes"),
        (replace(CONFIRMED, locked_at=NOON), timedelta(), False, "", "locked"),
        (replace(CONFIRMED, locked_at=NOON), LONGEST_IDLE, False, "idle", "locked"),
        # enrolled anew after a lock: the new code is asked for all the same
        (replace(CONFIRMED, is_confirmed=False), LONGEST_IDLE, False, "idle", "unconfirmed"),
    ],
)
def test_who_has_to_prove_and_can(
    enrolment: Enrolment | None, after: timedelta, is_lost: bool, must: str, can: str
) -> None:
    found = to_prove(enrolment, NOON + after, has_pepper=True, is_lost=is_lost)

    assert (found.must, found.can) == (must, can)


def test_without_a_pepper_nobody_is_idle_and_a_lost_phone_shuts_out() -> None:
    idle = to_prove(CONFIRMED, NOON + LONGEST_IDLE, has_pepper=False, is_lost=False)
    lost = to_prove(CONFIRMED, NOON, has_pepper=False, is_lost=True)

    assert (idle.must, idle.can, idle.is_shut_out) == ("", "no_pepper", False)
    assert (lost.must, lost.is_shut_out) == ("phone_lost", True)
