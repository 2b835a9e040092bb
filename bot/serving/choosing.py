"""In which trial a chat works: what it has chosen, as long as its person has a role there."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from itertools import islice

from bot.serving.counting import CountedWhenAsked
from bot.serving.installation import Installation
from bot.serving.present_versions import PresentVersions
from bot.serving.teams import Seats, Teams
from bot.telegram.updates import Update
from conversations.events import Commanded, Joined
from conversations.focus_by_trial import at_trial, trial_at_hand
from conversations.lapsed_answers import lapsed_of
from conversations.own_trials import OwnTrial
from conversations.to_do import to_do_count
from conversations.turning import turning_of
from ectrial.labs.reader import LabReader
from ectrial.ledger.ledger import Chat, Ledger
from ectrial.record.invites import hash_of
from ectrial.trial.protocol import Protocol


class Choosing:
    """Knows the trials of each person; a chat keeps its choice with its place."""

    def __init__(self, ledger: Ledger, teams: Teams, installation: Installation) -> None:
        self._ledger, self._teams, self._installation = ledger, teams, installation
        self._present = PresentVersions(installation, ledger)

    @property
    def _first(self) -> str:
        return self._teams.trials[0]

    def named(self, trial: str) -> str:
        """Give the name of a trial in what a chat keeps: the first has none."""
        return "" if trial == self._first else trial

    def seats(self, person: int) -> Seats:
        """Give the trials of a person today: a turn reads them once."""
        return self._teams.seats(person, self._installation.today())

    def trial(self, chat: Chat, own: Seats, update: Update | None = None) -> str:
        """Give the trial of a turn: that of a link that was opened, else the chosen one."""
        linked = None if update is None else self._linked(update)
        kept = trial_at_hand(chat.focus) or self._first
        return self._teams.chosen(own, linked, kept) if own else self._of_guest(chat, linked, kept)

    def at(self, chat: Chat, trial: str) -> Chat:
        """Give the chat with a trial at hand."""
        return replace(chat, focus=at_trial(chat.focus, self.named(trial)))

    def has_lost(self, chat: Chat, trial: str) -> bool:
        """Whether the trial of the chat's card is not that of its turns any more."""
        return chat.focus is not None and trial_at_hand(chat.focus) != self.named(trial)

    def present(self, trial: str) -> tuple[Protocol, LabReader]:
        """Give the version of a trial that is in use, and the reader of its own labs."""
        return self._present.of(trial, self._installation.today())

    def trials(self, own: Seats) -> Mapping[str, Protocol]:
        """Give the present protocol of each trial in which a person has a role."""
        return {trial: self.present(trial)[0] for trial in own}

    def says_which(self, own: Seats, chosen: str) -> bool:
        """Whether cards say which trial they are of: the person's work may be in several.

        An administrator has a role in every trial, also in those that nobody works in here. Who
        has one alone is not told by that there are others.
        """
        if len(own) == 1:
            return False
        at_work = filter(self._is_at_work, own)
        return chosen != self._first or len(tuple(islice(at_work, 2))) > 1

    def _is_at_work(self, trial: str) -> bool:
        records = self._ledger.of(trial)
        return trial == self._first or bool(records.team().members or records.screenings(limit=1))

    def elsewhere(
        self, own: Seats, trials: Mapping[str, Protocol], chosen: str, ledger: Ledger
    ) -> Mapping[str, OwnTrial]:
        """Give what a record says of each other trial in which a person has a role."""
        return {
            trial: OwnTrial(trials[trial], ledger.of(trial), seat.member, seat.team)
            for trial, seat in own.items()
            if trial != chosen
        }

    def work(self, own: Seats, chosen: str, ledger: Ledger) -> Mapping[str, int]:
        """Count what waits for a person in each of their other trials, once a card tells it."""
        waiting = partial(self._waiting, own, ledger)
        return CountedWhenAsked(tuple(each for each in own if each != chosen), waiting)

    def _waiting(self, own: Seats, ledger: Ledger, trial: str) -> int:
        records, seat, today = ledger.of(trial), own[trial], self._installation.today()
        trials, hours = self._installation.trials, self._installation.hours
        person = seat.member.person
        turns = turning_of(records, trials, seat.team, person, today, hours)
        given = records, seat.team, person, today
        return len(tuple(turns)) + len(lapsed_of(*given)) + to_do_count(*given)

    def _linked(self, update: Update) -> str | None:
        """Give the trial of a link that a person of a team opens, or joins it by."""
        match update.event:
            case Joined(trial=trial):
                return trial
            case Commanded(name="start", rest=code) if code:
                hash_ = hash_of(code)
                for trial, team in self._teams.all():
                    shares = self._ledger.of(trial).shares()
                    if hash_ in team.made or shares.with_hash(hash_):
                        return trial
        return None

    def _of_guest(self, chat: Chat, linked: str | None, kept: str) -> str:
        """Give the trial of what is shown to a guest."""
        shown = [
            trial
            for trial in self._teams.trials
            if any(s.is_of(chat.id) for s in self._ledger.of(trial).shares().by_seq.values())
        ]
        return linked or next((each for each in (kept, *shown) if each in shown), self._first)
