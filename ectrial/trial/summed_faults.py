"""Sums up faults that follow from others, and those of one kind."""

import re
from collections.abc import Iterator, Sequence

from ectrial.yaml_file import Fault

MOST = 10
"""So many faults of one kind are told of a file; the rest is counted."""
_FOLLOWS = "cannot be used: mend "
_EMPTY = ("needs at least one entry", "the list that it is about is not known")
_UNKNOWN = "unknown item"
_MEANT = re.compile(r"is no field here: did you mean (\w+)")
_MISSING = re.compile(r"is missing: add '(\w+): …'")
_NAMES = re.compile(r"'[^']*'.*")


def summed(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """Leave out what follows from a fault that is told, and count what is told often enough."""
    told = {str(fault) for fault in faults}
    told |= {str(fault._replace(file=fault.file.rpartition("/")[2])) for fault in faults}
    following = [fault for fault in faults if _root(fault) in told]
    unknown = [fault for fault in faults if _UNKNOWN in fault.message]
    of = {(each.file, each.subject) for each in (*following, *unknown)}
    empty = [f for f in faults if (f.file, f.subject) in of and f.message.endswith(_EMPTY)]
    without = {*following, *empty, *_misspelt(faults)}
    return tuple(_counted([fault for fault in faults if fault not in without]))


def _misspelt(faults: Sequence[Fault]) -> Iterator[Fault]:
    """Give fields that are missing because they are misspelt, which is told."""
    meant = {(each.file, found[1]) for each in faults if (found := _MEANT.search(each.message))}
    for fault in faults:
        missing = _MISSING.search(fault.message)
        if missing and (fault.file, missing[1]) in meant and fault.subject == missing[1]:
            yield fault


def _root(fault: Fault) -> str:
    return fault.message.partition(_FOLLOWS)[2]


def _counted(faults: Sequence[Fault]) -> Iterator[Fault]:
    kinds: dict[tuple[str, str], list[Fault]] = {}
    for fault in faults:
        kinds.setdefault((fault.file, _kind(fault)), []).append(fault)
    for fault in faults:
        same = kinds[(fault.file, _kind(fault))]
        place = same.index(fault)
        if place < MOST:
            yield fault
        elif place == MOST:
            yield fault._replace(subject="", message=f"… and {len(same) - MOST} more of this kind")


def _kind(fault: Fault) -> str:
    """Give what a message says, without the names in it and the field that it begins with."""
    return _NAMES.sub("", fault.message.rpartition(": unknown ")[1] or fault.message)
