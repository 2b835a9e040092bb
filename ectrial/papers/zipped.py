"""Several files as one zip, given as it is written; equal files give equal bytes."""

import zipfile
from collections.abc import Iterable, Iterator
from typing import IO, cast

MADE = (1980, 1, 1, 0, 0, 0)
"""The time of every file in it, the earliest that a zip can say: no clock is in any paper."""
LEVEL = 6
_UNIX, _READABLE = 3, 0o600 << 16


def zipped(files: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[bytes]:
    """Give the bytes of a zip with these files, each by its name, a piece at a time."""
    sink = _Sink()
    with zipfile.ZipFile(cast("IO[bytes]", sink), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, lines in files:
            with archive.open(_entry(name), "w", force_zip64=True) as member:
                for line in lines:
                    member.write(line)
                    yield from sink.taken()
    yield from sink.taken()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, MADE)
    entry.compress_type, entry._compresslevel = zipfile.ZIP_DEFLATED, LEVEL  # type: ignore[attr-defined] # noqa: SLF001 - it has no other name before Python 3.13
    # of no machine, whatever this is
    entry.create_system, entry.external_attr = _UNIX, _READABLE
    return entry


class _Sink:
    """What is written and was not given yet; it cannot go back, so sizes stand behind the data."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._pieces.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Do nothing: nothing is held back."""

    def taken(self) -> Iterator[bytes]:
        """Give what was written since the last time."""
        pieces, self._pieces = self._pieces, []
        return iter(pieces)
