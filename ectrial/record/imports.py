"""What was brought into the record from a file: which kind, of how many subjects, with what hash.

The name of the file is nowhere: it may say who a patient is.
"""

import re
from dataclasses import dataclass
from typing import Any, Literal, get_args

from ectrial.record.entries import JSON, Kind, NewEntry, whole

Form = Literal["facts", "table", "labs"]
FORMS: tuple[Form, ...] = get_args(Form)
_SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Import:
    """One import: the form of the file, its SHA-256, and how many subjects it was about."""

    form: Form
    sha256: str
    subjects: int

    @property
    def value(self) -> dict[str, JSON]:
        """What is said as JSON, for an entry."""
        return {"form": self.form, "sha256": self.sha256, "subjects": self.subjects}

    def entry(self, trial: str) -> NewEntry:
        """Give what is recorded of it."""
        return NewEntry(Kind.IMPORTED, trial, value=self.value)


def import_of(said: NewEntry) -> Import:
    """Read an import; ValueError, KeyError or TypeError if that makes no sense."""
    value: Any = said.value
    read = Import(value["form"], value["sha256"], whole(value["subjects"]))
    beside = (said.screening, said.item, said.text, said.source, said.reason)
    if read.value != value or any(beside) or not said.trial:
        raise ValueError("an import that says more, or less")
    if read.form not in FORMS or read.subjects < 1 or not _SHA256.fullmatch(read.sha256):
        raise ValueError("an import of nothing")
    return read
