"""The site's own trials as they were used, as the rest of the program keeps and reads them."""

from collections.abc import Iterable
from pathlib import Path

from ectrial.ledger.sqlite.connections import Shared
from ectrial.ledger.sqlite.driver import in_plain_words
from ectrial.ledger.tables import protocols
from ectrial.ledger.verify import snapshot
from ectrial.trial.kept_versions import Kept


class ProtocolRows:
    """The versions of own trials by which this record was ever written, for any thread."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared

    def kept(self) -> tuple[Kept, ...]:
        """Give every version."""
        with self._shared.reading() as connection:
            return protocols.kept(connection)

    def is_used(self, version: Kept) -> bool:
        """Whether a screening is or was under a version, or somebody activated it."""
        with self._shared.reading() as connection:
            return protocols.is_used(connection, version)

    def keep(self, versions: Iterable[Kept]) -> None:
        """Add the versions that are not there."""
        with self._shared.writing() as connection:
            protocols.keep(connection, versions)


def kept_in_file(path: Path, key: str | None = None) -> tuple[tuple[Kept, ...], frozenset[Kept]]:
    """Give the versions that a record has, and those of them that it uses."""
    with snapshot(path, key) as connection, in_plain_words():
        found = protocols.kept(connection)
        return found, frozenset(each for each in found if protocols.is_used(connection, each))
