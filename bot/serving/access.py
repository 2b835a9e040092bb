"""Who may use the bot: the team in the record, and the administrators in the settings."""

from bot.telegram.updates import Update
from ectrial.ledger.ledger import Author, Ledger
from ectrial.text import Language
from ectrial.wording.speech import speech


class Access:
    """Distinguishes the team from strangers."""

    def __init__(self, ledger: Ledger, admins: frozenset[int]) -> None:
        self._ledger = ledger
        self._admins = admins

    def author(self, person: int) -> Author | None:
        """Give the person with the person's role; None for a stranger."""
        if person in self._admins:
            return Author(person, "admin")
        role = self._ledger.staff().get(person)
        return None if role is None else Author(person, role)

    def turned_away(self, update: Update, otherwise: Language) -> tuple[str, ...]:
        """Note a stranger's attempt; give an answer for the very first one, nothing later."""
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
