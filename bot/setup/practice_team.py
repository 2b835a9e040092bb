"""The people of the practice page are of the team from the first start on, each in a role."""

from collections.abc import Mapping

from bot.sandbox import people
from bot.setup.start import CannotServeError, Prepared
from bot.setup.trace import PROCESS
from ectrial.ledger.errors import LedgerError
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.team import Role, Terms

ROLES: Mapping[people.Role, Role] = {
    "coordinator": "coordinator",
    "principal investigator": "principal",
    "sub-investigator": "investigator",
    "monitor": "monitor",
}
"""The roles of the record; the administrator is named as the settings name one."""


def record_practice_team(prepared: Prepared) -> None:
    """Record whom the record has never named; who was removed in practice stays removed."""
    ledger = prepared.ledger
    kinds = (Kind.STAFF_ADDED, Kind.STAFF_REMOVED)
    named = {entry.said.item for entry in ledger.of_kinds(kinds)}
    added = [
        _added(prepared, each.id, ROLES[each.role])
        for each in people.MEMBERS
        if each.role is not None and each.role in ROLES and str(each.id) not in named
    ]
    try:
        ledger.append(added, PROCESS)
    except LedgerError as error:
        raise CannotServeError(f"the practice team cannot be recorded: {error}") from None


def _added(prepared: Prepared, person: int, role: Role) -> NewEntry:
    value = Terms.of(role).value
    return NewEntry(Kind.STAFF_ADDED, prepared.trial.id, item=str(person), value=value)
