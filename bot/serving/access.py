"""Who may speak with the bot: the team of the record, and the administrators of the settings."""

from bot.telegram.updates import Heard
from ectrial.ledger.ledger import Author, Ledger
from ectrial.text import Language
from ectrial.wording.speech import speech


class Access:
    """Tells the team from strangers."""

    def __init__(self, ledger: Ledger, admins: frozenset[int]) -> None:
        self._ledger = ledger
        self._admins = admins

    def author(self, person: int) -> Author | None:
        """Give the person in their role, or None for a stranger."""
        if person in self._admins:
            return Author(person, "admin")
        role = self._ledger.staff().get(person)
        return None if role is None else Author(person, role)

    def turned_away(self, heard: Heard, otherwise: Language) -> tuple[str, ...]:
        """Count a stranger's attempt; words for the first one ever, silence after that."""
        if not self._ledger.refuse(heard.person):
            return ()
        return (refusal(heard.person, heard.language or otherwise),)


def refusal(person: int, language: Language) -> str:
    """Say no without a word about the study."""
    say = speech(language)
    return say(
        "This bot is private. If you should have access, give this number"
        " to its administrator: {number}",
        number=person,
    )
