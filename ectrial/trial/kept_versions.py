"""Versions of a site's own trials as they were used: each whole, in one text, under its hash.

A file of the site may be edited, moved or lost. So the record has each version by which the bot
ever started, and its screenings are judged by that, whatever the file says today.
"""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from ectrial.item_files import item_of
from ectrial.trial.protocol import Protocol
from ectrial.trial.protocol_file import read_written

_BY_NAME = ("id", "code", "name")
MOST_NAMED = 6


class Kept(NamedTuple):
    """A version of a trial, with its file and its items in `text`, whose SHA-256 names it."""

    trial: str
    version: str
    fingerprint: str
    text: str

    @property
    def is_whole(self) -> bool:
        """Whether the text is what the hash says."""
        return sha256(self.text.encode()).hexdigest() == self.fingerprint

    @property
    def name(self) -> tuple[str, str, str]:
        """Trial, version and fingerprint, as entries name it."""
        return self.trial, self.version, self.fingerprint


def kept(protocol: Protocol) -> Kept:
    """Give a trial of the site's own as it is kept."""
    return Kept(protocol.id, protocol.version, protocol.fingerprint, protocol.given_as.text)


def read_kept(version: Kept) -> Protocol | None:
    """Read a version again; None if its text is not what was kept, or cannot be read."""
    if not version.is_whole:
        return None
    try:
        said = json.loads(version.text)
        items = {name: item_of(name, body) for name, body in said["items"].items()}
        protocol = read_written(said["protocol"], items, fingerprint=version.fingerprint)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    return protocol if (protocol.id, protocol.version) == version.name[:2] else None


def changes(before: Kept, now: Kept, shipped: Mapping[str, Any]) -> tuple[str, ...]:
    """Name the parts in which a file differs from what was used; () if only an update differs.

    An item that the site has from ectrial (`shipped`, as written) may change with an update. That
    is no change of the file, and the version stays what it was.
    """
    old, new = json.loads(before.text), json.loads(now.text)
    told = list(_differing(old["protocol"], new["protocol"]))
    for name in old["items"].keys() & new["items"].keys():
        is_of_update = new["items"][name] == shipped.get(name)
        if old["items"][name] != new["items"][name] and not is_of_update:
            told.append(f"item {name}")
    return tuple(sorted(told))


def _differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Name the fields that differ, and in a list of named parts the parts."""
    for field in old.keys() | new.keys():
        before, after = _parts(old.get(field)), _parts(new.get(field))
        if before is None or after is None:
            if old.get(field) != new.get(field):
                yield field
            continue
        names = before.keys() | after.keys()
        yield from (f"{field} {each}" for each in names if before.get(each) != after.get(each))


def _parts(written: Any) -> dict[str, Any] | None:
    """Give the parts of a list by their names; None if it has none."""
    if not isinstance(written, list):
        return None
    parts: dict[str, Any] = {}
    for each in written:
        named = isinstance(each, dict) and next((each[by] for by in _BY_NAME if by in each), None)
        if not isinstance(named, str):
            return None
        parts[named] = each
    return parts
