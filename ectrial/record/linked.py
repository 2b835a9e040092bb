"""An entry with its place in the chain: the hash of the entry before it, and its own."""

from typing import NamedTuple

from ectrial.record.entries import Entry


class Linked(NamedTuple):
    """One entry of the record, whatever trial the entry before it is of."""

    entry: Entry
    prev_hash: str
    hash: str
