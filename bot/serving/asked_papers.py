"""What a turn asks for as a paper, or stops: kept in its transaction; `housekeeping` makes it."""

from conversations.turn import Turn
from ectrial.ledger.asked_paper_rows import AskedPaperRows

MADE_LATER = "screening_log"
"""The kind of document that can take long, so that no turn waits for it."""


class AskedPapers:
    """The papers of each chat, in the real record, also those of practice beside it."""

    def __init__(self, rows: AskedPaperRows) -> None:
        self._rows = rows

    def of(self, person: int) -> frozenset[int]:
        """Give the papers that a person can stop."""
        return self._rows.stoppable(person)

    def take(self, person: int, turn: Turn, trial: str, *, is_practice: bool) -> None:
        """Keep what a turn asks for, and end what it stops."""
        for each in turn.documents:
            if each.export is not None and each.kind == MADE_LATER:
                self._rows.add(person, trial, each.export, practice=is_practice)
        if turn.stops is not None:
            self._rows.stop(person, turn.stops)
