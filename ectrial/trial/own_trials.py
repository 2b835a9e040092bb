"""The trials of a site beside those that are shipped: all of a folder, or none with a fault."""

from collections.abc import Iterator
from pathlib import Path

from ectrial.trial.checking import check
from ectrial.trial.versions import Trials
from ectrial.yaml_file import Fault, SourceError


def with_own_trials(trials: Trials, folder: Path) -> Trials:
    """Add the trials of a folder; SourceError has every fault of it at once."""
    found = check([folder]) if folder.is_dir() else None
    if found is None:
        raise SourceError([Fault(str(folder), 1, "", "is no folder with protocols/*.yaml")])
    taken = [each for each in found.protocols if each.id in trials.ids]
    faults = [*found.faults, *_taken(folder, [each.id for each in taken])]
    if faults:
        raise SourceError(faults)
    return trials.with_own(found.protocols, implications=found.implications)


def _taken(folder: Path, names: list[str]) -> Iterator[Fault]:
    for name in names:
        yield Fault(folder.name, 1, name, "a shipped trial has this id: give yours another")
