"""Reads YAML written by people: safely, within limits, every fault with its line.

Only a subset is allowed (reliability.md T16): no aliases, no tags, no duplicate keys, limited
depth and size. Every scalar is a string: `no` remains a word, and 1:30 remains text.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from pydantic import ValidationError

from ectrial.given_file import UnusableFileError, whole
from ectrial.plain_words import fields_at, plain
from ectrial.yaml_words import reason_of

# libyaml if installed: the same events and nodes, ten times faster
FASTER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

MAX_BYTES = 256 * 1024
MAX_DEPTH = 24
# More help nobody; finding the lines of thousands takes minutes
MAX_FAULTS = 100
# Our largest file has 4,000 of these scalars and brackets; 20,000 are read in a second
MAX_PARTS = 20_000
# What the slower loader reads in a second
MAX_SLOW = 48 * 1024
# How many of the files that were read last are kept in memory, all that are shipped in 10 MB
KEPT = 48
# No limit has as many; computing with a million takes hours
MAX_DIGITS = 40
NUMBER = re.compile(r"[-+]?[\d.]+(?:e(?P<exponent>[-+]?\d+))?(?:/\d+)?", re.IGNORECASE)

Location = tuple[int | str, ...]


class Fault(NamedTuple):
    """One mistake in a file: its line, the part it is in, and a message for the author."""

    file: str
    line: int
    subject: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}"
        return (
            f"{where}: {self.subject}: {self.message}"
            if self.subject
            else f"{where}: {self.message}"
        )


class SourceError(Exception):
    """Files that cannot be used; `faults` holds every mistake found."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


class YamlFile:
    """A parsed file: its `data` (dicts, lists, strings), and the line of every place in it."""

    def __init__(self, path: Path) -> None:
        self.file = path.name
        self._root = _read(path)
        self.data = _data(self._root)
        # of thousands of fields each is asked for its line
        self._fields: dict[Any, yaml.Node] = {key.value: value for key, value in self._root.value}

    def line(self, place: Location) -> int:
        """Give the line (from 1) of the deepest part of `place` that exists in the file."""
        is_field = bool(place) and place[0] in self._fields
        node = self._fields[place[0]] if is_field else self._root
        for step in place[is_field:]:
            node = _descend(node, step) or _operands(node, step)
        return _line(node)

    def fault(self, place: Location, message: str) -> Fault:
        """Give a fault at a place, with the criterion, item or question around it."""
        return Fault(self.file, self.line(place), self._subject(place), message)

    def faults_of(self, error: ValidationError, model: Any = None) -> list[Fault]:
        """Give all mistakes that a pydantic model found, in plain words, with their lines."""
        details = error.errors()[:MAX_FAULTS]
        return [said(self.fault(detail["loc"], ""), detail, model) for detail in details]

    def _subject(self, place: Location) -> str:
        entry: Any = self.data
        named: list[str] = []
        for step in place:
            if isinstance(entry, list) or not isinstance(step, int):
                named.append(str(step))
            if isinstance(entry, list) and isinstance(step, int) and step < len(entry):
                entry = entry[step]
                if isinstance(entry, dict) and entry.keys() & {"id", "code"}:
                    return str(entry.get("id") or entry.get("code"))
            elif isinstance(entry, dict) and step in entry:
                entry = entry[step]
        return ".".join(named[:2])


def said(fault: Fault, detail: Any, model: Any) -> Fault:
    """Say what a model refused, behind the names of the fields that the subject leaves out."""
    where = "".join(f"{step}." for step in detail["loc"] if isinstance(step, str))
    rest = where.removeprefix(f"{fault.subject}.").removesuffix(".")
    message = plain(detail, fields_at(model, detail["loc"][:-1]))
    return fault._replace(message=f"{rest}: {message}" if rest else message)


def _line(node: yaml.Node | yaml.Event) -> int:
    mark = node.start_mark
    return 1 if mark is None else int(mark.line) + 1


def _read(path: Path) -> yaml.Node:
    try:
        text = whole(path, MAX_BYTES).decode("utf-8")
    except UnusableFileError as error:
        raise SourceError([Fault(path.name, 1, "", f"{error}: {error.remedy}")]) from error
    except UnicodeDecodeError as error:
        raise SourceError([Fault(path.name, 1, "", "not readable as YAML in UTF-8")]) from error
    return _checked(path.name, text)


# A start asks for each file some three times, and for the table of released versions thirty times
@lru_cache(maxsize=KEPT)
def _checked(file: str, text: str) -> yaml.Node:
    """Give the tree of a text, which nobody changes."""
    root = _compose(file, text)
    faults = list(islice(_structure_faults(file, root), MAX_FAULTS))
    if faults:
        raise SourceError(faults)
    return root


def _compose(file: str, text: str) -> yaml.Node:
    try:
        return _composed(file, text, FASTER)
    except yaml.YAMLError as error:
        if len(text) > MAX_SLOW:
            raise _not_yaml(file, error) from error
    try:
        # the slower loader reports more clearly what is wrong, and where
        return _composed(file, text, yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise _not_yaml(file, error) from error


def _not_yaml(file: str, error: yaml.YAMLError) -> SourceError:
    mark = getattr(error, "problem_mark", None)
    return SourceError([Fault(file, mark.line + 1 if mark else 1, "", reason_of(error))])


def _composed(file: str, text: str, loader: Any) -> yaml.Node:
    faults = list(islice(_event_faults(file, text, loader), MAX_FAULTS))
    node = None if faults else yaml.compose(text, Loader=loader)
    if not faults and not isinstance(node, yaml.MappingNode):
        what = "is empty: write" if node is None else "must be"
        faults = [Fault(file, 1, "", f"{what} fields with their values, such as name: value")]
    if faults or node is None:
        raise SourceError(faults)
    return node


def _event_faults(file: str, text: str, loader: Any) -> Iterator[Fault]:
    """Check the events before a tree is built: aliases or great depth could use up all memory."""
    depth = 0
    for number, event in enumerate(yaml.parse(text, Loader=loader)):
        line = _line(event)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            yield Fault(file, line, "", "anchors and aliases are not allowed")
        if tag := getattr(event, "tag", None):
            yield Fault(file, line, "", f"the tag {tag} is not allowed")
        if depth > MAX_DEPTH:
            yield Fault(file, line, "", f"nested deeper than {MAX_DEPTH}")
            return
        if number > MAX_PARTS:
            yield Fault(file, line, "", f"more than {MAX_PARTS} words, numbers and brackets")
            return


def _structure_faults(file: str, node: yaml.Node) -> Iterator[Fault]:
    if isinstance(node, yaml.MappingNode):
        yield from _duplicate_keys(file, node)
        children = [value for _, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        children = node.value
    else:
        children = []
        if _is_absurd(node.value):
            message = f"not a usable number: {node.value[:MAX_DIGITS]!r}"
            yield Fault(file, _line(node), "", message)
    for child in children:
        yield from _structure_faults(file, child)


def _is_absurd(scalar: str) -> bool:
    """Whether this is a number that nobody means; with it, the rules would compute for hours."""
    found = NUMBER.fullmatch(scalar.strip().replace("_", ""))
    if found is None:
        return False
    exponent = found["exponent"] or "0"
    return len(found[0]) > MAX_DIGITS or abs(int(exponent)) > MAX_DIGITS


def _duplicate_keys(file: str, node: yaml.MappingNode) -> Iterator[Fault]:
    seen: set[str] = set()
    for key, _ in node.value:
        line = _line(key)
        if not isinstance(key, yaml.ScalarNode):
            yield Fault(file, line, "", "a key must be a plain word")
        elif key.value in seen:
            yield Fault(file, line, "", f"{key.value!r} stands twice")
        else:
            seen.add(key.value)


def _operands(node: yaml.Node, step: int | str) -> yaml.Node:
    """Give the operands of an operator, as the places of faults leave the operator out."""
    if isinstance(node, yaml.MappingNode) and len(node.value) == 1:
        behind: yaml.Node = node.value[0][1]
        return _descend(behind, step) or behind
    return node


def _descend(node: yaml.Node, step: int | str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        child: yaml.Node = node.value[step]
        return child
    return None


def _data(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _data(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_data(child) for child in node.value]
    return node.value
