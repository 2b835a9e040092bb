"""Whose a FHIR resource is: by the subject's code alone; a patient with a name is refused."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ectrial.fhir_systems import ITEM, SCREENING, SUBJECT, system_of_subjects
from ectrial.imports.destination import Destination
from ectrial.imports.faults import Fault, quoted
from ectrial.imports.fhir_codes import codings
from ectrial.imports.fhir_narratives import PERSONS, narrates
from ectrial.imports.fhir_resources import Placed
from ectrial.imports.identity import cell_tells_who
from ectrial.record.subjects import named

WHO = "is named in the file: give one without names, addresses and days of birth"
_IDENTIFYING = ("name", "telecom", "birthDate", "address", "photo", "contact")


def named_in(objects: Iterable[Placed], into: Destination) -> list[str]:
    """Give the places of those who could be told by a file, also deep in another resource."""
    named = (
        where
        for where, each in objects
        if _is_named(each) or _shows_whom(each, into) or narrates(each, into)
    )
    return [*dict.fromkeys(named)]


def _is_named(resource: Mapping[str, Any]) -> bool:
    """Whether it is a person with what identifies one; `_birthDate` may hold the hour of birth."""
    parts = (each for part in _IDENTIFYING for each in (part, f"_{part}"))
    return resource.get("resourceType") in PERSONS and any(map(resource.get, parts))


def _shows_whom(resource: Mapping[str, Any], into: Destination) -> bool:
    """Whether it says in words whom it is about, and not by the code."""
    about = [resource.get(part) for part in ("subject", "patient")]
    shown = [each.get("display") for each in about if isinstance(each, dict)]
    texts = [each for each in shown if isinstance(each, str)]
    return any(into.code_of(each) is None and cell_tells_who(each) for each in texts)


class Patients:
    """The patients of a file by what refers to them; `alike` are those who share one id."""

    def __init__(self, resources: Iterable[Placed], into: Destination) -> None:
        self._into = into
        self._by_reference: dict[str, Placed] = {}
        self.alike: list[Fault] = []
        for where, resource in resources:
            if resource.get("resourceType") == "Patient":
                self._add(where, resource)

    def _add(self, where: str, patient: Mapping[str, Any]) -> None:
        url, id_ = patient.get("fullUrl"), patient.get("id")
        for each in (url, f"Patient/{id_}" if isinstance(id_, str) else None):
            if not isinstance(each, str):
                continue
            place, first = self._by_reference.setdefault(each, (where, patient))
            if first.get("identifier") != patient.get("identifier"):
                told = f"is another patient than {place}, with the same id"
                self.alike.append(Fault(where, told))
                return

    def code(self, subject: Any) -> str:
        """Give the code of a subject; ValueError if it is not clear, or no code of the site."""
        if not isinstance(subject, dict):
            raise ValueError("has no subject")  # noqa: TRY004 - the file's fault
        own = system_of_subjects(self._into.site, self._into.trial)
        systems = (_system_of(subject), *self._systems(subject))
        if any(each.startswith(SUBJECT) and each != own for each in systems):
            raise ValueError("its subject is of another trial or site")
        codes = dict.fromkeys(filter(None, map(self._into.code_of, self._names(subject))))
        if len(codes) != 1:
            several = f"several codes: {quoted(', '.join(codes))}"
            raise ValueError(f"its subject has {several if codes else 'no code of the site'}")
        return next(iter(codes))

    def episode(self, observation: Mapping[str, Any], code: str) -> int | None:
        """Give which screening of a subject an Observation is of; None if it does not say.

        ValueError if it names several, or one of another subject.
        """
        names = {*_screenings(observation)}
        if not names:
            return None
        read = [named(each, self._into.site, self._into.trial) for each in names]
        if len(read) > 1:
            raise ValueError("is of several screenings")
        if read[0] is None or self._into.code_of(read[0].subject) != code:
            raise ValueError("is of a screening of another subject")
        return read[0].episode

    def _systems(self, subject: Mapping[str, Any]) -> Iterator[str]:
        """Name the systems of the codes that the patient has to whom a reference leads."""
        _, patient = self._by_reference.get(str(subject.get("reference")), ("", None))
        identifiers = patient.get("identifier") if patient else None
        for each in identifiers if isinstance(identifiers, list) else ():
            yield str(each.get("system", "")) if isinstance(each, dict) else ""

    def _names(self, subject: Mapping[str, Any]) -> Iterator[str]:
        yield from _values([subject.get("identifier")])
        reference = subject.get("reference")
        if not isinstance(reference, str):
            return
        _, patient = self._by_reference.get(reference, ("", None))
        if patient is None or not patient.get("identifier"):
            yield reference.rpartition("/")[2]
        else:
            yield from _values(patient["identifier"])


def is_ours(observation: Mapping[str, Any]) -> bool:
    """Whether an Observation names its item or subject as our files do."""
    subject = observation.get("subject")
    named_so = isinstance(subject, dict) and _system_of(subject).startswith(SUBJECT)
    return named_so or any(system == ITEM for system, _ in codings(observation.get("code")))


def _system_of(subject: Mapping[str, Any]) -> str:
    identifier = subject.get("identifier")
    return str(identifier.get("system", "")) if isinstance(identifier, dict) else ""


def _screenings(observation: Mapping[str, Any]) -> Iterator[str]:
    """Give the screenings whose answers an Observation is derived from."""
    sources = observation.get("derivedFrom")
    for each in sources if isinstance(sources, list) else ():
        identifier = each.get("identifier") if isinstance(each, dict) else None
        if isinstance(identifier, dict) and identifier.get("system") == SCREENING:
            yield str(identifier.get("value", ""))


def _values(identifiers: Any) -> Iterator[str]:
    for each in identifiers if isinstance(identifiers, list) else ():
        if isinstance(each, dict) and isinstance(each.get("value"), str):
            yield each["value"]
