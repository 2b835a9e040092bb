"""The shipped trials: all released versions, unchanged since release, loaded when first needed.

`protocols/frozen.yaml` lists them. A released version is never edited: a change in the meaning of
answers, or in the questions, is a new version in its own folder.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path
from threading import Lock

from ectrial.given_file import UnusableFileError, whole
from ectrial.item_files import load_vocabulary
from ectrial.trial.implied import TABLE, Implications, load_implied
from ectrial.trial.named_files import files_of, fingerprint_of, named_by
from ectrial.trial.protocol import Protocol
from ectrial.trial.protocol_file import load_protocol
from ectrial.trial.released import Released, as_released, in_order, released
from ectrial.trial.ways import SETTLING, Way, Ways, load_ways, ways_of_file
from ectrial.vocabulary import Item, Vocabulary
from ectrial.yaml_file import MAX_BYTES, Fault, SourceError

PROTOCOLS = Path(__file__).parents[1] / "protocols"
FROZEN = "frozen.yaml"
SHARED = "shared"
"""The folder of what trials include: each part with its versions, as trials have them."""


class Trials:
    """Protocols by trial, version and fingerprint, in parallel; safe from any thread."""

    def __init__(
        self,
        folder: Path,
        own: Iterable[Protocol] = (),
        kept: Iterable[Protocol] = (),
        implications: Implications = (),
    ) -> None:
        """Find every released version; SourceError names each file that was changed."""
        self._folder = folder
        self._released = released(folder / FROZEN)
        self._loaded: dict[Released, Protocol] = {}
        self._vocabularies: dict[Released, Vocabulary] = {}
        self._ways: dict[str, Ways] = {}
        self._own = tuple(sorted(own, key=lambda each: in_order(each.version)))
        self._kept = tuple(kept)
        self._implications = tuple(implications)
        self._lock = Lock()
        faults = [fault for each in self._released for fault in _changes(folder, each)]
        if faults:
            raise SourceError(faults)

    @property
    def folder(self) -> Path:
        """The folder of every released version."""
        return self._folder

    @property
    def folders_of_items(self) -> tuple[Path, ...]:
        """The folder of the items of each trial's newest version, then those that trials share."""
        shipped = dict.fromkeys(each.trial for each in self._released)
        newest = [self._folder / self.versions(trial)[-1].folder for trial in shipped]
        shared = (self._folder / SHARED).glob("*/*/items")
        by_version = sorted(shared, key=lambda each: in_order(each.parent.name), reverse=True)
        return (*(each / "items" for each in newest), *by_version)

    @cached_property
    def implications(self) -> Implications:
        """What answers to items of one trial say of items of another; see `implied`."""
        return (*load_implied(self._folder / TABLE), *self._implications)

    def with_own(
        self,
        own: Iterable[Protocol],
        kept: Iterable[Protocol] = (),
        implications: Implications = (),
    ) -> "Trials":
        """Give these trials with those of the site beside them.

        `kept` are versions by which screenings were opened, and which no file has any more: they
        judge these screenings, and nobody opens another by them.
        """
        return Trials(self._folder, own, kept, implications)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the trials: in the order of their first release, then the site's own."""
        shipped = (each.trial for each in self._released)
        return tuple(dict.fromkeys((*shipped, *sorted(each.id for each in self._own))))

    @property
    def default(self) -> Protocol:
        """The newest version of the first trial."""
        return self.current(self.ids[0])

    def current(self, trial: str) -> Protocol:
        """Give the newest version of a trial; LookupError if there is none."""
        found = self.versions(trial)
        if not found:
            raise LookupError(f"no trial {trial!r} is shipped")
        return self._load(found[-1])

    def of(self, trial: str, version: str, fingerprint: str) -> Protocol | None:
        """Give the exact version that an entry names; None if it is not there."""
        for own in (*self._own, *self._kept):
            if (own.id, own.version, own.fingerprint) == (trial, version, fingerprint):
                return own
        for each in self.versions(trial):
            if (each.version, each.fingerprint) == (version, fingerprint):
                return self._load(each)
        return None

    def after(self, protocol: Protocol) -> Protocol | None:
        """Give the newest version of the same trial; None if the protocol is that itself."""
        found = self.versions(protocol.id)
        if not found or found[-1].fingerprint == protocol.fingerprint:
            return None
        return self._load(found[-1])

    def in_use(
        self, trial: str, activated: tuple[str, str] | None, opened: tuple[str, str] | None
    ) -> Protocol:
        """Give the version that new screenings of a site use; LookupError if none is shipped.

        That is the version `activated`, given as version and fingerprint. Without one, a version
        that came with an update is not used unasked: the one goes on under which the site `opened`
        its last screening, or a later one that was taken up everywhere. A site that has opened
        none begins with the newest.
        """
        found = self.versions(trial)
        known = [(each.version, each.fingerprint) for each in found]
        if activated in known:
            return self._load(found[known.index(activated)])
        if opened not in known:
            return self.current(trial)
        taken_up = [n for n, each in enumerate(found) if each.taken_up]
        return self._load(found[max(known.index(opened), *taken_up, 0)])

    def versions(self, trial: str) -> tuple[Released, ...]:
        """Give the versions of a trial, the newest last."""
        own = tuple(as_released(each) for each in self._own if each.id == trial)
        return own or tuple(each for each in self._released if each.trial == trial)

    def _load(self, released: Released) -> Protocol:
        for own in self._own:
            if (own.id, own.fingerprint) == (released.trial, released.fingerprint):
                return own
        with self._lock:
            if released not in self._loaded:
                file = self._folder / released.folder / "protocol.yaml"
                ways = self._ways_of(released.trial)
                self._loaded[released] = load_protocol(file, self._vocabulary(released), ways)
            return self._loaded[released]

    def _ways_of(self, trial: str) -> Ways:
        if trial not in self._ways:
            newest_first = self.versions(trial)[::-1]
            newest = self._folder / newest_first[0].folder
            below: dict[str, tuple[Way, ...]] = {}
            named = (each.parent.parent / SETTLING for each in named_by(newest / "protocol.yaml"))
            for settling in filter(Path.is_file, named):
                below |= ways_of_file(settling)
            vocabularies = map(self._vocabulary, newest_first)
            self._ways[trial] = load_ways(newest.parent / SETTLING, vocabularies, below)
        return self._ways[trial]

    def _vocabulary(self, released: Released) -> Vocabulary:
        if released not in self._vocabularies:
            folder = self._folder / released.folder
            found: dict[str, Item] = {}
            for file in named_by(folder / "protocol.yaml"):
                found |= load_vocabulary(file.parent / "items", beside=found)
            found |= load_vocabulary(folder / "items", beside=found)
            self._vocabularies[released] = found
        return self._vocabularies[released]


@cache
def shipped() -> Trials:
    """Give the trials that come with ectrial; SourceError if a file was changed."""
    return Trials(PROTOCOLS)


def full_fingerprint(folder: Path) -> str:
    """Give one SHA-256 over the protocol file of a version and every file of items it reads.

    It covers each file's path within the folder and its SHA-256, in the order of the paths; behind
    those, the files that it extends or includes, and the items that come with them.
    """
    protocol = folder / "protocol.yaml"
    files = [protocol, *_items_of(folder)]
    lines = [f"{file.relative_to(folder).as_posix()} {_sha256(file)}\n" for file in files]
    others = [*files_of(protocol)[1:]]
    others += [file for each in named_by(protocol) for file in _items_of(each.parent)]
    lines += [f"{file.name} {_sha256(file)}\n" for file in others]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _items_of(folder: Path) -> list[Path]:
    return sorted((folder / "items").glob("*.yaml"))


def _fingerprint(protocol: Path) -> str:
    try:
        return fingerprint_of(protocol)
    except UnusableFileError as error:
        raise SourceError([Fault(protocol.name, 1, "", str(error))]) from error


def _changes(folder: Path, released: Released) -> Iterator[Fault]:
    """Give the files that have changed since the release."""
    version = folder / released.folder
    protocol = version / "protocol.yaml"
    if not protocol.is_file():
        yield _fault(released, "protocol.yaml", "is missing")
    elif (found := _fingerprint(protocol)) != released.fingerprint:
        yield _fault(released, "protocol.yaml", f"was changed, its fingerprint is now {found}")
    elif (found := full_fingerprint(version)) != released.full_fingerprint:
        yield _fault(released, "items", f"was changed, its full fingerprint is now {found}")


def _fault(released: Released, name: str, words: str) -> Fault:
    message = f"version {released.version} {words}; a change is a new version (CONTRIBUTING.md)"
    return Fault(f"{released.folder}/{name}", 1, released.trial, message)


def _sha256(file: Path) -> str:
    try:
        return hashlib.sha256(whole(file, MAX_BYTES)).hexdigest()
    except UnusableFileError as error:
        raise SourceError([Fault(file.name, 1, "", str(error))]) from error
