"""Sends the head of the record to each administrator, silently and once a day.

A phone keeps what the owner of this machine cannot change: `ectrial verify` compares it later.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

from bot.housekeeping.background import in_background
from bot.monitoring.logs import report
from bot.serving.commits import WRITE_ERRORS
from bot.serving.delivery import Delivery
from bot.serving.jobs import DeliveryJob
from bot.serving.turns import Turns
from bot.setup.start import Prepared
from ectrial.ledger.ledger import Chat, Ledger
from ectrial.ledger.sqlite.files import OWNER_ALONE, beside
from ectrial.record.anchors import anchor
from ectrial.text import Language
from ectrial.wording.speech import speech

logger = logging.getLogger(__name__)

# The file beside the record that holds the day of the last message
TOLD = ".head-told"
# A bot that was just started first shows its cards
SECONDS_BETWEEN_LOOKS = 600.0


@dataclass(frozen=True, slots=True)
class DailyHead:
    """Hands one message a day to the delivery, for each administrator who has a chat."""

    ledger: Ledger
    record: Path
    admins: frozenset[int]
    clock: Callable[[], datetime]
    zone: tzinfo
    language: Callable[[Chat], Language]
    hand_over: Callable[[int, DeliveryJob], None]

    async def run(self, seconds: float = SECONDS_BETWEEN_LOOKS) -> None:
        """Look regularly whether today's message is due, until cancelled."""
        while True:
            await asyncio.sleep(seconds)
            try:
                self.send_if_due()
            except WRITE_ERRORS as error:
                report(logger, "the head of the record was not sent", error)

    def send_if_due(self) -> None:
        """Send the head, unless it was sent today or there is nobody to send it to.

        The day is noted first: a message that a kill prevents is less harm than many of them.
        """
        today = self.clock().astimezone(self.zone).date().isoformat()
        chats = [chat for chat in self.ledger.chats() if chat.id in self.admins]
        if not chats or self._told() == today:
            return
        note = beside(self.record, TOLD)
        note.touch(OWNER_ALONE)
        note.write_text(today, "utf-8")
        for chat in chats:
            words = self._words(self.language(chat))
            self.hand_over(chat.id, DeliveryJob(messages=(words,), has_card=False))

    def _told(self) -> str:
        try:
            return beside(self.record, TOLD).read_text("utf-8", errors="replace")
        except FileNotFoundError:
            return ""

    def _words(self, language: Language) -> str:
        say = speech(language)
        told = say(
            "Please keep this message; nothing else to do. It is the head of the record today,"
            " and shows later whether anything recorded until now was changed or cut off."
        )
        return f"{told}\n· {anchor(self.ledger.head())}"


@asynccontextmanager
async def telling_heads(
    prepared: Prepared, admins: frozenset[int], turns: Turns, delivery: Delivery
) -> AsyncIterator[None]:
    """Send the heads in the background; none in practice, whose record nobody has to trust."""
    ledger, settings = prepared.ledger, prepared.settings
    if settings.is_practice:
        yield
        return
    about = settings.record, admins, prepared.clock, settings.zone
    daily = DailyHead(ledger, *about, turns.language, delivery.hand_over)
    async with in_background(daily.run()):
        yield
