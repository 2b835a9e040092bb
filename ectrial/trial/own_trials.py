"""The trials of a site beside those that are shipped: all of a folder, or none with a fault."""

from pathlib import Path

from ectrial.trial.checking import check
from ectrial.trial.versions import Trials
from ectrial.yaml_file import Fault, SourceError


def with_own_trials(trials: Trials, folder: Path) -> Trials:
    """Add the trials of a folder; SourceError has every fault of it at once."""
    found = check([folder], taken=trials.ids, for_author=False) if folder.is_dir() else None
    if found is None:
        raise SourceError([Fault(str(folder), 1, "", "is no folder with protocols/*.yaml")])
    if found.faults:
        raise SourceError(list(found.faults))
    return trials.with_own(found.protocols, implications=found.implications)
