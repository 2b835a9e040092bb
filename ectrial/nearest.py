"""The names that somebody may have meant by one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches

_LISTED = 20
_BESIDE = 8
_NAMED = 4
"""So many names are listed at most: where none is near, beside one that is, and of more."""
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
    listed = ", ".join(names)
    if near:
        meant = f": did you mean {' or '.join(near)}?"
        return meant if len(names) > _BESIDE else f"{meant} There are: {listed}"
    if len(names) > _LISTED:
        return f": there are {len(names)}, such as {', '.join(names[:_NAMED])}"
    return f": there are {listed}" if names else ""


def unknown(what: str, name: object, known: Iterable[str]) -> str:
    """Say that no such thing has this name, and which name was perhaps meant."""
    return f"unknown {what} {str(name)[:_LONGEST]!r}{instead_of(name, known)}"
