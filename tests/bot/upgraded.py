"""The record and the chats of an older version, open in this one, and turns taken on them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.serving.access import Access
from bot.serving.guests import Guests
from bot.serving.installation import Installation
from bot.serving.teams import Teams
from bot.serving.turns import Turns
from bot.setup.start import with_versions_used
from bot.telegram.updates import Update
from conversations.acts import key
from conversations.events import Event, Tapped
from conversations.screen import Screen
from conversations.subject_codes import SubjectCodes
from ectrial.ledger.ledger import Author, Chat, Ledger
from ectrial.ledger.verify import entries_of_file
from ectrial.trial.recomputation import recompute
from ectrial.trial.study_team import StudyTeams
from ectrial.trial.versions import Trials, shipped
from tests.older_records import SITE

ANY_CODES = SubjectCodes()
NO_STUDY_TEAMS: StudyTeams = {}


class Upgraded:
    """Whoever has a chat there is a coordinator, unless the record says what they are now."""

    def __init__(
        self,
        path: Path,
        now: datetime,
        codes: SubjectCodes = ANY_CODES,
        admins: frozenset[int] = frozenset(),
        study_teams: StudyTeams = NO_STUDY_TEAMS,
        trials: Trials | None = None,
    ) -> None:
        self.now = now
        self.ledger = Ledger.open(path, site=SITE, via="telegram", clock=self.tick)
        self.trials = with_versions_used(trials or shipped(), self.ledger)
        site = Installation(
            *(self.trials, self.tick, UTC, "en"),
            is_practice=False,
            codes=codes,
            admins=admins,
            study_teams=study_teams,
            allows_guests=True,
        )
        self.turns = Turns(self.ledger, site)
        teams = Teams(self.ledger, site.trials, admins)
        self.access = Access(self.ledger, teams, site.today)
        self.guests = Guests(self.ledger, teams, site.now, are_allowed=True)
        self._updates = 0

    def tick(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def does(self, person: int, event: Event, *, on_card: bool = False) -> str:
        """Let a person do something; give the card. A text may be said to be of the card shown."""
        self._updates += 1
        card = self._chat(person).card
        said = {"told_at": self.now, "sent": self._updates} if on_card else {}
        update = Update(1_000_000 + self._updates, person, None, event, message=card, **said)
        known = self.access.author(person) or self.guests.author(update)
        author = known or Author(person, "coordinator")
        assert self.turns.take(update, author) is not None
        return self.card(person)

    def taps(self, person: int, label: str | None = None) -> str:
        """Tap the button with exactly this label, or the first; give the card."""
        buttons = [button for row in self.screen(person).rows for button in row]
        button = next(each for each in buttons if label in (None, each.label))
        return self.does(person, Tapped(self._chat(person).round, key(button.act)))

    def every_chat_does(self, event: Event | None = None) -> None:
        """Have every chat do something, or tap its first button; each has buttons afterwards."""
        for chat in self.ledger.chats():
            if event is None:
                self.taps(chat.id)
            else:
                self.does(chat.id, event)
            assert self.screen(chat.id).rows

    def screen(self, person: int) -> Screen:
        return self.turns.screen(self.turns.standing(self._chat(person)))

    def labels(self, person: int) -> list[str]:
        return [button.label for row in self.screen(person).rows for button in row]

    def card(self, person: int) -> str:
        told = [block.text for block in self.screen(person).blocks]
        return "\n".join([*told, *self.labels(person)])

    def _chat(self, person: int) -> Chat:
        return self.ledger.chat(person) or Chat(person)


def checked(upgraded: Upgraded) -> Iterator[Upgraded]:
    """Give it to a test; in the end the record holds, and every verdict comes out the same."""
    yield upgraded
    found = upgraded.ledger.verify()
    upgraded.ledger.close()
    assert found.holds, found.breaks
    verdicts = recompute(entries_of_file(upgraded.ledger.path), upgraded.trials)
    assert (verdicts.not_shipped, verdicts.wrong, verdicts.unreadable) == (0, (), ())
