"""What each kind of entry says in the audit trail: about what, which part of it, and what is new.

Only what is named here is told: no number of a person or an entry, no hash of a link, no path.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from ectrial.record.entries import JSON, Entry, Kind
from ectrial.record.links import OF_LINKS
from ectrial.record.notes import OF_NOTES
from ectrial.record.participation import DECIDED
from ectrial.record.redacted import kept_text
from ectrial.record.shifts import OF_SHIFTS

Object = Literal["answer", "note", "verdict", "status", "user", "export", "import"]
People = Callable[[int], str]
"""Gives the printed name of a person, or who that is otherwise."""
OF_OTHER_TRIALS = (*OF_LINKS, Kind.CARRIED)
"""Kinds that tell that the patient is in another trial as well: no paper of one trial has them."""
OF_THE_TEAM_ALONE = (*OF_NOTES, *OF_SHIFTS, Kind.RESCREENED)
"""Kinds of a screening that are no sponsor's matter: one that is repeated may lack consent."""
_PERSONS = frozenset({"assignee", "to", "cover", "told", "work"})
"""Parts of values that are numbers of persons."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one entry says: of which object and field, what is new, and why in words."""

    object: Object
    field: str
    new: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Says:
    """How a kind is told: `new` and then the `parts` of its value, by name.

    `of` is what its item names: a thing, or a person by number. `text`: where its free text goes.
    """

    object: Object
    field: str
    new: str = ""
    parts: tuple[str, ...] = ()
    of: Literal["", "item", "person"] = ""
    text: Literal["", "new", "reason"] = ""

    def told(self, entry: Entry, people: People) -> Told:
        """Tell an entry; whatever was redacted is empty."""
        said, text = entry.said, kept_text(entry.said.text)
        value = said.value if isinstance(said.value, dict) else {}
        # versions before 0.5.0 wrote a role alone; others a word
        bare = said.value is not None and not isinstance(said.value, dict)
        words = [self.new, _plain(said.value) if bare else ""]
        if self.of == "person":
            words.insert(0, text if self.text == "new" and text else _person(said.item, people))
        elif self.text == "new":
            words.append(text)
        words += [_part(each, value[each], people) for each in self.parts if value.get(each)]
        named = f"{self.field}: {said.item}" if self.of == "item" and said.item else self.field
        told = "; ".join(filter(None, words))
        return Told(self.object, named, told, text if self.text == "reason" else "")


def _person(item: str | None, people: People) -> str:
    return people(int(item)) if item and item.isdecimal() else ""


def _part(name: str, value: JSON, people: People) -> str:
    if name in _PERSONS and isinstance(value, int):
        return f"{name}: {people(value)}"
    return f"{name}: {_plain(value)}"


def _plain(value: JSON) -> str:
    if isinstance(value, list):
        return ", ".join(map(_plain, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def answer_text(value: JSON) -> str:
    """Write an answer as it was recorded: a number with sign, unit and day of its sample.

    >>> answer_text({"value": "1.50", "unit": "g/L", "comparator": "<", "date": "2026-11-03"})
    '<1.50 g/L 2026-11-03'
    >>> limit = {"value": "40", "unit": "U/L"}
    >>> answer_text({"value": "90", "unit": "U/L", "date": "2026-11-01", "limit": limit})
    '90 U/L 2026-11-01; ULN 40 U/L'
    >>> answer_text("no"), answer_text(None), answer_text(["gastric"])
    ('no', '', 'gastric')
    """
    if isinstance(value, dict) and "value" in value:
        sign = value.get("comparator", "=")
        number = f"{'' if sign == '=' else sign}{value['value']}"
        words = (number, value.get("unit", ""), value.get("date", ""))
        limit = f"; ULN {answer_text(value['limit'])}" if "limit" in value else ""
        return " ".join(filter(None, map(str, words))) + limit
    return "" if value is None else _plain(value)


def _answered(entry: Entry, _: People) -> Told:
    return Told("answer", entry.said.item or "", answer_text(entry.said.value))


def _versioned(entry: Entry, people: People) -> Told:
    told = SAYS[entry.said.kind].told(entry, people)
    words = filter(None, (entry.said.protocol_version or "", told.new))
    return Told(told.object, told.field, "; ".join(words), told.reason)


def _rescreened(entry: Entry, _: People) -> Told:
    said, value = entry.said, entry.said.value or {}
    of = said.screening.in_episode(value["episode"]).name if said.screening and value else ""
    return Told("status", "rescreen_of", of)


def _appointed(entry: Entry, _: People) -> Told:
    at = (entry.said.value or {}).get("at")
    return Told("status", "appointment", at or ("cancelled" if entry.said.reason else ""))


def _took_part(entry: Entry, people: People) -> Told:
    told = SAYS[entry.said.kind].told(entry, people)
    is_decided = (entry.said.value or {}).get("what") in DECIDED
    return Told("status", "enrolment" if is_decided else "approach", told.new)


def _deviated(entry: Entry, people: People) -> Told:
    is_back = "takes_back" in (entry.said.value or {})
    told = SAYS[entry.said.kind].told(entry, people)
    return Told("note", "deviation", "taken back" if is_back else told.new)


def told_of(entry: Entry, people: People) -> Told:
    """Tell what an entry says, whatever its kind."""
    teller = _OWN.get(entry.said.kind)
    return teller(entry, people) if teller else SAYS[entry.said.kind].told(entry, people)


_OWN: Mapping[Kind, Callable[[Entry, People], Told]] = {
    Kind.ANSWERED: _answered,
    Kind.CORRECTED: _answered,
    Kind.OPENED: _versioned,
    Kind.MOVED: _versioned,
    Kind.VERSION_ACTIVATED: _versioned,
    Kind.RESCREENED: _rescreened,
    Kind.APPOINTED: _appointed,
    Kind.DEVIATION: _deviated,
    Kind.PARTICIPATION: _took_part,
}
_ASKED = ("why", "assignee", "due")
_TERMS = ("role", "tasks", "since", "until")
SAYS: Mapping[Kind, Says] = {
    Kind.OPENED: Says("status", "criteria_version"),
    Kind.MOVED: Says("status", "criteria_version"),
    Kind.ORDERED: Says("status", "order"),
    Kind.SKIPPED: Says("answer", "question", "skipped", of="item"),
    Kind.STOPPED: Says("status", "screening", "stopped"),
    Kind.CONTINUED: Says("status", "screening", "continued"),
    Kind.VERDICT_GIVEN: Says(
        "verdict", "verdict", "", ("verdict", "failing", "unresolved", "stratum", "parts", "as_of")
    ),
    Kind.VOIDED: Says("status", "screening", "voided"),
    Kind.CLEARED: Says("status", "answers", "cleared"),
    Kind.RESTORED: Says("status", "screening", "restored"),
    Kind.STAFF_ADDED: Says("user", "membership", "added", _TERMS, "person", "new"),
    Kind.STAFF_REMOVED: Says("user", "membership", "removed", ("work",), "person"),
    Kind.STARTED: Says("status", "program", "started", ("version", "zone", "approval")),
    Kind.ADMIN_ADDED: Says("user", "administrator", "added", of="person"),
    Kind.ADMIN_REMOVED: Says("user", "administrator", "removed", of="person"),
    Kind.REDACTED: Says("status", "record", "redacted", ("with_answers", "is_text")),
    Kind.COPIES_DELETED: Says("status", "copies", "deleted", ("copies",)),
    Kind.STAFF_INVITED: Says("user", "invite", "invited", (*_TERMS, "expires_at"), text="new"),
    Kind.INVITE_WITHDRAWN: Says("user", "invite", "withdrawn"),
    Kind.TRAINED: Says("user", "training", "trained", of="person"),
    Kind.AWAY: Says("user", "absence", "away", ("until", "cover"), "person"),
    Kind.BACK: Says("user", "absence", "back", of="person"),
    Kind.PHONE_LOST: Says("user", "phone", "lost", of="person"),
    Kind.PHONE_FOUND: Says("user", "phone", "found", of="person"),
    Kind.ENROLLED: Says("user", "authenticator app", "enrolled", of="person"),
    Kind.LOCKED: Says("user", "authenticator app", "locked", of="person"),
    Kind.PROVED: Says("user", "authenticator app", "proved", of="person"),
    Kind.CONSENT: Says("status", "consent", "", ("state", "day", "version", "reason", "scope")),
    Kind.QUERY_OPENED: Says(
        "note", "query", "opened", ("why", "assignee", "due"), "item", "reason"
    ),
    Kind.QUERY_CHANGED: Says("note", "query", "changed", ("why", "assignee", "due"), "item"),
    Kind.QUERY_SAID: Says("note", "query", "", ("answer",), "item", "new"),
    Kind.QUERY_CLOSED: Says("note", "query", "closed", ("why",), "item", "reason"),
    Kind.QUERY_REOPENED: Says("note", "query", "reopened", of="item", text="reason"),
    Kind.SOURCED: Says("answer", "source", "", ("source", "items")),
    Kind.VERIFIED: Says("answer", "verified", "verified", of="item"),
    Kind.UNVERIFIED: Says("answer", "verified", "not verified", of="item"),
    Kind.SIGNATURE_ASKED: Says("verdict", "signature", "asked", ("to",)),
    Kind.TAKEN_OVER: Says("verdict", "matter", "taken over", of="item"),
    Kind.SIGNED: Says("verdict", "signature", "signed", ("meaning", "day", "hash"), text="new"),
    Kind.SIGNATURE_RETURNED: Says("verdict", "signature", "returned", ("why",), text="reason"),
    Kind.DEVIATION: Says("note", "deviation", "", ("day", "enrolment"), text="new"),
    Kind.SHIFT_OFFERED: Says("user", "shift", "offered", of="person"),
    Kind.SHIFT_ACCEPTED: Says("user", "shift", "accepted", of="person"),
    Kind.SHIFT_RETURNED: Says("user", "shift", "returned", ("why",), "person"),
    Kind.IDENTIFIER_STOPPED: Says("note", "identifier", "not kept", ("kinds",)),
    Kind.NOTE_WRITTEN: Says("note", "note", "", ("about", "readers", "told"), "item", "new"),
    Kind.NOTE_REPLIED: Says("note", "note", text="new"),
    Kind.NOTE_READERS: Says("note", "note", "", ("readers", "told")),
    Kind.NOTE_RESOLVED: Says("note", "note", "resolved", text="reason"),
    Kind.NOTE_REOPENED: Says("note", "note", "reopened", text="reason"),
    Kind.REFERRED: Says("status", "referral", "sent", ("verdict", "to")),
    Kind.REFERRAL_ACCEPTED: Says("status", "referral", "accepted"),
    Kind.REFERRAL_RETURNED: Says("status", "referral", "returned", ("why",), text="reason"),
    Kind.PARTICIPATION: Says(
        "status", "enrolment", "", ("what", "day", "why", "verdict", "part"), text="new"
    ),
    Kind.SHARE_MADE: Says("export", "share", "made", ("expires_at",)),
    Kind.SHARE_OPENED: Says("export", "share", "opened"),
    Kind.SHARE_ENTERED: Says("export", "share", "entered"),
    Kind.SHARE_TRIED: Says("export", "share", "wrong passcode"),
    Kind.SHARE_VIEWED: Says("export", "share", "viewed"),
    # what a guest wrote is for who shared alone
    Kind.SHARE_REPLIED: Says("export", "share", "replied"),
    Kind.SHARE_REVOKED: Says("export", "share", "revoked"),
    Kind.SHARE_ENDED: Says("export", "share", "ended", ("why",)),
    Kind.LAPSED: Says("answer", "lapsed", "to be confirmed again", of="item"),
    Kind.TRIAL_STATUS: Says(
        "status", "enrolment at the site", "", ("state", "since"), text="reason"
    ),
    Kind.VERSION_ACTIVATED: Says(
        *("status", "version at the site", "activated"),
        ("approved", "effective", "signs_again"),
        text="reason",
    ),
    Kind.ACTIVATION_WITHDRAWN: Says("status", "version at the site", "withdrawn", text="reason"),
    Kind.CLARIFIED: Says("note", "reading", "", ("day", "origin"), "item", "new"),
    Kind.CLARIFICATION_WITHDRAWN: Says("note", "reading", "withdrawn", of="item", text="reason"),
    Kind.EXPORTED: Says("export", "paper", "", ("paper", "format", "recipient", "since", "until")),
    Kind.IMPORTED: Says("import", "file", "", ("form", "sha256", "subjects")),
}
"""How each kind is told that has no teller of its own; those of other trials are in no paper."""
