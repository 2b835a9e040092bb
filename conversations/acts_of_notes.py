"""What buttons about notes do; each pins the last line of the thread that its card shows."""

from dataclasses import dataclass

from conversations.places_of_notes import Lists
from ectrial.record.notes import Readers
from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class OpenNote:
    """Open a note of any screening, and return to the list."""

    screening: ScreeningId
    note: int
    back: Lists


@dataclass(frozen=True, slots=True)
class SetReaders:
    """Show one's note to the team, or have it for oneself alone again."""

    screening: ScreeningId
    note: int
    last: int
    readers: Readers


@dataclass(frozen=True, slots=True)
class ResolveNote:
    """Say that a note is settled."""

    screening: ScreeningId
    note: int
    last: int


@dataclass(frozen=True, slots=True)
class ReopenNote:
    """Open a settled note again."""

    screening: ScreeningId
    note: int
    last: int


@dataclass(frozen=True, slots=True)
class GiveNotes:
    """Give the team's notes of a screening as a file, up to their last line."""

    screening: ScreeningId
    last: int


OfNotes = OpenNote | SetReaders | ResolveNote | ReopenNote | GiveNotes
