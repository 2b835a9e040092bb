"""What a command may ask about the team, carried out by the running bot or on the file."""

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.enrolling import address_of
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import Kind, NewEntry

Role = Literal["coordinator", "investigator"]

# A person at the command line has no Telegram number
OPERATOR = Author(0, "operator")
LARGEST_NUMBER = 2**63 - 1


class Asked(BaseModel):
    """One request: to add a person in a role, to remove or enrol a person, or to list the team."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    action: Literal["add", "remove", "enrol", "list"]
    person: int = Field(1, ge=1, le=LARGEST_NUMBER)
    role: Role = "coordinator"


class Told(BaseModel):
    """The answer: the team as it is now, or why the request was refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    refused: str = ""
    admins: tuple[int, ...] = ()
    team: dict[int, str] = {}
    before: str = ""
    """The role of an added person until now."""
    address: str = Field("", repr=False)
    """What the authenticator app of an enrolled person scans: it holds the secret."""


def carry_out(
    ledger: Ledger, trial: str, admins: frozenset[int], pepper: bytes, asked: Asked
) -> Told:
    """Carry out a request with the record; raises LedgerError if nothing could be recorded."""
    if asked.action == "enrol":
        return _enrolled(ledger, trial, admins, pepper, asked.person)
    before = roles(ledger).get(asked.person, "")
    if asked.action == "remove" and not before:
        return Told(refused=_not_of_the_team(asked.person, admins))
    is_added = asked.action == "add"
    # who is added again after a lost phone is let in again
    to_prove = ledger.enrolments.to_prove(asked.person, has_pepper=bool(pepper))
    is_new = before != asked.role or to_prove.is_shut_out
    if asked.action == "remove" or (is_added and is_new):
        change = NewEntry(
            Kind.STAFF_ADDED if is_added else Kind.STAFF_REMOVED,
            trial,
            item=str(asked.person),
            value=asked.role if is_added else None,
        )
        ledger.append([change], OPERATOR, via="cli")
    team = dict(sorted(roles(ledger).items()))
    return Told(admins=tuple(sorted(admins)), team=team, before=before if is_added else "")


def roles(ledger: Ledger) -> Mapping[int, str]:
    """Give everybody who was let in, with the role, also those whose time is over."""
    members = ledger.team().members
    return {person: members[person].role for person in members}


def _not_of_the_team(person: int, admins: frozenset[int]) -> str:
    if person not in admins:
        return f"{person} is not of the team"
    return (
        f"{person} is an administrator: take the number out of ECTRIAL_ADMIN_IDS, and start the"
        " bot again"
    )


def _enrolled(
    ledger: Ledger, trial: str, admins: frozenset[int], pepper: bytes, person: int
) -> Told:
    """Make a new secret for a person of the team; an earlier one, and a lock, is gone."""
    if not pepper:
        return Told(refused="ECTRIAL_PEPPER is not set: nobody can be enrolled")
    if person not in admins and person not in roles(ledger):
        return Told(refused=f"{person} is not of the team")
    with ledger.together():
        ledger.append([NewEntry(Kind.ENROLLED, trial, item=str(person))], OPERATOR, via="cli")
        enrolment = ledger.enrolments.of(person)
    return Told(address="" if enrolment is None else address_of(pepper, enrolment))
