"""Trials that a site or an author has written: a protocol file, and the items of its folder.

A folder has `protocols/*.yaml` and `items/*.yaml`; all its protocols share the items. An item that
the folder lacks is looked for among those that are shipped. What a trial is, is told by a
fingerprint over its text and over that of every item it reads, so that a changed item counts as a
change of the trial, and an item that it does not read counts for nothing.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from ectrial.item_files import Items, read_items
from ectrial.trial.named_files import named_by
from ectrial.trial.own_items import own_items
from ectrial.trial.protocol import GivenAs, Protocol
from ectrial.trial.protocol_file import load_protocol
from ectrial.trial.versions import shipped
from ectrial.vocabulary import Item
from ectrial.yaml_file import Fault, SourceError

ITEMS, PROTOCOLS = "items", "protocols"


class Given(NamedTuple):
    """What was read of some protocol files: each as far as it can be used, and all faults.

    `items` has the items of each folder, by the folder.
    """

    protocols: Mapping[Path, Protocol]
    faults: tuple[Fault, ...]
    items: Mapping[Path, Items]


def load_given(path: Path) -> Protocol:
    """Read one protocol file with the items beside it; SourceError has what harms it."""
    given = read_given([path])
    if path in given.protocols:
        return given.protocols[path]
    of_items = {fault for items in given.items.values() for fault in items.faults}
    raise SourceError([fault for fault in given.faults if fault not in of_items])


def read_given(paths: Iterable[Path]) -> Given:
    """Read protocol files, each with the items of its folder; the faults of all are collected."""
    folders: dict[Path, Items] = {}
    protocols: dict[Path, Protocol] = {}
    faults: list[Fault] = []
    for path in paths:
        folder = items_folder(path)
        if folder not in folders:
            folders[folder] = _items(folder)
            faults += folders[folder].faults
        try:
            protocols[path] = _read(path, folders[folder])
        except SourceError as error:
            faults += [_named(fault, path) for fault in error.faults]
    return Given(protocols, tuple(faults), folders)


def _named(fault: Fault, path: Path) -> Fault:
    """Name the file with its folder, if it is this one and none that it extends or includes."""
    return fault._replace(file=shown(path)) if fault.file == path.name else fault


def _read(path: Path, items: Items) -> Protocol:
    below = [shipped_items(), *(read_items(items_folder(each)) for each in named_by(path))]
    others = {name: item for each in below for name, item in each.vocabulary.items()}
    usable = {name: each for name, each in others.items() if name not in items.faulty}
    protocol = load_protocol(path, {**usable, **items.vocabulary}, faulty=items.faulty)
    written = {name: item for each in (*below, items) for name, item in each.written.items()}
    text = text_of(protocol, {name: written[name] for name in own_items(protocol)})
    as_given = {
        "fingerprint": sha256(text.encode()).hexdigest(),
        "given_as": GivenAs(shown(path), text),
    }
    return protocol.model_copy(update=as_given)


@cache
def shipped_items() -> Items:
    """Give the items of the newest version of every shipped trial, the first trial's first."""
    found = [read_items(folder) for folder in shipped().folders_of_items]
    vocabulary: dict[str, Item] = {}
    written: dict[str, Any] = {}
    for items in reversed(found):
        vocabulary |= dict(items.vocabulary)
        written |= dict(items.written)
    return Items(vocabulary, written=written)


def protocol_files(folder: Path) -> list[Path]:
    """Give the protocol files of a folder of trials."""
    return sorted((folder / PROTOCOLS).glob("*.yaml"))


def items_folder(path: Path) -> Path:
    """Give the folder of the items of a protocol file: beside it, or beside its folder."""
    beside = path.parent / ITEMS
    return beside if beside.is_dir() else path.absolute().parent.parent / ITEMS


def shown(path: Path) -> str:
    """Name a file together with its folder, as several folders have files of one name."""
    return f"{path.absolute().parent.name}/{path.name}"


def _items(folder: Path) -> Items:
    items = read_items(folder, beside=shipped_items().vocabulary)

    def told(fault: Fault) -> Fault:
        return fault._replace(file=f"{folder.name}/{fault.file}")

    return items._replace(
        faults=tuple(map(told, items.faults)),
        faulty={name: told(fault) for name, fault in items.faulty.items()},
        lines={name: told(fault) for name, fault in items.lines.items()},
    )


def text_of(protocol: Protocol, items: Mapping[str, object]) -> str:
    """Give what a trial is, in one text: its protocol, and each item that it reads."""
    return json.dumps({"protocol": protocol.written, "items": items}, ensure_ascii=False)
