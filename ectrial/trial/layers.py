"""The files that a protocol consists of: its own, the one it extends, and those it includes."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ectrial.nearest import instead_of, unknown
from ectrial.rules.language import LANGUAGES
from ectrial.trial import merging
from ectrial.trial.merging import Origin, Parts
from ectrial.trial.named_files import (
    DEEPEST,
    EXTENDS,
    INCLUDE,
    base_of,
    included,
    names_others,
)
from ectrial.yaml_file import MAX_FAULTS, Fault, Location, SourceError, YamlFile, said

WITHOUT, RENAME = "without", "rename"
SINCE = 3

SHARED = frozenset({*merging.NAMED, *merging.TABLES, merging.ADDED}) - {"study"}


class Layers:
    """What a protocol file says together with the files that it names, as if it were one file.

    It has the interface of a `YamlFile`: each fault is told with the file and line of its part.
    """

    def __init__(self, own: YamlFile, parts: Parts) -> None:
        self.file = own.file
        self._own = own
        self.data: dict[str, Any] = {}
        self._origins: dict[Location, Origin] = {}
        for field, entries in parts.items():
            self.data[field] = self._joined(field, entries)

    def _joined(self, field: str, entries: list[merging.Entry]) -> Any:
        places = [each.origin.place for each in entries]
        if entries and len(places[0]) == 1:
            self._origins[(field,)] = entries[0].origin
            return entries[0].written
        is_table = field in merging.TABLES
        for number, each in enumerate(entries):
            self._origins[(field, each.name if is_table else number)] = each.origin
        if is_table:
            return {each.name: each.written for each in entries}
        return [each.written for each in entries]

    def fault(self, place: Location, message: str) -> Fault:
        """Give a fault at a place, in the file where that was written."""
        for length in (2, 1):
            if (origin := self._origins.get(tuple(place[:length]))) is not None:
                return origin.source.fault((*origin.place, *place[length:]), message)
        return self._own.fault(place, message)

    def faults_of(self, error: ValidationError, model: Any = None) -> list[Fault]:
        """Give all mistakes that a pydantic model found, in plain words, with file and line."""
        details = error.errors()[:MAX_FAULTS]
        return [said(self.fault(each["loc"], ""), each, model) for each in details]


def read_layers(path: Path) -> YamlFile | Layers:
    """Read a protocol file with all files that it names; SourceError has their faults."""
    own = YamlFile(path)
    if not names_others(path):
        return own
    return Layers(own, _parts(path, own, (path.resolve(),)))


def _parts(path: Path, own: YamlFile, above: tuple[Path, ...]) -> Parts:
    _checked(own)
    parts: Parts = {}
    if (base := base_of(path, own)) is not None:
        parts = _parts_ofbase_of(own, base, above)
    for place, file in included(path, own):
        parts = merging.over(parts, _shared(own, place, file, path))
    without, names = own.data.get(WITHOUT, []), own.data.get(RENAME, {})
    fields = parts.keys() - merging.NAMED.keys()
    _tell(own, WITHOUT, enumerate(without), fields | merging.names_of(parts, merging.NAMED))
    _tell(own, RENAME, zip(names, names, strict=True), merging.criteria_named(parts))
    parts = merging.renamed(merging.left_out(parts, without), names)
    said = {field: each for field, each in merging.parts_of(own).items() if field not in _OWN}
    return merging.in_order(merging.over(parts, said))


_OWN = frozenset({EXTENDS, INCLUDE, WITHOUT, RENAME})


def _checked(own: YamlFile) -> None:
    """Refuse what is not written as lists and tables of names, and an older language."""
    data, faults = own.data, []
    if data.get("language") not in {str(each) for each in LANGUAGES if each >= SINCE}:
        faults.append(
            own.fault((EXTENDS,), f"'extends' and 'include' need 'language: {SINCE}': write it")
        )
    if not isinstance(data.get(EXTENDS, ""), str):
        faults.append(own.fault((EXTENDS,), "write a version, such as TRIAL-7@2, or a file"))
    faults += [
        own.fault((field,), f"write a list of names: {field}: [a, b]")
        for field in (INCLUDE, WITHOUT)
        if not _is_list_of_words(data.get(field, []))
    ]
    names = data.get(RENAME, {})
    if not isinstance(names, dict) or not _is_list_of_words(list(names.values())):
        faults.append(
            own.fault((RENAME,), "write each old id with its new one: {INCL06A: INCL07A}")
        )
    missing = [field for field in ("id", "version") if EXTENDS in data and field not in data]
    say = "is missing: it is not that of the other trial, so add it"
    faults += [own.fault((EXTENDS,), f"'{field}: …' {say}") for field in missing]
    if faults:
        raise SourceError(faults)


def _is_list_of_words(written: Any) -> bool:
    return isinstance(written, list) and all(isinstance(each, str) for each in written)


def _tell(
    own: YamlFile, field: str, names: Iterable[tuple[int | str, str]], known: set[str]
) -> None:
    faults = [
        own.fault((field, place), unknown("part", name, sorted(known)))
        for place, name in names
        if name not in known
    ]
    if faults:
        raise SourceError(faults)


def _parts_ofbase_of(own: YamlFile, base: Path, above: tuple[Path, ...]) -> Parts:
    if base.resolve() in above:
        names = [file.name for file in (*above[above.index(base.resolve()) :], base)]
        raise SourceError([own.fault((EXTENDS,), f"it extends itself: {' → '.join(names)}")])
    if len(above) > DEEPEST:
        raise SourceError([own.fault((EXTENDS,), f"more than {DEEPEST} files extend each other")])
    below = _read_as(
        own, (EXTENDS,), base, f"{base.parent.parent.name}/{base.parent.name}/{base.name}"
    )
    if not names_others(base):
        return merging.parts_of(below)
    return _parts(base, below, (*above, base.resolve()))


def _shared(own: YamlFile, place: Location, file: Path, path: Path) -> Parts:
    """Give the parts of an included file, which are never those of a whole trial."""
    part = _read_as(own, place, file, own.data[INCLUDE][place[1]])
    foreign = [field for field in part.data if field not in SHARED]
    if foreign:
        near = instead_of(foreign[0], sorted(SHARED))
        message = f"{foreign[0]!r} may not stand in a file that is included{near}"
        raise SourceError([part.fault((foreign[0],), message)])
    return merging.parts_of(part)


def _read_as(own: YamlFile, place: Location, file: Path, name: str) -> YamlFile:
    if not file.is_file():
        raise SourceError([own.fault(place, f"there is no file {name}")])
    try:
        found = YamlFile(file)
    except SourceError as error:
        raise SourceError([fault._replace(file=name) for fault in error.faults]) from error
    found.file = name
    return found
