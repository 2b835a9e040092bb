"""Whether a released version is as it was released: one hash over its protocol and its items."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from ectrial.given_file import UnusableFileError, whole
from ectrial.trial.named_files import files_of, fingerprint_of, named_by
from ectrial.trial.released import Released
from ectrial.yaml_file import MAX_BYTES, Fault, SourceError


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


def changes(folder: Path, released: Released) -> Iterator[Fault]:
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
