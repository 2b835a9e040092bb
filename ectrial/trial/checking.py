"""Checks what an author has written: every fault of all files in one pass, and what looks odd."""

from collections.abc import Callable, Container, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ectrial.trial.author_warnings import (
    copied_words,
    judged_by_several,
    lists_passed_over,
    untypable_examples,
    unused_items,
)
from ectrial.trial.given_trials import (
    Given,
    items_folder,
    protocol_files,
    read_given,
    shipped_items,
    shown,
)
from ectrial.trial.implied import Implications
from ectrial.trial.layers import SHARED, read_layers
from ectrial.trial.nobody_meets import met_by_nobody
from ectrial.trial.odd_items import items_never_so, odd_items
from ectrial.trial.odd_parts import never_so, odd_parts
from ectrial.trial.odd_texts import cut_texts, hidden_characters, other_language
from ectrial.trial.own_implied import opposite_lines, read_own_implied
from ectrial.trial.protocol import Protocol
from ectrial.trial.sense import Told
from ectrial.trial.summed_faults import summed
from ectrial.trial.versions import shipped
from ectrial.vocabulary import Vocabulary
from ectrial.yaml_file import Fault, SourceError, YamlFile

_NEARLY = ("", ".yml", ".yaml")
"""Endings, in small letters, of what was meant to be read."""
_NO_TRIALS = ("README", "LICENSE")


class Checked(NamedTuple):
    """What was found in some files: the trials that can be used, faults, and warnings.

    `implications` are those of the tables beside the items.
    """

    protocols: tuple[Protocol, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    implications: Implications = ()


def check(
    paths: list[Path], *, taken: Container[str] | None = None, for_author: bool = True
) -> Checked:
    """Check protocol files, and the folders of trials among the paths.

    A site's folder has no trial with an id that is `taken`: by default, one that is shipped.
    What harms no verdict is told `for_author` alone: no start fails by it, nor waits for it.
    """
    asked = list(dict.fromkeys(file for path in paths for file in _files(path)))
    others = {file: message for file in asked if (message := no_protocol(file))}
    files = [file for file in asked if file not in others]
    given = read_given(files)
    tables = [_implied(folder, items.vocabulary) for folder, items in given.items.items()]
    faults = [*given.faults, *_doubles(given), *(fault for _, each in tables for fault in each)]
    faults += [Fault(shown(file), 1, "", message) for file, message in others.items()]
    faults += [
        Fault(path.name, 1, "", "has no file protocols/*.yaml")
        for path in paths
        if path.is_dir() and not protocol_files(path)
    ]
    faults += _never_so(given, files) if for_author else []
    whole = [path for path in paths if path.is_dir()]
    faults += _taken(given, whole, shipped().ids if taken is None else taken)
    warnings = _warnings(given, files, whole) if for_author else []
    warnings += [each for folder in whole for each in _passed_by(folder)]
    implied = tuple(line for lines, _ in tables for line in lines)
    once = tuple(dict.fromkeys(warnings))
    return Checked(tuple(given.protocols.values()), summed(faults), once, implied)


def _never_so(given: Given, files: list[Path]) -> list[Fault]:
    faults = [each for items in given.items.values() for each in items_never_so(items)]
    faults += [*_told(given, never_so), *_of_texts(given, files, hidden_characters)]
    return [*faults, *(each for folder in given.items for each in opposite_lines(folder))]


def _warnings(given: Given, files: list[Path], whole: list[Path]) -> list[Fault]:
    examples = [each for items in given.items.values() for each in untypable_examples(items)]
    warnings = [*_unused(given, whole), *examples, *_passed_over(given), *_cut(given, files)]
    warnings += [each for items in given.items.values() for each in odd_items(items)]
    for look in (copied_words, other_language):
        warnings += _of_texts(given, files, look)
    for find in (odd_parts, met_by_nobody, judged_by_several):
        warnings += _told(given, find)
    return warnings


def _implied(folder: Path, items: Vocabulary) -> tuple[Implications, tuple[Fault, ...]]:
    return read_own_implied(folder, {**shipped_items().vocabulary, **items})


def _files(path: Path) -> list[Path]:
    return protocol_files(path) if path.is_dir() else [path]


def _passed_by(folder: Path) -> Iterator[Fault]:
    """Give the files whose names end so that nobody reads them."""
    for path in sorted((*folder.glob("protocols/*"), *folder.glob("items/*"))):
        if path.suffix == ".yaml" or not path.is_file() or path.stem in _NO_TRIALS:
            continue
        if path.suffix.lower() in _NEARLY and not path.name.startswith("."):
            yield Fault(shown(path), 1, "", f"is not read: name it {path.stem}.yaml")


def _doubles(given: Given) -> Iterator[Fault]:
    """Give a version of a trial that stands in two files."""
    first: dict[tuple[str, str], Path] = {}
    for path, each in given.protocols.items():
        other = first.setdefault((each.id, each.version), path)
        if other != path:
            message = f"version {each.version} stands also in {shown(other)}: give it another"
            yield Fault(shown(path), 1, each.id, message)


def _taken(given: Given, whole: list[Path], ids: Container[str]) -> Iterator[Fault]:
    """Give the trials of a folder that have the id of another: the bot would not start."""
    of_folders = {file for folder in whole for file in protocol_files(folder)}
    for path, each in given.protocols.items():
        if path in of_folders and each.id in ids:
            message = "a shipped trial has this id: give yours another"
            fault = YamlFile(path).fault(("id",), message)
            yield fault._replace(file=shown(path), subject=each.id)


def _unused(given: Given, whole: list[Path]) -> Iterator[Fault]:
    for folder in whole:
        files = protocol_files(folder)
        if files and all(file in given.protocols for file in files):
            items = given.items[items_folder(files[0])]
            yield from unused_items(items, [given.protocols[file] for file in files])


def _passed_over(given: Given) -> Iterator[Fault]:
    for path, protocol in given.protocols.items():
        written = YamlFile(path).data.get("criteria", [])
        names = [each.get("id") if isinstance(each, dict) else None for each in written]
        for name, message in lists_passed_over(protocol):
            # a criterion of a file that this one extends has no line here
            place = ("criteria", names.index(name), "rule") if name in names else ()
            yield YamlFile(path).fault(place, message)._replace(file=shown(path), subject=name)


def _told(given: Given, look: Callable[[Protocol], Told]) -> Iterator[Fault]:
    """Give what is found in the protocols, each with its line."""
    for path, protocol in given.protocols.items():
        source = read_layers(path)
        for place, message in look(protocol):
            fault = source.fault(place, message)
            yield fault._replace(file=shown(path)) if fault.file == path.name else fault


def _of_texts(
    given: Given, files: list[Path], look: Callable[[Any], Iterator[tuple[Any, str]]]
) -> Iterator[Fault]:
    """Give what is found in the texts of all files, each with its line."""
    for path, source in _sources(given, files):
        for place, message in look(source.data):
            yield source.fault(place, message)._replace(file=shown(path))


def _cut(given: Given, files: list[Path]) -> Iterator[Fault]:
    for path, _ in _sources(given, files):
        for line, message in cut_texts(path.read_text("utf-8")):
            yield Fault(shown(path), line, "", message)


def no_protocol(path: Path) -> str:
    """Say what a file is that was given as a protocol; empty if it may be one."""
    try:
        data = YamlFile(path).data
    except SourceError:
        return ""
    if all(isinstance(each, dict) and "kind" in each for each in data.values()):
        return "this is a file of items: check a protocol that reads them, or their whole folder"
    if not data.keys() - SHARED:
        return "this is a part that protocols include: check a protocol that includes it"
    return ""


def _sources(given: Given, files: list[Path]) -> Iterator[tuple[Path, YamlFile]]:
    folders = sorted(given.items)
    for path in (*files, *(file for folder in folders for file in sorted(folder.glob("*.yaml")))):
        try:
            yield path, YamlFile(path)
        except SourceError:
            continue  # told already
