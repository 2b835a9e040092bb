"""Labs, body measures and ECOG as FHIR Observations, each number as it was reported."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from ectrial.facts import Absence, Reported, Value
from ectrial.fhir_systems import RESULT
from ectrial.labs.loinc import known_of
from ectrial.papers.fhir.codes import (
    CATEGORY,
    RANGE,
    answer_of,
    codes_of,
    coding,
    concept,
    quantity_of,
    screening_named,
    subject_of,
)
from ectrial.papers.fhir.writing import Link, Resource, id_of, told
from ectrial.papers.limits import Limits
from ectrial.papers.recorded import value_of
from ectrial.papers.samples import Samples
from ectrial.papers.screening_file import ScreeningFile
from ectrial.quantity import Quantity
from ectrial.record.screenings import Answer, Screening
from ectrial.vocabulary import RATIO, Item


def observations(file: ScreeningFile) -> Iterator[Resource]:
    """Give an Observation for each such answer that is a value, earlier samples first.

    `code.coding` has LOINC, if it has a code for the item in that unit, and always our own name of
    the item (`urn:ectrial:item`), which reads it back. A number is `valueQuantity`: `value` with
    every digit, `comparator` unless it is exact, and the unit's UCUM code in `code`. A word of a
    report (`not_detected`) is `valueCodeableConcept` with the code of `urn:ectrial:result`; the
    answer of a choice one of `urn:ectrial:answer:ITEM`. `effectiveDateTime` is the day of
    the sample, `issued` when it was recorded. The upper limit of normal that counted for the
    sample is `referenceRange[0].high`. `subject.identifier.value` is the subject's code,
    `derivedFrom[0].identifier.value` that with the number of the screening (`S-014/2`).
    """
    protocol, screening = file.protocol, file.screening
    if protocol is None:
        return
    limits, samples = Limits(file.entries, protocol, screening), Samples(screening)
    for name in screening.answers:
        item = protocol.vocabulary.get(protocol.former_ids.get(name, name))
        if item is None or not is_observed(item):
            continue
        for answer in samples.of(name):
            value = value_of(item, answer)
            if found := value_parts(item, value):
                limit = _limit(limits, item, answer, value)
                yield {**_head(file, item, answer, value), **found, **limit}


def is_observed(item: Item) -> bool:
    """Whether an item is measured in a sample, or is one of the measures that LOINC has."""
    return item.sample or known_of(item.id).category is not None


def value_parts(item: Item, value: Value | None) -> dict[str, Any]:
    """Give the part of an Observation that has the value; nothing for what is none."""
    if isinstance(value, Quantity):
        return {"valueQuantity": quantity_of(value)}
    if isinstance(value, Reported):
        words = item.reports[value.result].en  # type: ignore[index] # read as one of them
        code = coding(RESULT, value.result, words)
        return {"valueCodeableConcept": concept(code, text=words)}
    if isinstance(value, Absence) or value not in (item.options or ("yes", "no")):
        return {}
    code = answer_of(item, str(value))
    return {"valueCodeableConcept": concept(code, text=code["display"])}


def _head(file: ScreeningFile, item: Item, answer: Answer, value: Value | None) -> Resource:
    screening = file.screening
    unit = value.unit if isinstance(value, Quantity) else None
    taken = value.taken if isinstance(value, Quantity | Reported) else None
    category = coding(CATEGORY, known_of(item.id).category or "laboratory")
    by = file.words.person(answer.actor, answer.role)
    return {
        "resourceType": "Observation",
        "id": id_of("Observation", *key_of(screening), item.id, answer.seq),
        "status": "entered-in-error" if screening.voided else "final",
        "category": [concept(category)],
        "code": concept(*codes_of(item, unit), text=item.name.en),
        "subject": subject_of(screening.id),
        **({"effectiveDateTime": taken.isoformat()} if taken else {}),
        "issued": instant(answer.at_utc),
        **({"performer": [{"display": told(by)}]} if told(by) else {}),
        "derivedFrom": [_source(screening)],
    }


def _source(screening: Screening) -> dict[str, Any]:
    """Refer to the response, and by its identifier to the screening: a reader knows it by that."""
    to = Link("QuestionnaireResponse", response_id(screening))
    return {"reference": to, "identifier": screening_named(screening.id)}


def _limit(limits: Limits, item: Item, answer: Answer, value: Value | None) -> dict[str, Any]:
    """Give the upper limit of normal, which a multiple of it does not need."""
    is_ratio = isinstance(value, Quantity) and value.unit == RATIO
    limit = None if is_ratio else limits.of(item, answer)
    if limit is None:
        return {}
    normal = concept(coding(RANGE, "normal", "Normal Range"))
    return {"referenceRange": [{"high": quantity_of(limit), "type": normal}]}


def key_of(screening: Screening) -> tuple[object, ...]:
    """Give what no other screening of any record has, and what no redaction changes."""
    id_ = screening.id
    return id_.site, id_.trial, screening.first_seq, instant(screening.opened_at)


def response_id(screening: Screening) -> str:
    """Give the id of the response to the questionnaire of a screening."""
    return id_of("QuestionnaireResponse", *key_of(screening))


def instant(at_utc: datetime) -> str:
    """Write a moment as FHIR does, in UTC."""
    return at_utc.isoformat(timespec="seconds").replace("+00:00", "Z")
