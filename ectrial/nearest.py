"""The names that somebody may have meant by one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches

_LISTED = 20
_BESIDE = 8
"""So many names are listed at most: where none is near, and beside one that is."""
_LONGEST = 60
_SHORT = 3


def instead_of(name: object, known: Iterable[str]) -> str:
    """Say which names are near this one and, if they are few, which there are; perhaps nothing.

    >>> instead_of("inclusoin", ["inclusion", "exclusion"])
    ': did you mean inclusion or exclusion? There are: inclusion, exclusion'
    """
    names = list(dict.fromkeys(each for each in known if len(each) <= _LONGEST))
    cutoff = 0.5 if len(str(name)) <= _SHORT else 0.6
    near = get_close_matches(str(name)[:_LONGEST], names, n=3, cutoff=cutoff)
    meant = f": did you mean {' or '.join(near)}?" if near else ""
    if not names or len(names) > (_BESIDE if near else _LISTED):
        return meant
    return f"{meant} There are: {', '.join(names)}" if meant else f": there are {', '.join(names)}"


def unknown(what: str, name: object, known: Iterable[str]) -> str:
    """Say that no such thing has this name, and which name was perhaps meant."""
    return f"unknown {what} {str(name)[:_LONGEST]!r}{instead_of(name, known)}"
