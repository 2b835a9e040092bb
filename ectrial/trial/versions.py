"""The shipped trials: all released versions, unchanged since release, loaded when first needed.

`protocols/frozen.yaml` lists them. A released version is never edited: a change in the meaning of
answers, or in the questions, is a new version in its own folder.
"""

from collections.abc import Iterable
from copy import copy
from functools import cache, cached_property
from pathlib import Path
from threading import Lock

from ectrial.item_files import load_vocabulary
from ectrial.trial.frozen import changes
from ectrial.trial.implied import TABLE, Implications, load_implied
from ectrial.trial.kept_versions import Kept, read_kept
from ectrial.trial.named_files import named_by
from ectrial.trial.protocol import Protocol
from ectrial.trial.protocol_file import load_protocol
from ectrial.trial.released import Released, as_released, in_order, released
from ectrial.trial.ways import SETTLING, Way, Ways, load_ways, ways_of_file
from ectrial.vocabulary import Item, Vocabulary
from ectrial.yaml_file import SourceError

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
        kept: Iterable[Kept] = (),
        implications: Implications = (),
    ) -> None:
        """Find every released version; SourceError names each file that was changed."""
        self._folder = folder
        self._released = released(folder / FROZEN)
        self._loaded: dict[Released, Protocol] = {}
        self._vocabularies: dict[Released, Vocabulary] = {}
        self._ways: dict[str, Ways] = {}
        self._lock = Lock()
        self._take(own, kept, implications)
        faults = [fault for each in self._released for fault in changes(folder, each)]
        if faults:
            raise SourceError(faults)

    def _take(
        self, own: Iterable[Protocol], kept: Iterable[Kept], implications: Implications
    ) -> None:
        self._own = tuple(sorted(own, key=lambda each: in_order(each.version)))
        self._kept = {each.name: each for each in kept}
        self._read: dict[Kept, Protocol | None] = {}
        self._implications = tuple(implications)
        self.__dict__.pop("implications", None)

    @property
    def folder(self) -> Path:
        """The folder of every released version."""
        return self._folder

    @property
    def folders_of_items(self) -> tuple[Path, ...]:
        """The folder of the items that each trial begins with, then those that trials share."""
        shipped = dict.fromkeys(each.trial for each in self._released)
        newest = [self._folder / self._begins(trial)[-1].folder for trial in shipped]
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
        kept: Iterable[Kept] = (),
        implications: Implications = (),
    ) -> "Trials":
        """Give these trials with those of the site beside them.

        `kept` are versions that the record has: they judge what was screened by them, also where
        no file has them any more, and go on until a newer one is activated.
        """
        # what is released was checked, and is loaded once for both
        found = copy(self)
        found._take(own, kept, implications)  # noqa: SLF001 - it is of this class
        return found

    def with_kept(self, own: Iterable[Protocol], kept: Iterable[Kept]) -> "Trials":
        """Give these trials with the versions that a record has of the site's own."""
        return self.with_own(own, kept, self._implications)

    @property
    def own(self) -> tuple[Protocol, ...]:
        """The trials of the site, by version."""
        return self._own

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
        """Give the newest version that a site begins with; LookupError if there is none."""
        found = self._begins(trial)
        newest = self._load(found[-1]) if found else None
        if newest is None:
            raise LookupError(f"no trial {trial!r} is shipped")
        return newest

    def of(self, trial: str, version: str, fingerprint: str) -> Protocol | None:
        """Give the exact version that an entry names; None if it is not there."""
        for own in self._own:
            if (own.id, own.version, own.fingerprint) == (trial, version, fingerprint):
                return own
        # also of a trial whose file is gone, which nobody loads any more
        if (kept := self._kept.get((trial, version, fingerprint))) is not None:
            return self._read_kept(kept)
        for each in self.versions(trial):
            if (each.version, each.fingerprint) == (version, fingerprint):
                return self._load(each)
        return None

    def after(self, protocol: Protocol) -> Protocol | None:
        """Give the newest version of the same trial; None if the protocol is that itself."""
        found = self.versions(protocol.id)
        if not found or found[-1].fingerprint == protocol.fingerprint:
            return None
        # a site may have put an older file of its own in the place of the one in use
        is_older = in_order(found[-1].version) < in_order(protocol.version)
        return None if is_older else self._load(found[-1])

    def in_use(
        self, trial: str, activated: tuple[str, str] | None, opened: tuple[str, str] | None
    ) -> Protocol:
        """Give the version that new screenings of a site use; LookupError if none is shipped.

        That is the version `activated`, given as version and fingerprint. Without one, a version
        that came with an update is not used unasked: the one goes on under which the site `opened`
        its last screening, or a later one that was taken up everywhere. A site that has opened
        none begins with the newest, but for one that is used `on_activation` alone.
        """
        found = self.versions(trial)
        known = [(each.version, each.fingerprint) for each in found]
        if activated in known:
            return self._load(found[known.index(activated)]) or self.current(trial)
        if opened not in known:
            return self.current(trial)
        taken_up = [n for n, each in enumerate(found) if each.taken_up]
        return self._load(found[max(known.index(opened), *taken_up, 0)]) or self.current(trial)

    def versions(self, trial: str) -> tuple[Released, ...]:
        """Give the versions of a trial, the newest last; those of own files after those kept."""
        own = [each for each in self._own if each.id == trial]
        if not own:
            return tuple(each for each in self._released if each.trial == trial)
        present = {each.fingerprint for each in own}
        kept = [each for each in self._kept.values() if each.trial == trial]
        before = [each for each in kept if each.fingerprint not in present]
        return tuple(as_released(*each.name) for each in before) + tuple(
            as_released(each.id, each.version, each.fingerprint) for each in own
        )

    def _begins(self, trial: str) -> tuple[Released, ...]:
        """Give the versions that a site may begin with, the newest last."""
        return tuple(each for each in self.versions(trial) if not each.on_activation)

    def _load(self, released: Released) -> Protocol | None:
        """Load a version; None if it is one of the record's that cannot be read."""
        for own in self._own:
            if (own.id, own.fingerprint) == (released.trial, released.fingerprint):
                return own
        kept = self._kept.get((released.trial, released.version, released.fingerprint))
        if kept is not None:
            return self._read_kept(kept)
        with self._lock:
            if released not in self._loaded:
                file = self._folder / released.folder / "protocol.yaml"
                ways = self._ways_of(released.trial)
                self._loaded[released] = load_protocol(file, self._vocabulary(released), ways)
            return self._loaded[released]

    def _read_kept(self, kept: Kept) -> Protocol | None:
        with self._lock:
            if kept not in self._read:
                self._read[kept] = read_kept(kept)
            return self._read[kept]

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
