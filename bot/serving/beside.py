"""Sends what a job leaves beside the card: its texts, its files, the one that rings."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

from telegram.error import BadRequest

from bot.serving.jobs import DeliveryJob
from bot.serving.pushes import Push
from bot.serving.still_meant import NotMeantError, UntilAnswered, asking
from bot.serving.texts import Texts
from bot.telegram.files import File
from bot.telegram.retries import described
from ectrial.ledger.errors import LedgerError
from ectrial.text import Language
from ectrial.wording.speech import speech

logger = logging.getLogger(__name__)


class Beside:
    """Knows in which chats a message is below the card: there it is sent anew, not edited."""

    def __init__(
        self,
        texts: Texts,
        language: Callable[[int], Language],
        is_known: Callable[[int], bool] = lambda _: True,
    ) -> None:
        self._texts, self._language, self._is_known = texts, language, is_known
        self.buried: set[int] = set()
        # messages of this process alone: after a restart, their captions ask to delete them
        self._secrets: dict[int, list[int]] = {}

    async def send(self, chat: int, job: DeliveryJob, until_answered: UntilAnswered) -> None:
        """Send everything in the order in which it is to be read, as far as it still may be."""
        self._texts.note(chat, job.answers)
        if job.has_proved:
            for message in self._secrets.pop(chat, ()):
                await self._texts.delete(chat, message, until_answered)
        if job.shows:
            asked = asking(until_answered, partial(self._is_known, chat), *job.is_meant)
            await self._send_what_shows(chat, job, asked)
        if job.push is not None:
            await self.push(chat, job.push, until_answered)

    async def _send_what_shows(
        self, chat: int, job: DeliveryJob, until_answered: UntilAnswered
    ) -> None:
        """Send what may show a subject; what is not for the person any more is left out."""
        for text in job.messages:
            with suppress(NotMeantError):
                await self._texts.say(chat, text, until_answered)
                self.buried.add(chat)
        for file in job.files:
            with suppress(NotMeantError):
                await self._send_file(chat, file, until_answered)
                self.buried.add(chat)
        for notice in job.notices:
            try:
                await self._texts.notice(chat, notice, until_answered)
                self.buried.add(chat)
            except NotMeantError:
                await notice.give_back()

    async def push(
        self, chat: int, push: Push, until_answered: UntilAnswered | None = None
    ) -> None:
        """Send a message that rings; without `until_answered` once, as far as it goes."""
        await self._texts.push(chat, push, until_answered)
        self.buried.add(chat)

    async def _send_file(self, chat: int, file: File, until_answered: UntilAnswered) -> None:
        """Send a file, or say that Telegram refuses it: the card must come nevertheless."""
        try:
            if file.is_meant is not None:
                until_answered = asking(until_answered, file.is_meant)
            if file.make is not None:
                file = replace(file, data=await asyncio.to_thread(file.make), make=None)
            message = await self._texts.send_file(chat, file, until_answered)
            file.came_to("sent")
            if file.is_secret:
                self._secrets.setdefault(chat, []).append(message)
        except NotMeantError:
            file.came_to("not_meant")
            raise
        except BadRequest as error:
            logger.error("a file was refused: %s", described(error))  # noqa: TRY400 - it quotes texts
            await self._not_sent(chat, file, until_answered)
        except (OSError, LedgerError) as error:
            logger.error("a file could not be made: %s", type(error).__name__)  # noqa: TRY400 - it names paths
            await self._not_sent(chat, file, until_answered)

    async def _not_sent(self, chat: int, file: File, until_answered: UntilAnswered) -> None:
        if file.settle is not None:
            # whoever waits for it says so
            file.settle("refused")
            return
        say = speech(self._language(chat))
        words = say(
            "⚠️ The file could not be sent. If that happens again, tell whoever runs the bot."
        )
        await self._texts.say(chat, words, until_answered)
