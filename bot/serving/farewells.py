"""Takes the card and the menu from the chat of a person who is not of the team any more."""

from contextlib import suppress
from functools import partial

from telegram.error import BadRequest

from bot.serving.commits import Commits
from bot.serving.shown_cards import ShownCards
from bot.telegram.client import Client
from bot.telegram.menu import Menus
from ectrial.ledger.ledger import Chat
from ectrial.text import Language
from ectrial.wording.speech import speech


class Farewells:
    """Blanks the card, which may show a subject; once done it is not tried again."""

    def __init__(self, client: Client, cards: ShownCards, commits: Commits, menus: Menus) -> None:
        self._client = client
        self._cards = cards
        self._commits = commits
        self._menus = menus

    async def take(self, chat: Chat, language: Language) -> None:
        """Edit the card into a neutral line without buttons."""
        if chat.card is None:
            return
        say = speech(language)
        words = say("You are not of this bot's team any more.")
        where = {"chat_id": chat.id, "message_id": chat.card}
        # a card that is gone, or too old to be changed, has buttons that do nothing
        with suppress(BadRequest):
            await self._client.call("editMessageText", {**where, "text": words})
        await self._menus.withdraw(chat.id)
        await self._commits.write_soon(partial(self._cards.taken, chat.id))
