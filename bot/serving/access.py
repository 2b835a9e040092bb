"""Who may use the bot: the teams in the record, and the administrators in the settings."""

from collections.abc import Callable
from datetime import date

from bot.serving.former_people import FormerPeople
from bot.serving.guests import Guests
from bot.serving.jobs import DeliveryJob
from bot.serving.joining import Joining
from bot.serving.teams import Teams
from bot.telegram.updates import Update
from conversations.turn import Turn
from ectrial.ledger.ledger import Author, Ledger
from ectrial.text import Language
from ectrial.wording.speech import speech


class Access:
    """Distinguishes the team from strangers."""

    def __init__(
        self,
        ledger: Ledger,
        teams: Teams,
        today: Callable[[], date],
        joining: Joining | None = None,
        guests: Guests | None = None,
        former: FormerPeople | None = None,
    ) -> None:
        self._ledger = ledger
        self._teams = teams
        self._today = today
        self._joining = joining
        self._guests = guests
        self._former = former

    def author(self, person: int) -> Author | None:
        """Give a person of a team with the role in the first trial of theirs; None for others."""
        today = self._today()
        found = (team.member(person, today) for _, team in self._teams.all())
        member = next(filter(None, found), None)
        return None if member is None else Author(person, member.role)

    def is_known(self, person: int) -> bool:
        """Whether a person is of the team, or a guest to whom something is shown."""
        if self.author(person) is not None:
            return True
        return self._guests is not None and self._guests.is_guest(person)

    def guest(self, update: Update) -> Author | None:
        """Give the guest who acts, or who opens the link of a share; None for a stranger."""
        return None if self._guests is None else self._guests.author(update)

    @property
    def has_guests(self) -> bool:
        """Whether the site lets the team show something to guests."""
        return self._guests is not None and self._guests.are_allowed

    def left_by(self, turn: Turn, person: int) -> list[tuple[int, DeliveryJob]]:
        """Give the jobs for the guests whose share a turn of somebody else has closed."""
        return [] if self._guests is None else self._guests.left_by(turn, person)

    def is_there(self, person: int, day: date) -> bool:
        """Whether a person is of the team on a day and not away."""
        found = [team.member(person, day) for _, team in self._teams.all()]
        return any(each is not None and not each.is_away_on(day) for each in found)

    def joined(self, update: Update) -> tuple[Update, int] | None:
        """Let in who opens an invite to a team; give the welcome, and who made the invite."""
        return None if self._joining is None else self._joining.joined(update)

    def turned_away(self, update: Update, otherwise: Language) -> tuple[str, ...]:
        """Note a stranger's attempt; give an answer for the very first one, nothing later."""
        if self._former is not None:
            self._former.delete_words(update)
        if not self._ledger.refuse(update.person):
            return ()
        return (refusal(update.person, update.language or otherwise),)


def refusal(person: int, language: Language) -> str:
    """Give the answer to a stranger, which does not name the study."""
    say = speech(language)
    return say(
        "This bot is private. If you should have access, give this number"
        " to its administrator: {number}",
        number=person,
    )
