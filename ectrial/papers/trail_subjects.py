"""Whose an entry of the trail is, also where it names its subject by an earlier entry alone."""

from collections.abc import Callable

from ectrial.record.entries import Entry, Kind
from ectrial.record.shares import OF_SHARES

EntryAt = Callable[[int], Entry | None]
"""Gives the entry of the trial with a number; None if there is none."""


def subject_of(entry: Entry, entry_at: EntryAt) -> str:
    """Give the code of the subject that an entry is about; empty if it is about nobody, or all.

    A paper of one subject names the entry that opened its first screening, and so does a share;
    what becomes of a share names that share.
    """
    found: Entry | None = entry
    while found is not None:
        if (id_ := found.said.screening) is not None:
            return id_.subject
        seq = _named_by(found)
        # only what is earlier: so this comes to an end, whatever a record holds
        found = entry_at(seq) if seq is not None and seq < found.seq else None
    return ""


def _named_by(entry: Entry) -> int | None:
    """Give the earlier entry by which this one says of whom it is."""
    said = entry.said
    value = said.value if isinstance(said.value, dict) else {}
    match said.kind:
        case Kind.EXPORTED:
            return value.get("of")
        case Kind.SHARE_MADE:
            return value.get("screening")
        case kind if kind in OF_SHARES and said.item and said.item.isdecimal():
            return int(said.item)
    return None
