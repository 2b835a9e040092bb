"""The shipped files as their author had them, each read with a slip in one word.

A slip is tried in a copy of the folder of trials, without the hashes of released versions: those
would tell every slip by saying that the file was changed.
"""

import shutil
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from ectrial.item_files import load_vocabulary
from ectrial.trial.named_files import files_of, named_by
from ectrial.trial.own_implied import read_own_implied
from ectrial.trial.protocol import Protocol
from ectrial.trial.protocol_file import load_protocol
from ectrial.trial.versions import FROZEN, PROTOCOLS, shipped
from ectrial.trial.ways import load_ways, ways_of_file
from ectrial.vocabulary import Item, Vocabulary
from ectrial.yaml_file import Fault, SourceError

SETTLING, IMPLIED = "settling.yaml", "implied.yaml"
FILES = tuple(
    sorted(
        path.relative_to(PROTOCOLS).as_posix()
        for path in PROTOCOLS.rglob("*.yaml")
        if path.name != FROZEN  # test_versions.py holds each line of it against its files
    )
)
VERSIONS = tuple(each.folder for trial in shipped().ids for each in shipped().versions(trial))


class Token(NamedTuple):
    """One word, number or text of a file: where it stands, and its line."""

    file: str
    start: int
    end: int
    line: int


Slip = Callable[[str], str]


def longer(word: str) -> str:
    """Write a letter too many at the end of a word."""
    return f"{word[:-1]}x{word[-1]}" if word[-1] in "\"'" else f"{word}x"


def emptied(_: str) -> str:
    """Leave nothing of a word."""
    return '""'


SLIPS: tuple[Slip, ...] = (longer, emptied)


@cache
def text_of(file: str) -> str:
    """Give the text of a shipped file."""
    return (PROTOCOLS / file).read_text("utf-8")


@cache
def tokens(file: str) -> tuple[Token, ...]:
    """Give every token of a shipped file, in its order."""
    scanned = yaml.scan(text_of(file), Loader=yaml.BaseLoader)
    marks = [(t.start_mark, t.end_mark) for t in scanned if isinstance(t, yaml.ScalarToken)]
    return tuple(Token(file, start.index, end.index, start.line + 1) for start, end in marks)


class Shipped:
    """A copy of the shipped files, in which one word at a time is another."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "protocols"
        shutil.copytree(PROTOCOLS, self._folder)

    def told(self, token: Token, slip: Slip) -> tuple[Fault, ...] | None:
        """Give the faults of the files with this slip; None if they mean what they meant."""
        text, path = text_of(token.file), self._folder / token.file
        word = text[token.start : token.end]
        path.write_text(f"{text[: token.start]}{slip(word)}{text[token.end :]}", "utf-8")
        try:
            found = list(self._meaning(token.file))
        except SourceError as error:
            return error.faults
        finally:
            path.write_text(text, "utf-8")
        return None if found == self._meant(token.file) else ()

    def _meant(self, file: str) -> list[Any]:
        if file not in self._kept:
            self._kept[file] = list(self._meaning(file))
        return self._kept[file]

    @cached_property
    def _kept(self) -> dict[str, list[Any]]:
        return {}

    def _meaning(self, file: str) -> Iterator[Any]:
        """Give all that a file decides, for those versions that show it best."""
        if file == IMPLIED:
            found, faults = read_own_implied(self._folder, _all_items())
            if faults:
                raise SourceError(faults)
            yield from ((each.given, each.implies) for each in found)
        elif file.endswith(SETTLING):
            ways = self._ways(file)
            yield from ([(way.kind, way.where) for way in each] for each in ways)
        elif "/items/" in file:
            yield from self._items(file)
        else:
            for version in self._readers(file):
                path = self._folder / version / "protocol.yaml"
                yield from meaning(load_protocol(path, _shipped_vocabulary(version)))

    def _items(self, file: str) -> Iterator[Any]:
        """Give the items of the versions that read them, whose rules are those of their files."""
        versions = list(self._readers(file))
        for version in versions:
            vocabulary = _vocabulary(self._folder / version)
            load_protocol(self._folder / version / "protocol.yaml", vocabulary)
            yield from map(_of_item, vocabulary.values())
        if not versions:
            yield from map(_of_item, load_vocabulary((self._folder / file).parent).values())

    def _readers(self, file: str) -> Iterator[str]:
        """Give the version of a file; of a file that trials share, all that include it."""
        for version in VERSIONS:
            if file.startswith(f"{version}/") or (
                file.startswith("shared/") and file in _reads(version)
            ):
                yield version

    def _ways(self, file: str) -> Iterator[Any]:
        path = self._folder / file
        if file.startswith("shared/"):
            return iter(ways_of_file(path).values())
        versions = [each for each in VERSIONS if each.startswith(f"{file.split('/')[0]}/")][::-1]
        below: dict[str, Any] = {}
        for each in named_by(self._folder / versions[0] / "protocol.yaml"):
            if (settling := each.parent.parent / SETTLING).is_file():
                below |= ways_of_file(settling)
        return iter(load_ways(path, map(_shipped_vocabulary, versions), below).values())


def meaning(protocol: Protocol) -> Iterator[Any]:
    """Give all that decides: everything but texts, and names that nothing else bears."""
    yield protocol.sample_days, protocol.incomplete, protocol.ages, protocol.rescreening
    yield from (part.id for part in protocol.parts)
    for criterion in protocol.criteria:
        yield criterion.id, criterion.category, criterion.rule, criterion.contradictions
        yield criterion.part, criterion.applies_to
    for question in protocol.questions:
        sets = [question.sets(number) for number in range(len(question.presets))]
        yield question.items, question.also, question.criterion, question.role, question.always
        yield sets
    yield from ((block.p_fail, block.cost) for block in protocol.blocks)
    yield from protocol.cross_checks
    yield from ((reading.code, reading.when) for reading in protocol.readings)
    yield from (advisory.when for advisory in protocol.advisories)
    yield from ((factor.item, list(factor.strata)) for factor in protocol.factors)


_WORDS = {"id", "name", "example", "resolve", "reports", "names", "refused_units", "formerly"}
_ANSWERS = {"options", "units", "properties", "bare", "uln", "yes", "no", "several"}


def _of_item(item: Item) -> Any:
    """Give all that decides of an item: its numbers, and how many names it has, not those."""
    units = [unit.model_dump(exclude={"base", "reads"}) for unit in item.units.values()]
    bare = [band.model_dump(exclude={"unit", "others"}) for band in item.bare]
    rest = item.model_dump(exclude=_WORDS | _ANSWERS)
    inner = [_of_item(each) for each in item.properties.values()]
    names = item.names.share_of, item.names.absent_meets, len(item.options), bool(item.uln)
    return rest, units, bare, inner, names


def _vocabulary(folder: Path) -> Vocabulary:
    found: dict[str, Item] = {}
    for file in named_by(folder / "protocol.yaml"):
        found |= load_vocabulary(file.parent / "items", beside=found)
    return found | load_vocabulary(folder / "items", beside=found)


@cache
def _shipped_vocabulary(version: str) -> Vocabulary:
    return _vocabulary(PROTOCOLS / version)


@cache
def _reads(version: str) -> frozenset[str]:
    protocol = PROTOCOLS / version / "protocol.yaml"
    files = [*files_of(protocol)]
    for each in named_by(protocol):
        files += (each.parent / "items").glob("*.yaml")
    return frozenset(each.resolve().relative_to(PROTOCOLS).as_posix() for each in files)


@cache
def _all_items() -> Vocabulary:
    found: dict[str, Item] = {}
    for version in VERSIONS:
        found |= _shipped_vocabulary(version)
    return found
