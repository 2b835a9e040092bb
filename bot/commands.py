"""The commands that Telegram offers behind the menu button, in each language."""

import logging

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from ectrial.text import LANGUAGES, Language
from ectrial.wording.speech import marked, speech

logger = logging.getLogger(__name__)

COMMANDS = {
    "new": marked("Start a new screening"),
    "resume": marked("Go on with an open screening"),
    "list": marked("All screenings"),
    "review": marked("Look through the answers"),
    "verdict": marked("The verdict so far"),
    "trial": marked("The trial and its criteria"),
    "language": marked("English or 中文"),
    "help": marked("What this bot does"),
    "clear": marked("Clear my responses"),
    "cancel": marked("Leave the present step"),
    "start": marked("Back to the start"),
}


def commands(language: Language) -> list[BotCommand]:
    """Give the menu in one language."""
    say = speech(language)
    return [BotCommand(name, say(description)) for name, description in COMMANDS.items()]


async def announce_commands(bot: Bot, otherwise: Language) -> None:
    """Tell Telegram the menu; the bot works just as well without, so a failure is only noted."""
    try:
        await bot.set_my_commands(commands(otherwise))
        for language in LANGUAGES:
            await bot.set_my_commands(commands(language), language_code=language)
    except TelegramError as error:
        logger.warning("the menu of commands was not set: %s", type(error).__name__)
