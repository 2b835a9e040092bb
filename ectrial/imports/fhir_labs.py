"""Labs of FHIR R4 Observations, by LOINC and UCUM; what neither names is told, never guessed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from ectrial.facts import Value
from ectrial.fhir_systems import HTEST, SECURITY
from ectrial.imports.destination import Destination
from ectrial.imports.faults import Fault, quoted
from ectrial.imports.fhir_codes import (
    codings,
    fits,
    items_of,
    limit_of,
    unit_in,
    without_unit,
    word_of,
)
from ectrial.imports.fhir_days import day_of_sample
from ectrial.imports.fhir_resources import Placed, resources_of
from ectrial.imports.fhir_subjects import WHO, Patients, is_ours, named_in
from ectrial.quantity import Quantity
from ectrial.record.entries import JSON
from ectrial.vocabulary import RATIO, Item, Vocabulary

FINAL = ("final", "amended", "corrected")
TAKEN_BACK = ("entered-in-error", "cancelled")
COMPARATORS = ("<", "<=", ">", ">=")


class _FaultyError(ValueError):
    """One Observation cannot be read; the message says why."""


class _NotReadError(ValueError):
    """One Observation is not about anything that is asked; the message says so."""


@dataclass(frozen=True, slots=True)
class Lab:
    """One result: of which subject and item, with its upper limit of normal if that is given.

    `episode` is the screening of the subject that it says it is of; `is_ours`: it should say so.
    """

    where: str
    code: str
    item: str
    value: JSON
    day: date | None
    limit: JSON = None
    rare: str = ""
    episode: int | None = None
    is_ours: bool = False

    @property
    def recorded(self) -> JSON:
        """The value as JSON for the record, with its day."""
        if self.day is None or not isinstance(self.value, dict):
            return self.value
        return {**self.value, "date": self.day.isoformat()}


@dataclass(slots=True)
class LabsRead:
    """The labs of a file; what was not read of it, and what is wrong with it."""

    labs: list[Lab] = field(default_factory=list)
    not_read: list[Fault] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_labs(records: Iterable[Any], into: Destination) -> LabsRead:
    """Read every Observation; of others only who is named there and what is made up.

    One that stands within another resource is told, and not read.
    """
    found = resources_of(records)
    resources = found.resources
    read = LabsRead(not_read=found.within, faults=found.faults)
    read.faults += [
        Fault(where, f"a patient who {WHO}") for where in named_in(found.objects, into)
    ]
    patients = Patients(resources, into)
    read.faults += patients.alike
    read.faults += _made_up(found.objects)
    for where, resource in resources:
        if resource.get("resourceType") != "Observation":
            continue
        try:
            read.labs.append(_lab(where, resource, into, patients))
        except _NotReadError as error:
            read.not_read.append(Fault(where, f"{error}: not read"))
        except _FaultyError as error:
            read.faults.append(Fault(where, str(error)))
    return read


def _made_up(objects: Iterable[Placed]) -> Iterator[Fault]:
    """Tell the first resource, however deep, that says of itself that it is of nobody."""
    for where, resource in objects:
        meta = resource.get("meta")
        labels = meta.get("security") if isinstance(meta, dict) else None
        if (SECURITY, HTEST) in codings({"coding": labels}):
            yield Fault(where, f"is test data ({HTEST}), as of practice: it is of nobody")
            return


def _lab(where: str, resource: Mapping[str, Any], into: Destination, patients: Patients) -> Lab:
    item, loinc = _item(resource, into.items)
    status = resource.get("status")
    if status in TAKEN_BACK:
        raise _NotReadError(f"{item.id} is {status}")
    if status not in FINAL:
        raise _FaultyError(f"{item.id} is not final")
    value = _value(resource, item, loinc)
    try:
        code = patients.code(resource.get("subject"))
        episode = patients.episode(resource, code)
    except ValueError as error:
        raise _FaultyError(str(error)) from None
    day = _day(resource, into) if item.sample else None
    is_ratio = isinstance(value, dict) and value.get("unit") == RATIO
    limit = None if is_ratio else _limit(resource, item, into.items)
    rare = "has no day" if item.sample and day is None else ""
    number = _checked(item, value)
    if isinstance(number, Quantity) and not item.is_plausible(number):
        rare = "is rare"
    return Lab(where, code, item.id, value, day, limit, rare, episode, is_ours(resource))


def _item(resource: Mapping[str, Any], items: Vocabulary) -> tuple[Item, str]:
    named = items_of(resource.get("code"))
    if not named:
        told = [code for _, code in codings(resource.get("code"))]
        raise _NotReadError(f"code {quoted(', '.join(told))} is of no item" if told else "no code")
    if len(named) > 1:
        raise _FaultyError(f"its codes name several items: {', '.join(named)}")
    ((name, loinc),) = named.items()
    if name not in items:
        raise _NotReadError(f"{name} is not asked in this trial")
    return items[name], loinc


def _value(resource: Mapping[str, Any], item: Item, loinc: str) -> JSON:
    quantity = resource.get("valueQuantity")
    if isinstance(quantity, dict):
        value = _number(quantity, item)
        if loinc and not fits(item.id, loinc, value["unit"]):
            raise _FaultyError(f"LOINC {loinc} is for no number in {value['unit']}")
        return value
    word = word_of(resource.get("valueCodeableConcept"), item)
    if word is None:
        raise _NotReadError(f"{item.id} has no number and no result by a code that is known")
    return word


def _number(quantity: Mapping[str, Any], item: Item) -> dict[str, JSON]:
    value, unit = quantity.get("value"), unit_in(quantity, item)
    if unit is None:
        raise _FaultyError(f"{item.id} {without_unit(quantity, item)}")
    if not isinstance(value, int | Decimal) or isinstance(value, bool):
        raise _FaultyError(f"{item.id} has no number")
    comparator = quantity.get("comparator")
    if comparator is not None and comparator not in COMPARATORS:
        raise _FaultyError(f"{item.id} has the comparator {quoted(str(comparator))}")
    sign = {} if comparator is None else {"comparator": comparator}
    return {"value": str(value), "unit": unit, **sign}


def _checked(item: Item, value: JSON) -> Value:
    try:
        return item.read(value)
    except ValueError as error:
        raise _FaultyError(f"{item.id}: {error}") from None


def _limit(resource: Mapping[str, Any], item: Item, items: Vocabulary) -> JSON:
    found = limit_of(resource, item, items)
    if not found:
        return None
    if len(found) > 1:
        raise _FaultyError(f"{item.id} has several reference ranges")
    limit = items[item.uln or ""]
    value = _number(found[0], limit)
    _checked(limit, value)
    return value


def _day(resource: Mapping[str, Any], into: Destination) -> date | None:
    try:
        day = day_of_sample(resource, into.zone)
    except ValueError as error:
        raise _FaultyError(str(error)) from None
    if day is not None and day > into.today:
        raise _FaultyError(f"a day to come: {day}")
    return day


def differing(labs: Iterable[Lab]) -> Iterator[Fault]:
    """Tell results of one screening that differ though item and day are the same."""
    first: dict[tuple[str, date | None], Lab] = {}
    for lab in labs:
        before = first.setdefault((lab.item, lab.day), lab)
        has_both_limits = before.limit is not None and lab.limit is not None
        if before.value != lab.value or (has_both_limits and before.limit != lab.limit):
            yield Fault(lab.where, f"{lab.item} of {lab.code} differs from {before.where}")
