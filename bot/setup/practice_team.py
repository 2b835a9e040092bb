"""The people of the practice page are of the team from the first start on, each in a role.

Who may sign is enrolled as well: the page shows that person the six digits that a real person
would read from an authenticator app on the own phone.
"""

from collections.abc import Mapping

from bot.sandbox import people
from bot.setup.start import CannotServeError, Prepared
from bot.setup.trace import PROCESS
from ectrial.ledger.errors import LedgerError
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.one_time_codes import code_at, secret_of, step_of
from ectrial.record.team import Role, Terms

ROLES: Mapping[people.Role, Role] = {
    "coordinator": "coordinator",
    "principal investigator": "principal",
    "sub-investigator": "investigator",
    "monitor": "monitor",
}
"""The roles of the record; the administrator is named as the settings name one."""

SIGNING: tuple[people.Role, ...] = ("principal investigator", "sub-investigator")


def record_practice_team(prepared: Prepared) -> None:
    """Record whom a trial has never named; who was removed in practice stays removed."""
    ledger = prepared.ledger
    kinds = (Kind.STAFF_ADDED, Kind.STAFF_REMOVED)
    named = {(entry.said.trial, entry.said.item) for entry in ledger.of_kinds(kinds)}
    added = [
        _added(trial, each, ROLES[each.role])
        for trial in _trials(prepared)
        for each in people.MEMBERS
        if each.role is not None and each.role in ROLES and (trial, str(each.id)) not in named
    ]
    signers = [each.id for each in people.MEMBERS if each.role in SIGNING]
    enrolled = [
        NewEntry(Kind.ENROLLED, prepared.trial.id, item=str(each))
        for each in signers
        if ledger.enrolments.of(each) is None
    ]
    try:
        ledger.append([*added, *enrolled], PROCESS)
    except LedgerError as error:
        raise CannotServeError(f"the practice team cannot be recorded: {error}") from None


def _trials(prepared: Prepared) -> tuple[str, ...]:
    """Name the trials that are practised: all that are loaded, if the site has its own."""
    return (prepared.trial.id,) if prepared.settings.protocols is None else prepared.trials.ids


def _added(trial: str, person: people.Person, role: Role) -> NewEntry:
    value, name = Terms.of(role).value, person.first_name
    return NewEntry(Kind.STAFF_ADDED, trial, item=str(person.id), value=value, text=name)


def practice_code(prepared: Prepared, pepper: bytes, person: int) -> str:
    """Give the six digits that the person's app would show now; none to who is not enrolled."""
    enrolment = prepared.ledger.enrolments.of(person)
    if enrolment is None:
        return ""
    return code_at(secret_of(pepper, enrolment), step_of(prepared.clock()))
