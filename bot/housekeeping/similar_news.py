"""Tells people silently what has happened to trials like one of theirs, if they asked for that.

What is told is noted before it is sent, so that no restart and no retry tells it twice; if a kill
comes between, /similar shows it nevertheless. Nobody hears of a trial in which they have no role.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import NamedTuple

from bot.housekeeping.background import SECONDS_BETWEEN_LOOKS, regularly
from bot.serving.commits import Commits
from bot.serving.jobs import DeliveryJob
from bot.serving.notices import Notice, silencing
from bot.serving.teams import Teams
from conversations.words.similar import news_words
from ectrial.ledger.ledger import Chat, Ledger
from ectrial.ledger.tables.wishes import Wished
from ectrial.record.conduct import Conduct
from ectrial.text import Language
from ectrial.trial.protocol import Protocol
from ectrial.trial.similar import Happening, happenings, is_alike, is_same
from ectrial.trial.versions import Trials
from ectrial.wording.speech import speech

logger = logging.getLogger(__name__)


class News(NamedTuple):
    """What has happened to a similar trial, by the key of each event, for one person."""

    wish: Wished
    trial: Protocol
    conduct: Conduct
    what: dict[str, Happening]


@dataclass(slots=True)
class SimilarNews:
    """Looks regularly whether anything has happened; `is_there`: whether a person can hear now."""

    ledger: Ledger
    commits: Commits
    teams: Teams
    trials: Trials
    now: Callable[[], datetime]
    is_there: Callable[[int], bool]
    language: Callable[[Chat], Language]
    hand_over: Callable[[int, DeliveryJob], None]

    async def run(self, seconds: float = SECONDS_BETWEEN_LOOKS) -> None:
        """Look regularly, until cancelled."""
        await regularly(self.tell, logger, "similar trials could not be looked after", seconds)

    async def tell(self) -> None:
        """Note what is told, then hand it over, one message a trial."""
        if next(self._news(), None) is None:
            return
        for each in await self.commits.commit(self._claimed):
            told = (self._notice(each),)
            job = DeliveryJob(notices=told, has_card=False, is_unasked=True)
            self.hand_over(each.wish.person, job)

    def _news(self) -> Iterator[News]:
        """Give what its people have not heard of yet."""
        for wish in self.ledger.wishes.on():
            if self.is_there(wish.person) and self.ledger.chat(wish.person) is not None:
                yield from self._of(wish, self.ledger.wishes.heard(wish.person))

    def _of(self, wish: Wished, heard: frozenset[str]) -> Iterator[News]:
        for trial in self.teams.of_person(wish.person, self.now().date()):
            protocol, conduct = self.trials.current(trial), self.ledger.conduct(trial)
            what = happenings(trial, conduct).items()
            new = {event: how for event, how in what if event not in heard}
            if new and trial != wish.trial and _is_wanted(wish, protocol):
                yield News(wish, protocol, conduct, new)

    def _claimed(self) -> list[News]:
        """Look again, within the transaction, and take what nobody has taken."""
        found = []
        for each in self._news():
            events = self.ledger.wishes.claim(each.wish.person, each.what)
            if events:
                what = {event: how for event, how in each.what.items() if event in events}
                found.append(each._replace(what=what))
        return found

    def _notice(self, news: News) -> Notice:
        person = news.wish.person
        say = speech(self.language(self.ledger.chat(person) or Chat(person)))
        about, conduct, what = news.wish.trial, news.conduct, frozenset(news.what.values())

        async def give_back() -> None:
            back = partial(self.ledger.wishes.give_back, person, news.what)
            await self.commits.write_soon(back)

        text = news_words(say, about, news.trial, conduct, what)
        return Notice(text, say("Tell me no more"), silencing(news.wish.id), give_back)


def _is_wanted(wish: Wished, trial: Protocol) -> bool:
    study = trial.study
    is_of_phase = not wish.phase or is_same(wish.phase, study.phase.en)
    return is_of_phase and is_alike(wish.condition, study.condition.en)
