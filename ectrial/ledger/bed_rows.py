"""The labels of beds, as the rest of the program keeps and forgets them."""

from collections.abc import Mapping
from datetime import date

from ectrial.ledger.sqlite.connections import Shared
from ectrial.ledger.tables import beds

NO_DAY = ""


class BedRows:
    """The labels of one day, for any thread; within `together` part of its transaction."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared

    def of(self, chat: int, day: date) -> Mapping[int, str]:
        """Give the labels of one person and day, by the first entry of the screening."""
        with self._shared.reading() as connection:
            return beds.labels(connection, chat, day.isoformat())

    def keep(self, chat: int, screening: int, day: date, label: str) -> None:
        """Keep a label for the day; an empty one is forgotten."""
        with self._shared.writing() as connection:
            if label:
                beds.keep(connection, chat, screening, day.isoformat(), label)
            else:
                beds.forget(connection, chat, screening)

    def forget_but(self, day: date | None) -> tuple[int, ...]:
        """Delete all labels but those of a day, or all; give whose they were."""
        with self._shared.writing() as connection:
            return beds.forget_but(connection, day.isoformat() if day else NO_DAY)
