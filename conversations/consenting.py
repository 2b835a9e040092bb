"""Recording of consent: what is still to be said of it, and its entry."""

import re
import unicodedata
from dataclasses import replace
from datetime import date
from typing import Literal

from conversations.acts import Go
from conversations.acts_of_consent import RecordConsent
from conversations.case import Case
from conversations.day_rows import last_days
from conversations.here import Here
from conversations.places_of_consent import ConsentCard, ConsentDraft
from conversations.turn import Turn
from conversations.words.consent import consent_words
from ectrial.record.consent import Consent, is_form_version, needs_reason
from ectrial.record.entries import Kind, Reason
from ectrial.record.screenings import VALID

Part = Literal["day", "version", "why", "reason"]
LOOKED_AT = 10
OFFERED = 3
_DATED = re.compile(
    r"(\S+?) ?版?[ ,/(]+(?:dated )?(20[0-9]{2})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})[日)]?"
)
_LABEL = re.compile(r"(?:version|ver\.?|v|版本号?)[ :]*(?=[0-9])|(?<=[0-9]) ?版$", re.IGNORECASE)


def lacking(draft: ConsentDraft, before: Consent) -> Part | None:
    """Give what is to be asked next; None if all has been said."""
    match draft.state:
        case "signed" | "withdrawn" if draft.day is None:
            return "day"
        case "signed" if draft.version is None:
            return "version"
        case "declined" if draft.why is None:
            return "why"
    return "reason" if needs_reason(before, draft.state) else None


def way_on(here: Here, draft: ConsentDraft) -> Go | RecordConsent:
    """Give the act of a button: it records what has been said, or asks for the rest."""
    case = here.case
    is_all = lacking(draft, case.screening.consent) is None
    return RecordConsent(case.id, draft) if is_all else Go(draft)


def said_on(here: Here, draft: ConsentDraft) -> Turn:
    """Record what has been said by typing, or ask for the rest."""
    is_all = lacking(draft, here.case.screening.consent) is None
    return recorded(here, draft) if is_all else here.to(draft)


def recorded(here: Here, draft: ConsentDraft, reason: Reason | None = None) -> Turn:
    """Record a state of consent, and read it back."""
    case = here.case
    consent = as_consent(draft)
    entry = replace(case.entry(Kind.CONSENT, value=consent.value), reason=reason)
    toast = here.say("Recorded: {what}", what=consent_words(here.say, case, consent))
    return Turn(here.focus.at(ConsentCard(draft.back)), (entry,), toast=toast)


def record_consent(here: Here, act: RecordConsent) -> Turn:
    """Record a state of consent that a button pinned."""
    return recorded(here, act.draft, act.reason)


def as_consent(draft: ConsentDraft) -> Consent:
    """Give what a draft says so far."""
    return Consent(draft.state, draft.day, draft.version, draft.why, scope=draft.scope)


def is_possible(case: Case, draft: ConsentDraft) -> bool:
    """Whether a draft still replaces the present consent, and withdraws only what was signed."""
    was_signed = case.screening.signed_consent is not None
    is_present = draft.since == case.screening.consent.seq
    return is_present and (was_signed or draft.state != "withdrawn")


def earliest_day(case: Case, draft: ConsentDraft) -> date:
    """Give the first day that a draft may have: nothing is withdrawn before it was signed."""
    signed = case.screening.signed_consent
    return signed.day or date.min if signed and draft.state == "withdrawn" else date.min


def days_offered(here: Here, draft: ConsentDraft) -> list[date]:
    """Give the last days that the draft may have."""
    return [day for day in last_days(here) if day >= earliest_day(here.case, draft)]


def versions_offered(here: Here) -> list[str]:
    """Give the versions of the form signed lately, that of this subject first."""
    case, records = here.case, here.world.records
    listed = [each.id for each in records.screenings(limit=LOOKED_AT, wanted=VALID)]
    others = [records.screening(id_) for id_ in listed if id_.trial == case.id.trial]
    signed = [each.signed_consent for each in (case.screening, *others) if each is not None]
    versions = [each.version for each in signed if each is not None and each.version]
    return list(dict.fromkeys(versions))[:OFFERED]


def is_dated_after(version: str, signed: date | None) -> bool:
    """Whether a form that carries its date was signed before that date, which cannot be.

    >>> [is_dated_after("3.1 of 2026-05-02", date(2026, 5, day)) for day in (1, 2)]
    [True, False]
    """
    _, _, dated = version.partition(" of ")
    return bool(dated) and signed is not None and signed.isoformat() < dated


def form_version(text: str) -> str | None:
    """Read a typed version of the consent form; None if the text may be anything else.

    >>> [form_version(text) for text in ("V3.1", "版本号：３.１", "3.1版", "3.1 of 2026-05-02")]
    ['3.1', '3.1', '3.1', '3.1 of 2026-05-02']
    >>> [form_version(text) for text in ("V3.1 (2026-05-02)", "3.1版，2026年5月2日", "Wang Wei")]
    ['3.1 of 2026-05-02', '3.1 of 2026-05-02', None]
    """
    said = " ".join(unicodedata.normalize("NFKC", text).replace("。", ".").split())
    said = _LABEL.sub("", said)
    if dated := _DATED.fullmatch(said):
        version, year, month, day = dated.groups()
        said = f"{version} of {year}-{month:0>2}-{day:0>2}"
    return said if is_form_version(said) else None
