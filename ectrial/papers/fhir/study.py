"""The trial as a FHIR ResearchStudy, and each screening as a ResearchSubject of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ectrial.fhir_systems import OURS
from ectrial.papers.fhir.codes import concept, screening_named, subject_of
from ectrial.papers.fhir.observations import key_of
from ectrial.papers.fhir.questionnaire import translated
from ectrial.papers.fhir.writing import Link, Resource, id_of, told
from ectrial.papers.outcomes import enrolment_of
from ectrial.papers.screening_file import ScreeningFile
from ectrial.papers.versions_met import VersionsMet
from ectrial.record.conduct import State
from ectrial.record.screenings import Screening
from ectrial.trial.protocol import Protocol

STATES: dict[State, str] = {
    "open": "active",
    "paused": "temporarily-closed-to-accrual",
    "closed": "closed-to-accrual",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """Of which trial a paper is, at which site; `head` is the hash of the trial's last entry.

    `protocol_of` gives a version, None if nobody has it any more. `state` is whether the
    trial enrols at the site. `has_own_words`: what people wrote about open items is told as well.
    `banner` says that all is of practice; it is empty if it is not.
    """

    trial: str
    site: str
    head: str
    state: State
    protocol_of: Callable[[str, str], Protocol | None]
    has_own_words: bool
    banner: str = ""

    @property
    def study(self) -> Link:
        """The resource of the study."""
        return Link("ResearchStudy", id_of("ResearchStudy", self.site, self.trial))


def study(setting: Setting, met: VersionsMet) -> Resource:
    """Give the study as it is run at the site; `meta.tag` has the head of the record.

    Its words are those of the newest version of the screenings that the paper has.
    """
    known = (setting.protocol_of(*version) for version, _ in reversed(met.since()))
    protocol = next((each for each in known if each is not None), None)
    registry = protocol.study.registry_id if protocol else ""
    identifiers = [{"system": f"{OURS}trial", "value": setting.trial}]
    if told(registry):
        identifiers.append({"system": f"{OURS}registry", "value": told(registry)})
    return {
        "resourceType": "ResearchStudy",
        "id": setting.study.id,
        "meta": {"tag": [{"system": f"{OURS}record-head", "code": setting.head}]},
        "language": "en",
        "identifier": identifiers,
        **(_words(protocol) if protocol else {"title": told(setting.trial)}),
        "status": STATES[setting.state],
        **({"period": _period(protocol)} if protocol and protocol.study.end_date else {}),
        **({"sponsor": {"display": told(protocol.study.sponsor.en)}} if protocol else {}),
        "site": [{"display": told(setting.site)}],
    }


def _words(protocol: Protocol) -> dict[str, Any]:
    said = protocol.study
    return {
        **translated("title", said.title),
        "condition": [concept(text=said.condition.en)],
        "focus": [concept(text=said.treatment.en)],
        "phase": concept(text=said.phase.en),
    }


def _period(protocol: Protocol) -> dict[str, Any]:
    end = protocol.study.end_date
    return {"end": end.written} if end else {}


def subject(file: ScreeningFile, setting: Setting) -> Resource:
    """Give one screening as a subject of the study, known by the code alone."""
    screening, row = file.screening, file.row
    number = screening.enrolment.number if screening.enrolment else ""
    identifiers = [screening_named(screening.id)]
    if told(number):
        identifiers.append({"system": f"{OURS}enrolment", "value": told(number)})
    return {
        "resourceType": "ResearchSubject",
        "id": subject_id(screening),
        "identifier": identifiers,
        "status": status_of(screening),
        **({"period": {"start": row.date_screened.isoformat()}} if row.date_screened else {}),
        "study": {"reference": setting.study},
        "individual": subject_of(screening.id),
    }


def subject_id(screening: Screening) -> str:
    """Give the id of a screening's subject of the study."""
    return id_of("ResearchSubject", *key_of(screening))


def status_of(screening: Screening) -> str:
    """Give how far somebody is on the way into the study, in FHIR's words.

    What was set aside is of nobody in the study: *not registered*.
    """
    consent, enrolment = screening.consent, enrolment_of(screening)
    what, why = (enrolment.what, enrolment.why) if enrolment else (None, None)
    verdict = screening.verdict["verdict"] if screening.verdict else None
    if screening.voided:
        return "not-registered"
    if consent.state == "withdrawn":
        return "withdrawn"
    if what == "enrolled":
        return "on-study"
    if consent.state == "declined" or (what == "not_enrolled" and why != "not_eligible"):
        return "not-registered"
    if verdict == "not_eligible" or why == "not_eligible":
        return "ineligible"
    if verdict == "eligible":
        return "pending-on-study" if consent.is_signed else "eligible"
    return "screening" if screening.answers else "candidate"
