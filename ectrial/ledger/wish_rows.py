"""Who wants to hear of similar trials, and of what they were told, for the rest of the program."""

from collections.abc import Iterable

from ectrial.ledger.sqlite.connections import Shared
from ectrial.ledger.tables import wishes
from ectrial.ledger.tables.wishes import Wished


class WishRows:
    """The wishes of a site in an open record, for any thread; part of a `together` around it."""

    def __init__(self, shared: Shared, site: str) -> None:
        self._shared, self._site = shared, site

    def keep(
        self, person: int, trial: str, condition: str, phase: str, known: Iterable[str]
    ) -> None:
        """Keep a wish, of which the `known` events are no news."""
        with self._shared.writing() as connection:
            wishes.keep(connection, person, self._site, trial, condition, phase)
            for event in known:
                wishes.know(connection, person, event)

    def stop(self, person: int, trial: str) -> None:
        """End a wish."""
        with self._shared.writing() as connection:
            wishes.stop(connection, person, self._site, trial)

    def on(self) -> tuple[Wished, ...]:
        """Give the wishes that stand."""
        with self._shared.reading() as connection:
            return wishes.on(connection, self._site)

    def heard(self, person: int) -> frozenset[str]:
        """Give the events of which a person was told, or need not be."""
        with self._shared.reading() as connection:
            return wishes.heard(connection, person)

    def claim(self, person: int, events: Iterable[str]) -> frozenset[str]:
        """Note that a person is told of these events; give those of which they were not yet."""
        with self._shared.writing() as connection:
            return frozenset(each for each in events if wishes.claim(connection, person, each))

    def give_back(self, person: int, events: Iterable[str]) -> None:
        """Note that a person could not be told of these events: they are tried again."""
        with self._shared.writing() as connection:
            for each in events:
                wishes.give_back(connection, person, each)
