"""The six digits of an authenticator app (TOTP, RFC 6238), judged without a clock or chance.

The secret of a person is computed from the pepper of the settings and kept nowhere, so that the
record alone gives no code. Each step of 30 seconds has its own code.
"""

import base64
import hmac
import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal
from unicodedata import normalize

SECONDS_OF_A_STEP = 30
STEPS_BESIDE = 1
"""A phone's clock may be so many steps behind or ahead."""
MOST_TRIES = 5
LONGEST_IDLE = timedelta(hours=12)
BYTES_OF_A_SECRET = 20
CODE = re.compile("[0-9]{6}")


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What is known of a person's authenticator app, without its secret.

    `tries` counts the wrong codes since the last right one; `last_step` is the newest step whose
    code was used. `proved_at` is the last right code, and `seen_at` the last act let through.
    """

    person: int
    salt: str
    enrolled_by: int
    enrolled_at: datetime
    is_confirmed: bool = False
    tries: int = 0
    locked_at: datetime | None = None
    last_step: int | None = None
    proved_at: datetime | None = None
    seen_at: datetime | None = None


WhyNot = Literal["", "wrong", "used", "locked", "not_enrolled", "no_pepper"]


@dataclass(frozen=True, slots=True)
class Proved:
    """The outcome of one code; the code itself stays where it was typed.

    `locked` is true from the last wrong code on: only a new enrolment opens it again.
    """

    ok: bool
    why: WhyNot = ""
    tries_left: int = 0
    locked: bool = False

    @property
    def locks(self) -> bool:
        """Whether this very code was the last wrong one."""
        return self.locked and self.why == "wrong"


@dataclass(frozen=True, slots=True)
class ToProve:
    """What a person has to prove, and can.

    `must` says why nothing else is shown or done before a right code. `can` says whether a right
    code is possible; with "no_pepper" nobody of this bot has one. `last` is what came of the code
    just typed.
    """

    must: Literal["", "idle", "phone_lost"] = ""
    can: Literal["yes", "unconfirmed", "locked", "not_enrolled", "no_pepper"] = "no_pepper"
    last: Proved | None = None

    @property
    def is_shut_out(self) -> bool:
        """Whether the person is kept out and has no authenticator app to prove anything by."""
        return bool(self.must) and self.can in ("not_enrolled", "no_pepper")


@dataclass(frozen=True, slots=True)
class LostPhone:
    """A report that a person's phone is lost, by entry `seq`, which nothing has ended yet.

    `needs_code`: only the digits of the person's app end it, and nobody's word.
    """

    seq: int
    needs_code: bool = False


def code_of(text: str) -> str | None:
    """Read six digits, also with the space in their middle that apps show, or full-width.

    >>> code_of("123 456"), code_of("１２３４５６"), code_of("12345"), code_of("1234567")
    ('123456', '123456', None, None)
    """
    digits = "".join(normalize("NFKC", text).split())
    return digits if CODE.fullmatch(digits) else None


def secret_of(pepper: bytes, enrolment: Enrolment) -> str:
    """Compute the secret of a person, in the base32 of authenticator apps."""
    said = f"{enrolment.person}:{enrolment.salt}".encode()
    return base64.b32encode(hmac.digest(pepper, said, "sha256")[:BYTES_OF_A_SECRET]).decode()


def step_of(now: datetime) -> int:
    """Number the step of a moment."""
    return int(now.timestamp()) // SECONDS_OF_A_STEP


def code_at(secret: str, step: int) -> str:
    """Give the code that an authenticator app shows in a step.

    >>> code_at("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 1)  # of RFC 6238, its last six digits
    '287082'
    """
    # imported here: most processes never need a code
    from pyotp import HOTP

    return HOTP(secret).at(step)


def judged(
    enrolment: Enrolment, pepper: bytes, code: str, now: datetime, typed_at: datetime | None = None
) -> tuple[Enrolment, Proved]:
    """Judge a code; give the enrolment after it, which must be kept before anybody is told.

    What was typed at a known time is judged by that: it may have had to wait for us.
    """
    if enrolment.locked_at is not None:
        return enrolment, Proved(ok=False, why="locked", locked=True)
    secret, step = secret_of(pepper, enrolment), step_of(typed_at or now)
    near = range(max(0, step - STEPS_BESIDE), step + STEPS_BESIDE + 1)
    # each is compared, so that the time taken tells nothing
    steps = [each for each in near if hmac.compare_digest(code_at(secret, each), code)]
    if not steps:
        return _after_a_wrong_one(enrolment, now)
    newest = max(steps)
    if enrolment.last_step is not None and newest <= enrolment.last_step:
        # no guess: it was right once, and may have been seen
        return enrolment, Proved(ok=False, why="used", tries_left=MOST_TRIES - enrolment.tries)
    right = replace(
        enrolment, is_confirmed=True, tries=0, last_step=newest, proved_at=now, seen_at=now
    )
    return right, Proved(ok=True, tries_left=MOST_TRIES)


def _after_a_wrong_one(enrolment: Enrolment, now: datetime) -> tuple[Enrolment, Proved]:
    tries = enrolment.tries + 1
    left = max(0, MOST_TRIES - tries)
    after = replace(enrolment, tries=tries, locked_at=None if left else now)
    return after, Proved(ok=False, why="wrong", tries_left=left, locked=not left)


def to_prove(
    enrolment: Enrolment | None, now: datetime, *, has_pepper: bool, is_lost: bool
) -> ToProve:
    """Say whether a person has to prove who they are; `is_lost`: the phone, since the last proof.

    A new enrolment opens nothing by itself: who has proved before has to prove by the new one.
    """
    if not has_pepper or enrolment is None:
        can: Literal["not_enrolled", "no_pepper"] = "not_enrolled" if has_pepper else "no_pepper"
        return ToProve("phone_lost" if is_lost else "", can)
    has_proved = enrolment.is_confirmed or enrolment.proved_at is not None
    seen = enrolment.seen_at
    is_idle = has_proved and seen is not None and now - seen >= LONGEST_IDLE
    must: Literal["", "idle", "phone_lost"] = (
        "phone_lost" if is_lost else "idle" if is_idle else ""
    )
    if enrolment.locked_at is not None:
        return ToProve(must, "locked")
    return ToProve(must, "yes" if enrolment.is_confirmed else "unconfirmed")
