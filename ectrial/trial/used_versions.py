"""The site's trials as its files have them today, held against the versions that were used."""

from collections.abc import Callable, Iterable, Iterator

from ectrial.trial.given_trials import shipped_items
from ectrial.trial.kept_versions import MOST_NAMED, Kept, changes, kept, read_kept
from ectrial.trial.protocol import Protocol
from ectrial.trial.versions import Trials
from ectrial.yaml_file import Fault

IsUsed = Callable[[Kept], bool]
PUT_ITS_FILE_BACK = "put its file back, under its id; until then nobody sees its screenings"


def with_used(trials: Trials, versions: Iterable[Kept], is_used: IsUsed) -> Trials:
    """Add the versions that a record has; what was used under a number stays what it was.

    A file that says something else under the number of a used version gives way to that version:
    `changed` tells of it. So does one that reads an item which an update of ectrial has changed.
    """
    versions = tuple(versions)
    own = [_as_used(each, versions, is_used) for each in trials.own]
    return trials.with_kept(own, versions)


def changed(trials: Trials, versions: Iterable[Kept], is_used: IsUsed) -> Iterator[Fault]:
    """Give the files that have changed under a number since that version was used."""
    versions = tuple(versions)
    for own in trials.own:
        for before in _others(own, versions, is_used):
            if parts := changes(before, kept(own), shipped_items().written):
                yield Fault(own.given_as.file, 1, own.id, _told(own, parts))


def gone(trials: Trials, versions: Iterable[Kept], is_used: IsUsed) -> tuple[str, ...]:
    """Name the trials of which versions were used, and that no file has any more."""
    used = {each.trial for each in versions if each.trial not in trials.ids and is_used(each)}
    return tuple(sorted(used))


def told_gone(trial: str) -> str:
    """Say what is known of such a trial."""
    return f"{trial} was used here, and no file protocols/*.yaml has it"


def _told(own: Protocol, parts: tuple[str, ...]) -> str:
    named = ", ".join(parts[:MOST_NAMED]) + (" and more" if len(parts) > MOST_NAMED else "")
    return (
        f"changed since version {own.version} was used here ({named}):"
        " write another version, which is used once it is activated, or put the former file back"
    )


def _others(own: Protocol, versions: tuple[Kept, ...], is_used: IsUsed) -> tuple[Kept, ...]:
    """Give the used versions of the same number, none if what the file says is one of them."""
    same = [each for each in versions if (each.trial, each.version) == (own.id, own.version)]
    if all(each.fingerprint == own.fingerprint for each in same):
        return ()
    used = tuple(filter(is_used, same))
    return () if own.fingerprint in {each.fingerprint for each in used} else used


def _as_used(own: Protocol, versions: tuple[Kept, ...], is_used: IsUsed) -> Protocol:
    before = next(iter(_others(own, versions, is_used)), None)
    return own if before is None else read_kept(before) or own
