"""The consent of a subject to take part: a state of the screening, apart from its criteria."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal, get_args

from ectrial.record.entries import JSON, Entry, Reason

ConsentState = Literal["not_asked", "chart_only", "signed", "declined", "withdrawn"]
"""`chart_only`: the chart may be reviewed before the subject is asked."""
WhyDeclined = Literal[
    "none_given", "distance", "other_treatment", "no_extra_procedures", "family", "other"
]
ConsentScope = Literal["this_trial", "site"]
"""What a signed form covers: its own trial alone, or also the other trials of the site."""
STATES: tuple[ConsentState, ...] = get_args(ConsentState)
WHYS_DECLINED: tuple[WhyDeclined, ...] = get_args(WhyDeclined)

MOST_LETTERS = 20
_FORM = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?: of [0-9.-]+)?")
_DATE = re.compile(r"20[0-9]{2}[-.]?[0-9]{2}[-.]?[0-9]{2}")
_TOO_LONG = re.compile(r"[A-Za-z]{5}|(?:[0-9][.-]?){5}")


@dataclass(frozen=True, slots=True)
class Consent:
    """One state of consent. `day`: when the form `version` was signed, or consent withdrawn.

    `why` is the reason for declining, if one was given. `actor` recorded it with entry `seq`; the
    signature itself was recorded with entry `signature`, if only its `scope` was said since. The
    state began with entry `since`: what corrects its details, or says it again, leaves that.
    """

    state: ConsentState = "not_asked"
    day: date | None = None
    version: str | None = None
    why: WhyDeclined | None = None
    seq: int = 0
    at_utc: datetime | None = None
    actor: int = 0
    role: str = ""
    scope: ConsentScope = "this_trial"
    signature: int = 0
    since: int = 0

    @property
    def is_signed(self) -> bool:
        """Whether procedures that are done only for the trial may be done."""
        return self.state == "signed"

    @property
    def covers_other_trials(self) -> bool:
        """Whether what the study's procedures found may be used in other trials of the site."""
        return self.is_signed and self.scope == "site"

    @property
    def is_refused(self) -> bool:
        """Whether the subject declined, or withdrew what was signed."""
        return self.state in ("declined", "withdrawn")

    @property
    def value(self) -> dict[str, Any]:
        """The state as JSON, for an entry; a scope is named only if it is not this trial alone."""
        scope = {} if self.scope == "this_trial" else {"scope": self.scope}
        return {
            "state": self.state,
            "day": self.day and self.day.isoformat(),
            "version": self.version,
            "reason": self.why,
            **scope,
        }


NOT_ASKED = Consent()


def is_form_version(text: str) -> bool:
    """Whether a text is the version of a consent form, and no name or number of a person.

    >>> [is_form_version(text) for text in ("3.1", "3.1 of 2026-05-02", "ICF-2.0", "20260502")]
    [True, True, True, True]
    >>> [is_form_version(text) for text in ("Wang 3", "ZhangWei2", "138-0013-8000", "newest")]
    [False, False, False, False]
    """
    if len(text) > MOST_LETTERS or _FORM.fullmatch(text) is None:
        return False
    beside = _DATE.sub("", text, count=1)
    is_numbered = any(map(str.isdigit, beside)) or not any(map(str.isalpha, beside))
    return is_numbered and _TOO_LONG.search(beside) is None


def consent_of(entry: Entry) -> Consent:
    """Read what an entry says of consent; ValueError if it makes no sense."""
    said: JSON = entry.said.value
    if not isinstance(said, dict) or said.keys() - {"scope"} != NOT_ASKED.value.keys():
        raise ValueError("no consent")
    state, version, why = said["state"], said["version"], said["reason"]
    day = None if said["day"] is None else date.fromisoformat(said["day"])
    has_parts = (day is not None, version is not None)
    needed = {"signed": (True, True), "withdrawn": (True, False)}.get(state, (False, False))
    if state not in STATES or has_parts != needed:
        raise ValueError("a state of consent that lacks a part, or has one too many")
    if version is not None and not is_form_version(version):
        raise ValueError("no version of a consent form")
    if why is not None and (state != "declined" or why not in WHYS_DECLINED):
        raise ValueError("no reason for declining")
    scope = said.get("scope", "this_trial")
    if scope != "this_trial" and (scope, state) != ("site", "signed"):
        raise ValueError("no scope of a signed form")
    by = (entry.seq, entry.at_utc, entry.actor, entry.role)
    return Consent(state, day, version, why, *by, scope, entry.seq, entry.seq)


def with_consent(stood: tuple[Consent, ...], entry: Entry) -> tuple[Consent, ...]:
    """Add a state to those that stood one after the other; a correction replaces the last one."""
    reason = entry.said.reason
    is_correction = reason is not None and reason is not Reason.NEW_INFORMATION
    now = consent_of(entry)
    if reason is None and stood and is_of_scope_alone(stood[-1], now):
        now = replace(now, signature=stood[-1].signature)
    if stood and stood[-1].state == now.state:
        now = replace(now, since=stood[-1].since)
    return (*(stood[:-1] if is_correction else stood), now)


def is_of_scope_alone(before: Consent, after: Consent) -> bool:
    """Whether only what a signed form covers was said, and nobody has signed anew."""
    same = (before.day, before.version) == (after.day, after.version)
    return before.is_signed and after.is_signed and same


def needs_reason(before: Consent, after: ConsentState) -> bool:
    """Whether what a patient has decided would be replaced, rather than followed.

    >>> needs_reason(Consent("signed"), "withdrawn"), needs_reason(Consent("signed"), "declined")
    (False, True)
    >>> needs_reason(Consent("declined"), "signed"), needs_reason(Consent("declined"), "not_asked")
    (False, True)
    """
    follows = (before.state, after) in (("signed", "withdrawn"), ("declined", "signed"))
    return before.state in ("signed", "withdrawn", "declined") and not follows
