"""Codings: whose code each is, and what stands for our words in the lists of HL7."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from ectrial.facts import Absence
from ectrial.fhir_systems import (
    ITEM,
    LOINC,
    SCREENING,
    UCUM,
    system_of_answers,
    system_of_subjects,
)
from ectrial.labs.loinc import Loinc, known_of, loinc_of
from ectrial.papers.fhir.writing import told
from ectrial.quantity import Quantity
from ectrial.record.subjects import ScreeningId
from ectrial.vocabulary import RATIO, Item

ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
RANGE = "http://terminology.hl7.org/CodeSystem/referencerange-meaning"
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
YES_NO = "http://terminology.hl7.org/CodeSystem/v2-0136"

ABSENCES: Mapping[Absence, tuple[str, str]] = {
    Absence.UNKNOWN: ("unknown", "Unknown"),
    Absence.NOT_DONE: ("not-performed", "Not Performed"),
    Absence.PENDING: ("temp-unknown", "Temporarily Unknown"),
    Absence.NOT_APPLICABLE: ("not-applicable", "Not Applicable"),
}
"""Why there is no value, in HL7's list."""

Coding = dict[str, Any]


def coding(system: str, code: str, display: str = "") -> Coding:
    """Give a code of a system; without a display if that is empty."""
    shown = {"display": told(display)} if told(display) else {}
    return {"system": system, "code": code, **shown}


def concept(*codings: Coding, text: str = "") -> dict[str, Any]:
    """Give a concept by its codings, in words too if there are any."""
    words = {"text": told(text)} if told(text) else {}
    return {**({"coding": [*codings]} if codings else {}), **words}


@lru_cache(maxsize=2048)
def codes_of(item: Item, unit: str | None = None) -> tuple[Coding, ...]:
    """Give what an item is: by LOINC where that has it, and by our own name, always last.

    Without a unit they are the codes of every unit.
    """
    known: tuple[Loinc | None, ...] = (loinc_of(item.id, unit),)
    if unit is None:
        known = tuple(each for each in known_of(item.id).codes if each.units) or known
    named = [coding(LOINC, each.code, each.name) for each in known if each]
    return (*named, coding(ITEM, item.id, item.name.en))


@lru_cache(maxsize=2048)
def answer_of(item: Item, option: str) -> Coding:
    """Give the code of one answer of a choice, or of yes and no."""
    if option in item.options:
        return coding(system_of_answers(item.id), option, item.options[option].en)
    return coding(YES_NO, "Y" if option == "yes" else "N", option.capitalize())


def absence_of(absence: Absence) -> Coding:
    """Give the code of why there is no value."""
    return coding(ABSENT, *ABSENCES[absence])


def ucum_of(unit: str) -> str:
    """Give the UCUM code of a unit; multiples of the ULN are no unit there, but a note of 1."""
    return f"{{{RATIO}}}" if unit == RATIO else unit


def quantity_of(number: Quantity) -> dict[str, Any]:
    """Give a number with its unit and its sign, each digit as it was recorded."""
    sign = {} if number.comparator == "=" else {"comparator": number.comparator}
    unit = {"unit": number.unit, "system": UCUM, "code": ucum_of(number.unit)}
    return {"value": number.value, **sign, **unit}


def subject_of(id_: ScreeningId) -> dict[str, Any]:
    """Refer to a subject by the code alone: there is no resource of a patient, and no name."""
    system = system_of_subjects(id_.site, id_.trial)
    return {"type": "Patient", "identifier": {"system": system, "value": told(id_.subject)}}


def screening_named(id_: ScreeningId) -> dict[str, str]:
    """Give the name of a screening: the code of the subject, and which screening of it this is."""
    return {"system": SCREENING, "value": told(id_.name)}
