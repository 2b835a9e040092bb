"""Receives one update: who, what, recorded; then hands over what is left to deliver."""

import logging
from collections.abc import Iterable

from telegram import Update

from bot.access import Access
from bot.delivery import Delivery, Errand
from bot.logs import report
from bot.reading import Heard, read
from bot.turns import Turns
from conversations.turn import Focus, Turn
from ectrial.ledger.errors import LedgerError, RefusedError
from ectrial.ledger.ledger import Author, Ledger
from ectrial.text import Language
from ectrial.wording.speech import speech

logger = logging.getLogger(__name__)

UNSAVED = (LedgerError, OSError)


class Reception:
    """Takes updates one at a time; whatever returns is safe to acknowledge."""

    def __init__(self, ledger: Ledger, access: Access, turns: Turns, delivery: Delivery) -> None:
        self._ledger = ledger
        self._access = access
        self._turns = turns
        self._delivery = delivery
        self._told: set[int] = set()

    def receive(self, update: Update) -> None:
        """Act on one update; raises only when the record could not be written."""
        heard = read(update)
        if heard is None:
            return
        try:
            self._act(heard)
        except RefusedError as error:
            self._set_aside(heard, error)
        except UNSAVED:
            raise
        except Exception as error:  # noqa: BLE001 - the one error handler of updates
            self._set_aside(heard, error)
        else:
            self._told.clear()

    def tell_not_saved(self, updates: Iterable[Update]) -> None:
        """Tell everyone who waits, once until the record can be written again."""
        waiting = (heard for heard in map(read, updates) if heard is not None)
        for heard in waiting:
            if heard.person not in self._told and self._may_hear(heard.person):
                self._told.add(heard.person)
                say = speech(self._language(heard))
                words = say(
                    "⚠️ NOT SAVED. The record cannot be written just now; I keep trying."
                    " Before you answer again, look whether the card has moved on."
                )
                self._delivery.hand_over(heard.person, Errand(kept=(words,), has_card=False))

    def show_again(self) -> None:
        """Bring every chat of the team up to date, as after a crash between record and card."""
        for chat in self._ledger.chats():
            if self._access.author(chat.id) is not None:
                self._delivery.hand_over(chat.id, Errand())

    def _act(self, heard: Heard) -> None:
        author = self._access.author(heard.person)
        if author is None:
            kept = self._access.turned_away(heard, self._turns.language(None))
            errand = Errand(query=heard.query, kept=kept, has_card=False)
        else:
            errand = self._step(heard, author)
        self._delivery.hand_over(heard.person, errand)

    def _step(self, heard: Heard, author: Author) -> Errand:
        before = self._ledger.chat(heard.person)
        is_stray = before is None or heard.message != before.card
        turn = self._turns.take(heard, author) or Turn(focus=Focus())
        return Errand(
            query=heard.query,
            toast=turn.toast,
            kept=turn.kept,
            stray=heard.message if is_stray else None,
        )

    def _set_aside(self, heard: Heard, error: Exception) -> None:
        report(logger, f"update {heard.update_id} cannot be handled", error)
        say = speech(self._language(heard))
        words = say("Something went wrong and nothing was recorded. /start begins again.")
        errand = Errand(query=heard.query, kept=(words,), has_card=False)
        self._delivery.hand_over(heard.person, errand)

    def _may_hear(self, person: int) -> bool:
        try:
            return self._access.author(person) is not None
        except UNSAVED:
            return False

    def _language(self, heard: Heard) -> Language:
        try:
            chat = self._ledger.chat(heard.person)
        except UNSAVED:
            chat = None
        return (chat and chat.language) or heard.language or self._turns.language(None)
