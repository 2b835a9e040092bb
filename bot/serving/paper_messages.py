"""The message of a chat about a paper that takes long: how far it has come, *Stop*, its end."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from telegram.error import RetryAfter, TelegramError

from bot.papers.progress import Progress
from bot.serving.jobs import DeliveryJob
from bot.serving.notices import Notice, stopping
from bot.serving.still_meant import IsMeant
from bot.telegram.client import Client
from bot.telegram.files import Fate, File
from bot.telegram.retries import seconds_of
from conversations.words.papers import (
    empty_words,
    failed_words,
    not_meant_words,
    progress_words,
    sent_words,
    stopped_words,
    too_large_words,
)
from ectrial.ledger.tables.asked_papers import AskedPaper
from ectrial.wording.speech import Say


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of one paper: in whose language, what it is, and its name as a file.

    `command` writes it on the machine; none does one of practice.
    """

    say: Say
    about: str
    name: str
    command: str


@dataclass(frozen=True, slots=True)
class PaperMessages:
    """Sends what is said of papers; `keep` notes in which message, so that a restart goes on.

    `must_prove`: whether a person has to prove first that it is they.
    """

    client: Client
    hand_over: Callable[[int, DeliveryJob], None]
    keep: Callable[[int, int], None]
    words: Callable[[AskedPaper], Words]
    must_prove: Callable[[int], bool]

    def about(self, row: AskedPaper) -> "PaperMessage":
        """Give the message about one paper, which may be there from before a restart."""
        return PaperMessage(self, row, self.words(row), row.message)


@dataclass(slots=True)
class PaperMessage:
    """What is said of one paper; `message` is the number of its message, once it has one."""

    all: PaperMessages
    row: AskedPaper
    words: Words
    message: int | None
    _is_asked_for: bool = False

    async def tell(self, progress: Progress, is_meant: IsMeant) -> None:
        """Say how far it has come: in a new message, later by an edit, if that may be now."""
        text = progress_words(self.words.say, self.words.about, progress.done, progress.total)
        if self.message is not None:
            await self._edit(text, self._button)
        elif not self._is_asked_for:
            self._is_asked_for = True
            self._send_notice(text, is_meant)

    def send(self, path: Path, is_meant: IsMeant) -> asyncio.Future[Fate]:
        """Have the file sent in its turn; the future says what became of it."""
        future: asyncio.Future[Fate] = asyncio.get_running_loop().create_future()

        def settle(fate: Fate) -> None:
            if not future.done():
                future.set_result(fate)

        given = self.words.name, path, self.words.about
        file = File(*given, is_meant=is_meant, settle=settle)
        self.all.hand_over(self.row.chat, DeliveryJob(files=(file,)))
        return future

    async def sent(self, progress: Progress) -> None:
        """Say, where it was said how far it had come, that it is there."""
        if self.message is not None:
            await self._edit(sent_words(self.words.say, self.words.about, progress.done), None)

    async def stopped(self, progress: Progress) -> None:
        """Say that it was stopped."""
        await self._end(stopped_words(self.words.say, self.words.about, progress.done))

    async def failed(self) -> None:
        """Say that it could not be made or sent."""
        await self._end(failed_words(self.words.say, self.words.about))

    async def not_meant(self) -> None:
        """Say that it is not given any more, without what it was of, and whether to ask again."""
        must_prove = self.all.must_prove(self.row.chat)
        await self._end(not_meant_words(self.words.say, must_prove=must_prove))

    async def empty(self) -> None:
        """Say that there is nothing to tell in it."""
        await self._end(empty_words(self.words.say, self.words.about))

    async def too_large(self, size: int) -> None:
        """Say that Telegram does not take it, and the command that writes it."""
        given = self.words.about, size, self.words.command
        await self._end(too_large_words(self.words.say, *given))

    async def _end(self, text: str) -> None:
        if self.message is None:
            self.all.hand_over(self.row.chat, DeliveryJob(messages=(text,)))
        else:
            await self._edit(text, None)

    @property
    def _button(self) -> dict[str, Any]:
        say, row = self.words.say, self.row
        button = {"text": say("Stop"), "callback_data": stopping(row.id)}
        return {"inline_keyboard": [[button]]}

    def _send_notice(self, text: str, is_meant: IsMeant) -> None:
        async def give_back() -> None:
            self._is_asked_for = False

        label, data = self.words.say("Stop"), stopping(self.row.id)
        notice = Notice(text, label, data, give_back, sent=self._noted)
        job = DeliveryJob(notices=(notice,), has_card=False, is_meant=(is_meant,))
        self.all.hand_over(self.row.chat, job)

    def _noted(self, message: int) -> None:
        self.message = message
        self.all.keep(self.row.id, message)

    async def _edit(self, text: str, keyboard: dict[str, Any] | None) -> None:
        """Edit it once: what matters of it stands in the record."""
        where = {"chat_id": self.row.chat, "message_id": self.message}
        markup = {} if keyboard is None else {"reply_markup": keyboard}
        try:
            await self.all.client.call("editMessageText", {**where, "text": text, **markup})
        except RetryAfter as error:
            self.all.client.budget.refused(self.row.chat, seconds_of(error))
        except TelegramError:
            return
