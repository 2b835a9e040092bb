"""Entries as papers read them: of a text or a name that was redacted nothing is left.

In the record a marker stands in its place, which in a paper would be read as somebody's words.
"""

from collections.abc import Iterable
from dataclasses import replace

from ectrial.record.entries import Entry
from ectrial.record.redacted import kept_text


def kept(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Give the same entries, with an empty text where it was redacted."""
    return tuple(map(_kept, entries))


def _kept(entry: Entry) -> Entry:
    text = entry.said.text
    if text is None or kept_text(text) == text:
        return entry
    return replace(entry, said=replace(entry.said, text=""))
