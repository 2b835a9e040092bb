"""Steps that tests of codes share: enrolling over the chat, and what the app would show."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count

from bot.endpoint import PRACTICE_PEPPER
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.one_time_codes import code_at, secret_of, step_of
from ectrial.record.team import Role, Terms
from ectrial.trial.versions import shipped
from tests.faults import FaultySandbox
from tests.phone import Phone

OPERATOR = Author(0, "operator")


class Clock:
    """The clock of the sandbox, for the bot as well: it stands but for what is let pass."""

    def __init__(self, sandbox: FaultySandbox) -> None:
        self._clock = sandbox.clock
        self._clock.stops()

    def __call__(self) -> datetime:
        return datetime.fromtimestamp(self._clock(), UTC)

    def passes(self, time: timedelta) -> None:
        self._clock.passes(time.total_seconds())


def secret(ledger: Ledger, person: int) -> str:
    """The secret of a person's app."""
    found = ledger.enrolments.of(person)
    assert found is not None
    return secret_of(PRACTICE_PEPPER, found)


def code(ledger: Ledger, person: int, clock: Callable[[], datetime]) -> str:
    """What the app shows now."""
    return code_at(secret(ledger, person), step_of(clock()))


def wrong(ledger: Ledger, person: int, clock: Callable[[], datetime]) -> str:
    """Six digits that are the code of no step near, or soon."""
    key, now = secret(ledger, person), step_of(clock())
    near = {code_at(key, now + beside) for beside in range(-1, 9)}
    return next(each for each in (f"{number:06}" for number in count()) if each not in near)


def joins(ledger: Ledger, person: int, role: Role, name: str) -> None:
    """Record that a person is of the team."""
    value, trial = Terms.of(role).value, shipped().ids[0]
    said = NewEntry(Kind.STAFF_ADDED, trial, item=str(person), value=value, text=name)
    ledger.append([said], OPERATOR)


async def enrolled(ledger: Ledger, phone: Phone, person: int, clock: Clock) -> None:
    """Enrol a person at the command line, who then confirms it in the chat."""
    said = NewEntry(Kind.ENROLLED, shipped().ids[0], item=str(person))
    ledger.append([said], OPERATOR)
    await phone.says("/start")
    await phone.taps("Confirm my authenticator app")
    await phone.says(code(ledger, person, clock))
    assert "That code was right." in await phone.text()
    clock.passes(timedelta(seconds=30))
