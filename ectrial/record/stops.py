"""Entries that say that a text was not kept: when and by whom it was typed, and why it was not.

Nothing of what it said is in them, and nothing that tells which subject it was about.
"""

from collections.abc import Sequence
from typing import get_args

from ectrial.identifiers import Identifier
from ectrial.record.entries import Kind, NewEntry

_KINDS = frozenset(get_args(Identifier))


def stop_of(trial: str, kinds: Sequence[Identifier]) -> NewEntry:
    """Give the entry about a text with these kinds of identifiers."""
    return NewEntry(Kind.IDENTIFIER_STOPPED, trial, value={"kinds": list(kinds)})


def check_stop(said: NewEntry) -> None:
    """Refuse with ValueError an entry that says more, or less, than the kinds.

    >>> check_stop(stop_of("TRIAL-1", ["phone"]))
    >>> check_stop(stop_of("TRIAL-1", ["Li Na"]))
    Traceback (most recent call last):
    ValueError: a stop that tells more than kinds
    """
    kinds = said.value["kinds"]
    beside = (said.screening, said.item, said.text, said.source, said.reason)
    if said.value.keys() != {"kinds"} or not kinds or not _KINDS.issuperset(kinds) or any(beside):
        raise ValueError("a stop that tells more than kinds")
