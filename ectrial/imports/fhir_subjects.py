"""Whose a FHIR resource is: by the subject's code alone; a patient with a name is refused."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ectrial.fhir_systems import ITEM, SCREENING, SUBJECT, system_of_subjects
from ectrial.imports.destination import Destination
from ectrial.imports.faults import quoted
from ectrial.imports.fhir_codes import codings
from ectrial.imports.identity import cell_tells_who
from ectrial.record.subjects import named

WHO = "is named in the file: give one without names, addresses and days of birth"
_IDENTIFYING = ("name", "telecom", "birthDate", "address", "photo", "contact")


class Patients:
    """The patients of a file; `named` are the places of those who could be told by it."""

    def __init__(
        self, resources: Iterable[tuple[str, Mapping[str, Any]]], into: Destination
    ) -> None:
        self._into = into
        self._by_reference: dict[str, Mapping[str, Any]] = {}
        self.named: list[str] = []
        for where, resource in resources:
            subject = resource.get("subject")
            shown = subject.get("display") if isinstance(subject, dict) else None
            if resource.get("resourceType") == "Patient":
                self._by_reference[str(resource.get("fullUrl"))] = resource
                self._by_reference[f"Patient/{resource.get('id')}"] = resource
                if any(resource.get(part) for part in _IDENTIFYING):
                    self.named.append(where)
            elif isinstance(shown, str) and into.code_of(shown) is None and cell_tells_who(shown):
                self.named.append(where)

    def code(self, subject: Any) -> str:
        """Give the code of a subject; ValueError if it is not clear, or no code of the site."""
        if not isinstance(subject, dict):
            raise ValueError("has no subject")  # noqa: TRY004 - the file's fault
        system = _system_of(subject)
        own = system_of_subjects(self._into.site, self._into.trial)
        if system.startswith(SUBJECT) and system != own:
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

    def _names(self, subject: Mapping[str, Any]) -> Iterator[str]:
        yield from _values([subject.get("identifier")])
        reference = subject.get("reference")
        if not isinstance(reference, str):
            return
        patient = self._by_reference.get(reference)
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
