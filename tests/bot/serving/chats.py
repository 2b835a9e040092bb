"""People at the turns of one bot, without Telegram: two records, restarts, lost commits."""

from contextlib import suppress
from datetime import UTC
from functools import partial
from itertools import count
from pathlib import Path

from bot.serving.installation import Installation
from bot.serving.practice import Practice
from bot.serving.taken import Standing, Taken
from bot.serving.turns import Turns
from bot.setup.start import now
from bot.telegram.updates import Update, words
from conversations.acts import key
from conversations.events import Event, Tapped
from conversations.screen import Screen
from ectrial.ledger.ledger import Author, Chat, Ledger
from ectrial.record.entries import Kind
from ectrial.trial.versions import Trials, shipped
from tests.blank_record import blank

PERSON = 7
TEAM = frozenset({PERSON, 8})


class CrashError(Exception):
    """The process ends here."""


class Chats:
    """People at one bot, from one start of it to the next; every update has a number."""

    def __init__(
        self,
        folder: Path,
        key: str | None = None,
        trials: Trials | None = None,
        admins: frozenset[int] = TEAM,
    ) -> None:
        opened = partial(Ledger.open, site="here", clock=now, key=key)
        self.real = opened(blank(folder / "x.db", "real", key), via="telegram")
        beside = folder / "x-practice.db"
        # made when somebody practises, as the bot makes it
        self.practice = Practice(lambda: opened(blank(beside, "practice", key), via="sandbox"))
        site = Installation(trials or shipped(), now, UTC, "en", is_practice=False, admins=admins)
        self.turns = Turns(self.real, site, practice=self.practice)
        self.next = count(1 + int(now().timestamp() * 1000))

    def close(self) -> None:
        self.practice.close()
        self.real.close()

    def chat(self, person: int = PERSON) -> Chat:
        chat = self.real.chat(person)
        assert chat is not None
        return chat

    def stands(self, person: int = PERSON) -> Standing:
        return self.turns.standing(self.chat(person))

    def card(self, person: int = PERSON) -> Screen:
        return self.turns.screen(self.stands(person))

    def title(self, person: int = PERSON) -> str:
        return self.card(person).blocks[0].text

    def update(self, text: str, person: int = PERSON) -> Update:
        """Type a text, or tap the button in brackets on the live card."""
        event: Event | None = words(text)
        if text.startswith("["):
            rows = self.card(person).rows
            act = next(b.act for row in rows for b in row if b.label.startswith(text[1:-1]))
            event = Tapped(self.chat(person).round, key(act))
        assert event is not None
        return Update(next(self.next), person, "en", event, message=1)

    def take(self, update: Update) -> Taken | None:
        # one step of the batch, as the reception takes it
        with self.real.together():
            return self.turns.take(update, Author(update.person, "coordinator"))

    def does(self, *texts: str, person: int = PERSON) -> None:
        for text in texts:
            assert self.take(self.update(text, person)) is not None

    def dies_in(self, update: Update) -> None:
        """Take an update whose commit in the real record is lost, as by a kill before it."""
        with suppress(CrashError), self.real.together():
            self.take(update)
            raise CrashError

    def kinds(self) -> list[Kind]:
        return [entry.said.kind for entry in self.real.entries()]

    def practised(self) -> list[Kind]:
        with self.practice.at_hand() as ledger:
            return [entry.said.kind for entry in ledger.entries()]
