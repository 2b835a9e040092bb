"""Whose a FHIR resource is: by the subject's code alone; a patient with a name is refused."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ectrial.imports.faults import quoted
from ectrial.imports.identity import cell_tells_who

CodeOf = Callable[[str], str | None]
WHO = "is named in the file: give one without names, addresses and days of birth"
_IDENTIFYING = ("name", "telecom", "birthDate", "address", "photo", "contact")


class Patients:
    """The patients of a file; `named` are the places of those who could be told by it."""

    def __init__(
        self, resources: Iterable[tuple[str, Mapping[str, Any]]], code_of: CodeOf
    ) -> None:
        self._code_of = code_of
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
            elif isinstance(shown, str) and code_of(shown) is None and cell_tells_who(shown):
                self.named.append(where)

    def code(self, subject: Any) -> str:
        """Give the code of a subject; ValueError if it is not clear, or no code of the site."""
        if not isinstance(subject, dict):
            raise ValueError("has no subject")  # noqa: TRY004 - the file's fault
        codes = dict.fromkeys(filter(None, map(self._code_of, self._names(subject))))
        if len(codes) != 1:
            several = f"several codes: {quoted(', '.join(codes))}"
            raise ValueError(f"its subject has {several if codes else 'no code of the site'}")
        return next(iter(codes))

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


def _values(identifiers: Any) -> Iterator[str]:
    for each in identifiers if isinstance(identifiers, list) else ():
        if isinstance(each, dict) and isinstance(each.get("value"), str):
            yield each["value"]
