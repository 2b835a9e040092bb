"""The ways to settle an open item: in the chart, in routine care, or by a study procedure.

They say nothing of what an answer means, so they stand beside the released versions of a trial,
which never change, and hold for all of them.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from ectrial.facts import Absence, Value
from ectrial.nearest import instead_of
from ectrial.text import Text
from ectrial.vocabulary import Vocabulary
from ectrial.yaml_file import Fault, SourceError, YamlFile

SETTLING = "settling.yaml"
NO_WAY = "no way to settle it: add [{kind: chart, where: ward, how: {en: …, zh: …}}]"

WayKind = Literal["chart", "routine_care", "study_procedure"]
"""`study_procedure`: done for the trial alone, so that it needs signed consent before."""


Where = Literal["lab", "ward", "imaging", "phone"]
"""The place where an item is settled; a round goes from one to the next."""
WHERE: tuple[Where, ...] = get_args(Where)


class Way(BaseModel):
    """One way to settle an item, and where."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: WayKind
    where: Where
    how: Text


Ways = Mapping[str, tuple[Way, ...]]
"""The ways of each item, the first to try first."""

_FILE = TypeAdapter(dict[str, tuple[Way, ...]])


def load_ways(path: Path, vocabularies: Iterable[Vocabulary], below: Ways | None = None) -> Ways:
    """Read the ways of a trial's items; SourceError has all faults, with item and line.

    The vocabularies are those of its versions, the present one first: each of its items has a way.
    `below` are those of the trial that it extends, which hold for what its own file does not name.
    """
    source = YamlFile(path)
    below = below or {}
    faults = list(_cross_faults(source, vocabularies, below))
    try:
        ways = _FILE.validate_python(source.data)
    except ValidationError as error:
        raise SourceError([*source.faults_of(error), *faults]) from error
    if faults:
        raise SourceError(faults)
    return {**below, **ways}


def ways_of_file(path: Path) -> Ways:
    """Read the ways that stand in one file, whatever the items of its trial."""
    source = YamlFile(path)
    try:
        return _FILE.validate_python(source.data)
    except ValidationError as error:
        raise SourceError(source.faults_of(error)) from error


def ways_left(ways: tuple[Way, ...], answer: Value | None) -> tuple[Way, ...]:
    """Leave out the chart if a test is known not to have been done: no report can be found."""
    if answer is not Absence.NOT_DONE:
        return ways
    return tuple(way for way in ways if way.kind != "chart") or ways


def _cross_faults(
    source: YamlFile, vocabularies: Iterable[Vocabulary], below: Ways
) -> Iterator[Fault]:
    """Give items without a way, and ways of an item that no version has."""
    versions = iter(vocabularies)
    present = next(versions)
    for name in present:
        if name not in source.data and name not in below:
            yield Fault(source.file, 1, name, NO_WAY)
    for name, ways in source.data.items():
        if not ways:
            yield source.fault((name,), NO_WAY)
    unknown = source.data.keys() - present.keys()
    while unknown and (older := next(versions, None)) is not None:
        unknown -= older.keys()
    for name in sorted(unknown, key=list(source.data).index):
        yield source.fault((name,), f"no item of this name{instead_of(name, present)}")
