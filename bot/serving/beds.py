"""The beds that a person typed today, between a turn and the table that keeps them."""

from collections.abc import Mapping
from datetime import date

from conversations.turn import Turn
from ectrial.ledger.bed_rows import BedRows


class Beds:
    """What a chat may know of beds: nothing where the site forbids it, or in practice beside.

    What is typed in practice beside a real record would be of a real ward.
    """

    def __init__(self, rows: BedRows, *, is_allowed: bool) -> None:
        self._rows, self._is_allowed = rows, is_allowed

    def of(self, person: int, today: date, *, is_practice: bool) -> Mapping[int, str] | None:
        """Give the labels of today, by the first entry of the screening; None if none may be."""
        if is_practice or not self._is_allowed:
            return None
        return self._rows.of(person, today)

    def take(self, person: int, turn: Turn, today: date) -> None:
        """Keep or forget what a turn says of a bed, in its transaction."""
        if turn.bed is not None:
            self._rows.keep(person, turn.bed.screening, today, turn.bed.label)
