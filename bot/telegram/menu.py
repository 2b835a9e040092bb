"""The commands of the menu button, in the language of each chat of the team."""

import asyncio
import logging

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import TelegramError

from bot.telegram.retries import level_of
from ectrial.text import LANGUAGES, Language
from ectrial.wording.speech import marked, speech

logger = logging.getLogger(__name__)

COMMANDS = {
    "new": marked("Start a new screening"),
    "open": marked("Open a subject on file"),
    "resume": marked("Go on with an open screening"),
    "list": marked("All screenings"),
    "log": marked("The screening log, also as a file"),
    "funnel": marked("How many came how far"),
    "todo": marked("What I can settle now"),
    "rounds": marked("From bed to bed: today's round"),
    "shift": marked("End my shift: hand over"),
    "share": marked("Show one screening to a guest"),
    "review": marked("Check the answers"),
    "notes": marked("Notes, mine and the team's"),
    "verdict": marked("The verdict so far"),
    "worksheet": marked("One subject on paper, as PDF"),
    "trial": marked("The trial and its criteria"),
    "trials": marked("My trials, and to another"),
    "similar": marked("Trials like this one"),
    "team": marked("The team and its roles"),
    "language": marked("English or 中文"),
    "help": marked("What this bot does"),
    "clear": marked("Clear answers"),
    "cancel": marked("Leave the present step"),
    "practice": marked("Practise, and back"),
    "start": marked("Back to the start"),
}


OF_GUESTS = {"share"}
"""Commands that do nothing where the site allows no guests."""


def commands(language: Language, *, has_guests: bool) -> list[BotCommand]:
    """Give the menu in one language."""
    say = speech(language)
    offered = [each for each in COMMANDS if has_guests or each not in OF_GUESTS]
    return [BotCommand(name, say(COMMANDS[name])) for name in offered]


async def withdraw_commands(bot: Bot) -> None:
    """Remove the commands that an earlier version, or BotFather, has set for everyone."""
    await asyncio.gather(*(_withdraw(bot, language) for language in (None, *LANGUAGES)))


async def _withdraw(bot: Bot, language: Language | None) -> None:
    try:
        await bot.delete_my_commands(language_code=language)
    except TelegramError as error:
        logger.warning("the menu of strangers was not emptied: %s", type(error).__name__)


class Menus:
    """Offers the commands only in the team's chats: to anyone else they would name the study.

    The bot works without a menu, so a failure is only logged; the next card tries again.
    """

    def __init__(self, bot: Bot, *, has_guests: bool) -> None:
        self._bot, self._has_guests = bot, has_guests
        self._offered: dict[int, Language] = {}

    def has_offered(self, chat: int, language: Language) -> bool:
        """Whether the chat already has its menu in this language."""
        return self._offered.get(chat) == language

    async def offer(self, chat: int, language: Language) -> None:
        """Set the menu of one chat."""
        try:
            offered = commands(language, has_guests=self._has_guests)
            await self._bot.set_my_commands(offered, BotCommandScopeChat(chat))
        except TelegramError as error:
            logger.log(level_of(error), "a menu was not set: %s", type(error).__name__)
        else:
            self._offered[chat] = language

    async def withdraw(self, chat: int) -> None:
        """Remove the menu of one chat, whose person is not of the team any more."""
        self._offered.pop(chat, None)
        try:
            await self._bot.delete_my_commands(BotCommandScopeChat(chat))
        except TelegramError as error:
            logger.log(level_of(error), "a menu was not removed: %s", type(error).__name__)
