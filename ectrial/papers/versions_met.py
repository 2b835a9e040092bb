"""The versions that a paper is of: those of the screenings that it holds, and of no others.

What only a screening names that the recipient may not see stays out of the paper with it, so
each format asks here, and none the record.
"""

from collections.abc import Iterator
from datetime import datetime

from ectrial.papers.screening_file import ScreeningFile
from ectrial.record.entries import Kind

Version = tuple[str, str]
"""The number and the hash of a protocol."""
_NAMING = (Kind.OPENED, Kind.MOVED)


def versions_of(file: ScreeningFile) -> Iterator[tuple[Version, datetime]]:
    """Give each version that a screening was put under, with the moment, in their order."""
    for entry in file.entries:
        if entry.said.kind in _NAMING and entry.said.protocol_version is not None:
            yield (entry.said.protocol_version, entry.said.protocol_hash or ""), entry.at_utc


class VersionsMet:
    """Collects versions from one screening after the other."""

    def __init__(self) -> None:
        self._since: dict[Version, datetime] = {}

    def meets(self, file: ScreeningFile) -> None:
        """Take those of a screening that the paper holds."""
        for version, at in versions_of(file):
            self._since[version] = min(at, self._since.get(version, at))

    def since(self) -> list[tuple[Version, datetime]]:
        """Give each with the first moment of it, the first first."""
        return sorted(self._since.items(), key=lambda each: each[1])
