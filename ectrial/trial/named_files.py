"""Which other files a protocol file names, and one fingerprint over all of them."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ectrial.given_file import UnusableFileError, whole
from ectrial.nearest import unknown
from ectrial.yaml_file import MAX_BYTES, Location, SourceError, YamlFile

EXTENDS, INCLUDE = "extends", "include"
TABLE = "frozen.yaml"
SHIPPED = Path(__file__).parents[1] / "protocols"
MOST_FILES = 12
DEEPEST = 4
_NAMES_OTHERS = re.compile(rb"^[\"']?(extends|include)[\"']?\s*:", re.MULTILINE)


def files_of(path: Path) -> tuple[Path, ...]:
    """Give the files that a protocol consists of, its own first, each once."""
    found: dict[Path, Path] = {}
    _collect(path, found)
    return tuple(found.values())


def named_by(path: Path, above: tuple[Path, ...] = ()) -> tuple[Path, ...]:
    """Give the files that a protocol extends or includes, at any depth: the lowest first.

    Beside each may stand items, which come with it: those of a later one replace those before.
    """
    if path.resolve() in above or len(above) > DEEPEST or not names_others(path):
        return ()
    try:
        own = YamlFile(path)
        base, parts = base_of(path, own), [file for _, file in included(path, own)]
    except SourceError:
        return ()  # told when the protocol is read
    found: tuple[Path, ...] = ()
    if base is not None and base.is_file():
        found = (*named_by(base, (*above, path.resolve())), base)
    return tuple(dict.fromkeys((*found, *(file for file in parts if file.is_file()))))


def fingerprint_of(path: Path) -> str:
    """Give the SHA-256 of a protocol file; if it names others, one over those of all of them."""
    hashes = [hashlib.sha256(whole(file, MAX_BYTES)).hexdigest() for file in files_of(path)]
    return (
        hashes[0] if len(hashes) == 1 else hashlib.sha256("\n".join(hashes).encode()).hexdigest()
    )


def names_others(path: Path) -> bool:
    """Whether a file extends or includes others; most do not, and are not parsed for this."""
    try:
        return _NAMES_OTHERS.search(whole(path, MAX_BYTES)) is not None
    except UnusableFileError:
        return False  # what is wrong with it is told where it is read


def _collect(path: Path, found: dict[Path, Path]) -> None:
    if path.resolve() in found or len(found) > MOST_FILES:
        return
    found[path.resolve()] = path
    if not names_others(path):
        return
    try:
        own = YamlFile(path)
        named = [base_of(path, own), *(file for _, file in included(path, own))]
    except SourceError:
        return  # told when the protocol is read
    for each in named:
        if each is not None and each.is_file():
            _collect(each, found)


def base_of(path: Path, own: YamlFile) -> Path | None:
    """Give the file of the released version, or the file itself, that this one extends."""
    written = own.data.get(EXTENDS)
    if not isinstance(written, str):
        return None
    if "@" not in written:
        return _beside(path, own, (EXTENDS,), written)
    folders: dict[str, Path] = {}
    for folder in (SHIPPED, *path.parents[3:0:-1]):
        folders |= {name: folder / each for name, each in _table(folder)}
    if written not in folders:
        raise SourceError([own.fault((EXTENDS,), unknown("version", written, folders))])
    return folders[written] / "protocol.yaml"


def _table(folder: Path) -> Iterator[tuple[str, str]]:
    """Give the released versions that a folder has, each with its own folder."""
    table = folder / TABLE
    versions = YamlFile(table).data.get("versions", []) if table.is_file() else []
    for each in versions if isinstance(versions, list) else []:
        yield f"{each['trial']}@{each['version']}", each["folder"]


def included(path: Path, own: YamlFile) -> Iterator[tuple[Location, Path]]:
    """Give the files that this one includes, each with the place where it is named."""
    written = own.data.get(INCLUDE, [])
    if isinstance(written, list) and len(written) > MOST_FILES:
        raise SourceError([own.fault((INCLUDE,), f"more than {MOST_FILES} files")])
    for number, name in enumerate(written if isinstance(written, list) else []):
        if isinstance(name, str):
            yield (INCLUDE, number), _beside(path, own, (INCLUDE, number), name)


def _beside(path: Path, own: YamlFile, place: Location, name: str) -> Path:
    """Give a file by its path from this one: a YAML file, and no other path of the machine."""
    if PurePosixPath(name).is_absolute() or not name.endswith(".yaml"):
        how = "write a version, such as TRIAL-7@2, or the path from here to a file *.yaml"
        raise SourceError([own.fault(place, f"{name!r} is no file beside this one: {how}")])
    return path.parent / name
