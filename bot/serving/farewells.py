"""Blanks cards: of who is not of the team any more, has to prove who they are, or is a guest."""

from contextlib import suppress
from functools import partial

from telegram.error import BadRequest

from bot.serving.commits import Commits
from bot.serving.shown_cards import ShownCards
from bot.telegram.client import Client
from bot.telegram.menu import Menus
from conversations import focus as focuses
from conversations.guest_standing import share_of
from ectrial.ledger.ledger import Chat
from ectrial.text import Language
from ectrial.wording.speech import speech


def was_guest(chat: Chat) -> bool:
    """Whether a chat stands at a place of guests, or was begun by one."""
    focus = focuses.load(chat.focus or {})
    return focus is not None and share_of(focus.place) is not None


class Farewells:
    """Blanks a card, which may show a subject; a farewell, once done, is not tried again."""

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
        if was_guest(chat):
            words = say("What was shared with you is not shared any more.")
        await self._blank(chat.id, chat.card, words)
        await self._menus.withdraw(chat.id)
        await self._commits.write_soon(partial(self._cards.taken, chat.id))

    async def hide(self, chat: int, card: int, language: Language) -> None:
        """Blank a card above a new one: a guest keeps none, nor does who has to prove first."""
        say = speech(language)
        await self._blank(chat, card, say("This card is hidden."))

    async def _blank(self, chat: int, card: int, words: str) -> None:
        """Edit a card into a line without buttons."""
        where = {"chat_id": chat, "message_id": card}
        # a card that is gone, or too old to be changed, has buttons that do nothing
        with suppress(BadRequest):
            await self._client.call("editMessageText", {**where, "text": words})
