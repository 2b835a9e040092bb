"""The forms that no protocol file has: consent, outcome with signatures, samples told late."""

from collections.abc import Mapping
from typing import NamedTuple

from ectrial.papers.outcomes import OUTCOMES
from ectrial.record.consent import STATES, WHYS_DECLINED
from ectrial.record.participation import SAID, WHYS_NOT
from ectrial.record.signatures import MEANINGS

RESULTS = ("MET", "NOT_MET", "UNKNOWN", "CONFLICT", "NOT_APPLICABLE")
"""Results of a criterion: *met* favours entry, also for an exclusion."""
SIGNATURE_STATES = ("STANDS", "SUPERSEDED")
VERDICTS = ("eligible", "not_eligible", "undetermined")


class OwnItem(NamedTuple):
    """An item with its name, its type in ODM, and the codes that it may have."""

    oid: str
    name: str
    kind: str = "text"
    codes: tuple[str, ...] = ()

    @property
    def code_list(self) -> str | None:
        """The code list of its codes; none without codes."""
        return self.oid.replace("IT.", "CL.", 1) if self.codes else None


class OwnGroup(NamedTuple):
    """A group of such items."""

    oid: str
    name: str
    items: tuple[OwnItem, ...]
    is_repeating: bool = False


CONSENT = OwnGroup(
    "IG.CONSENT",
    "Consent",
    (
        OwnItem("IT.CONSENT", "State of consent", codes=STATES),
        OwnItem("IT.CONSENT.DAY", "Day of consent or withdrawal", "date"),
        OwnItem("IT.CONSENT.VERSION", "Version of the form"),
        OwnItem("IT.CONSENT.WHY", "Reason for declining", codes=WHYS_DECLINED),
    ),
)
VERDICT = OwnGroup(
    "IG.VERDICT",
    "Verdict of the pre-screen, which the investigator confirms",
    (
        OwnItem("IT.VERDICT", "Verdict", codes=VERDICTS),
        OwnItem("IT.VERDICT.DAY", "Day of the verdict", "date"),
        OwnItem("IT.VERDICT.VERSION", "Version of the criteria"),
        OwnItem("IT.VERDICT.CRITERIA", "SHA-256 of the criteria"),
        OwnItem("IT.VERDICT.FAILING", "Criteria that fail"),
        OwnItem("IT.VERDICT.UNRESOLVED", "Criteria that are open"),
        OwnItem("IT.OUTCOME", "Outcome of the screening", codes=OUTCOMES),
    ),
)
PARTICIPATION = OwnGroup(
    "IG.PARTICIPATION",
    "Approach and enrolment",
    (
        OwnItem("IT.APPROACH", "Approach", codes=SAID),
        OwnItem("IT.APPROACH.DAY", "Day of the approach", "date"),
        OwnItem("IT.ENROLMENT", "Enrolment", codes=SAID),
        OwnItem("IT.ENROLMENT.DAY", "Day of the enrolment", "date"),
        OwnItem("IT.ENROLMENT.NUMBER", "Number of the subject"),
        OwnItem("IT.ENROLMENT.WHY", "Reason for not enrolling", codes=WHYS_NOT),
    ),
)
SIGNATURE = OwnGroup(
    "IG.SIGNATURE",
    "Signature",
    (
        OwnItem("IT.SIGNATURE.NAME", "Printed name"),
        OwnItem("IT.SIGNATURE.MEANING", "Meaning", codes=MEANINGS),
        OwnItem("IT.SIGNATURE.DAY", "Day on which the content stood so", "date"),
        OwnItem("IT.SIGNATURE.HASH", "SHA-256 of what was signed"),
        OwnItem("IT.SIGNATURE.VERSION", "Version of the criteria"),
        OwnItem("IT.SIGNATURE.CRITERIA", "SHA-256 of the criteria"),
        OwnItem("IT.SIGNATURE.STATE", "Whether it stands", codes=SIGNATURE_STATES),
    ),
    is_repeating=True,
)
LATE_SAMPLE = OwnGroup(
    "IG.LATE_SAMPLE",
    "Sample told after a later one was recorded",
    (
        OwnItem("IT.LATE_SAMPLE.ITEM", "Item that was measured"),
        OwnItem("IT.LATE_SAMPLE", "Number or result"),
        OwnItem("IT.LATE_SAMPLE.UNIT", "Unit (UCUM)"),
        OwnItem("IT.LATE_SAMPLE.DAY", "Day of the sample", "date"),
        OwnItem("IT.LATE_SAMPLE.ULN", "Upper limit of normal"),
        OwnItem("IT.LATE_SAMPLE.ULN.UNIT", "Unit of the upper limit (UCUM)"),
    ),
    is_repeating=True,
)
OWN_FORMS: Mapping[str, tuple[str, tuple[OwnGroup, ...]]] = {
    "F.CONSENT": ("Consent", (CONSENT,)),
    "F.OUTCOME": ("Outcome", (VERDICT, PARTICIPATION, SIGNATURE)),
    "F.SAMPLES": ("Earlier samples", (LATE_SAMPLE,)),
}
"""Name and groups of each form."""
