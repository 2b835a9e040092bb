"""Reads the files of items in a folder; all faults are told at once, with item and line."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from ectrial.item_slips import faults_of_slips
from ectrial.nearest import instead_of, unknown
from ectrial.plain_words import fields_at, plain
from ectrial.vocabulary import Item, Vocabulary
from ectrial.yaml_file import MAX_FAULTS, Fault, SourceError, YamlFile

IMPLIED = "implied.yaml"
"""Beside the files of items: what their answers say of others (trial/implied.py)."""


class Items(NamedTuple):
    """The items of a folder as far as they can be used, and every fault of its files.

    `faulty` has the first fault of each item that cannot be used, `written` each item as its file
    has it, and `lines` the file and line where each stands.
    """

    vocabulary: Vocabulary
    faults: tuple[Fault, ...] = ()
    faulty: Mapping[str, Fault] = {}
    written: Mapping[str, Any] = {}
    lines: Mapping[str, Fault] = {}


def load_vocabulary(folder: Path, beside: Vocabulary | None = None) -> Vocabulary:
    """Load the items of every file in the folder; SourceError names all faults of all files.

    They may name those of `beside`, too.
    """
    items = read_items(folder, beside)
    if items.faults:
        raise SourceError(items.faults)
    return items.vocabulary


def read_items(folder: Path, beside: Vocabulary | None = None) -> Items:
    """Read the items of every file in the folder; they may name those of `beside`, too."""
    found: dict[str, Item] = {}
    file_of: dict[str, YamlFile] = {}
    faults: list[tuple[str, Fault]] = []
    for path in sorted(folder.glob("*.yaml")):
        if path.name == IMPLIED:
            continue
        try:
            file = YamlFile(path)
        except SourceError as error:
            faults += [("", fault) for fault in error.faults]
            continue
        twice = file.data.keys() & file_of.keys()
        faults += [(name, file.fault((name,), "stands in two files")) for name in sorted(twice)]
        file_of |= dict.fromkeys(file.data, file)
        found |= _items(file, faults)
    names = {**(beside or {}), **file_of}
    for place, message in _cross_faults(found.values(), {**(beside or {}), **found}, names):
        faults.append((place[0], file_of[place[0]].fault(place, message)))
    faulty = _unusable(found, {name: fault for name, fault in reversed(faults) if name})
    return Items(
        {name: item for name, item in found.items() if name not in faulty},
        tuple(fault for _, fault in faults),
        faulty,
        {name: file.data[name] for name, file in file_of.items()},
        {name: file.fault((name,), "") for name, file in file_of.items()},
    )


def _unusable(found: Vocabulary, faulty: dict[str, Fault]) -> dict[str, Fault]:
    """Add the items that name one of these: they cannot be read without it."""
    while True:
        more = {
            item.id: faulty[name]
            for item in found.values()
            for name in filter(None, (item.uln, *item.applies_when, *item.asked_when))
            if name in faulty and item.id not in faulty
        }
        if not more:
            return faulty
        faulty = {**faulty, **more}


def _items(file: YamlFile, faults: list[tuple[str, Fault]]) -> Iterator[tuple[str, Item]]:
    """Give the items of a file; the faults of unusable items are added to `faults`."""
    for name, body in file.data.items():
        if len(faults) >= MAX_FAULTS:
            return
        try:
            yield name, item_of(name, body)
        except ValidationError as error:
            faults += [
                (name, file.fault((name, *detail["loc"]), _told(detail)))
                for detail in error.errors()
            ]


def item_of(name: str, body: object) -> Item:
    """Read one item as it is written; raises ValidationError."""
    return Item.model_validate({"id": name, **_mapping(body)})


def _told(detail: Any) -> str:
    where = ".".join(str(step) for step in detail["loc"])
    said = plain(detail, fields_at(Item, detail["loc"][:-1]))
    return f"{where}: {said}" if where else said


def _cross_faults(
    items: Collection[Item], usable: Vocabulary, names: Collection[str]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give references to other items that do not exist; `names` are also of unreadable ones."""
    yield from _faults_of_former_ids(items)
    yield from faults_of_slips(items, usable)
    for item in items:
        if item.uln is not None and item.uln not in names:
            yield (item.id, "uln"), unknown("item", item.uln, names)
        for field in ("applies_when", "asked_when"):
            for name, answer in getattr(item, field).items():
                if name not in names:
                    yield (item.id, field, name), unknown("item", name, names)
                elif name in usable and answer not in (words := usable[name].words):
                    told = f"not an answer to {name}: {answer!r}{instead_of(answer, words)}"
                    yield (item.id, field, name), told


def _faults_of_former_ids(items: Collection[Item]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give former ids that two items claim, and items that were each other."""
    of: dict[str, str] = {}
    for item in items:
        for old in item.formerly:
            if (other := of.setdefault(old, item.id)) != item.id:
                message = f"{old!r} was {other!r} by its own 'formerly': leave it out at one"
                yield (item.id, "formerly"), message
    for item in items:
        ring, now = [item.id], of.get(item.id)
        while now is not None and now not in ring:
            ring, now = [*ring, now], of.get(now)
        if now == item.id:
            message = f"goes round in a circle: {', '.join(ring)}; leave one of them out"
            yield (item.id, "formerly"), message


def _mapping(body: object) -> dict[str, Any]:
    return body if isinstance(body, dict) else {"kind": body}
