"""Whose list a code of FHIR is from, the same for what is written and for what is read.

What is ours has a system `urn:ectrial:…`; it names no server, as there is none.
"""

from typing import Final
from urllib.parse import quote

LOINC: Final = "http://loinc.org"
UCUM: Final = "http://unitsofmeasure.org"
SNOMED: Final = "http://snomed.info/sct"
OURS: Final = "urn:ectrial:"
SECURITY: Final = "http://terminology.hl7.org/CodeSystem/v3-ActReason"
HTEST: Final = "HTEST"
"""The label by which HL7 tells test data from data of patients."""
ITEM: Final = f"{OURS}item"
RESULT: Final = f"{OURS}result"
SCREENING: Final = f"{OURS}screening"
SUBJECT: Final = f"{OURS}subject:"
_ANSWER: Final = f"{OURS}answer:"


def system_of_answers(item: str) -> str:
    """Give the system of the answers of an item."""
    return f"{_ANSWER}{quote(item)}"


def system_of_subjects(site: str, trial: str) -> str:
    """Give the system of the codes of a trial at a site: elsewhere the same code is another's."""
    return f"{SUBJECT}{quote(site)}:{quote(trial)}"
