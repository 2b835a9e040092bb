"""What would be recorded of a file, and what a person has to know before."""

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256

from conversations.importing import Opened
from ectrial.imports.faults import Fault
from ectrial.record.entries import NewEntry
from ectrial.record.imports import Form, Import
from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be recorded of a file; nothing if there are `faults`.

    `told` is how it was read, a line each. `rare` is what has to be looked at before.
    """

    import_: Import
    told: tuple[str, ...]
    opened: tuple[Opened, ...] = ()
    faults: tuple[Fault, ...] = ()
    rare: tuple[Fault, ...] = ()

    def entries(self, trial: str) -> tuple[NewEntry, ...]:
        """Give all entries, the import first."""
        return (self.import_.entry(trial), *(e for each in self.opened for e in each.entries))

    def lasts(self) -> dict[ScreeningId, int]:
        """Give the last entry of each screening that was there before, as it was read."""
        return {each.case.id: each.goes_on_after for each in self.opened if each.goes_on_after}

    def outcomes(self) -> dict[str, int]:
        """Count the verdicts by outcome."""
        return dict(sorted(Counter(each.outcome for each in self.opened).items()))


def import_of(form: Form, data: bytes, subjects: int) -> Import:
    """Give the import of a file by what it holds."""
    return Import(form, sha256(data).hexdigest(), subjects)
