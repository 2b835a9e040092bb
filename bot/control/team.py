"""What a command may ask of the record, carried out by the running bot or on the file."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from bot.control.brought import NOT_PACKED, unpacked
from bot.enrolling import address_of
from bot.setup.shapes import zone as known_zone
from bot.setup.start import now
from conversations.inviting import name_of
from ectrial.ledger.ledger import Author, Ledger
from ectrial.ledger.lists import Lists
from ectrial.papers.delegation_log import HISTORY, delegation_log
from ectrial.papers.table import csv_of
from ectrial.record.entries import JSON, Kind, NewEntry
from ectrial.record.team import Member, Team
from ectrial.text import Language
from ectrial.wording.speech import speech

Role = Literal["coordinator", "investigator", "principal", "monitor"]

# A person at the command line has no Telegram number
OPERATOR = Author(0, "operator")
LARGEST_NUMBER = 2**63 - 1


class Asked(BaseModel):
    """One request about a person of the team, about all of it, or for its delegation log.

    It is of a `trial`, or of the first one. A log has the days of a time zone and the words of a
    language. An `export` is a paper that the command has written, to be noted; `brought` is what
    an import records, packed.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    action: Literal["add", "remove", "enrol", "found", "list", "log", "export", "import"]
    person: int = Field(1, ge=1, le=LARGEST_NUMBER)
    role: Role = "coordinator"
    name: Annotated[str, AfterValidator(lambda name: name_of(name) or "")] = ""
    trial: str = Field("", max_length=64)
    zone: Annotated[str, AfterValidator(known_zone)] = "UTC"
    language: Language = "en"
    export: dict[str, JSON] = {}
    brought: str = Field("", repr=False)


class Told(BaseModel):
    """The answer: the team as it is now, or why the request was refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    refused: str = ""
    admins: tuple[int, ...] = ()
    team: dict[int, str] = {}
    notes: dict[int, str] = {}
    """Names and last days of those who have any."""
    before: str = ""
    """The role of an added person until now."""
    address: str = Field("", repr=False)
    """What the authenticator app of an enrolled person scans: it holds the secret."""
    log: str = ""
    """The delegation log as CSV."""


def carry_out(
    ledger: Ledger, trials: Sequence[str], admins: frozenset[int], pepper: bytes, asked: Asked
) -> Told:
    """Carry out a request with the record; raises LedgerError if nothing could be recorded.

    It is about the team of one of the trials, the first unless another is named.
    """
    trial = asked.trial or trials[0]
    if trial not in trials:
        return Told(refused=f"--trial: there is no such trial; there is {', '.join(trials)}")
    if asked.action == "enrol":
        return _enrolled(ledger, trials, admins, pepper, asked.person)
    if asked.action == "found":
        return _found(ledger, trials, admins, pepper, asked.person)
    if asked.action == "log":
        return _log(ledger, trial, asked)
    if asked.action == "export":
        ledger.append([NewEntry(Kind.EXPORTED, trial, value=asked.export)], OPERATOR, via="cli")
        return Told()
    if asked.action == "import":
        return _brought(ledger, trial, asked)
    before = ledger.of(trial).team().members.get(asked.person)
    if refused := _refusal(ledger.of(trial).team(), admins, asked):
        return Told(refused=refused)
    # who is added again after a lost phone is let in again
    to_prove = ledger.enrolments.to_prove(asked.person, has_pepper=bool(pepper))
    value = _terms(asked, None if to_prove.is_shut_out else before)
    if value is not None or asked.action == "remove":
        kind = Kind.STAFF_REMOVED if asked.action == "remove" else Kind.STAFF_ADDED
        person, name = str(asked.person), asked.name or None
        change = NewEntry(kind, trial, item=person, value=value, text=name)
        ledger.append([change], OPERATOR, via="cli")
    role = before.role if before is not None and asked.action == "add" else ""
    return Told(
        admins=tuple(sorted(admins)),
        team=dict(sorted(roles(ledger.of(trial)).items())),
        notes=_notes(ledger.of(trial).team()),
        before=role,
    )


def _brought(ledger: Ledger, trial: str, asked: Asked) -> Told:
    """Record an import at once; nothing of it if it does not hold any more."""
    try:
        brought = unpacked(asked.brought)
    except NOT_PACKED:
        return Told(refused="an import that cannot be read")
    today = now().astimezone(ZoneInfo(asked.zone)).date()
    refused = brought.refusal(ledger, trial, today)
    if not refused:
        ledger.append(brought.entries, OPERATOR, via="cli")
    return Told(refused=refused)


def _log(ledger: Ledger, trial: str, asked: Asked) -> Told:
    entries, say = ledger.of_kinds(HISTORY), speech(asked.language)
    rows = delegation_log(entries, trial, ZoneInfo(asked.zone), say)
    return Told(log=csv_of(rows).decode("utf-8-sig"))


def roles(ledger: Lists) -> Mapping[int, str]:
    """Give everybody who was let in, with the role, also those whose time is over."""
    members = ledger.team().members
    return {person: members[person].role for person in members}


def _terms(asked: Asked, before: Member | None) -> JSON:
    """Give the terms to record for an added person; None if nothing changes."""
    if asked.action != "add":
        return None
    if before is None or before.role != asked.role or not before.terms.holds_on(now().date()):
        return asked.role
    return before.terms.value if asked.name not in ("", before.name) else None


def _notes(team: Team) -> dict[int, str]:
    members = team.members.values()
    told = {
        each.person: [each.name, f"until {each.terms.until}" if each.terms.until else ""]
        for each in members
    }
    return {person: ", ".join(filter(None, told[person])) for person in told if any(told[person])}


def _refusal(team: Team, admins: frozenset[int], asked: Asked) -> str:
    """Say why a person cannot be removed; nothing else is refused."""
    if asked.action != "remove":
        return ""
    if asked.person not in team.members:
        return _not_of_the_team(asked.person, admins)
    is_admin = team.members[asked.person].role == "admin"
    if is_admin and not team.lasts(admins, without=asked.person):
        return f"{asked.person} is the last administrator: make another one first"
    return ""


def _not_of_the_team(person: int, admins: frozenset[int]) -> str:
    if person not in admins:
        return f"{person} is not of the team"
    return (
        f"{person} is an administrator: take the number out of ECTRIAL_ADMIN_IDS, and start the"
        " bot again"
    )


def _enrolled(
    ledger: Ledger, trials: Sequence[str], admins: frozenset[int], pepper: bytes, person: int
) -> Told:
    """Make a new secret for a person of any team; an earlier one, and a lock, is gone."""
    if not pepper:
        return Told(refused="ECTRIAL_PEPPER is not set: nobody can be enrolled")
    own = _trials_of(ledger, trials, admins, person)
    if not own:
        return Told(refused=f"{person} is not of the team")
    with ledger.together():
        ledger.append([NewEntry(Kind.ENROLLED, own[0], item=str(person))], OPERATOR, via="cli")
        enrolment = ledger.enrolments.of(person)
    return Told(address="" if enrolment is None else address_of(pepper, enrolment))


def _found(
    ledger: Ledger, trials: Sequence[str], admins: frozenset[int], pepper: bytes, person: int
) -> Told:
    """Let a person of any team in again whose phone was reported lost, in all trials."""
    own = _trials_of(ledger, trials, admins, person)
    if not own:
        return Told(refused=f"{person} is not of the team")
    lost = ledger.enrolments.lost_phone(person, has_pepper=bool(pepper))
    if lost is None:
        return Told(refused=f"the phone of {person} is not reported lost")
    if lost.needs_code:
        let_in = "the digits of its authenticator app let in again"
        return Told(refused=f"{person}: {let_in}; is it gone, too: ectrial enrol {person}")
    ledger.append([NewEntry(Kind.PHONE_FOUND, own[0], item=str(person))], OPERATOR, via="cli")
    return Told()


def _trials_of(
    ledger: Ledger, trials: Sequence[str], admins: frozenset[int], person: int
) -> list[str]:
    return [each for each in trials if person in admins or person in roles(ledger.of(each))]
