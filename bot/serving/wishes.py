"""What people want to be told of similar trials, between a turn and the tables that keep it."""

from conversations.turn import Turn, Wish
from ectrial.ledger.ledger import Ledger
from ectrial.trial.similar import happenings
from ectrial.trial.versions import Trials


class Wishes:
    """The wishes of people, in the real record: practice beside it tells nobody of anything."""

    def __init__(self, ledger: Ledger, trials: Trials) -> None:
        self._ledger, self._trials = ledger, trials

    def of(self, person: int) -> tuple[Wish, ...]:
        """Give what a person wants to be told of."""
        on = (each for each in self._ledger.wishes.on() if each.person == person)
        return tuple(Wish(each.trial, each.condition, each.phase, id=each.id) for each in on)

    def take(self, person: int, turn: Turn) -> None:
        """Keep or end what a turn wishes, in its transaction; what has happened is no news."""
        wish = turn.wish
        if wish is None:
            return
        if not wish.is_on:
            self._ledger.wishes.stop(person, wish.trial)
            return
        of = self._ledger.conduct
        known = [event for each in self._trials.ids for event in happenings(each, of(each))]
        self._ledger.wishes.keep(person, wish.trial, wish.condition, wish.phase, known)
